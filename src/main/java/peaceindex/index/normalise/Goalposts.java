package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

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
    implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    return Scale.percent(
        Scale.share(value, value.worst(lower, upper), value.best(lower, upper)), clamp);
  }

  @Override
  public boolean isRelative() {
    return false;
  }

  @Override
  public void check(Polarity polarity, Faults faults) {
    faults.unlessLess("lower", lower, "upper", upper);
  }
}
