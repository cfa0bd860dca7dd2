package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import peaceindex.index.IndexTree;
import peaceindex.index.Pretreatment;
import peaceindex.index.Pretreatment.SmallNumbers.Use;
import peaceindex.index.adjust.Adjustments;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/**
 * The method in sentences that need no table, in the order in which a score comes about: data,
 * scores, points, ranks; of each only what the rules of the period have.
 */
final class MethodNotes {
  private final Findings findings;
  private final Words words;
  private final Standing standing;
  private final List<Line> lines = new ArrayList<>();

  private MethodNotes(Findings findings, Words words) {
    this.findings = findings;
    this.words = words;
    this.standing = findings.standing();
  }

  /** The lines below the table of the method. */
  static List<Line> of(Findings findings, Words words) {
    MethodNotes notes = new MethodNotes(findings, words);
    RulesLines rules = new RulesLines(findings, words);
    notes.lines.addAll(rules.version());
    notes.data();
    notes.scores();
    notes.points();
    notes.ranks(rules);
    if (findings.provenance().isKnown()) {
      notes.say("note.method.sources");
    }
    return notes.lines;
  }

  private void data() {
    caption("data");
    say("note.method.values");
    String share = Weights.percent(standing.tree().root().minimumShare());
    say("note.missing", "share", share);
    pretreated("smallNumbers", p -> p.smallNumbers().filter(of -> of.use() == Use.OFFICIAL));
    pretreated("smallNumbersAdvice", p -> p.smallNumbers().filter(of -> of.use() == Use.ADVISORY));
    pretreated("imputation", Pretreatment::imputation);
    pretreated("treatment", Pretreatment::treatment);
  }

  private void scores() {
    caption("scores");
    say("note.method.scores");
    say("note.method.weights");
    say("note.decimals", "decimals", standing.rules().decimals());
  }

  private void points() {
    Adjustments rules = standing.scores().rules();
    if (rules.rules().isEmpty()) {
      return;
    }
    caption("points");
    new PointsRules(rules, standing.rules(), words)
        .sentences().stream().map(Line::note).forEach(lines::add);
    limit("note.mostBonus", rules.mostBonus());
    limit("note.mostPenalty", rules.mostPenalty());
    say("note.pointsOrder");
  }

  private void limit(String key, double most) {
    if (!Double.isInfinite(most)) {
      say(key, "most", Weights.plain(most));
    }
  }

  private void ranks(RulesLines notes) {
    RankingRules rules = standing.rules();
    caption("ranks");
    say("note.ties." + rules.ties());
    notes.bands().ifPresent(lines::add);
    lines.addAll(notes.escalations());
    if (!rules.escalations().isEmpty()) {
      say("note.ledger");
    }
  }

  /** Says to which indicators something is done before they are scored; nothing if to none. */
  private void pretreated(String key, Function<Pretreatment, Optional<?>> step) {
    IndexTree tree = standing.tree();
    List<IndexTree> rules = new ArrayList<>(List.of(tree));
    tree.groups().forEach(group -> rules.add(tree.of(group)));
    List<String> names = new ArrayList<>();
    for (int node : tree.indicators()) {
      boolean isDone = false;
      for (IndexTree by : rules) {
        isDone |= step.apply(by.indicator(node).pretreatment()).isPresent();
      }
      if (isDone) {
        names.add(words.in(tree.node(node).name()));
      }
    }
    if (!names.isEmpty()) {
      say("note.method." + key, "indicators", String.join(words.say("listed"), names));
    }
  }

  private void caption(String key) {
    lines.add(Line.of(Cell.caption(words.say("caption.method." + key))));
  }

  private void say(String key, Object... namesAndValues) {
    lines.add(Line.note(words.say(key, namesAndValues)));
  }
}
