package peaceindex.formula;

import java.util.ArrayList;
import java.util.List;
import peaceindex.formula.Formula.Binary;

/** The stated policy for a denominator of 0, written into the formula itself. */
public final class Denominators {
  private Denominators() {}

  /** {@code formula}, but {@code value} wherever one of its denominators is 0. */
  public static Formula orElse(Formula formula, double value) {
    List<Formula> denominators = new ArrayList<>();
    collect(formula, denominators);
    Formula guarded = formula;
    for (int i = denominators.size() - 1; i >= 0; i--) {
      guarded =
          Formula.ifEqual(
              denominators.get(i), Formula.constant(0), Formula.constant(value), guarded);
    }
    return guarded;
  }

  private static void collect(Formula formula, List<Formula> denominators) {
    if (formula instanceof Binary binary && binary.operator() == Binary.Operator.DIVIDE) {
      denominators.add(binary.right());
    }
    formula.parts().forEach(part -> collect(part, denominators));
  }
}
