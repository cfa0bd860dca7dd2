package peaceindex.panel;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rules that change over time: each holds from its base period until the next one begins. In a span
 * of base periods, such as a quarter, hold the rules of the last of them.
 *
 * @param <T> the rule
 */
public final class Versions<T> {
  private final NavigableMap<Period, T> byStart;

  public Versions(Map<Period, T> byStart) {
    this.byStart = new TreeMap<>(byStart);
  }

  /** The rule that holds in {@code period}; empty before the first. */
  public Optional<T> at(Period period) {
    return since(period).map(byStart::get);
  }

  /** The start of the rule that holds in {@code period}. */
  public Optional<Period> since(Period period) {
    return first().flatMap(start -> last(period, start.frequency())).map(byStart::floorKey);
  }

  /** The base period that decides: of a span, its last. */
  private static Optional<Period> last(Period period, Frequency base) {
    List<Period> parts = period.parts(base);
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1));
  }

  /** The start of the oldest rule; empty if there is none. */
  public Optional<Period> first() {
    return byStart.isEmpty() ? Optional.empty() : Optional.of(byStart.firstKey());
  }

  /** The starts of all rules, oldest first. */
  public List<Period> starts() {
    return List.copyOf(byStart.keySet());
  }

  /**
   * The same rules by base periods that are shorter: each holds from the first of them in its own
   * first period.
   */
  public Versions<T> from(Frequency shorter) {
    Map<Period, T> from = new TreeMap<>();
    byStart.forEach(
        (start, rule) ->
            start.parts(shorter).stream().findFirst().ifPresent(p -> from.put(p, rule)));
    return new Versions<>(from);
  }

  /** All rules from the oldest to the newest. */
  public List<T> all() {
    return List.copyOf(byStart.values());
  }
}
