package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Parameter;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

/**
 * Points by place (按名次计分): the first gets the full marks, each place after it {@code per} less,
 * nobody less than {@code floor}: max(floor, full − per·(number of figures of the reference that
 * are better)).
 *
 * <p>Equal units share the better place, so where all are equal all get the full marks, and so does
 * a single unit.
 *
 * @param full the points of the first; by default 100
 * @param per the points lost with each place
 * @param floor the least points; less than {@code full}; by default 0
 */
public record RankPoints(
    @Default("100") double full, @Positive double per, @Default("0") double floor)
    implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    Formula lost = Formula.multiply(new Parameter("per", per), value.countBetter());
    Formula points = Formula.subtract(new Parameter("full", full), lost);
    return Formula.greatest(new Parameter("floor", floor), points);
  }

  @Override
  public boolean isRelative() {
    return true;
  }

  @Override
  public void check(Polarity polarity, Faults faults) {
    faults.unlessLess("floor", floor, "full", full);
  }
}
