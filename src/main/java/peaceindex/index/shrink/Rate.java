package peaceindex.index.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Binary;
import peaceindex.formula.Formula.Constant;
import peaceindex.formula.Formula.Parameter;

/**
 * The two parts of a value that is a rate: {@code numerator / denominator × factor}.
 *
 * @param numerator over field ids, without a quotient in it
 * @param denominator likewise
 * @param factor the constant, such as the 10000 of "per 10,000 residents"; positive
 */
public record Rate(Formula numerator, Formula denominator, double factor) {

  /**
   * The parts of {@code value}, in whatever order its constants are written: {@code a / b}, {@code
   * a / b * 100}, {@code 100 * a / b}, {@code (a + c) / (b / 10000)}. Empty for everything else, as
   * {@code a}, {@code a * b / c}, {@code a / b + c} or {@code 100 - a / b}: what is no rate cannot
   * be shrunk.
   */
  public static Optional<Rate> of(Formula value) {
    Factors factors = new Factors();
    factors.take(value, false);
    boolean isRate =
        factors.above.size() == 1
            && factors.below.size() == 1
            && factors.constant > 0
            && !Double.isInfinite(factors.constant)
            && !hasQuotient(factors.above.get(0))
            && !hasQuotient(factors.below.get(0));
    return isRate
        ? Optional.of(new Rate(factors.above.get(0), factors.below.get(0), factors.constant))
        : Optional.empty();
  }

  private static boolean hasQuotient(Formula formula) {
    return formula instanceof Binary binary && binary.operator() == Binary.Operator.DIVIDE
        || formula.parts().stream().anyMatch(Rate::hasQuotient);
  }

  /** A product taken apart. */
  private static final class Factors {
    final List<Formula> above = new ArrayList<>();
    final List<Formula> below = new ArrayList<>();
    double constant = 1;

    void take(Formula formula, boolean isBelow) {
      if (formula instanceof Binary binary && binary.operator() == Binary.Operator.MULTIPLY) {
        take(binary.left(), isBelow);
        take(binary.right(), isBelow);
      } else if (formula instanceof Binary binary && binary.operator() == Binary.Operator.DIVIDE) {
        take(binary.left(), isBelow);
        take(binary.right(), !isBelow);
      } else if (formula instanceof Constant number) {
        scale(number.value(), isBelow);
      } else if (formula instanceof Parameter number) {
        scale(number.value(), isBelow);
      } else {
        (isBelow ? below : above).add(formula);
      }
    }

    private void scale(double by, boolean isBelow) {
      constant = isBelow ? constant / by : constant * by;
    }
  }
}
