package peaceindex.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import peaceindex.index.IndexCalculator;
import peaceindex.index.PublishedScores;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.Counts;
import peaceindex.index.adjust.EventRule;
import peaceindex.index.adjust.LastPlacesRule;
import peaceindex.index.adjust.VetoRule;
import peaceindex.panel.Event;
import peaceindex.panel.Frequency;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Versions;
import peaceindex.problem.Lang;
import peaceindex.problem.Text;
import peaceindex.ranking.Escalation;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Trend;

/**
 * Findings with points, vetoes and escalation: unit 0 is commended, unit 1 put last, unit 2 held in
 * a band, unit 3 takes a penalty in two lines; the last place loses half a point.
 */
public final class AdjustedFindings {
  private AdjustedFindings() {}

  public static Findings of(int months, Lang lang) {
    Findings plain = SyntheticFindings.of(15, months, lang);
    Panel panel = plain.panel();
    Adjustments rules =
        new Adjustments(
            List.of(
                event("praise", new Text("受表彰", "Commended"), 2),
                event("incident", new Text("较大案件", "Incident"), -1.5),
                veto("last", new VetoRule.LastPlace()),
                veto("poor", new VetoRule.BandAtMost("poor")),
                new LastPlacesRule("tail", new Text("末位", "Last place"), 1, -0.5, "")),
            Double.POSITIVE_INFINITY,
            2);
    String[] events = {"praise", "last", "poor", "incident", "incident"};
    for (int i = 0; i < events.length; i++) {
      LocalDate day = LocalDate.of(2025, 12, 3 + i);
      long origin = panel.origins().pack("input/登记表.xlsx", "登记", i + 1, 2);
      panel.add(
          new Event(Math.min(i, 3), day, Period.of(day, Frequency.MONTH), events[i], 1, origin));
    }
    RankingRules old = plain.standing().rules();
    RankingRules ranking =
        new RankingRules(
            old.decimals(),
            old.ties(),
            old.bands(),
            List.of(
                new Escalation(
                    "fair",
                    List.of(
                        new Escalation.Step(1, "notice", new Text("通报", "Notice")),
                        new Escalation.Step(3, "talk", new Text("约谈", "Talk"))))));
    Period first = plain.trend().periods().get(0);
    Trend trend =
        new Trend(
            new IndexCalculator(
                    plain.index(),
                    panel,
                    new Versions<>(Map.of(first, rules)),
                    PublishedScores.NONE)
                .calculate(),
            new Versions<>(Map.of(first, ranking)),
            panel);
    return new Findings(
        plain.index(),
        plain.page(),
        panel,
        trend,
        plain.period(),
        plain.problems(),
        lang,
        plain.date());
  }

  private static EventRule event(String id, Text name, double points) {
    return new EventRule(id, name, points, 1, Double.POSITIVE_INFINITY, Counts.PERIOD);
  }

  private static VetoRule veto(String id, VetoRule.Effect effect) {
    return new VetoRule(id, Text.of(id), effect, Counts.PERIOD);
  }
}
