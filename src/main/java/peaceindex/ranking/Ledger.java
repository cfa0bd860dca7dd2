package peaceindex.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import peaceindex.panel.Period;

/**
 * Which units have been in a bad band for how many periods on end, and what follows from it by the
 * {@linkplain Escalation escalations}.
 *
 * <p>A period in the band or a worse one counts, by the rules of that period; a better band ends
 * the row, and so does a period whose rules know no escalation from that band. A period in which a
 * unit has no index neither counts nor ends the row, so that not reporting does not help.
 */
public final class Ledger {

  /**
   * A step that a unit was at.
   *
   * @param since the period in which it came to the step
   * @param until the period in which it was no longer at it, because it came to another one or was
   *     in a better band; empty if it still is
   */
  public record Taken(Escalation.Step step, Period since, Optional<Period> until) {}

  /**
   * A unit that is in the band, or was at a step before.
   *
   * @param inARow periods on end in the band, up to the period of the ledger; 0 if it is in none
   * @param steps from the oldest to the newest
   */
  public record Entry(int unit, Escalation escalation, int inARow, List<Taken> steps) {
    public Entry {
      steps = List.copyOf(steps);
    }

    /** The step at which the unit is. */
    public Optional<Taken> current() {
      return steps.stream().filter(taken -> taken.until().isEmpty()).findFirst();
    }

    /** The steps at which the unit no longer is. */
    public List<Taken> earlier() {
      return steps.stream().filter(taken -> taken.until().isPresent()).toList();
    }

    /** Whether the unit came to its step in {@code period}. */
    public boolean isNew(Period period) {
      return current().filter(taken -> taken.since().equals(period)).isPresent();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  private Ledger() {}

  /** The ledger as of a period, which has a standing. */
  public static Ledger of(Trend trend, Period period) {
    Ledger ledger = new Ledger();
    List<Standing> standings =
        trend.periods().stream()
            .filter(then -> then.frequency() == period.frequency())
            .filter(then -> then.compareTo(period) <= 0)
            .flatMap(then -> trend.at(then).stream())
            .toList();
    if (!standings.isEmpty()) {
      Standing now = standings.get(standings.size() - 1);
      for (Escalation escalation : now.rules().escalations()) {
        List<Entry> own = new ArrayList<>();
        for (int unit = 0; unit < now.units(); unit++) {
          entry(escalation, standings, unit).ifPresent(own::add);
        }
        own.sort(Comparator.comparingInt(Entry::inARow).reversed());
        ledger.entries.addAll(own);
      }
    }
    return ledger;
  }

  private static Optional<Entry> entry(Escalation escalation, List<Standing> standings, int unit) {
    int row = 0;
    List<Taken> steps = new ArrayList<>();
    for (Standing standing : standings) {
      if (!standing.isRanked(unit)) {
        continue;
      }
      Optional<Escalation> then =
          standing.rules().escalations().stream()
              .filter(e -> e.band().equals(escalation.band()))
              .findFirst();
      row = then.isPresent() && standing.isInOrBelow(unit, escalation.band()) ? row + 1 : 0;
      int count = row;
      step(then.flatMap(e -> e.step(count)), standing.period(), steps);
    }
    return row > 0 || !steps.isEmpty()
        ? Optional.of(new Entry(unit, escalation, row, steps))
        : Optional.empty();
  }

  /** Enters that a unit is at a step, or at none, in a period. */
  private static void step(Optional<Escalation.Step> step, Period period, List<Taken> steps) {
    Optional<Taken> open =
        steps.isEmpty()
            ? Optional.empty()
            : Optional.of(steps.get(steps.size() - 1)).filter(taken -> taken.until().isEmpty());
    boolean stays =
        open.isPresent() && step.filter(s -> s.id().equals(open.get().step().id())).isPresent();
    if (stays) {
      return;
    }
    open.ifPresent(
        taken ->
            steps.set(
                steps.size() - 1, new Taken(taken.step(), taken.since(), Optional.of(period))));
    step.ifPresent(s -> steps.add(new Taken(s, period, Optional.empty())));
  }

  /** The entries by escalation, the longest rows first, then in the order of the roster. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }
}
