package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Parameter;
import peaceindex.formula.Formula.Statistic;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

/**
 * Difference from the reference in units of the value: base + factor·(x − m) with the mean m of the
 * reference, held between {@code floor} and {@code full}; for a negative indicator m − x. It suits
 * rates, where one percentage point more than last year is so many points, and figures that may be
 * 0 where {@link RelativeChange} has no score.
 *
 * <p>A value that equals m scores {@code base}; where the reference is empty there is no score.
 *
 * @param base the score of no difference; by default 80
 * @param factor points for each unit of the value
 * @param floor the least score; less than {@code full}; by default 0
 * @param full the full marks; by default 100
 */
public record Difference(
    @Default("80") double base,
    @Positive double factor,
    @Default("0") double floor,
    @Default("100") double full)
    implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    Formula ahead = value.aheadOf(new Statistic(Statistic.Kind.MEAN));
    Formula score = Scale.line(new Parameter("base", base), new Parameter("factor", factor), ahead);
    return Scale.held(score, floor, full);
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
