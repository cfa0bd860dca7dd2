package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.IfEqual;
import peaceindex.formula.Formula.Statistic;
import peaceindex.index.Oriented;

/**
 * Percentile rank over the reference: 100·(r − 1)/(n − 1), where r − 1 is the number of units that
 * are worse and n the number of units that have a value (COINr's {@code n_prank}). The best unit
 * scores 100 unless it shares its place.
 *
 * <p>Equal units score alike, so where all are equal all score 0; a single unit scores 100.
 */
public record PercentileRank() implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    Formula count = new Statistic(Statistic.Kind.COUNT);
    Formula others = Formula.subtract(count, Formula.constant(1));
    Formula score =
        Formula.multiply(Formula.divide(value.countWorse(), others), Formula.constant(100));
    return new IfEqual(count, Formula.constant(1), Formula.constant(100), score);
  }

  @Override
  public boolean isRelative() {
    return true;
  }
}
