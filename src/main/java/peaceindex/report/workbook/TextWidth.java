package peaceindex.report.workbook;

/**
 * The width of text, in digits of the body font. Chinese characters, full-width forms and the
 * punctuation that Chinese fonts draw as wide as a character count 2. The machine's fonts are never
 * asked: they differ from one to the next, and the reader's are other ones again.
 */
public final class TextWidth {
  private static final String WIDE_SIGNS = "±×÷°·§¶";

  /** No character is wider. */
  static final int WIDEST = 2;

  private static final char FIRST_HAN = '\u4E00';
  private static final char LAST_HAN = '\u9FFF';
  private static final String WIDE_LETTERS = "mwMWOQ%@&";

  /** The widths of the characters that are in every alphabet. */
  private static final double[] ASCII = new double[128];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      ASCII[c] = measured(c);
    }
  }

  private TextWidth() {}

  /** The width of {@code text} on one line. */
  public static double of(String text) {
    double width = 0;
    int length = text.length();
    for (int i = 0; i < length; ) {
      char c = text.charAt(i);
      if (c >= FIRST_HAN && c <= LAST_HAN) {
        width += 2;
        i++;
        continue;
      }
      if (c < ASCII.length) {
        width += ASCII[c];
        i++;
        continue;
      }
      int codePoint = text.codePointAt(i);
      width += of(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }

  static double of(int codePoint) {
    return codePoint < ASCII.length ? ASCII[codePoint] : measured(codePoint);
  }

  private static double measured(int codePoint) {
    if (isWide(codePoint)) {
      return 2;
    }
    if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
      return 0;
    }
    if (codePoint < 128 && WIDE_LETTERS.indexOf(codePoint) >= 0) {
      return 1.5;
    }
    return Character.isUpperCase(codePoint) ? 1.3 : 1;
  }

  /** Whether it stands in a square; a line may break before and after it. */
  static boolean isWide(int codePoint) {
    return codePoint >= 0x1100 || WIDE_SIGNS.indexOf(codePoint) >= 0;
  }

  /** How many lines {@code text} takes up in a cell {@code width} wide that wraps. */
  static int lines(String text, double width) {
    int lines = 0;
    for (int from = 0; from <= text.length(); ) {
      int end = lineEnd(text, from);
      lines += lines(text, from, end, width);
      from = end + 1;
    }
    return lines;
  }

  /** Where the line ends that begins at {@code from}. */
  static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** How many lines a part of a text takes up that has no line breaks of its own. */
  private static int lines(String text, int from, int end, double width) {
    int lines = 1;
    double used = 0;
    double word = 0;
    for (int i = from; i <= end; ) {
      int codePoint = i < end ? text.codePointAt(i) : ' ';
      i += Character.charCount(codePoint);
      if (!isBreak(codePoint)) {
        word += of(codePoint);
        continue;
      }
      for (double piece : new double[] {word, codePoint == ' ' ? 0 : of(codePoint)}) {
        if (used > 0 && used + piece > width) {
          lines++;
          used = 0;
        }
        used += piece;
        while (used > width && used > 2) {
          lines++;
          used -= width;
        }
      }
      used += codePoint == ' ' ? 1 : 0;
      word = 0;
    }
    return lines;
  }

  /**
   * The least width in which {@code text} wraps to at most {@code lines} without cutting a word.
   */
  static double narrowest(String text, int lines) {
    double width = longestWord(text);
    while (lines(text, width) > lines) {
      width++;
    }
    return width;
  }

  private static double longestWord(String text) {
    double longest = 0;
    double word = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      word = isBreak(codePoint) ? 0 : word + of(codePoint);
      longest = Math.max(longest, isWide(codePoint) ? 2 : word);
      i += Character.charCount(codePoint);
    }
    return longest;
  }

  private static boolean isBreak(int codePoint) {
    return codePoint == ' ' || codePoint == '\n' || isWide(codePoint);
  }
}
