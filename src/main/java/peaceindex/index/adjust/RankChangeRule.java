package peaceindex.index.adjust;

import java.util.List;
import java.util.Optional;
import peaceindex.problem.Text;

/**
 * Points for places lost or gained against another period.
 *
 * @param steps in any order; see {@link #step}
 */
public record RankChangeRule(String id, Text name, Against against, List<Step> steps)
    implements Rule {

  /** With which period the rank is compared. */
  public enum Against {
    PREVIOUS,
    YEAR_EARLIER
  }

  /**
   * From so many places on there are so many points.
   *
   * @param places positive for places up, negative for places down; never 0
   */
  public record Step(int places, double points) {}

  /**
   * The step that a change reaches: of those in its direction the one with the most places that are
   * not more than the change; empty if it reaches none.
   *
   * @param change places up, negative for down
   */
  public Optional<Step> step(double change) {
    Optional<Step> reached = Optional.empty();
    for (Step step : steps) {
      boolean reaches =
          Math.signum(change) == Math.signum(step.places())
              && Math.abs(change) >= Math.abs(step.places());
      boolean further =
          reached.isEmpty() || Math.abs(step.places()) > Math.abs(reached.get().places());
      reached = reaches && further ? Optional.of(step) : reached;
    }
    return reached;
  }
}
