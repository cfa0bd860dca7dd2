package peaceindex.ranking;

import java.util.Optional;
import peaceindex.problem.Text;

/**
 * A band of published scores with a name and a colour, perhaps for some ranks only.
 *
 * @param from the least score in the band; −∞ for the worst band
 * @param to the score at which the next band begins; +∞ for the best band
 * @param colour as {@code #RRGGBB}
 * @param places the ranks to which it is confined; empty if the score decides alone
 */
public record Band(
    String id, Text name, double from, double to, String colour, Optional<Places> places) {

  /** A band for all ranks. */
  public Band(String id, Text name, double from, double to, String colour) {
    this(id, name, from, to, colour, Optional.empty());
  }

  /** Whether a published score lies in its range, whatever the rank. */
  public boolean holds(double published) {
    return published >= from && published < to;
  }

  /** Whether the score decides alone. */
  public boolean isForAll() {
    return places.isEmpty();
  }

  boolean isForFirst() {
    return places.filter(Places::isFirst).isPresent();
  }

  boolean isForLast() {
    return places.filter(of -> !of.isFirst()).isPresent();
  }
}
