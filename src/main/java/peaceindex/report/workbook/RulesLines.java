package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import peaceindex.ranking.Band;
import peaceindex.ranking.Escalation;
import peaceindex.ranking.Places;
import peaceindex.ranking.RankingRules;
import peaceindex.report.Findings;
import peaceindex.report.RulesNotes;

/** The notes on rules below a table: those of all reports, and where the bands begin. */
public final class RulesLines {
  private final Findings findings;
  private final Words words;

  public RulesLines(Findings findings, Words words) {
    this.findings = findings;
    this.words = words;
  }

  /** Which rules hold, and what cannot be compared. */
  public List<Line> version() {
    return RulesNotes.of(findings).stream().map(Line::note).toList();
  }

  /** The bands and where they begin; empty if there are none. */
  public Optional<Line> bands() {
    List<Band> bands = findings.standing().rules().bands();
    if (bands.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown = new ArrayList<>();
    for (Band band : bands) {
      String range =
          words.say(
              "band." + ends(band),
              "name",
              band.name(),
              "from",
              Weights.plain(finite(band.from())),
              "to",
              Weights.plain(finite(band.to())));
      shown.add(range + band.places().map(this::places).orElse(""));
    }
    String list = String.join(words.say("semicolon"), shown);
    return Optional.of(Line.note(words.say("note.bands", "bands", list)));
  }

  /** What follows from a bad band, a line for each row of steps; empty if nothing does. */
  List<Line> escalations() {
    return findings.standing().rules().escalations().stream()
        .map(
            escalation ->
                words.say(
                    "note.escalation",
                    "band",
                    counted(escalation),
                    "steps",
                    escalation.steps().stream()
                        .map(s -> words.say("escalationStep", "after", s.after(), "step", s.name()))
                        .collect(Collectors.joining(words.say("semicolon")))))
        .map(Line::note)
        .toList();
  }

  /** The best band that counts for a row of steps. */
  String counted(Escalation escalation) {
    RankingRules rules = findings.standing().rules();
    int place = rules.place(escalation.band());
    return place < 0 ? escalation.band() : words.in(rules.bands().get(place).name());
  }

  private String places(Places places) {
    String key = places.isFirst() ? "band.first" : "band.last";
    return words.say(places.withinGroup() ? key + "InGroup" : key, "count", places.count());
  }

  private static String ends(Band band) {
    boolean from = !Double.isInfinite(band.from());
    boolean to = !Double.isInfinite(band.to());
    return from && to ? "between" : from ? "from" : to ? "below" : "all";
  }

  private static double finite(double bound) {
    return Double.isInfinite(bound) ? 0 : bound;
  }
}
