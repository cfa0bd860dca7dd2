package peaceindex.index.adjust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import peaceindex.panel.Lateness;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Text;

/**
 * All points of a period that need no rank: those of events, then those of returns that came late
 * or not at all, within the limits in total.
 *
 * <p>A late return is a line; a period of which nothing came is one line, however many returns were
 * expected. In a span those of all its base periods count.
 */
public final class PanelPoints {
  private PanelPoints() {}

  /**
   * The lines by unit: its events by day, then its returns by base period and rule.
   *
   * @param rules those in force in {@code period}
   * @param period a base period or a span of them
   */
  public static List<Adjustment> of(Adjustments rules, Panel panel, Period period) {
    if (rules.rules().isEmpty()) {
      return List.of();
    }
    List<Adjustment> lines = new ArrayList<>(EventPoints.of(rules, panel.events(), period));
    if (judgesReturns(rules)) {
      for (Period base : panel.periods()) {
        if (period.covers(base)) {
          for (int unit = 0; unit < panel.roster().size(); unit++) {
            lines.addAll(returns(rules, panel.lateness(base, unit)));
          }
        }
      }
    }
    // The sort is stable: of one unit, events stay before returns.
    lines.sort(Comparator.comparingInt(Adjustment::unit));
    return rules.withinTotals(lines);
  }

  private static boolean judgesReturns(Adjustments rules) {
    return !rules.rules(LateRule.class).isEmpty() || !rules.rules(MissingRule.class).isEmpty();
  }

  /** The lines for the returns of one unit in one base period. */
  private static List<Adjustment> returns(Adjustments rules, List<Lateness> known) {
    List<Adjustment> lines = new ArrayList<>();
    for (Rule rule : rules.rules()) {
      if (rule instanceof LateRule late) {
        known.stream()
            .filter(one -> !one.missing())
            .forEach(one -> lines.add(line(late, late.points(), one)));
      } else if (rule instanceof MissingRule missing) {
        known.stream()
            .filter(Lateness::missing)
            .findFirst()
            .ifPresent(one -> lines.add(line(missing, missing.points(), one)));
      }
    }
    return lines;
  }

  private static Adjustment line(Rule rule, double points, Lateness of) {
    return new Adjustment(
        of.unit(),
        rule.id(),
        rule.name(),
        1,
        // No negative zero.
        points == 0 ? 0 : points,
        of.origin(),
        of.period().words().zh().isEmpty() ? Text.of("") : of.period().words());
  }
}
