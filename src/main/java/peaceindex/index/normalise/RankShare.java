package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Statistic;
import peaceindex.index.Oriented;

/**
 * Rank from below in per cent of the number of figures: 100·r/n (the percentile of the OECD/JRC
 * Handbook, 2008, Table 15). The best of n units scores 100, the worst 100/n.
 *
 * <p>Equal units share the lower rank, so where all are equal all score 100/n; a single unit scores
 * 100. A value that is no part of the reference scores as if it stood in the place of its next
 * better, and 100 if there is none.
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
