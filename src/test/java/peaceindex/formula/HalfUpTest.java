package peaceindex.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfUpTest {

  @ParameterizedTest(name = "{0} at {1} decimals is {2}")
  @CsvSource({
    "0.0000000005, 9, 0.000000001",
    "0.00000000049999, 9, 0",
    "-0.0000000005, 9, -0.000000001",
    "-0.0000000004, 9, 0",
    "1.0049999995, 2, 1.01",
    "1.00499999949, 2, 1",
    "12345678.125, 2, 12345678.13",
    "99.9999999995, 9, 100",
    "1e15, 2, 1e15",
    "4.9e-324, 9, 0"
  })
  void roundsWhatAReaderSees(double x, int decimals, double expected) {
    assertThat(Double.compare(HalfUp.of(x, decimals), expected)).isZero();
  }

  @Test
  void isTheRoundingOfTheDecimalForAnyNumber() {
    Random random = new Random(20260101);
    for (int i = 0; i < 200_000; i++) {
      double x = number(random);
      for (int decimals : new int[] {0, 1, 2, 4, 9, 11}) {
        double expected =
            BigDecimal.valueOf(x)
                .setScale(9, RoundingMode.HALF_UP)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
        assertThat(Double.doubleToRawLongBits(HalfUp.of(x, decimals)))
            .as("%s at %s decimals", x, decimals)
            .isEqualTo(Double.doubleToRawLongBits(expected));
      }
    }
  }

  /** Scores, halves of the last decimal and their neighbours, and whatever else there is. */
  private static double number(Random random) {
    double score = random.nextInt(200_001) - 100_000 + random.nextDouble();
    return switch (random.nextInt(5)) {
      case 0 -> random.nextDouble() * 100;
      case 1 -> Math.round(score * 1e3) / 1e3 + 0.0005;
      case 2 -> (2 * random.nextInt(1_000_000) + 1) / 2e9;
      case 3 -> Math.nextAfter((2 * random.nextInt(1_000_000) + 1) / 2e9, random.nextInt(3) - 1);
      default -> score * Math.pow(10, random.nextInt(20) - 10);
    };
  }
}
