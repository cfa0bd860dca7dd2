package peaceindex.report.workbook.ooxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlBytesTest {
  private static final long LARGE = 1_000_000_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-17, -17",
    "0.5, 0.5",
    "-0.25, -0.25",
    "67.349830614, 67.349830614",
    "0.000000001, 0.000000001",
    "100.1, 100.1",
    "9007199254740991, 9007199254740991",
    "1234567.891, 1234567.891",
    "0.1, 0.1"
  })
  void aFigureHasItsShortestDigits(double figure, String digits) {
    assertThat(written(figure)).isEqualTo(digits);
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFigureReadAgainIsTheSameToTheLastBit(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      double published = Math.rint(random.nextDouble() * 1e11) / Math.pow(10, random.nextInt(12));
      for (double figure : new double[] {any, published, -published, random.nextGaussian()}) {
        if (Double.isFinite(figure)) {
          assertThat(Double.parseDouble(written(figure))).isEqualTo(figure + 0.0);
        }
      }
    }
  }

  /** What has up to nine decimals and no more than millions is written like the decimal it is. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aPublishedFigureIsWrittenAsItIsPublished(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      BigDecimal published =
          BigDecimal.valueOf(random.nextLong(-LARGE, LARGE), 9).stripTrailingZeros();
      assertThat(written(published.doubleValue())).isEqualTo(published.toPlainString());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoFigureIsRefused(double none) {
    assertThatThrownBy(() -> written(none)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 10, -1, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53})
  void aWholeNumberHasAllItsDigits(long number) {
    XmlBytes xml = new XmlBytes(1);
    xml.number(number);
    assertThat(string(xml)).isEqualTo(Long.toString(number));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "青石镇|青石镇",
        "a<b>&\"c\"|a&lt;b&gt;&amp;&quot;c&quot;",
        "é|é",
        "\uD83D\uDE00|\uD83D\uDE00",
        "x\uD83D|x?",
        "\uDE00x|?x",
        "a\u0001b|a?b",
        "a\uFFFFb|a?b"
      },
      delimiter = '|')
  void textIsEscaped(String text, String xml) {
    assertThat(string(new XmlBytes(1).text(text))).isEqualTo(xml);
  }

  @Test
  void linesAndTabsAreKept() {
    assertThat(string(new XmlBytes(1).text("a\nb\tc\rd"))).isEqualTo("a&#10;b&#9;c&#13;d");
  }

  private static String written(double figure) {
    return string(new XmlBytes(1).number(figure));
  }

  private static String string(XmlBytes xml) {
    return new String(xml.bytes(), 0, xml.size(), StandardCharsets.UTF_8);
  }
}
