package peaceindex.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaParserTest {
  private static final Map<String, Double> COLUMNS =
      Map.of(
          "受理数", 40.0,
          "化解数", 36.0,
          "110接警数", 7.0,
          "Wounding / GBH", 50.0,
          "群众满意度(%)", 96.5,
          "pop", 20000.0,
          "零", 0.0);

  private static double evaluate(String text) {
    FormulaParser.Result result =
        FormulaParser.parse(
            text, name -> COLUMNS.containsKey(name) ? Optional.of(name) : Optional.empty());
    assertThat(result.faults()).as(text).isEmpty();
    return Evaluator.evaluate(
        result.formula().orElseThrow(),
        new Frame() {
          @Override
          public int rows() {
            return 1;
          }

          @Override
          public double[] column(String name) {
            return new double[] {COLUMNS.getOrDefault(name, Double.NaN)};
          }

          @Override
          public Statistics reference(int row) {
            return Statistics.of(new double[0]);
          }
        })[0];
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          化解数 / 受理数 * 100           | 90
          化解数÷受理数×100               | 90
          （化解数／受理数）＊１００       | 90
          [化解数] / [ 受理数 ] * 100     | 90
          110接警数 / pop * 10000         | 3.5
          [Wounding / GBH] / pop * 1e4    | 25
          [群众满意度(%)] - 0.5           | 96
          [群众满意度（%）]               | 96.5
          1 + 2 * 3                       | 7
          (1 + 2) * 3                     | 9
          2 - 3 - 4                       | -5
          12 / 3 / 2                      | 2
          2 ^ 3 ^ 2                       | 512
          -2 ^ 2                          | -4
          2 ^ -1                          | 0.5
          --3                             | 3
          ln(1)                           | 0
          log10(pop / 20)                 | 3
          abs(受理数 - 2 * 受理数)        | 40
          min(3, 1, 2)                    | 1
          MAX(3, 受理数, 2)               | 40
          .5 + 1.                         | 1.5
          """)
  void understands(String text, double expected) {
    assertThat(evaluate(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} has no value")
  @CsvSource({"受理数 / 零", "零 / 零", "ln(零)", "ln(0 - 受理数)", "log10(零)", "零 ^ -1"})
  void hasNoValue(String text) {
    assertThat(evaluate(text)).isNaN();
  }

  @ParameterizedTest(name = "{0} fails at {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "NOTHING",
      textBlock =
          """
          化解数 / 受理       | 6 | UNKNOWN_NAME | 受理
          2pop                | 0 | UNKNOWN_NAME | 2pop
          [没有] + 1          | 0 | UNKNOWN_NAME | 没有
          化解数 受理数       | 4 | SYNTAX       | 受理数
          2 (3)               | 2 | SYNTAX       | (
          (化解数             | 4 | SYNTAX       | ''
          化解数 +            | 5 | SYNTAX       | ''
          化解数 ? 1          | 4 | SYNTAX       | ?
          [化解数             | 0 | SYNTAX       | [
          []                  | 0 | SYNTAX       | ''
          sqrt(化解数)        | 0 | SYNTAX       | sqrt
          min(化解数)         | 7 | SYNTAX       | )
          ln(1, 2)            | 7 | SYNTAX       | )
          1.2.3               | 0 | UNKNOWN_NAME | 1.2.3
          """)
  void saysWhereItFails(String text, int offset, FormulaParser.Fault.Kind kind, String found) {
    FormulaParser.Result result =
        FormulaParser.parse(
            text, name -> COLUMNS.containsKey(name) ? Optional.of(name) : Optional.empty());
    assertThat(result.formula()).isEmpty();
    assertThat(result.faults()).first().isEqualTo(new FormulaParser.Fault(offset, kind, found));
  }

  @Test
  void listsAllUnknownNames() {
    FormulaParser.Result result = FormulaParser.parse("甲 / 乙 + 丙", name -> Optional.empty());
    assertThat(result.faults())
        .extracting(FormulaParser.Fault::found)
        .containsExactly("甲", "乙", "丙");
  }

  @Test
  void deepNestingIsAFaultAndNoCrash() {
    String deep = "(".repeat(100_000) + "1" + ")".repeat(100_000);
    assertThat(FormulaParser.parse(deep, Optional::of).faults()).hasSize(1);
    assertThat(FormulaParser.parse("2^".repeat(100_000) + "1", Optional::of).faults()).hasSize(1);
  }

  @Test
  void namesTheFieldsItReads() {
    Formula formula = FormulaParser.parse("化解数 / 受理数 + 化解数", Optional::of).formula().orElseThrow();
    assertThat(formula.variables()).containsExactly("化解数", "受理数");
  }
}
