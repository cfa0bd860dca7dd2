package peaceindex.index.adjust;

import peaceindex.problem.Text;

/** An event that decides by itself (一票否决), however often it happens. */
public record VetoRule(String id, Text name, Effect effect, Counts counts) implements Rule {

  /** What a veto does. */
  public sealed interface Effect permits Deduction, BandAtMost, LastPlace {}

  /**
   * A fixed number of points, once. The limit of penalties in total does not hold for it.
   *
   * @param points 0 or less
   */
  public record Deduction(double points) implements Effect {}

  /**
   * The unit's band is no better than this one, whatever its score.
   *
   * @param band id of a band
   */
  public record BandAtMost(String band) implements Effect {}

  /** The unit is put behind all units without a veto. */
  public record LastPlace() implements Effect {}
}
