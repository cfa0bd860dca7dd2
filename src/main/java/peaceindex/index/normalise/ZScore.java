package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Parameter;
import peaceindex.formula.Formula.Statistic;
import peaceindex.index.Oriented;

/**
 * Standard score over the reference: mean + sd·(x − x̄)/s with the standard deviation s of n − 1
 * (OECD/JRC Handbook, 2008, section 5.2; COINr's {@code n_zscore}); for a negative indicator x̄ −
 * x.
 *
 * <p>A value at x̄ scores {@code mean} whatever s is, and so do all units where they are equal, or
 * where there is only one. Where s is 0 and the value, being no part of the reference, differs from
 * x̄, there is no measure of how much: no score.
 *
 * @param mean the mean that the scores shall have; by default 0
 * @param sd the standard deviation that the scores shall have; by default 1
 */
public record ZScore(@Default("0") double mean, @Default("1") @Positive double sd)
    implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    Formula ahead = value.aheadOf(new Statistic(Statistic.Kind.MEAN));
    Formula zero = Formula.constant(0);
    Formula z =
        Formula.ifEqual(ahead, zero, zero, Formula.divide(ahead, new Statistic(Statistic.Kind.SD)));
    return Scale.line(new Parameter("mean", mean), new Parameter("sd", sd), z);
  }

  @Override
  public boolean isRelative() {
    return true;
  }
}
