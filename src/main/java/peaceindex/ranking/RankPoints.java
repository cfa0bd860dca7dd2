package peaceindex.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.index.adjust.Adjustment;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.LastPlacesRule;
import peaceindex.index.adjust.RankChangeRule;
import peaceindex.index.adjust.Rule;
import peaceindex.panel.Figures;
import peaceindex.panel.Origins;
import peaceindex.panel.Period;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/**
 * The points that need a rank, all by the ranks before any of them: no rule sees what another, or
 * itself, gave.
 *
 * <p>A rank of this period is the provisional one; one of an earlier period or of another index is
 * the final one, as it was published.
 */
final class RankPoints {
  private static final Text COMMA = new Text("、", ", ");

  private final Adjustments rules;
  private final Period period;
  private final Order order;
  private final double[] ranks;
  private final Earlier earlier;

  /**
   * @param order of the period at hand, before points by rank
   */
  RankPoints(Adjustments rules, Period period, Order order, TiePolicy ties, Earlier earlier) {
    this.rules = rules;
    this.period = period;
    this.order = order;
    this.ranks = order.ranks(ties);
    this.earlier = earlier;
  }

  /** Whether any rule gives points by rank, so that the lines of the units must be looked for. */
  static boolean areGivenBy(Adjustments rules) {
    for (Rule rule : rules.rules()) {
      if (rule instanceof LastPlacesRule || rule instanceof RankChangeRule) {
        return true;
      }
    }
    return false;
  }

  /** The lines of a unit in the order of the rules, before limits in total. */
  List<Adjustment> of(int unit) {
    List<Adjustment> lines = new ArrayList<>();
    for (Rule rule : rules.rules()) {
      if (rule instanceof LastPlacesRule last) {
        (last.eachPeriodOf().isEmpty() ? lastNow(last, unit) : lastElsewhere(last, unit))
            .ifPresent(lines::add);
      } else if (rule instanceof RankChangeRule change) {
        changed(change, unit).ifPresent(lines::add);
      }
    }
    return lines;
  }

  private Optional<Adjustment> lastNow(LastPlacesRule rule, int unit) {
    return order.isAmongLast(unit, rule.places())
        ? Optional.of(
            line(
                rule,
                unit,
                1,
                rule.points(),
                Messages.phrase(
                    "adjust.why.lastPlaces",
                    "rank",
                    Figures.plain(ranks[unit]),
                    "count",
                    order.size())))
        : Optional.empty();
  }

  /** Points for every period of the other index in this one. */
  private Optional<Adjustment> lastElsewhere(LastPlacesRule rule, int unit) {
    List<Period> found =
        earlier.others().apply(rule.eachPeriodOf()).stream()
            .flatMap(trend -> trend.periods().stream().flatMap(p -> trend.at(p).stream()))
            .filter(there -> period.covers(there.period()))
            .filter(there -> there.isAmongLast(unit, rule.places()))
            .map(Standing::period)
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            line(
                rule,
                unit,
                found.size(),
                found.size() * rule.points(),
                found.stream()
                    .map(Period::words)
                    .reduce((one, next) -> one.plus(COMMA).plus(next))
                    .orElseThrow()));
  }

  private Optional<Adjustment> changed(RankChangeRule rule, int unit) {
    Optional<Standing> then =
        switch (rule.against()) {
          case PREVIOUS -> earlier.previous();
          case YEAR_EARLIER -> earlier.yearEarlier();
        };
    return then.flatMap(
        standing ->
            // NaN, where a unit has no rank, reaches no step.
            rule.step(standing.rank(unit) - ranks[unit])
                .map(
                    step ->
                        line(
                            rule,
                            unit,
                            1,
                            step.points(),
                            Messages.phrase(
                                "adjust.why.rankChange",
                                "period",
                                standing.period().words(),
                                "then",
                                Figures.plain(standing.rank(unit)),
                                "now",
                                Figures.plain(ranks[unit])))));
  }

  private static Adjustment line(Rule rule, int unit, int times, double points, Text why) {
    // No negative zero.
    double given = points == 0 ? 0 : points;
    return new Adjustment(unit, rule.id(), rule.name(), times, given, Origins.NONE, why);
  }
}
