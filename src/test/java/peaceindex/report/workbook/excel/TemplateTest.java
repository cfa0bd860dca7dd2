package peaceindex.report.workbook.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Clamp;
import peaceindex.formula.Formula.Parameter;
import peaceindex.formula.Formula.Variable;

/** A formula printed with gaps and filled in is the formula printed with the cells themselves. */
class TemplateTest {
  private static final Formula X = new Variable("x");
  private static final Formula Y = new Variable("y");

  /** Cells by the columns' names. */
  private record Cells(String x, String y) implements ExcelFormula.Places {
    @Override
    public String variable(String name) {
      return name.equals("x") ? x : y;
    }

    @Override
    public String parameter(Parameter parameter) {
      return parameter.name();
    }
  }

  static Stream<Formula> formulas() {
    Formula hundred = Formula.constant(100);
    return Stream.of(
        X,
        hundred,
        Formula.multiply(Formula.divide(X, Y), hundred),
        Formula.subtract(Y, Formula.subtract(X, Y)),
        Formula.ifEqual(Y, Formula.constant(0), hundred, Formula.divide(X, Y)),
        new Clamp(X, new Parameter("p_low", 5), hundred));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void isTheFormulaOfTheCells(Formula formula) {
    Template template = new Template(formula, new Cells(Template.gap(0), Template.gap(1)));
    String[][] rows = {{"B7", "C7"}, {"'Data'!$C$12", "SUM(D1:D9)"}, {"", "B7"}};
    for (String[] row : rows) {
      assertThat(template.fill(row))
          .isEqualTo(ExcelFormula.print(formula, new Cells(row[0], row[1])));
    }
  }

  @Test
  void isNoLongerThanAFormulaMayBe() {
    Template template = new Template(X, new Cells(Template.gap(0), ""));
    assertThat(template.fill("x".repeat(8000))).hasSize(8000);
    assertThatThrownBy(() -> template.fill("x".repeat(8001)))
        .isInstanceOf(UnprintableException.class);
  }
}
