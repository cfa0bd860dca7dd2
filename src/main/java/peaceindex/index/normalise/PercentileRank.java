package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Statistic;
import peaceindex.index.Oriented;

/**
 * Percentile rank over the reference: 100·(r − 1)/(n − 1), where r − 1 is the number of figures
 * that are worse and n the number of figures (COINr's {@code n_prank}). The best unit scores 100
 * unless it shares its place.
 *
 * <p>Equal units score alike, so where all are equal all score 0; a single unit scores 100. A value
 * that is no part of the reference and better than all of it scores 100; beside a reference of one
 * figure it scores 100, or 0 if it is worse.
 */
public record PercentileRank() implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    Formula one = Formula.constant(1);
    Formula count = new Statistic(Statistic.Kind.COUNT);
    Formula share = Formula.divide(value.countWorse(), Formula.subtract(count, one));
    Formula alone = Formula.subtract(one, value.countBetter());
    return Scale.percent(Formula.ifEqual(count, one, alone, Formula.least(one, share)), false);
  }

  @Override
  public boolean isRelative() {
    return true;
  }
}
