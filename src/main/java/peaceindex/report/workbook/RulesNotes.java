package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.index.IndexTree;
import peaceindex.panel.Period;
import peaceindex.ranking.Band;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/** What a reader has to know about the rules before he compares: the lines below a table. */
final class RulesNotes {
  private final Findings findings;
  private final Words words;

  RulesNotes(Findings findings, Words words) {
    this.findings = findings;
    this.words = words;
  }

  /** Which rules hold and since when, and where rules changed between the periods compared. */
  List<Line> version() {
    List<Line> lines = new ArrayList<>();
    String name = name(findings.standing());
    String since = since(findings.period());
    if (!name.isEmpty() && !since.isEmpty()) {
      lines.add(Line.note(words.say("note.version", "name", name, "since", since)));
    } else if (!name.isEmpty()) {
      lines.add(Line.note(words.say("note.versionOnly", "name", name)));
    } else if (!since.isEmpty()) {
      lines.add(Line.note(words.say("note.since", "since", since)));
    }
    changed(findings.period().previous(), "note.changedBefore").ifPresent(lines::add);
    changed(findings.period().yearEarlier(), "note.changedYear").ifPresent(lines::add);
    if (isRelative(findings.standing().tree())) {
      lines.add(Line.note(words.say("note.relative")));
    }
    return lines;
  }

  /** The bands and where they begin; empty if there are none. */
  Optional<Line> bands() {
    List<Band> bands = findings.standing().rules().bands();
    if (bands.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown = new ArrayList<>();
    for (Band band : bands) {
      shown.add(
          words.say(
              "band." + ends(band),
              "name",
              band.name(),
              "from",
              Weights.plain(finite(band.from())),
              "to",
              Weights.plain(finite(band.to()))));
    }
    String list = String.join(words.say("semicolon"), shown);
    return Optional.of(Line.note(words.say("note.bands", "bands", list)));
  }

  private Optional<Line> changed(Optional<Period> then, String key) {
    Standing now = findings.standing();
    return then.flatMap(findings.trend()::at)
        .filter(s -> isOther(s, now))
        .map(
            s -> {
              String name = name(s);
              return Line.note(
                  words.say(
                      key,
                      "period",
                      words.in(s.period()),
                      "name",
                      name.isEmpty()
                          ? words.say("note.otherRules")
                          : words.say("note.called", "name", name)));
            });
  }

  private boolean isOther(Standing then, Standing now) {
    RankingRules rules = now.rules();
    return !findings
            .index()
            .trees()
            .since(then.period())
            .equals(findings.index().trees().since(now.period()))
        || !rules.equals(then.rules());
  }

  private String name(Standing standing) {
    return standing.tree().versionName().in(findings.lang());
  }

  private String since(Period period) {
    return findings.index().trees().since(period).map(words::in).orElse("");
  }

  private static boolean isRelative(IndexTree tree) {
    return tree.indicators().stream()
        .anyMatch(node -> tree.indicator(node).normalisation().isRelative());
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
