package peaceindex.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.problem.Messages;

/** Whose returns came late, by the register of receipts: a reader of their scores should know. */
public final class LateNotes {
  /** More names than this are counted. */
  private static final int MOST = 12;

  private LateNotes() {}

  /** One sentence that names the units in the order of the roster; empty if none was late. */
  public static Optional<String> of(Findings findings) {
    Panel panel = findings.panel();
    Roster roster = panel.roster();
    List<Period> periods = panel.periods().stream().filter(findings.period()::covers).toList();
    List<Integer> late =
        roster.active(findings.period()).stream()
            .filter(unit -> periods.stream().anyMatch(period -> isLate(panel, period, unit)))
            .toList();
    if (late.isEmpty()) {
      return Optional.empty();
    }
    String names =
        late.stream()
            .limit(MOST)
            .map(unit -> roster.name(unit, findings.period()).in(findings.lang()))
            .collect(Collectors.joining(say(findings, "comma")));
    String more = late.size() > MOST ? say(findings, "more", "count", late.size()) : "";
    return Optional.of(say(findings, "units", "units", names + more));
  }

  private static boolean isLate(Panel panel, Period period, int unit) {
    return panel.lateness(period, unit).stream().anyMatch(late -> !late.missing());
  }

  private static String say(Findings findings, String key, Object... namesAndValues) {
    return Messages.say("late." + key, findings.lang(), namesAndValues);
  }
}
