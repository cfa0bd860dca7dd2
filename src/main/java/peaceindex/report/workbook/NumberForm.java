package peaceindex.report.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import peaceindex.ranking.TiePolicy;
import peaceindex.report.workbook.excel.Excel;

/**
 * How a number is shown while it stays a number.
 *
 * @param pattern the number format of the spreadsheet
 * @param decimals decimals that it shows; -1 for as many as there are
 */
public record NumberForm(String pattern, int decimals) {
  private static final int MOST_DIGITS = 14;

  /** A gap as wide as a space, so that digits keep clear of the line beside them. */
  private static final String GAP = "_ ";

  /** As many decimals as there are. */
  public static final NumberForm PLAIN = new NumberForm("General" + GAP, -1);

  /** Decimals up to which forms are made once: a large table asks for them in every cell. */
  private static final int USUAL_DECIMALS = 9;

  private static final List<NumberForm> FIXED = usual(NumberForm::newFixed);
  private static final List<NumberForm> CHANGES = usual(NumberForm::newChange);

  /** Whole numbers. */
  public static final NumberForm WHOLE = fixed(0);

  private static final NumberForm WHOLE_PLACES = newPlaces(WHOLE);
  private static final NumberForm SHARED_PLACES = newPlaces(PLAIN);

  /** A share as per cent. */
  public static final NumberForm SHARE = new NumberForm("0.00%" + GAP, 4);

  private static List<NumberForm> usual(IntFunction<NumberForm> form) {
    return IntStream.rangeClosed(0, USUAL_DECIMALS).mapToObj(form).toList();
  }

  public static NumberForm fixed(int decimals) {
    return decimals <= USUAL_DECIMALS ? FIXED.get(decimals) : newFixed(decimals);
  }

  private static NumberForm newFixed(int decimals) {
    return new NumberForm(digits(decimals) + GAP, decimals);
  }

  /** A change: always with its sign, so that it reads alike in black and white. */
  public static NumberForm change(int decimals) {
    return decimals <= USUAL_DECIMALS ? CHANGES.get(decimals) : newChange(decimals);
  }

  private static NumberForm newChange(int decimals) {
    String digits = digits(decimals);
    return new NumberForm("+" + digits + GAP + ";-" + digits + GAP + ";" + digits + GAP, decimals);
  }

  /** The same with a word behind it; it stays a number. */
  public NumberForm marked(String mark) {
    return new NumberForm(pattern.replace(GAP, "") + "\" " + mark + "\"" + GAP, decimals);
  }

  /** A rank, which is half a place only where ties share the mean of their places. */
  public static NumberForm rank(TiePolicy ties) {
    return ties == TiePolicy.AVERAGE ? PLAIN : WHOLE;
  }

  /** Places gained or lost: an arrow and a number. */
  public static NumberForm places(TiePolicy ties) {
    return ties == TiePolicy.AVERAGE ? SHARED_PLACES : WHOLE_PLACES;
  }

  private static NumberForm newPlaces(NumberForm rank) {
    String digits = rank.pattern();
    return new NumberForm("\"↑\"" + digits + ";\"↓\"" + digits + ";\"－\"" + GAP, rank.decimals());
  }

  /**
   * Whether of two such figures of one sign the greater one is never narrower, so that of a column
   * only the ends need to be measured: not so where one has more decimals than another.
   */
  boolean isEven(double figure) {
    return decimals >= 0 || figure == (long) figure;
  }

  /** The width of {@code value} when shown. */
  double width(double value) {
    double signs = pattern.startsWith("\"") ? 2 : pattern.startsWith("+") ? 1 : 0;
    double gap = 1 + TextWidth.of(mark());
    if (decimals < 0 && value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Math.min(MOST_DIGITS, Long.toString((long) value).length()) + signs + gap;
    }
    if (decimals < 0) {
      return Math.min(MOST_DIGITS, Excel.number(value).length()) + signs + gap;
    }
    // A share is shown as per cent: the point moves, the sign is added.
    return length(value, decimals) + (this.equals(SHARE) ? 2 : 0) + signs + gap;
  }

  /** Digits, point and sign of {@code value} at {@code decimals} decimals. */
  static int length(double value, int decimals) {
    double absolute = Math.abs(value);
    int digits = 1;
    long bound = 10;
    while (absolute >= bound && digits < MOST_DIGITS) {
      digits++;
      bound *= 10;
    }
    // What may be rounded up to one more digit, or lose its sign, goes the long way.
    double unit = Math.pow(10, -decimals);
    boolean isClear = absolute + unit < bound && (value >= 0 || absolute > unit);
    if (!isClear) {
      return BigDecimal.valueOf(value)
          .setScale(decimals, RoundingMode.HALF_UP)
          .toPlainString()
          .length();
    }
    return digits + (decimals > 0 ? 1 + decimals : 0) + (value < 0 ? 1 : 0);
  }

  /** What {@link #marked} put behind. */
  private String mark() {
    int begin = pattern.indexOf("\" ");
    int end = pattern.lastIndexOf('"');
    return begin < 0 || end <= begin ? "" : pattern.substring(begin + 1, end);
  }

  private static String digits(int decimals) {
    return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
  }
}
