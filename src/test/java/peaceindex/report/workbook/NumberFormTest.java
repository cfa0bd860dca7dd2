package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digits are counted as if the figure were written out. */
class NumberFormTest {

  @ParameterizedTest(name = "{0} at {1} decimals")
  @CsvSource({
    "0, 0",
    "0, 2",
    "-0.0, 2",
    "9.99, 1",
    "9.94, 1",
    "99.995, 2",
    "-0.004, 2",
    "-0.005, 2",
    "-0.5, 0",
    "-0.4, 0",
    "0.5, 0",
    "100, 9",
    "999999999999.9, 0",
    "1e14, 2",
    "123456789012345678, 3"
  })
  void countsWhatIsWritten(double value, int decimals) {
    assertThat(NumberForm.length(value, decimals)).isEqualTo(written(value, decimals));
  }

  @Test
  void countsAnyNumberAsItIsWritten() {
    Random random = new Random(20260101);
    for (int i = 0; i < 100_000; i++) {
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 6);
      int decimals = random.nextInt(12);
      // Close to where a digit more is needed.
      value = i % 3 == 0 ? Math.copySign(Math.pow(10, random.nextInt(8)), value) - value : value;
      assertThat(NumberForm.length(value, decimals))
          .as("%s at %s decimals", value, decimals)
          .isEqualTo(written(value, decimals));
    }
  }

  private static int written(double value, int decimals) {
    return BigDecimal.valueOf(value)
        .setScale(decimals, RoundingMode.HALF_UP)
        .toPlainString()
        .length();
  }
}
