package peaceindex.returns;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Numbers written in words: 一千二百三十四, 壹仟贰佰叁拾肆, 一二三四, 三点五, 负五, 百分之九十八点六, and figures that words stand
 * between: 3万5千, 1亿2000万.
 *
 * <p>Only what is well formed is a number. Where a place is skipped 零 must say so (一百零五), as 一百五 is
 * 150 to some and a slip to others; where it need not (十万七千, 十万零七千) both are read. 七八 may mean 78
 * or "seven or eight" and is none.
 */
final class Numerals {

  /**
   * A number in words.
   *
   * @param measure {@code %} or {@code ‰} where the words say so (百分之五, 千分之五), else empty
   */
  record Numeral(BigDecimal number, String measure) {}

  private static final String DIGITS = "零一二三四五六七八九";
  private static final int NONE = 4;

  /** Other characters for the same: those of cheques and of traditional writing. */
  private static final Map<Character, Character> PLAIN =
      Map.ofEntries(
          Map.entry('〇', '零'),
          Map.entry('○', '零'),
          Map.entry('壹', '一'),
          Map.entry('贰', '二'),
          Map.entry('貳', '二'),
          Map.entry('兩', '两'),
          Map.entry('叁', '三'),
          Map.entry('叄', '三'),
          Map.entry('參', '三'),
          Map.entry('肆', '四'),
          Map.entry('伍', '五'),
          Map.entry('陆', '六'),
          Map.entry('陸', '六'),
          Map.entry('柒', '七'),
          Map.entry('捌', '八'),
          Map.entry('玖', '九'),
          Map.entry('拾', '十'),
          Map.entry('佰', '百'),
          Map.entry('仟', '千'),
          Map.entry('萬', '万'),
          Map.entry('億', '亿'),
          Map.entry('點', '点'),
          Map.entry('負', '负'));

  private static final Expression FIGURES = new Expression("(?:0|[1-9]\\d*)(?:\\.\\d+)?");

  /** Nothing may be left open: 3万5 is 35,000 to some and 30,005 to others. */
  private static final Expression MIXED =
      new Expression("(?:([1-9]\\d{0,3})亿)?(?:([1-9]\\d{0,3})万)?(?:([1-9])千|(\\d{4}))?");

  private Numerals() {}

  /** The number that a text without blanks says in words, if it is nothing else. */
  static Optional<Numeral> read(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.chars().forEach(c -> plain.append((char) PLAIN.getOrDefault((char) c, (char) c)));
    String words = plain.toString();
    boolean negative = words.startsWith("负");
    String rest = negative ? words.substring(1) : words;
    String measure = "";
    if (rest.startsWith("百分之") || rest.startsWith("千分之")) {
      measure = rest.startsWith("百") ? "%" : "‰";
      rest = rest.substring(3);
    }
    BigDecimal number = measure.isEmpty() ? mixed(rest) : figures(rest, measure);
    if (number == null) {
      number = decimal(rest);
    }
    return number == null
        ? Optional.empty()
        : Optional.of(new Numeral(negative ? number.negate() : number, measure));
  }

  /** What may follow 百分之 beside words: figures, and 百. */
  private static @Nullable BigDecimal figures(String text, String measure) {
    if (text.equals("百") && measure.equals("%")) {
      return BigDecimal.valueOf(100);
    }
    return FIGURES.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  /** Figures with words between them; 3万 alone is a figure and its measure. */
  private static @Nullable BigDecimal mixed(String text) {
    Matcher matcher = MIXED.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    long sum = 0;
    int parts = 0;
    long[] worth = {100_000_000, 10_000, 1_000, 1};
    for (int group = 1; group <= worth.length; group++) {
      if (matcher.group(group) != null) {
        sum += Long.parseLong(matcher.group(group)) * worth[group - 1];
        parts++;
      }
    }
    return parts < 2 ? null : BigDecimal.valueOf(sum);
  }

  private static @Nullable BigDecimal decimal(String words) {
    int point = words.indexOf('点');
    if (point < 0) {
      return whole(words);
    }
    BigDecimal whole = whole(words.substring(0, point));
    String digits = digits(words.substring(point + 1));
    return whole == null || digits == null ? null : new BigDecimal(whole + "." + digits);
  }

  private static @Nullable BigDecimal whole(String words) {
    if (words.equals("零")) {
      return BigDecimal.ZERO;
    }
    String digits = digits(words);
    if (digits == null || digits.length() == 1) {
      long number = hundredMillions(words);
      return number < 0 ? null : BigDecimal.valueOf(number);
    }
    boolean mayBeARange = digits.length() == 2 && digits.indexOf('0') < 0;
    return mayBeARange || digits.startsWith("0") ? null : new BigDecimal(digits);
  }

  /** One word a digit, as figures; null if other words are among them, or none. */
  private static @Nullable String digits(String words) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      int digit = DIGITS.indexOf(words.charAt(i));
      if (digit < 0) {
        return null;
      }
      digits.append(digit);
    }
    return digits.isEmpty() ? null : digits.toString();
  }

  // The number, or -1 if the words are none. What stands before 亿 is below 10^8, as in 一万二千亿.

  private static long hundredMillions(String words) {
    return grouped(words, '亿', 100_000_000);
  }

  private static long tenThousands(String words) {
    return grouped(words, '万', 10_000);
  }

  private static long grouped(String words, char name, long worth) {
    int at = words.indexOf(name);
    if (at < 0) {
      return below(words, worth);
    }
    long high = below(words.substring(0, at), worth);
    String rest = words.substring(at + 1);
    if (high < 0 || rest.isEmpty()) {
      return high < 0 ? -1 : high * worth;
    }
    boolean zero = rest.startsWith("零");
    long low = below(zero ? rest.substring(1) : rest, worth);
    boolean skips = low < worth / 10;
    boolean well = skips ? zero : !zero || high % 10 == 0;
    return low < 0 || !well ? -1 : high * worth + low;
  }

  private static long below(String words, long worth) {
    return worth == 10_000 ? thousands(words) : tenThousands(words);
  }

  private static int thousands(String words) {
    int sum = 0;
    int last = NONE;
    boolean zero = false;
    for (int i = 0; i < words.length(); i++) {
      char word = words.charAt(i);
      if (word == '零') {
        if (zero || last == NONE) {
          return -1;
        }
        zero = true;
        continue;
      }
      int digit = word == '十' ? 1 : word == '两' ? 2 : DIGITS.indexOf(word);
      int place = word == '十' ? 1 : 0;
      int score = "廿卅卌".indexOf(word);
      if (score >= 0) {
        digit = score + 2;
        place = 1;
      } else if (word != '十' && i + 1 < words.length()) {
        place = Math.max(0, "个十百千".indexOf(words.charAt(i + 1)));
        i += place > 0 ? 1 : 0;
      }
      boolean skips = last != NONE && last - place > 1;
      boolean pair = word != '两' || place >= 2 || words.length() == 1;
      if (digit < 0 || place >= last || zero != skips || !pair) {
        return -1;
      }
      sum += digit * (int) Math.pow(10, place);
      last = place;
      zero = false;
    }
    return zero || sum == 0 ? -1 : sum;
  }
}
