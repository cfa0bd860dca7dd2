package peaceindex.report.workbook;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.Counts;
import peaceindex.index.adjust.EventRule;
import peaceindex.index.adjust.LastPlacesRule;
import peaceindex.index.adjust.LateRule;
import peaceindex.index.adjust.MissingRule;
import peaceindex.index.adjust.RankChangeRule;
import peaceindex.index.adjust.Rule;
import peaceindex.index.adjust.VetoRule;
import peaceindex.ranking.RankingRules;

/** The rules for points beside the score, each as a sentence. */
final class PointsRules {
  private final Adjustments rules;
  private final RankingRules ranking;
  private final Words words;

  /**
   * @param ranking whose bands a veto may name
   */
  PointsRules(Adjustments rules, RankingRules ranking, Words words) {
    this.rules = rules;
    this.ranking = ranking;
    this.words = words;
  }

  /** A sentence a rule, in the order in which they were written. */
  List<String> sentences() {
    return rules.rules().stream().map(this::sentence).toList();
  }

  private String sentence(Rule rule) {
    if (rule instanceof EventRule event) {
      return event(event);
    }
    if (rule instanceof VetoRule veto) {
      return veto(veto);
    }
    if (rule instanceof LateRule late) {
      return words.say("rule.late", "name", late.name(), "points", signed(late.points()));
    }
    if (rule instanceof MissingRule missing) {
      return words.say("rule.missing", "name", missing.name(), "points", signed(missing.points()));
    }
    if (rule instanceof RankChangeRule change) {
      return rankChange(change);
    }
    LastPlacesRule last = (LastPlacesRule) rule;
    return words.say(
        last.eachPeriodOf().isEmpty() ? "rule.lastPlaces" : "rule.lastPlacesOf",
        "name",
        last.name(),
        "places",
        last.places(),
        "points",
        signed(last.points()),
        "index",
        last.eachPeriodOf());
  }

  private String event(EventRule event) {
    String repeat =
        event.repeat() == 1
            ? ""
            : words.say("rule.repeat", "points", signed(event.points() * event.repeat()));
    String most =
        Double.isInfinite(event.most())
            ? ""
            : words.say("rule.most", "most", Weights.plain(event.most()));
    return words.say(
        "rule.event",
        "name",
        event.name(),
        "points",
        signed(event.points()),
        "limits",
        repeat + most,
        "counts",
        counts(event.counts()));
  }

  private String veto(VetoRule veto) {
    String effect;
    if (veto.effect() instanceof VetoRule.Deduction deduction) {
      effect = words.say("rule.veto.deduction", "points", signed(deduction.points()));
    } else if (veto.effect() instanceof VetoRule.BandAtMost atMost) {
      effect = words.say("rule.veto.band", "band", band(atMost.band()));
    } else {
      effect = words.say("rule.veto.last");
    }
    return words.say(
        "rule.veto", "name", veto.name(), "effect", effect, "counts", counts(veto.counts()));
  }

  private String rankChange(RankChangeRule change) {
    String steps =
        change.steps().stream()
            .sorted(Comparator.comparingInt(RankChangeRule.Step::places).reversed())
            .map(
                step ->
                    words.say(
                        step.places() > 0 ? "rule.up" : "rule.down",
                        "places",
                        Math.abs(step.places()),
                        "points",
                        signed(step.points())))
            .collect(Collectors.joining(words.say("comma")));
    return words.say(
        "rule.rankChange",
        "name",
        change.name(),
        "against",
        words.say("rule.against." + change.against().name()),
        "steps",
        steps);
  }

  private String counts(Counts counts) {
    return words.say("rule.counts." + counts.name());
  }

  private String band(String id) {
    int place = ranking.place(id);
    return place < 0 ? id : words.in(ranking.bands().get(place).name());
  }

  /** Points with their sign. */
  private static String signed(double points) {
    return (points > 0 ? "+" : "") + Weights.plain(points);
  }
}
