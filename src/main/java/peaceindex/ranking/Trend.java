package peaceindex.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import peaceindex.index.PeriodScores;
import peaceindex.index.Scores;
import peaceindex.panel.Frequency;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Versions;

/** The standings of all periods, and how every unit moved between them. */
public final class Trend {
  private static final int TOP = 3;

  private final NavigableMap<Period, Standing> standings = new TreeMap<>();
  private final Map<Period, Movement[]> movements = new HashMap<>();
  private final Versions<RankingRules> rules;
  private final Panel panel;
  private final Function<String, Optional<Trend>> others;

  /** The trend of an index whose rules look at no other index. */
  public Trend(Scores scores, Versions<RankingRules> rules, Panel panel) {
    this(scores, rules, panel, id -> Optional.empty());
  }

  /**
   * @param others other indices by their ids, for rules by rank that look at them
   */
  public Trend(
      Scores scores,
      Versions<RankingRules> rules,
      Panel panel,
      Function<String, Optional<Trend>> others) {
    this.rules = rules;
    this.panel = panel;
    this.others = others;
    // From the oldest on: the points by rank of a period look at final ranks of earlier ones.
    for (Period period : scores.periods()) {
      scores.at(period).flatMap(this::stand).ifPresent(at -> standings.put(period, at));
    }
    int units = panel.roster().size();
    standings.values().forEach(s -> movements.put(s.period(), movementsAt(s, units)));
  }

  /**
   * Who would stand where with these scores, all other periods being as they are; empty where there
   * are no rules for their period.
   */
  Optional<Standing> stand(PeriodScores scores) {
    Period period = scores.period();
    Earlier earlier =
        new Earlier(
            period.previous().map(standings::get), lastYear(period).map(standings::get), others);
    return rules.at(period).map(by -> new Standing(scores, by, panel, earlier));
  }

  /** The same part of last year; of a whole year the one before. */
  static Optional<Period> lastYear(Period period) {
    return period.frequency() == Frequency.YEAR ? period.previous() : period.yearEarlier();
  }

  /** The periods that have a standing, oldest first. */
  public List<Period> periods() {
    return new ArrayList<>(standings.keySet());
  }

  public Optional<Standing> at(Period period) {
    return Optional.ofNullable(standings.get(period));
  }

  /**
   * The last periods up to {@code period}, oldest first, those without a standing in between too:
   * none before the first that has one, and no more than {@code most}.
   */
  public List<Period> last(Period period, int most) {
    List<Period> last = new ArrayList<>();
    Optional<Period> next = Optional.of(period);
    while (next.isPresent()
        && last.size() < most
        && !standings.isEmpty()
        && next.get().compareTo(standings.firstKey()) >= 0) {
      last.add(0, next.get());
      next = next.get().previous();
    }
    return last;
  }

  /**
   * How the published score of a node below the root changed since the period before, in which the
   * node is the one of the same id; {@code NaN} where there is nothing to compare with.
   */
  public double change(Period period, int node, int unit) {
    Standing now = standings.get(period);
    Standing then = period.previous().map(standings::get).orElse(null);
    if (now == null || then == null) {
      return Double.NaN;
    }
    int there = then.tree().find(now.tree().node(node).id());
    return there < 0
        ? Double.NaN
        : Published.of(
            now.published(node, unit) - then.published(there, unit), now.rules().decimals());
  }

  /** How {@code unit} moved up to {@code period}, which must have a standing. */
  public Movement movement(Period period, int unit) {
    Movement[] all = movements.get(period);
    if (all == null) {
      throw new IllegalArgumentException("no standing for " + period);
    }
    return all[unit];
  }

  private Movement[] movementsAt(Standing now, int units) {
    Period period = now.period();
    int decimals = now.rules().decimals();
    Optional<Standing> before = period.previous().map(standings::get);
    Optional<Standing> lastYear = period.yearEarlier().map(standings::get);
    List<Standing> thisYear =
        standings.headMap(period, true).values().stream()
            .filter(s -> s.period().year() == period.year())
            .toList();
    List<Standing> backwards =
        new ArrayList<>(standings.headMap(period, true).descendingMap().values());

    double[] yearToDate = new double[units];
    for (int unit = 0; unit < units; unit++) {
      // A unit that was dissolved during the year is no longer ranked, whatever it had.
      double mean = now.scores().isActive(unit) ? mean(thisYear, unit) : Double.NaN;
      yearToDate[unit] = Published.of(mean, decimals);
    }
    double[] yearToDateRanks = Ranks.of(yearToDate, now.rules().ties());

    Movement[] out = new Movement[units];
    for (int unit = 0; unit < units; unit++) {
      int scored = 0;
      int top = 0;
      int first = 0;
      for (Standing month : thisYear) {
        scored += month.isRanked(unit) ? 1 : 0;
        top += month.rank(unit) <= TOP ? 1 : 0;
        first += month.rank(unit) == 1 ? 1 : 0;
      }
      out[unit] =
          new Movement(
              change(now, before, unit),
              places(now, before, unit),
              change(now, lastYear, unit),
              places(now, lastYear, unit),
              Published.of(now.published(unit) - now.publishedMean(), decimals),
              yearToDate[unit],
              yearToDateRanks[unit],
              scored,
              top,
              first,
              worstInARow(backwards, unit));
    }
    return out;
  }

  private static double mean(List<Standing> periods, int unit) {
    return periods.stream()
        .filter(s -> s.isRanked(unit))
        .mapToDouble(s -> s.published(unit))
        .average()
        .orElse(Double.NaN);
  }

  private static double change(Standing now, Optional<Standing> then, int unit) {
    return then.map(
            s -> Published.of(now.published(unit) - s.comparable(unit), now.rules().decimals()))
        .orElse(Double.NaN);
  }

  private static double places(Standing now, Optional<Standing> then, int unit) {
    return then.map(s -> s.rank(unit) - now.rank(unit)).orElse(Double.NaN);
  }

  private static int worstInARow(List<Standing> backwards, int unit) {
    int row = 0;
    for (Standing standing : backwards) {
      if (standing.isWorst(unit)) {
        row++;
      } else if (standing.isRanked(unit)) {
        return row;
      }
    }
    return row;
  }
}
