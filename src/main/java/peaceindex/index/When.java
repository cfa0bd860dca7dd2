package peaceindex.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;

/** The periods of a reference, seen from the period that is scored. */
public sealed interface When {

  /** The period itself. */
  record Now() implements When {}

  /** The period before (环比). */
  record Previous() implements When {}

  /** The same period of last year (同比). */
  record YearEarlier() implements When {}

  /** All periods of the calendar year before. */
  record LastYear() implements When {}

  /** The same period of each of the last {@code years} years; those there are. */
  record LastYears(int years) implements When {}

  /** Every period there is: the whole panel. Scores of the past change when the panel grows. */
  record All() implements When {}

  /** A base period that never changes; it may be a longer one, such as a year of a month. */
  record At(Period period) implements When {}

  /**
   * The periods, oldest first.
   *
   * @param now the period that is scored
   * @param known the periods of the same kind for which anything arrived
   */
  default List<Period> periods(Period now, List<Period> known) {
    if (this instanceof At at) {
      return List.of(at.period());
    }
    if (this instanceof Now) {
      return List.of(now);
    }
    return among(known, now);
  }

  private List<Period> among(List<Period> known, Period now) {
    List<Period> meant = new ArrayList<>();
    if (this instanceof LastYears last) {
      Optional<Period> then = yearBefore(now);
      for (int year = 0; year < last.years() && then.isPresent(); year++) {
        meant.add(then.get());
        then = yearBefore(then.get());
      }
    }
    Stream<Period> chosen =
        known.stream()
            .filter(
                period ->
                    this instanceof All
                        || (this instanceof Previous && now.previous().equals(Optional.of(period)))
                        || (this instanceof YearEarlier
                            && yearBefore(now).equals(Optional.of(period)))
                        || (this instanceof LastYear && period.year() == now.year() - 1)
                        || meant.contains(period));
    return chosen.toList();
  }

  private static Optional<Period> yearBefore(Period period) {
    return period.frequency() == Frequency.YEAR ? period.previous() : period.yearEarlier();
  }
}
