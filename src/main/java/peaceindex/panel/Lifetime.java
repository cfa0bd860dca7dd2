package peaceindex.panel;

import java.util.List;
import java.util.Optional;
import peaceindex.problem.Text;

/**
 * When a unit exists, what it is called when, and which units it was made of.
 *
 * @param from the first period of its existence; empty if it always was there
 * @param until the last period of its existence; empty if it still exists
 * @param renamings the later names, oldest first
 * @param formedFrom ids of the units whose place it took: several after a merger, the same for
 *     several units after a split
 */
public record Lifetime(
    Optional<Period> from,
    Optional<Period> until,
    List<Renaming> renamings,
    List<String> formedFrom) {
  /** Always there, under one name. */
  public static final Lifetime ALWAYS =
      new Lifetime(Optional.empty(), Optional.empty(), List.of(), List.of());

  /** A name and the period from which it holds. */
  public record Renaming(Period from, Text name) {}

  /**
   * Whether the unit exists in a period. In a span of base periods exists what exists at its end;
   * periods of other frequencies are compared by days, a week by its Thursday. Without periods
   * everything exists.
   */
  public boolean covers(Period period) {
    return (from.isEmpty() || hasBegun(from.get(), period))
        && (until.isEmpty() || !isOver(until.get(), period));
  }

  /** Whether a period lies before the unit existed. */
  public boolean isBefore(Period period) {
    return from.filter(start -> !hasBegun(start, period)).isPresent();
  }

  /** Whether two lifetimes share any day. */
  public boolean overlaps(Lifetime other) {
    return !endsBefore(other) && !other.endsBefore(this);
  }

  private boolean endsBefore(Lifetime other) {
    return until.isPresent()
        && other.from.isPresent()
        && until.get().lastDay().isBefore(other.from.get().firstDay());
  }

  static boolean hasBegun(Period start, Period period) {
    return period.frequency() == Frequency.NONE || !period.decisiveDay().isBefore(start.firstDay());
  }

  private static boolean isOver(Period end, Period period) {
    return period.frequency() != Frequency.NONE && period.decisiveDay().isAfter(end.lastDay());
  }
}
