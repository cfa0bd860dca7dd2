package peaceindex.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.index.IndexTree;
import peaceindex.panel.Period;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.ranking.Standing;

/**
 * What a reader has to know about the rules before comparing: which hold and since when, where they
 * changed between the periods that are compared, and whether scores can be compared at all.
 */
public final class RulesNotes {
  private final Findings findings;

  private RulesNotes(Findings findings) {
    this.findings = findings;
  }

  /** One sentence a note. */
  public static List<String> of(Findings findings) {
    return new RulesNotes(findings).notes();
  }

  /** The notes on what cannot be compared without thought; empty if everything can. */
  public static List<String> warnings(Findings findings) {
    return new RulesNotes(findings).comparability();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    Text name = findings.standing().tree().versionName();
    // Rules that never change hold from a period that nobody means.
    Optional<Text> since =
        findings
            .index()
            .trees()
            .since(findings.period())
            .filter(start -> start.ordinal() > 0)
            .map(Period::words);
    boolean named = !name.zh().isEmpty();
    boolean dated = since.isPresent() && !since.get().zh().isEmpty();
    if (named || dated) {
      String key = named && dated ? "version" : named ? "versionOnly" : "since";
      notes.add(say(key, "name", name, "since", since.orElse(Text.of(""))));
    }
    span().ifPresent(notes::add);
    notes.addAll(comparability());
    return notes;
  }

  /** How a span of base periods was scored, and whether all of them were there. */
  private Optional<String> span() {
    Period span = findings.period();
    List<Period> there = findings.panel().periods().stream().filter(span::covers).toList();
    if (there.isEmpty() || there.contains(span)) {
      return Optional.empty();
    }
    int expected = span.parts(there.get(0).frequency()).size();
    String how = findings.standing().scores().isAveraged() ? "averaged" : "pooled";
    String note = say("span." + how, "count", there.size());
    return Optional.of(
        there.size() == expected
            ? note
            : note + say("span.incomplete", "count", there.size(), "expected", expected));
  }

  private List<String> comparability() {
    List<String> notes = new ArrayList<>();
    changed(findings.period().previous(), "changedBefore").ifPresent(notes::add);
    changed(findings.period().yearEarlier(), "changedYear").ifPresent(notes::add);
    if (findings.standing().tree().isRelative()) {
      notes.add(say("relative"));
    }
    return notes;
  }

  private Optional<String> changed(Optional<Period> then, String key) {
    return then.flatMap(findings.trend()::at)
        .filter(this::hasOtherRules)
        .map(s -> say(key, "period", s.period().words(), "name", called(s.tree())));
  }

  private boolean hasOtherRules(Standing then) {
    Standing now = findings.standing();
    boolean same = then.rules() == now.rules() || then.rules().equals(now.rules());
    return then.tree() != now.tree() || !same;
  }

  private static Text called(IndexTree tree) {
    return tree.versionName().zh().isEmpty()
        ? Messages.phrase("rules.other")
        : Messages.phrase("rules.called", "name", tree.versionName());
  }

  private String say(String key, Object... namesAndValues) {
    return Messages.say("rules." + key, findings.lang(), namesAndValues);
  }
}
