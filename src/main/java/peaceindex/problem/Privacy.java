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
  /** Those of a landline: three of its area and seven of its own. */
  private static final int LEAST_DIGITS = 10;

  private static final String MASK = "***";
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![0-9])(?:"
              + "[1-9][0-9]{16}[0-9Xx]"
              + "|[1-9][0-9]{14}"
              + "|(?:\\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"
              + "|0[0-9]{2,3}[ -]?[0-9]{7,8}"
              + ")(?![0-9])");

  private Privacy() {}

  /** {@code text} with every personal number replaced by {@code ***}. */
  public static String mask(String text) {
    return hasFewDigits(text) ? text : PERSONAL.matcher(text).replaceAll(MASK);
  }

  /** Whether {@code text} holds a personal number. */
  public static boolean isPersonal(String text) {
    return !hasFewDigits(text) && PERSONAL.matcher(text).find();
  }

  /** Whether it has too few digits for any such number, as nearly all texts have. */
  private static boolean hasFewDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      }
    }
    return digits < LEAST_DIGITS;
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
