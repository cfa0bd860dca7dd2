package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Statistic;
import peaceindex.index.Oriented;

/**
 * The share of the reference that is not better: 100·r/n with the rank r from below, of n figures
 * (the percentile of the OECD/JRC Handbook, 2008, Table 15). The best scores 100, the worst 100/n.
 *
 * <p>Equal units share the lower rank, so where all are equal all score 100/n; a single unit scores
 * 100. A value that is no part of the reference and better than all of it scores 100.
 */
public record RankShare() implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    Formula one = Formula.constant(1);
    Formula rank = Formula.add(one, value.countWorse());
    Formula share = Formula.divide(rank, new Statistic(Statistic.Kind.COUNT));
    return Scale.percent(Formula.least(one, share), false);
  }

  @Override
  public boolean isRelative() {
    return true;
  }
}
