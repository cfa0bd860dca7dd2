package peaceindex.index.normalise;

import java.util.OptionalDouble;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Parameter;
import peaceindex.formula.Formula.Statistic;
import peaceindex.index.Oriented;

/**
 * Distance to a target: 100·(1 − (target − x)/(target − worst)) with the worst figure of the
 * reference, which scores 0; at the target 100 (COINr's {@code n_dist2targ}, times 100; polarity
 * turns the target with the values).
 *
 * <p>Where no figure of the reference is worse than the target there is no distance: who reaches
 * the target scores 100, who does not 0. So it is with a single unit or all equal, at or beyond the
 * target.
 *
 * @param target the target, in the unit of the value; by default the mean of the reference
 * @param clamp hold the score between 0 and 100; by default no, as in COINr
 */
public record DistanceToTarget(OptionalDouble target, @Default("false") boolean clamp)
    implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    Formula best =
        target.isPresent()
            ? new Parameter("target", target.getAsDouble())
            : new Statistic(Statistic.Kind.MEAN);
    return Scale.percent(Scale.way(value, value.worst(), best), clamp);
  }

  @Override
  public boolean isRelative() {
    return true;
  }
}
