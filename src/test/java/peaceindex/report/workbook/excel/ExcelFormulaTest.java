package peaceindex.report.workbook.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.formula.Denominators;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Beyond;
import peaceindex.formula.Formula.Clamp;
import peaceindex.formula.Formula.Parameter;
import peaceindex.formula.Formula.Statistic;
import peaceindex.formula.Formula.Unary;
import peaceindex.formula.Formula.Variable;
import peaceindex.formula.Formula.WeightedMean;
import peaceindex.formula.Formula.WeightedMean.Term;
import peaceindex.report.workbook.excel.ExcelFormula.Places;
import peaceindex.report.workbook.excel.ExcelFormula.Ranges;

/** What a formula of the method is in the language of spreadsheets. */
class ExcelFormulaTest {
  private static final Formula X = new Variable("B7");
  private static final Formula Y = new Variable("C7");

  /** Variables and parameters are called as their cells are. */
  private record Sheet(Optional<Ranges> beside, List<String> notExpected) implements Places {
    @Override
    public String variable(String name) {
      return name;
    }

    @Override
    public String parameter(Parameter parameter) {
      return parameter.name();
    }

    @Override
    public String statistic(Statistic.Kind kind) {
      return "R" + kind;
    }

    @Override
    public String beyond(Beyond.Side side, Formula x) {
      return "RANK(B7,B$7:B$9,1)-1";
    }

    @Override
    public Optional<Ranges> ranges(List<Term> terms) {
      return beside;
    }
  }

  private static final Sheet APART = new Sheet(Optional.empty(), List.of());
  private static final Sheet BESIDE =
      new Sheet(Optional.of(new Ranges("B7:C7", "B$3:C$3")), List.of());
  private static final Sheet WITH_MARKS =
      new Sheet(Optional.of(new Ranges("B7:C7", "B$3:C$3")), List.of("n/a"));

  private static WeightedMean mean(double exponent, double share) {
    return new WeightedMean(
        List.of(new Term(X, new Parameter("B$3", 2)), new Term(Y, new Parameter("C$3", 1))),
        exponent,
        share);
  }

  static Stream<Arguments> formulas() {
    Formula low = new Parameter("p_low", 5);
    Formula one = Formula.constant(1);
    return Stream.of(
        // Operators keep their order, and a number its sign.
        Arguments.of(Formula.add(X, Formula.multiply(Y, one)), APART, "B7+C7*1"),
        Arguments.of(Formula.multiply(Formula.add(X, Y), one), APART, "(B7+C7)*1"),
        Arguments.of(Formula.subtract(X, Formula.subtract(Y, one)), APART, "B7-(C7-1)"),
        Arguments.of(Formula.divide(X, Formula.divide(Y, one)), APART, "B7/(C7/1)"),
        Arguments.of(Formula.add(X, Formula.constant(-2)), APART, "B7+(-2)"),
        Arguments.of(Formula.negate(Formula.add(X, Y)), APART, "0-(B7+C7)"),
        Arguments.of(Formula.constant(1e-7), APART, "0.0000001"),
        // 0 to the power of 0 is 1 everywhere.
        Arguments.of(
            new Formula.Binary(Formula.Binary.Operator.POWER, X, Y),
            APART,
            "IF(C7=0,1,POWER(B7,C7))"),
        Arguments.of(
            new Formula.Binary(Formula.Binary.Operator.POWER, X, Formula.constant(2)),
            APART,
            "POWER(B7,2)"),
        Arguments.of(new Unary(Unary.Function.CEILING, X), APART, "0-INT(0-ROUND(B7,9))"),
        Arguments.of(new Unary(Unary.Function.LOG10, X), APART, "LOG10(B7)"),
        // MIN and MAX pass over cells with words; adding 0 makes an error of them.
        Arguments.of(Formula.least(X, one), APART, "MIN(B7+0,1)"),
        Arguments.of(
            new Clamp(X, Formula.constant(0), Formula.constant(100)),
            APART,
            "MAX(0,MIN(100,B7+0))"),
        // Comparisons at 9 decimals.
        Arguments.of(
            Formula.ifAtLeast(X, low, one, Formula.constant(0)),
            APART,
            "IF(ROUND(B7,9)>=ROUND(p_low,9),1,0)"),
        Arguments.of(
            Formula.divide(
                Formula.subtract(X, new Statistic(Statistic.Kind.MEAN)),
                new Statistic(Statistic.Kind.SD)),
            APART,
            "(B7-RMEAN)/RSD"),
        Arguments.of(
            Formula.multiply(low, new Beyond(Beyond.Side.BELOW, X)),
            APART,
            "p_low*(RANK(B7,B$7:B$9,1)-1)"),
        // Means: what is missing gives its weight to the others.
        Arguments.of(
            mean(1, 0), BESIDE, "SUMPRODUCT(B7:C7,B$3:C$3)/SUMIF(B7:C7,\">-1E+300\",B$3:C$3)"),
        Arguments.of(
            mean(1, 0.6),
            WITH_MARKS,
            "IF(SUMIF(B7:C7,\">-1E+300\",B$3:C$3)<(0.6-1E-12)*"
                + "(SUM(B$3:C$3)-SUMIF(B7:C7,\"n/a\",B$3:C$3)),NA(),"
                + "SUMPRODUCT(B7:C7,B$3:C$3)/SUMIF(B7:C7,\">-1E+300\",B$3:C$3))"),
        Arguments.of(
            mean(1, 0),
            APART,
            "(IF(ISNUMBER(B7),B$3*B7,0)+IF(ISNUMBER(C7),C$3*C7,0))"
                + "/(IF(ISNUMBER(B7),B$3,0)+IF(ISNUMBER(C7),C$3,0))"),
        Arguments.of(
            mean(0, 0),
            BESIDE,
            "IF(SUMIF(B7:C7,\"<0\",B$3:C$3)>0,NA(),IF(SUMIF(B7:C7,0,B$3:C$3)>0,0,"
                + "EXP((IF(ISNUMBER(B7),IF(B7>0,B$3*LN(B7),0),0)"
                + "+IF(ISNUMBER(C7),IF(C7>0,C$3*LN(C7),0),0))"
                + "/SUMIF(B7:C7,\">-1E+300\",B$3:C$3))))"),
        // The policy for a denominator of 0 is part of the formula.
        Arguments.of(
            Denominators.orElse(Formula.divide(X, Y), 100), APART, "IF(ROUND(C7,9)=0,100,B7/C7)"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("formulas")
  void isWrittenAsSpreadsheetsReadIt(Formula formula, Sheet sheet, String expected) {
    assertThat(ExcelFormula.print(formula, sheet)).isEqualTo(expected);
  }

  @Test
  void whatNoProgramTakesIsNotWritten() {
    Formula long_ =
        IntStream.range(0, 400)
            .mapToObj(i -> (Formula) new Variable("a sheet with a long name!AB" + i))
            .reduce(Formula::add)
            .orElseThrow();
    assertThatThrownBy(() -> ExcelFormula.print(long_, APART))
        .isInstanceOf(UnprintableException.class);
  }
}
