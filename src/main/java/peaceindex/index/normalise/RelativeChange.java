package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Parameter;
import peaceindex.formula.Formula.Statistic;
import peaceindex.formula.Formula.Unary;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

/**
 * Change against the reference in per cent: base + factor·100·(x − m)/|m| with the mean m of the
 * reference (the unit's own past, the county last year, a target), held between {@code floor} and
 * {@code full}; for a negative indicator m − x, so that better is always more (the distance to a
 * reference of the OECD/JRC Handbook, 2008, section 5.4, as points).
 *
 * <p>A value that equals m scores {@code base}, even where both are 0. Where m is 0 and the value
 * is not, there is no per cent of it, and so no score; nor where the reference is empty.
 *
 * @param base the score of no change; by default 80
 * @param factor points for each per cent; by default 1
 * @param floor the least score; less than {@code full}; by default 0
 * @param full the full marks; by default 100
 */
public record RelativeChange(
    @Default("80") double base,
    @Default("1") @Positive double factor,
    @Default("0") double floor,
    @Default("100") double full)
    implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    Formula mean = new Statistic(Statistic.Kind.MEAN);
    Formula zero = Formula.constant(0);
    Formula ahead = value.aheadOf(mean);
    Formula share = Formula.divide(ahead, new Unary(Unary.Function.ABS, mean));
    Formula change =
        Formula.ifEqual(ahead, zero, zero, Formula.multiply(Formula.constant(100), share));
    Formula score =
        Scale.line(new Parameter("base", base), new Parameter("factor", factor), change);
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
