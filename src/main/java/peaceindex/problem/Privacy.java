package peaceindex.problem;

import java.util.regex.Pattern;

/**
 * The last guard of a line that is never crossed: no message may carry a telephone or identity
 * number found in a return. Every argument of every problem passes through here.
 *
 * <p>Masked are mainland identity numbers (18 characters, or 15 digits of the old kind), mobile
 * numbers (11 digits from 13 to 19, grouped or not, with or without +86) and landlines with an area
 * code. Unit codes of 6, 9 or 12 digits are left alone.
 */
public final class Privacy {
  private static final String MASK = "***";
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![0-9])(?:"
              + "[1-9][0-9]{16}[0-9Xx]"
              + "|[1-9][0-9]{14}"
              + "|(?:\\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"
              + "|0[0-9]{2,3}[ -]?[0-9]{7,8}"
              + ")(?![0-9])");

  /** The shortest of these numbers, a landline, has so many digits. */
  private static final int FEWEST_DIGITS = 10;

  private Privacy() {}

  /** {@code text} with every personal number replaced by {@code ***}. */
  public static String mask(String text) {
    return hasDigits(text) ? PERSONAL.matcher(text).replaceAll(MASK) : text;
  }

  /** Whether {@code text} holds a personal number. */
  public static boolean isPersonal(String text) {
    return hasDigits(text) && PERSONAL.matcher(text).find();
  }

  /**
   * Whether enough digits stand together, with nothing between them but what may stand there in
   * such a number. Every place and every argument passes through here; most hold none.
   */
  private static boolean hasDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c != ' ' && c != '-') {
        digits = 0;
      }
    }
    return digits == FEWEST_DIGITS;
  }

  static Object maskValue(Object value) {
    if (value instanceof String text) {
      return mask(text);
    }
    if (value instanceof Text text) {
      return new Text(mask(text.zh()), mask(text.en()));
    }
    return value;
  }
}
