package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.index.Oriented;

/**
 * Borda points: as many as there are figures of the reference that are worse (COINr's {@code
 * n_borda}: rank − 1). The worst of n units scores 0, the best n − 1.
 *
 * <p>Equal units share the lower points, as in COINr: where all are equal all score 0, and so does
 * a single unit.
 */
public record Borda() implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    return value.countWorse();
  }

  @Override
  public boolean isRelative() {
    return true;
  }
}
