package peaceindex.ranking;

import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/** Why a unit has no rank. */
public enum NotRanked {
  /** No return of this unit arrived. */
  NO_RETURN,
  /** A return arrived, but no indicator could be computed from it. */
  NOTHING_USABLE,
  /** Indicators with less than the minimum share of the weight could be computed. */
  TOO_LITTLE;

  /** The reason in words. */
  public Text reason() {
    return Messages.phrase("notRanked." + name());
  }
}
