package peaceindex.ranking;

import java.util.Optional;
import java.util.function.Function;

/**
 * What rules by rank may look at beside the period at hand.
 *
 * @param previous the final standing of the period before
 * @param yearEarlier the final standing of the same period of last year
 * @param others other indices by their ids, with the final standings of all their periods
 */
record Earlier(
    Optional<Standing> previous,
    Optional<Standing> yearEarlier,
    Function<String, Optional<Trend>> others) {

  /** Nothing to compare with. */
  static final Earlier NOTHING =
      new Earlier(Optional.empty(), Optional.empty(), id -> Optional.empty());
}
