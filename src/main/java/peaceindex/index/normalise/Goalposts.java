package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.index.Oriented;

/**
 * Distance between two fixed goalposts: 100·(x − worst)/(best − worst), the method of the Human
 * Development Index (UNDP, technical note 1).
 *
 * <p>Worst and best are {@code lower} and {@code upper} for a positive indicator and the other way
 * round for a negative one. With {@code clamp} a value beyond a goalpost scores 0 or 100; without,
 * it scores beyond. The same value always makes the same score, so periods can be compared.
 *
 * @param lower the lower goalpost, in the unit of the value; less than {@code upper}
 * @param upper the upper goalpost
 * @param clamp hold the score between 0 and 100; by default yes
 */
public record Goalposts(double lower, double upper, @Default("true") boolean clamp)
    implements Normalisation, Bounded {

  @Override
  public Formula score(Oriented value) {
    Formula worst = value.worst(lower, upper);
    Formula best = value.best(lower, upper);
    Formula share =
        Formula.divide(Formula.subtract(value.x(), worst), Formula.subtract(best, worst));
    Formula score = Formula.multiply(share, Formula.constant(100));
    return clamp ? new Formula.Clamp(score, Formula.constant(0), Formula.constant(100)) : score;
  }

  @Override
  public boolean isRelative() {
    return false;
  }
}
