package peaceindex.sheet;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What a number format says of a number: that it is a date, or a percentage. A per mille sign says
 * nothing: it is a letter like any other, and the number is shown as it is stored.
 */
record NumberFormats(boolean isDate, boolean isPercent) {
  /** Built-in formats up to this one are numbers: General, 0, 0.00, #,##0 … 0%, 0.00%. */
  private static final int LAST_PLAIN_ID = 10;

  private static final int PERCENT_ID = 9;
  private static final int PERCENT_DECIMALS_ID = 10;

  /** Formats of a workbook's own begin well beyond. */
  private static final int LAST_BUILT_IN_ID = 163;

  private static final String DATE_LETTERS = "yYmMdDhHsS";

  static final NumberFormats GENERAL = new NumberFormats(false, false);
  static final NumberFormats DATE = new NumberFormats(true, false);
  static final NumberFormats PERCENT = new NumberFormats(false, true);

  /**
   * Judges a format.
   *
   * @param code the format's code; empty for a built-in one
   */
  static NumberFormats of(int id, String code) {
    if (isPlain(id, code)) {
      return hasPercent(code) || id == PERCENT_ID || id == PERCENT_DECIMALS_ID ? PERCENT : GENERAL;
    }
    String format = code;
    if (format.isEmpty()) {
      String builtin = BuiltinFormats.getBuiltinFormat(id);
      format = builtin == null ? "General" : builtin;
    }
    return new NumberFormats(DateUtil.isADateFormat(id, format), hasPercent(format));
  }

  /**
   * Whether it can be no date, as nearly all: then POI, which takes longer to begin than many a
   * return to read, need not be asked. Without a letter for a part of a date there is none, but for
   * built-in formats, whose code is not in the file.
   */
  private static boolean isPlain(int id, String code) {
    if (id > LAST_PLAIN_ID && id <= LAST_BUILT_IN_ID) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      if (DATE_LETTERS.indexOf(code.charAt(i)) >= 0) {
        return false;
      }
    }
    return !code.isEmpty() || (id >= 0 && id <= LAST_PLAIN_ID);
  }

  /** Judges a format by its code, or by the name that an XML spreadsheet may give it. */
  static NumberFormats ofName(String name) {
    return switch (name) {
      case "" -> GENERAL;
      case "Percent" -> PERCENT;
      case "General Date",
          "Long Date",
          "Medium Date",
          "Short Date",
          "Long Time",
          "Medium Time",
          "Short Time" ->
          DATE;
      // No built-in format has this number, so the code decides.
      default -> of(Short.MAX_VALUE, name);
    };
  }

  /** A percent sign counts unless it is quoted or escaped: {@code 0.0"%"} shows 94.3 as 94.3%. */
  private static boolean hasPercent(String format) {
    boolean quoted = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\\' || c == '!' || c == '_' || c == '*')) {
        i++;
      } else if (!quoted && c == '%') {
        return true;
      }
    }
    return false;
  }
}
