package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.IfEqual;
import peaceindex.formula.Formula.Statistic;
import peaceindex.index.Oriented;

/**
 * Standard score over the reference: mean + sd·(x − x̄)/s with the standard deviation s of n − 1
 * (OECD/JRC Handbook, 2008, section 5.2); for a negative indicator x̄ − x.
 *
 * <p>Where all units are equal, and so where there is only one, all stand at {@code mean}.
 *
 * @param mean the mean that the scores shall have; by default 0
 * @param sd the standard deviation that the scores shall have; by default 1
 */
public record ZScore(@Default("0") double mean, @Default("1") double sd) implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    Formula s = new Statistic(Statistic.Kind.SD);
    Formula ahead = value.aheadOf(new Statistic(Statistic.Kind.MEAN));
    Formula z = new IfEqual(s, Formula.constant(0), Formula.constant(0), Formula.divide(ahead, s));
    return Formula.add(
        new Formula.Parameter("mean", mean), Formula.multiply(new Formula.Parameter("sd", sd), z));
  }

  @Override
  public boolean isRelative() {
    return true;
  }
}
