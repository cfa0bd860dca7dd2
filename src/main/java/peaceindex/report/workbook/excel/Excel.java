package peaceindex.report.workbook.excel;

import java.math.BigDecimal;

/** Small words of a spreadsheet's language, as old and new programs read them alike. */
public final class Excel {
  /** A criterion that any number meets and no text. */
  public static final String ANY_NUMBER = "\">-1E+300\"";

  /** Between these Java writes no exponent either. */
  private static final double LEAST_PLAIN = 1e-3;

  private static final double MOST_PLAIN = 1e7;

  private Excel() {}

  /** A number, without an exponent. */
  public static String number(double value) {
    double absolute = Math.abs(value);
    if (absolute < MOST_PLAIN && (absolute >= LEAST_PLAIN || value == 0)) {
      return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A text in quotation marks. */
  public static String text(String text) {
    String inside = text.indexOf('"') < 0 ? text : text.replace("\"", "\"\"");
    return "\"" + inside + "\"";
  }

  /** {@code formula}, or a text where it has no value. */
  public static String orElse(String formula, String text) {
    return "IFERROR(" + formula + "," + text(text) + ")";
  }

  /** {@code formula} where {@code cell} is a number, else a text. */
  public static String ifNumber(String cell, String formula, String text) {
    return "IF(ISNUMBER(" + cell + ")," + formula + "," + text(text) + ")";
  }

  /** A score as it is published, see {@link peaceindex.ranking.Published}. */
  public static String published(String exact, int decimals) {
    return "ROUND(ROUND(" + exact + ",9)," + decimals + ")";
  }

  /** The mean of the numbers in a range; a text where there is none. */
  public static String mean(String range, String none) {
    return "IF(COUNT(" + range + ")=0," + text(none) + ",AVERAGE(" + range + "))";
  }
}
