package peaceindex.index.adjust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import peaceindex.panel.Event;
import peaceindex.panel.Figures;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/**
 * What the register of events comes to in one period.
 *
 * <p>A line an event, by unit, then day, then the order of the rules. Of an {@link EventRule} the
 * k-th time in the calendar year counts {@code points} for k = 1 and {@code points × repeat} for k
 * ≥ 2, k counted from January even where former periods no longer count. Then the rule's own limit
 * holds, over the events that count in this period: the earlier day keeps its points. The limits in
 * total are those of {@link Adjustments#withinTotals}, which is not applied here, as other lines
 * may follow. Of a veto the first event makes the deduction and later ones of the same rule none.
 *
 * <p>Events of rules that are not in force, and of later periods, make no line. An index without
 * periods counts all events of all years; times are still counted by calendar years.
 */
public final class EventPoints {
  private static final Text SEMICOLON = new Text("；", "; ");

  private record Key(int unit, String rule) {}

  private record KeyOfYear(int unit, String rule, int year) {}

  private EventPoints() {}

  /**
   * The lines of all units.
   *
   * @param rules those in force in {@code period}, by which events of the year's former months
   *     count as well
   * @param events in any order; those of the year so far are needed, others do no harm
   * @param period a base period, or a span of them: in a span count all events of the base periods
   *     in it
   */
  public static List<Adjustment> of(Adjustments rules, List<Event> events, Period period) {
    List<Event> known =
        events.stream()
            .filter(event -> rules.rule(event.rule()).isPresent())
            .filter(event -> !event.period().lastDay().isAfter(period.lastDay()))
            .sorted(order(rules))
            .toList();
    Map<KeyOfYear, Integer> before = new HashMap<>();
    Map<Key, Adjustments.Limit> limits = new HashMap<>();
    Map<Key, Event> vetoed = new HashMap<>();
    List<Adjustment> lines = new ArrayList<>();
    for (Event event : known) {
      Rule rule = rules.rule(event.rule()).orElseThrow();
      Key key = new Key(event.unit(), rule.id());
      if (rule instanceof EventRule counted) {
        KeyOfYear year = new KeyOfYear(event.unit(), rule.id(), event.date().getYear());
        int earlier = before.getOrDefault(year, 0);
        before.merge(year, event.times(), Integer::sum);
        if (isIn(event, counted.counts(), period)) {
          lines.add(
              limits
                  .computeIfAbsent(key, k -> new Adjustments.Limit(counted.most()))
                  .take(line(counted, event, earlier), "adjust.why.most"));
        }
      } else if (rule instanceof VetoRule veto && isIn(event, veto.counts(), period)) {
        lines.add(line(veto, event, vetoed.putIfAbsent(key, event) != null));
      }
    }
    return lines;
  }

  private static Comparator<Event> order(Adjustments rules) {
    Function<Event, Integer> place =
        event -> rules.rules().indexOf(rules.rule(event.rule()).orElseThrow());
    return Comparator.comparingInt(Event::unit)
        .thenComparing(Event::date)
        .thenComparing(place)
        .thenComparingInt(Event::times)
        .thenComparingLong(Event::origin);
  }

  /** Whether an event that is not of a later period counts in this one. */
  private static boolean isIn(Event event, Counts counts, Period period) {
    return period.frequency() == Frequency.NONE
        || period.covers(event.period())
        || (counts == Counts.YEAR && event.period().year() == period.year());
  }

  /**
   * @param earlier how often it happened before in the calendar year
   */
  private static Adjustment line(EventRule rule, Event event, int earlier) {
    int first = earlier == 0 ? 1 : 0;
    int again = event.times() - first;
    double points = first * rule.points() + again * rule.points() * rule.repeat();
    Text why =
        again > 0 && rule.repeat() != 1
            ? Messages.phrase(
                "adjust.why.repeat",
                "count",
                earlier + event.times(),
                "factor",
                Figures.plain(rule.repeat()))
            : Text.of("");
    // No negative zero.
    return line(rule, event, points == 0 ? 0 : points, why);
  }

  private static Adjustment line(VetoRule veto, Event event, boolean again) {
    if (again) {
      return line(veto, event, 0, Messages.phrase("adjust.why.vetoedBefore"));
    }
    if (veto.effect() instanceof VetoRule.Deduction deduction) {
      return line(
          veto,
          event,
          deduction.points() == 0 ? 0 : deduction.points(),
          Messages.phrase("adjust.why.veto"));
    }
    return line(
        veto,
        event,
        0,
        veto.effect() instanceof VetoRule.BandAtMost
            ? Messages.phrase("adjust.why.bandAtMost")
            : Messages.phrase("adjust.why.lastPlace"));
  }

  private static Adjustment line(Rule rule, Event event, double points, Text why) {
    return new Adjustment(
        event.unit(), rule.id(), rule.name(), event.times(), points, event.origin(), why);
  }

  /** Points with their sign: +2, -0.5. */
  static String signed(double points) {
    return (points > 0 ? "+" : "") + Figures.plain(points);
  }

  static Text joined(Text one, Text other) {
    return one.zh().isEmpty() ? other : one.plus(SEMICOLON).plus(other);
  }
}
