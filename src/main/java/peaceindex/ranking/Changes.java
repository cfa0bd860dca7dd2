package peaceindex.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import peaceindex.index.IndexCalculator;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.PeriodScores;
import peaceindex.panel.Period;
import peaceindex.ranking.Explanation.Against;
import peaceindex.ranking.Explanation.Comparison;
import peaceindex.ranking.Explanation.Item;

/**
 * What changed since the period before, and since the same period of last year.
 *
 * <p>Where the rules changed in between, the other period is scored once more by the rules of
 * today: what the rules did is told apart from what the unit did. Where that is not possible,
 * because there are no figures for today's rules, indicators are matched by their ids and those
 * that are gone count as a change of rules.
 */
final class Changes {
  private final Trend trend;
  private final Standing now;
  private final int unit;
  private final IndexCalculator calculator;

  Changes(Trend trend, Standing now, int unit, IndexCalculator calculator) {
    this.trend = trend;
    this.now = now;
    this.unit = unit;
    this.calculator = calculator;
  }

  List<Comparison> all() {
    List<Comparison> all = new ArrayList<>();
    since(Against.PREVIOUS, now.period().previous()).ifPresent(all::add);
    since(Against.YEAR_EARLIER, Trend.lastYear(now.period()))
        .filter(one -> all.stream().noneMatch(other -> other.then().equals(one.then())))
        .ifPresent(all::add);
    return all;
  }

  private Optional<Comparison> since(Against against, Optional<Period> period) {
    return period
        .flatMap(trend::at)
        .filter(then -> now.isRanked(unit) && !Double.isNaN(then.comparable(unit)))
        .map(then -> compare(against, then));
  }

  private Comparison compare(Against against, Standing then) {
    boolean otherRules = then.tree() != now.tree();
    PeriodScores by = byRulesOfToday(then, otherRules);
    boolean additive = now.tree().isAdditive() && by.tree().isAdditive();
    List<Item> items = new ArrayList<>();
    double sum = 0;
    double contributions = 0;
    for (int node : now.tree().indicators()) {
      Item item = item(node, by, additive);
      sum += finite(item.points());
      contributions += additive ? contributionChange(node, by) : 0;
      if (!Double.isNaN(item.scoreNow()) || !Double.isNaN(item.scoreThen())) {
        items.add(item);
      }
    }
    items.sort(
        Comparator.comparingDouble(
            (Item item) ->
                -Math.abs(finite(additive ? item.points() : item.scoreNow() - item.scoreThen()))));
    double before = then.scores().indexBeforePoints(unit);
    double pointsThen = then.scores().isActive(unit) ? then.points(unit) : 0;
    double points = now.points(unit) - pointsThen;
    double exact = now.index(unit) - before - pointsThen;
    double rules = by.indexBeforePoints(unit) - before - (additive ? gone(by) : 0);
    int decimals = now.rules().decimals();
    return new Comparison(
        against,
        then.period(),
        Published.of(now.published(unit) - then.comparable(unit), decimals),
        then.rank(unit) - now.rank(unit),
        exact,
        additive,
        items,
        additive ? contributions - sum : Double.NaN,
        points,
        rules,
        otherRules,
        additive ? exact - contributions - points - rules : Double.NaN);
  }

  /** A missing score is no change of a known size, and told last. */
  private static double finite(double x) {
    return Double.isNaN(x) ? 0 : x;
  }

  private PeriodScores byRulesOfToday(Standing then, boolean otherRules) {
    if (!otherRules || now.scores().isAveraged()) {
      return then.scores();
    }
    PeriodScores by = calculator.calculate(then.period(), now.tree());
    return Double.isNaN(by.indexBeforePoints(unit)) ? then.scores() : by;
  }

  /** The node of the other period's tree that is the same indicator, or -1. */
  private int there(int node, PeriodScores by) {
    int there = by.tree().find(now.tree().node(node).id());
    return there >= 0 && by.tree().node(there) instanceof Indicator ? there : -1;
  }

  private double contributionChange(int node, PeriodScores by) {
    int there = there(node, by);
    double then = there < 0 ? 0 : by.contribution(there, unit);
    return now.scores().contribution(node, unit) - then;
  }

  private Item item(int node, PeriodScores by, boolean additive) {
    PeriodScores of = now.scores();
    int there = there(node, by);
    double scoreThen = there < 0 ? Double.NaN : by.score(there, unit);
    double change = of.score(node, unit) - scoreThen;
    // A mean of several periods is no weight × score.
    double points =
        of.isAveraged() && !Double.isNaN(change)
            ? contributionChange(node, by)
            : of.weight(node, unit) * change;
    return new Item(
        node,
        additive ? points : Double.NaN,
        there < 0 ? Double.NaN : by.value(there, unit),
        of.value(node, unit),
        scoreThen,
        of.score(node, unit),
        there < 0 ? Double.NaN : by.weight(there, unit),
        of.weight(node, unit));
  }

  /** What indicators contributed then that are none now. */
  private double gone(PeriodScores by) {
    IndexTree then = by.tree();
    return then.indicators().stream()
        .filter(
            node -> {
              int here = now.tree().find(then.node(node).id());
              return here < 0 || !(now.tree().node(here) instanceof Indicator);
            })
        .mapToDouble(node -> by.contribution(node, unit))
        .sum();
  }
}
