package peaceindex.sheet;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** What a number format says of a number: that it is a date, or a percentage. */
record NumberFormats(boolean isDate, boolean isPercent) {
  static final NumberFormats GENERAL = new NumberFormats(false, false);

  /**
   * Judges a format.
   *
   * @param code the format's code; empty for a built-in one
   */
  static NumberFormats of(int id, String code) {
    String format = code;
    if (format.isEmpty()) {
      String builtin = BuiltinFormats.getBuiltinFormat(id);
      format = builtin == null ? "General" : builtin;
    }
    return new NumberFormats(DateUtil.isADateFormat(id, format), hasPercent(format));
  }

  /** A percent sign counts unless it is quoted or escaped: {@code 0.0"%"} shows 94.3 as 94.3%. */
  private static boolean hasPercent(String format) {
    boolean quoted = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
        i++;
      } else if (!quoted && c == '%') {
        return true;
      }
    }
    return false;
  }
}
