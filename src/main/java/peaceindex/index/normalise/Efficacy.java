package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.index.Oriented;

/**
 * Efficacy coefficient (功效系数法): 60 + 40·(x − lower)/(upper − lower), where {@code lower} is the
 * barely tolerable value (不容许值) and {@code upper} the satisfactory one (满意值); for a negative
 * indicator they change places.
 *
 * @param lower the lower bound, in the unit of the value; less than {@code upper}
 * @param upper the upper bound
 * @param clamp hold the score between 60 and 100; by default no
 */
public record Efficacy(double lower, double upper, @Default("false") boolean clamp)
    implements Normalisation, Bounded {
  private static final double BASE = 60;
  private static final double SPAN = 40;

  @Override
  public Formula score(Oriented value) {
    Formula worst = value.worst(lower, upper);
    Formula best = value.best(lower, upper);
    Formula share =
        Formula.divide(Formula.subtract(value.x(), worst), Formula.subtract(best, worst));
    Formula score =
        Formula.add(Formula.constant(BASE), Formula.multiply(Formula.constant(SPAN), share));
    return clamp
        ? new Formula.Clamp(score, Formula.constant(BASE), Formula.constant(BASE + SPAN))
        : score;
  }

  @Override
  public boolean isRelative() {
    return false;
  }
}
