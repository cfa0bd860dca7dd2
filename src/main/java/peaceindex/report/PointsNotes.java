package peaceindex.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import peaceindex.panel.Figures;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.ranking.Ledger;
import peaceindex.ranking.Standing;

/**
 * What a reader has to know about points, vetoes and steps before taking a place for what the
 * scores alone say.
 */
public final class PointsNotes {
  /** More names than this are no note. */
  private static final int MOST = 12;

  private final Findings findings;
  private final Standing standing;

  private PointsNotes(Findings findings) {
    this.findings = findings;
    this.standing = findings.standing();
  }

  /** Whether any ranked unit has points. */
  public static boolean hasPoints(Standing standing) {
    return standing.ranking().stream().anyMatch(unit -> standing.points(unit) != 0);
  }

  /** Sentences on the index with its points, and on who was moved by points or a veto. */
  public static List<String> of(Findings findings) {
    return new PointsNotes(findings).notes();
  }

  /** A sentence for each unit that has come to a step of escalation in the published period. */
  public static List<String> newSteps(Findings findings) {
    return new PointsNotes(findings).steps();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (hasPoints(standing)) {
      notes.add(say("index"));
    }
    units(
            "moved",
            this::wasMoved,
            unit ->
                say(
                    "movedUnit",
                    "unit",
                    name(unit),
                    "before",
                    Figures.plain(standing.rankBeforePoints(unit)),
                    "rank",
                    Figures.plain(standing.rank(unit))))
        .ifPresent(notes::add);
    units("putLast", standing::isPutLast, unit -> name(unit).in(findings.lang()))
        .ifPresent(notes::add);
    units(
            "capped",
            unit -> !standing.band(unit).equals(standing.bandBeforeVeto(unit)),
            unit ->
                say(
                    "cappedUnit",
                    "unit",
                    name(unit),
                    "before",
                    band(standing.bandBeforeVeto(unit)),
                    "band",
                    band(standing.band(unit))))
        .ifPresent(notes::add);
    return notes;
  }

  /** A sentence that names the ranked units of which something is true; empty if there are none. */
  private Optional<String> units(String key, IntPredicate which, Function<Integer, String> named) {
    List<Integer> found = standing.ranking().stream().filter(unit -> which.test(unit)).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(units(key, found, named));
  }

  private String units(String key, List<Integer> found, Function<Integer, String> named) {
    String units = found.stream().limit(MOST).map(named).collect(Collectors.joining(say("comma")));
    String more = found.size() > MOST ? say("more", "count", found.size()) : "";
    return say(key, "units", units + more);
  }

  /** Whether a unit moved the way of its own points; others only made room, or took it. */
  private boolean wasMoved(int unit) {
    double up = standing.rankBeforePoints(unit) - standing.rank(unit);
    return up * standing.points(unit) > 0 && !standing.isPutLast(unit);
  }

  private List<String> steps() {
    return Ledger.of(findings.trend(), findings.period()).entries().stream()
        .filter(entry -> entry.isNew(findings.period()))
        .map(
            entry ->
                say(
                    "newStep",
                    "unit",
                    name(entry.unit()),
                    "count",
                    entry.inARow(),
                    "band",
                    band(bandOf(entry)),
                    "step",
                    entry.current().orElseThrow().step().name()))
        .toList();
  }

  private Optional<Band> bandOf(Ledger.Entry entry) {
    return standing.rules().bands().stream()
        .filter(band -> band.id().equals(entry.escalation().band()))
        .findFirst();
  }

  private static Text band(Optional<Band> band) {
    return band.map(Band::name).orElse(Text.of(""));
  }

  private Text name(int unit) {
    return findings.panel().roster().name(unit, findings.period());
  }

  private String say(String key, Object... namesAndValues) {
    return Messages.say("points." + key, findings.lang(), namesAndValues);
  }
}
