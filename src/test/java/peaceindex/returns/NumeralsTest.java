package peaceindex.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
  private static final String FORMAL_FROM = "零一二三四五六七八九十百千万亿两";
  private static final String FORMAL_TO = "〇壹贰叁肆伍陆柒捌玖拾佰仟萬億貳";

  private static Optional<BigDecimal> number(String words) {
    return Numerals.read(words).map(Numerals.Numeral::number);
  }

  @ParameterizedTest(name = "{0} is {1}{2}")
  @CsvSource(
      textBlock =
          """
          零,                     0,             ''
          〇,                     0,             ''
          一,                     1,             ''
          两,                     2,             ''
          十,                     10,            ''
          一十二,                 12,            ''
          廿五,                   25,            ''
          卅,                     30,            ''
          一百零五,               105,           ''
          一百一十,               110,           ''
          一百十五,               115,           ''
          一百廿五,               125,           ''
          两千零二十五,           2025,          ''
          一千零十,               1010,          ''
          十万七千,               107000,        ''
          十万零七千,             107000,        ''
          二十万零五百,           200500,        ''
          两万,                   20000,         ''
          一万零一,               10001,         ''
          一千万零五千,           10005000,      ''
          三亿五千万,             350000000,     ''
          一亿零五百万零三十,     105000030,     ''
          一万二千亿,             1200000000000, ''
          一万亿零一,             1000000000001, ''
          壹仟贰佰叁拾肆,         1234,          ''
          伍萬陸仟,               56000,         ''
          二〇二五,               2025,          ''
          一二〇,                 120,           ''
          二○,                    20,            ''
          三点五,                 3.5,           ''
          零点零五,               0.05,          ''
          一百二十点五〇,         120.50,        ''
          负三,                   -3,            ''
          负零点五,               -0.5,          ''
          百分之九十八点六,       98.6,          %
          百分之98.6,             98.6,          %
          百分之百,               100,           %
          百分之零,               0,             %
          负百分之三,             -3,            %
          千分之五,               5,             ‰
          3万5千,                 35000,         ''
          1亿2000万,              120000000,     ''
          2亿3456万7890,          234567890,     ''
          3万0500,                30500,         ''
          """)
  void reads(String words, BigDecimal number, String measure) {
    assertThat(Numerals.read(words)).contains(new Numerals.Numeral(number, measure));
  }

  @ParameterizedTest(name = "{0} is none")
  @ValueSource(
      strings = {
        "",
        "百",
        "万",
        "亿三",
        "十百",
        "百百",
        "一十百",
        "三三十",
        "十十",
        "廿十",
        "一万一万",
        "一万万一",
        "一亿亿",
        // 150 to some, 105 to others
        "一百五",
        "三千五",
        "一万五",
        "3万5",
        // a skipped place is said, and only a skipped one
        "一千五十",
        "一万五百",
        "一百零",
        "一百零十",
        "一百零零五",
        "一千零五百",
        "零五",
        "零十",
        "一万一千零",
        "三万零五千",
        // seven or eight, three to five
        "七八",
        "三五",
        "百分之七八",
        "七八十",
        "〇七",
        "两两",
        "两十",
        "一百零两",
        "十两",
        "二两三",
        "点五",
        "三点",
        "三点十五",
        "三点五万",
        "三点五点六",
        "负",
        "负负三",
        "百分之",
        "百分之负三",
        "千分之百",
        "百分之九十八%",
        "半",
        "九成",
        "几十",
        "约三",
        "三起",
        "一月",
        "123",
        "3.5",
        "张三",
        "○○"
      })
  void isNone(String words) {
    assertThat(Numerals.read(words)).isEmpty();
  }

  @Test
  void everyNumberInEveryStyleComesBack() {
    for (long number = 0; number < 20_000; number++) {
      comesBack(number);
    }
    Random random = new Random(20251231);
    for (int i = 0; i < 100_000; i++) {
      comesBack((long) Math.pow(10, random.nextDouble() * 12));
      // Many zeros, where the rules are.
      long sparse = 0;
      for (int digit = 0; digit < 12; digit++) {
        sparse = sparse * 10 + (random.nextInt(3) == 0 ? random.nextInt(10) : 0);
      }
      comesBack(sparse);
    }
    comesBack(1_000_000_000_000L);
  }

  private static void comesBack(long number) {
    String words = inWords(number);
    BigDecimal expected = BigDecimal.valueOf(number);
    assertThat(number(words)).as(words).contains(expected);
    String formal = translate(words);
    assertThat(number(formal)).as(formal).contains(expected);
    String digits = translate(Long.toString(number), "0123456789", "〇一二三四五六七八九");
    if (number < 10 || number > 99 || digits.indexOf('〇') >= 0) {
      assertThat(number(digits)).as(digits).contains(expected);
    }
    String decimal = words + "点" + digits;
    assertThat(number(decimal)).as(decimal).contains(new BigDecimal(number + "." + number));
    assertThat(Numerals.read("百分之" + words)).contains(new Numerals.Numeral(expected, "%"));
    // A word too many somewhere is not passed over.
    assertThat(number(words + "亿亿")).isEmpty();
    assertThat(number("零" + words)).isEmpty();
  }

  private static String translate(String words) {
    return translate(words, FORMAL_FROM, FORMAL_TO);
  }

  private static String translate(String text, String from, String to) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(c -> out.append(from.indexOf(c) < 0 ? (char) c : to.charAt(from.indexOf(c))));
    return out.toString();
  }

  /**
   * Written from the left digit by digit, with no thought of how it is read: a digit and its place,
   * the name of four places after them, 零 before a digit that follows noughts.
   */
  private static String inWords(long number) {
    if (number == 0) {
      return "零";
    }
    String digits = Long.toString(number);
    StringBuilder words = new StringBuilder();
    int noughts = 0;
    boolean inGroup = false;
    for (int i = 0; i < digits.length(); i++) {
      int place = digits.length() - 1 - i;
      int digit = digits.charAt(i) - '0';
      if (digit == 0) {
        noughts++;
      } else {
        // Noughts that end a group of four are not said before a full group, but empty groups are.
        words.append(noughts > 3 || (noughts > 0 && (inGroup || place % 4 != 3)) ? "零" : "");
        words.append("一二三四五六七八九".charAt(digit - 1));
        words.append(new String[] {"", "十", "百", "千"}[place % 4]);
        noughts = 0;
        inGroup = true;
      }
      if (place % 4 == 0) {
        boolean any = inGroup || (place == 8 && number >= 1_000_000_000_000L);
        words.append(
            place == 12 ? "万" : place == 8 && any ? "亿" : place == 4 && inGroup ? "万" : "");
        inGroup = false;
      }
    }
    return words.toString();
  }
}
