package peaceindex.report.workbook.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcelTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "100, 100",
    "-3, -3",
    "0.3, 0.3",
    "1e-7, 0.0000001",
    "0.001, 0.001",
    "0.00099, 0.00099",
    "9999999.5, 9999999.5",
    "1e7, 10000000",
    "12345678.9, 12345678.9",
    "-1e300, -1e300"
  })
  void writesNoExponent(double number, BigDecimal expected) {
    assertThat(Excel.number(number)).isEqualTo(expected.toPlainString());
  }

  @Test
  void isTheDecimalOfAnyNumber() {
    Random random = new Random(20260101);
    for (int i = 0; i < 100_000; i++) {
      double number = random.nextGaussian() * Math.pow(10, random.nextInt(24) - 8);
      number = i % 3 == 0 ? Math.rint(number) : number;
      String plain = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      assertThat(Excel.number(number)).isEqualTo(number == 0 ? "0" : plain);
    }
  }
}
