package peaceindex.index.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.formula.Formula;
import peaceindex.formula.FormulaParser;

class RateTest {

  private static Formula parse(String text) {
    return FormulaParser.parse(text, Optional::of).formula().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "a / b,                 a,     b,     1",
    "a / b * 100,           a,     b,     100",
    "100 * a / b,           a,     b,     100",
    "100 * (a / b),         a,     b,     100",
    "a * 100 / b,           a,     b,     100",
    "(a + c) / b * 10000,   a + c, b,     10000",
    "a / (b - c) * 1000,    a,     b - c, 1000",
    "a / (b / 10000),       a,     b,     10000",
    "a / b * 12 / 3 * 10,   a,     b,     40",
    "a / (2 * b),           a,     b,     0.5",
  })
  void whatIsARate(String value, String numerator, String denominator, double factor) {
    Rate rate = Rate.of(parse(value)).orElseThrow();
    assertThat(rate.numerator()).isEqualTo(parse(numerator));
    assertThat(rate.denominator()).isEqualTo(parse(denominator));
    assertThat(rate.factor()).isCloseTo(factor, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "a",
    "12",
    "a * 100",
    "100 / b",
    "a + b",
    "a * b / c",
    "a / b / c",
    "a / b + c / b",
    "100 - a / b",
    "0 * a / b",
    "a / b / 0",
    "ln(a / b)",
    "-a / b * 100 + 3",
    "(a / c + d) / b",
    "a / b * -1",
    "a / b ^ 2 * c",
  })
  void whatIsNone(String value) {
    assertThat(Rate.of(parse(value))).isEmpty();
  }
}
