package peaceindex.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.formula.Formula.WeightedMean;
import peaceindex.formula.Formula.WeightedMean.Term;

class EvaluatorTest {
  private static final double NAN = Double.NaN;

  /** Columns by name; a name that ends in "/" does not apply. */
  private static Frame frame(Map<String, Double> values) {
    return new Frame() {
      @Override
      public int rows() {
        return 1;
      }

      @Override
      public double[] column(String name) {
        return new double[] {values.get(name)};
      }

      @Override
      public boolean applies(String column, int row) {
        return !column.endsWith("/");
      }

      @Override
      public Statistics reference(int row) {
        return Statistics.of(new double[] {1, 2, 2, 5, NAN});
      }
    };
  }

  private static double mean(double exponent, double share, double a, double b, double c) {
    Formula mean =
        new WeightedMean(
            List.of(
                new Term(new Formula.Variable("a"), 0.5),
                new Term(new Formula.Variable("b"), 0.3),
                new Term(new Formula.Variable("c"), 0.2)),
            exponent,
            share);
    return Evaluator.evaluate(mean, frame(Map.of("a", a, "b", b, "c", c)))[0];
  }

  // Worked by hand: 0.5·80 + 0.3·60 + 0.2·100 = 78; without c (0.5·80 + 0.3·60)/0.8 = 72.5;
  // geometric 80^0.5 · 60^0.3 · 100^0.2; harmonic 1/(0.5/80 + 0.3/60 + 0.2/100).
  @ParameterizedTest(name = "exponent {0}, share {1}: {2}, {3}, {4} -> {5}")
  @CsvSource({
    "1, 0.6, 80, 60, 100, 78",
    "1, 0.6, 80, 60, NaN, 72.5",
    "1, 0.8, 80, 60, NaN, 72.5",
    "1, 0.81, 80, 60, NaN, NaN",
    "1, 0, NaN, NaN, NaN, NaN",
    "0, 0.6, 80, 60, 100, 76.734447",
    "0, 0.6, 80, 0, 100, 0",
    "0, 0.6, 80, -1, 100, NaN",
    "-1, 0.6, 80, 60, 100, 75.471698",
    "2, 0.6, 3, 4, 0, 3.049590"
  })
  void weightedMean(double p, double share, double a, double b, double c, double expected) {
    double found = mean(p, share, a, b, c);
    if (Double.isNaN(expected)) {
      assertThat(found).isNaN();
    } else {
      assertThat(found).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void whatDoesNotApplyIsNotMissing() {
    Formula mean =
        new WeightedMean(
            List.of(
                new Term(new Formula.Variable("a"), 0.5),
                new Term(new Formula.Variable("b/"), 0.5)),
            1,
            0.9);
    assertThat(Evaluator.evaluate(mean, frame(Map.of("a", 70.0, "b/", NAN)))[0]).isEqualTo(70);
  }

  @Test
  void statisticsOfAReferenceLeaveMissingOut() {
    Statistics statistics = Statistics.of(new double[] {2, NAN, 5, 1, 2});
    assertThat(statistics.count()).isEqualTo(4);
    assertThat(statistics.min()).isEqualTo(1);
    assertThat(statistics.max()).isEqualTo(5);
    assertThat(statistics.mean()).isEqualTo(2.5);
    // Squares about 2.5: 0.25 + 6.25 + 2.25 + 0.25 = 9; 9/3 = 3.
    assertThat(statistics.sd()).isCloseTo(Math.sqrt(3), within(1e-15));
    assertThat(statistics.below(2)).isEqualTo(1);
    assertThat(statistics.above(2)).isEqualTo(1);
    assertThat(statistics.below(0)).isZero();
    assertThat(statistics.above(0)).isEqualTo(4);
  }

  @Test
  void statisticsOfNothingAndOfOne() {
    Statistics none = Statistics.of(new double[] {NAN});
    assertThat(none.count()).isZero();
    assertThat(none.min()).isNaN();
    assertThat(none.mean()).isNaN();
    assertThat(none.sd()).isNaN();
    assertThat(Statistics.of(new double[] {3}).sd()).isZero();
    assertThat(Statistics.of(new double[] {0.1, 0.1, 0.1}).sd()).isZero();
  }

  // At 9 decimals 56.99999999999999 is 57, and 57.000000001 is more.
  @ParameterizedTest(name = "{0} and {1}: equal {2}, at least {3}")
  @CsvSource({
    "57, 57, 1, 1",
    "56.99999999999999, 57, 1, 1",
    "57, 56.99999999999999, 1, 1",
    "57.000000001, 57, 0, 1",
    "56.999999999, 57, 0, 0",
    "-1, 1, 0, 0",
    "-0.0, 0, 1, 1",
    "1e300, 1e299, 0, 1",
    "NaN, 57, NaN, NaN",
    "57, NaN, NaN, NaN"
  })
  void comparisons(double left, double right, double equal, double atLeast) {
    Formula a = Formula.constant(left);
    Formula b = Formula.constant(right);
    Formula yes = Formula.constant(1);
    Formula no = Formula.constant(0);
    assertThat(Evaluator.evaluate(Formula.ifEqual(a, b, yes, no), frame(Map.of())))
        .containsExactly(equal);
    assertThat(Evaluator.evaluate(Formula.ifAtLeast(a, b, yes, no), frame(Map.of())))
        .containsExactly(atLeast);
  }

  @Test
  void whatIsNotChosenMayBeMissing() {
    Formula nothing = Formula.divide(Formula.constant(1), Formula.constant(0));
    Formula one = Formula.constant(1);
    assertThat(Evaluator.evaluate(Formula.ifEqual(one, one, one, nothing), frame(Map.of())))
        .containsExactly(1);
  }

  @ParameterizedTest(name = "ceiling of {0} is {1}")
  @CsvSource({"0, 0", "2, 2", "2.0000000001, 2", "2.00000001, 3", "-0.5, -0.0", "NaN, NaN"})
  void ceiling(double x, double expected) {
    Formula ceiling = new Formula.Unary(Formula.Unary.Function.CEILING, Formula.constant(x));
    assertThat(Evaluator.evaluate(ceiling, frame(Map.of()))).containsExactly(expected);
  }

  @Test
  void countsInTheReference() {
    // The reference of the frame is 1, 2, 2, 5.
    assertThat(beyond(Formula.Beyond.Side.BELOW, 2)).isEqualTo(1);
    assertThat(beyond(Formula.Beyond.Side.BELOW, 2.0000000001)).isEqualTo(1);
    assertThat(beyond(Formula.Beyond.Side.ABOVE, 1.9999999999)).isEqualTo(1);
    assertThat(beyond(Formula.Beyond.Side.ABOVE, 6)).isZero();
    assertThat(beyond(Formula.Beyond.Side.ABOVE, NAN)).isNaN();
  }

  private static double beyond(Formula.Beyond.Side side, double x) {
    Formula count = new Formula.Beyond(side, Formula.constant(x));
    return Evaluator.evaluate(count, frame(Map.of()))[0];
  }
}
