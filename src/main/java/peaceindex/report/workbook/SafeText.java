package peaceindex.report.workbook;

/** Strangers' words on their way into a cell: names, file names, parts of messages. */
public final class SafeText {
  /** What a cell of an xlsx file can hold, in UTF-16 units. */
  static final int LONGEST = 32_767;

  private static final char FIRST_HAN = '\u4E00';
  private static final char LAST_HAN = '\u9FFF';
  private static final String CUT = "…";

  private SafeText() {}

  /**
   * {@code text} on one line, without control characters, halves of characters and marks that turn
   * the direction of writing, and no longer than a cell can hold.
   */
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST));
    for (int i = 0; i < text.length() && out.length() <= LONGEST; ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
        out.append(' ');
      } else if (isSafe(codePoint)) {
        out.appendCodePoint(codePoint);
      }
    }
    return out.length() <= LONGEST ? out.toString() : cut(out);
  }

  /** Whether it is short and all of letters and digits that nobody could mind: most words are. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~') && (c < FIRST_HAN || c > LAST_HAN)) {
        return false;
      }
    }
    return text.length() <= LONGEST;
  }

  private static String cut(StringBuilder text) {
    int end = LONGEST - CUT.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + CUT;
  }

  /** Whether a spreadsheet could take {@code text} for a formula once somebody edits the cell. */
  static boolean looksLikeFormula(String text) {
    char first = text.isEmpty() ? 'a' : text.charAt(0);
    boolean isLetter = first > '@' && first <= LAST_HAN;
    return !isLetter && "=+-@＝＋－＠".indexOf(first) >= 0;
  }

  private static boolean isSafe(int codePoint) {
    int type = Character.getType(codePoint);
    boolean turns =
        (codePoint >= 0x202A && codePoint <= 0x202E)
            || (codePoint >= 0x2066 && codePoint <= 0x2069);
    boolean character = (codePoint & 0xFFFE) != 0xFFFE;
    return type != Character.CONTROL && type != Character.SURROGATE && !turns && character;
  }
}
