package peaceindex.returns.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.panel.FieldKind;

/** How far a figure may be from the median of its own past. */
class JumpTest {

  @ParameterizedTest(name = "{0}: {1} after {2}, limit {3}: {4}")
  @CsvSource({
    // cases: three times as many, and more than chance makes of them
    "COUNT,      121,   40, 3, true",
    "COUNT,      120,   40, 3, false",
    "COUNT,       13,   40, 3, true",
    "COUNT,       14,   40, 3, false",
    "COUNT,      400,   40, 3, true",
    "COUNT,        4,    1, 3, false",
    "COUNT,        7,    2, 3, false",
    "COUNT,       12,    1, 3, true",
    "COUNT,        1,    6, 3, false",
    "COUNT,        1,   30, 3, true",
    // nothing where there was something, and the other way round
    "COUNT,        0,    9, 3, false",
    "COUNT,        0,   10, 3, true",
    "COUNT,       10,    0, 3, true",
    "COUNT,        0,    0, 3, false",
    // people, with a narrower limit
    "POPULATION, 26100, 21000, 1.2, true",
    "POPULATION, 25000, 21000, 1.2, false",
    "POPULATION, 2.1,   21000, 3,   true",
    // percentages: points, not factors
    "PERCENTAGE,  49,   98, 20, true",
    "PERCENTAGE,  78.5, 98, 20, false",
    "PERCENTAGE,   1,    4, 20, false",
    "PERCENTAGE,   0.98, 98, 20, true",
    // amounts and other numbers: no number is a multiple of 0, or of a negative one
    "AMOUNT,   31000, 10000, 3, true",
    "AMOUNT,   30000, 10000, 3, false",
    "AMOUNT,       0, 10000, 3, false",
    "NUMBER,      -2,     3, 3, false",
    "NUMBER,     -20,    -3, 3, true"
  })
  void aFigureHasJumped(FieldKind kind, double now, double past, double limit, boolean expected) {
    assertThat(Jump.hasJumped(kind, now, past, limit)).isEqualTo(expected);
  }
}
