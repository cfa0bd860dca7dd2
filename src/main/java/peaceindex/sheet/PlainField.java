package peaceindex.sheet;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field of a text or web page is, which holds what was shown and no stored value.
 *
 * <p>A field is a number only if it can mean nothing else and loses nothing by it: {@code 12},
 * {@code -3.5}, {@code .5}; and {@code 98.6%} is 0.986 as a percentage. Text stay
 *
 * <ul>
 *   <li>{@code 007} and numbers of more than 15 digits: codes;
 *   <li>{@code 1.2E+11}: rounded when it was shown;
 *   <li>{@code 1,234}: in some countries a fraction;
 *   <li>dates, whose order of day and month nobody knows.
 * </ul>
 *
 * The reader of figures looks at these again, knowing which field they belong to.
 */
final class PlainField {
  private static final int EXACT_DIGITS = 15;
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?(?:(?:0|[1-9]\\d*)(?:\\.\\d+)?|\\.\\d+))(%?)");

  private PlainField() {}

  /** Adds a field to the cells, without the blanks around it. */
  static void into(Cells.Builder cells, int row, int column, String field, int bits) {
    String text = field.strip();
    Matcher matcher = NUMBER.matcher(text);
    if (text.length() <= 2 * EXACT_DIGITS
        && matcher.matches()
        && text.chars().filter(c -> c >= '0' && c <= '9').count() <= EXACT_DIGITS) {
      boolean percent = !matcher.group(2).isEmpty();
      // By decimals, as 98.6 / 100 is not 0.986 in binary.
      BigDecimal number = new BigDecimal(matcher.group(1)).movePointLeft(percent ? 2 : 0);
      cells.number(
          row,
          column,
          number.doubleValue(),
          percent ? NumberFormats.PERCENT : NumberFormats.GENERAL,
          bits);
    } else {
      cells.text(row, column, text, bits);
    }
  }
}
