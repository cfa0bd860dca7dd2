package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.index.Oriented;

/**
 * Rank from below: 1 + the number of figures of the reference that are worse, so that the worst
 * scores 1 and more is better (OECD/JRC Handbook, 2008, section 5.1 and Table 15; COINr's {@code
 * n_rank}).
 *
 * <p>Equal units share the lower rank, as in Table 15 and in COINr: where all are equal all score
 * 1, and so does a single unit.
 */
public record Rank() implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    return Formula.add(Formula.constant(1), value.countWorse());
  }

  @Override
  public boolean isRelative() {
    return true;
  }
}
