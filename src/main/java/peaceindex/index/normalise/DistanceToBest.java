package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.index.Oriented;

/**
 * Distance to the best of the reference: 100·(1 − (best − x)/(best − worst)) (COINr's {@code
 * n_dist2max}, times 100). The worst scores 0, the best 100, so that over the units of the same
 * time it is min-max by another name; a value that is no part of the reference may score beyond.
 *
 * <p>Where all figures of the reference are equal, and so where there is only one: 100, or 0 for a
 * value that is worse than they. (COINr has no value there.)
 *
 * @param clamp hold the score between 0 and 100; by default no
 */
public record DistanceToBest(@Default("false") boolean clamp) implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    return Scale.percent(Scale.way(value, value.worst(), value.best()), clamp);
  }

  @Override
  public boolean isRelative() {
    return true;
  }
}
