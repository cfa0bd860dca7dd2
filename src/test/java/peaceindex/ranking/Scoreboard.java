package peaceindex.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import peaceindex.formula.Formula;
import peaceindex.index.Dimension;
import peaceindex.index.IndexCalculator;
import peaceindex.index.IndexDefinition;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Part;
import peaceindex.index.Polarity;
import peaceindex.index.PublishedScores;
import peaceindex.index.Reference;
import peaceindex.index.ZeroDenominator;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.Rule;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.index.normalise.Goalposts;
import peaceindex.panel.Event;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Group;
import peaceindex.panel.Lateness;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.panel.Versions;
import peaceindex.problem.Text;

/** A county whose units' scores are simply said, for tests of what comes after them. */
final class Scoreboard {
  final Panel panel;
  private final Frequency frequency;
  private final List<Rule> rules = new ArrayList<>();
  private double mostBonus = Double.POSITIVE_INFINITY;
  private double mostPenalty = Double.POSITIVE_INFINITY;
  private RankingRules ranking = new RankingRules(2, TiePolicy.MINIMUM, List.of());
  private final Map<String, Trend> others = new TreeMap<>();

  /**
   * @param groups one a unit
   */
  Scoreboard(Frequency frequency, String... groups) {
    this.frequency = frequency;
    List<Unit> units = new ArrayList<>();
    List<Group> known = new ArrayList<>();
    for (String group : groups) {
      units.add(new Unit("u" + units.size(), "", Text.of("单位" + units.size()), List.of(), group));
      if (!group.isEmpty() && known.stream().noneMatch(g -> g.id().equals(group))) {
        known.add(new Group(group, Text.of(group)));
      }
    }
    Field score =
        new Field("x", Text.of("x"), List.of(), FieldKind.NUMBER, Text.of(""), "", "", "");
    this.panel = new Panel(new Roster(known, units), new Fields(List.of(score)));
  }

  /** A county of months without groups. */
  static Scoreboard months(int units) {
    String[] groups = new String[units];
    Arrays.fill(groups, "");
    return new Scoreboard(Frequency.MONTH, groups);
  }

  /** The scores of a period, {@code NaN} for a unit that reports nothing. */
  Scoreboard scores(Period period, double... scores) {
    for (int unit = 0; unit < scores.length; unit++) {
      if (!Double.isNaN(scores[unit])) {
        panel.put(period, unit, 0, scores[unit], unit);
      }
    }
    return this;
  }

  Scoreboard event(LocalDate date, int unit, String rule, int times) {
    long origin = panel.origins().pack("input/register.xlsx", "登记", unit + 1, 2);
    panel.add(new Event(unit, date, Period.of(date, frequency), rule, times, origin));
    return this;
  }

  Scoreboard late(Period period, int unit, boolean missing) {
    panel.add(
        new Lateness(
            unit, period, missing, panel.origins().pack("input/receipts.xlsx", "收件", unit, 1)));
    return this;
  }

  Scoreboard rules(Rule... more) {
    rules.addAll(List.of(more));
    return this;
  }

  Scoreboard most(double bonus, double penalty) {
    mostBonus = bonus;
    mostPenalty = penalty;
    return this;
  }

  Scoreboard ranking(RankingRules by) {
    ranking = by;
    return this;
  }

  Scoreboard ties(TiePolicy ties) {
    return ranking(new RankingRules(2, ties, ranking.bands(), ranking.escalations()));
  }

  Scoreboard bands(Band... bands) {
    return ranking(new RankingRules(2, ranking.ties(), List.of(bands), ranking.escalations()));
  }

  Scoreboard other(String id, Trend trend) {
    others.put(id, trend);
    return this;
  }

  Trend trend() {
    Indicator indicator =
        new Indicator(
            "x",
            Text.of("x"),
            1,
            "x",
            new Formula.Variable("x"),
            Text.of(""),
            2,
            Polarity.POSITIVE,
            List.of(new Part(1, new Goalposts(0, 100, false), Reference.UNITS)),
            ZeroDenominator.MISSING);
    IndexTree tree =
        new IndexTree(
            new Dimension("i", Text.of("i"), 1, List.of(indicator), new Arithmetic(), 0),
            Text.of(""));
    Period always = new Period(frequency, 0);
    IndexDefinition index =
        new IndexDefinition(
            "i", Text.of("i"), Text.of(""), frequency, new Versions<>(Map.of(always, tree)));
    Adjustments adjustments = new Adjustments(rules, mostBonus, mostPenalty);
    Function<String, Optional<Trend>> known = id -> Optional.ofNullable(others.get(id));
    return new Trend(
        new IndexCalculator(
                index, panel, new Versions<>(Map.of(always, adjustments)), PublishedScores.NONE)
            .calculate(),
        new Versions<>(Map.of(always, ranking)),
        panel,
        known);
  }

  Standing at(Period period) {
    return trend().at(period).orElseThrow();
  }

  static double[] published(Standing standing) {
    double[] out = new double[standing.units()];
    Arrays.setAll(out, standing::published);
    return out;
  }

  static double[] ranks(Standing standing) {
    double[] out = new double[standing.units()];
    Arrays.setAll(out, standing::rank);
    return out;
  }

  static double[] points(Standing standing) {
    double[] out = new double[standing.units()];
    Arrays.setAll(out, standing::points);
    return out;
  }

  /** The ids of the units' bands, in the order of the roster; {@code -} without one. */
  static String bands(Standing standing) {
    List<String> ids = new ArrayList<>();
    for (int unit = 0; unit < standing.units(); unit++) {
      ids.add(standing.band(unit).map(Band::id).orElse("-"));
    }
    return String.join(" ", ids);
  }
}
