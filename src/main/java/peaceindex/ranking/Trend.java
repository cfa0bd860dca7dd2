package peaceindex.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
  private final Map<Period, Seen> seen = new ConcurrentHashMap<>();
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
  }

  /**
   * What units are compared with, seen from a period.
   *
   * @param soFar the standings up to the period, the newest first
   * @param year those of its calendar year, the oldest first
   * @param means the mean of each unit's published indices in that year
   * @param ranks the ranks by these means
   */
  private record Seen(
      Standing now,
      @Nullable Standing before,
      @Nullable Standing lastYear,
      List<Standing> soFar,
      List<Standing> year,
      double[] means,
      double[] ranks) {}

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
    Seen from = seen.get(period);
    if (from == null) {
      from = seenFrom(period);
      seen.put(period, from);
    }
    Standing now = from.now;
    int scored = 0;
    int top = 0;
    int first = 0;
    for (Standing month : from.year) {
      scored += month.isRanked(unit) ? 1 : 0;
      top += month.rank(unit) <= TOP ? 1 : 0;
      first += month.rank(unit) == 1 ? 1 : 0;
    }
    return new Movement(
        change(now, from.before, unit),
        places(now, from.before, unit),
        change(now, from.lastYear, unit),
        places(now, from.lastYear, unit),
        Published.of(now.published(unit) - now.publishedMean(), now.rules().decimals()),
        from.means[unit],
        from.ranks[unit],
        scored,
        top,
        first,
        worstInARow(from.soFar, unit));
  }

  private Seen seenFrom(Period period) {
    Standing now = standings.get(period);
    if (now == null) {
      throw new IllegalArgumentException("no standing for " + period);
    }
    List<Standing> soFar = new ArrayList<>();
    List<Standing> thisYear = new ArrayList<>();
    for (Standing then : standings.values()) {
      if (then.period().compareTo(period) <= 0) {
        soFar.add(then);
        if (then.period().year() == period.year()) {
          thisYear.add(then);
        }
      }
    }
    Collections.reverse(soFar);
    double[] means = new double[now.units()];
    for (int unit = 0; unit < means.length; unit++) {
      // A unit that was dissolved during the year is no longer ranked, whatever it had.
      double mean = now.scores().isActive(unit) ? mean(thisYear, unit) : Double.NaN;
      means[unit] = Published.of(mean, now.rules().decimals());
    }
    return new Seen(
        now,
        period.previous().map(standings::get).orElse(null),
        period.yearEarlier().map(standings::get).orElse(null),
        soFar,
        thisYear,
        means,
        Ranks.of(means, now.rules().ties()));
  }

  /** The mean of the published indices; the sum carries along what it loses by rounding. */
  private static double mean(List<Standing> periods, int unit) {
    double sum = 0;
    double lost = 0;
    int count = 0;
    for (Standing standing : periods) {
      if (standing.isRanked(unit)) {
        double next = standing.published(unit) - lost;
        double with = sum + next;
        lost = (with - sum) - next;
        sum = with;
        count++;
      }
    }
    return count == 0 ? Double.NaN : (sum - lost) / count;
  }

  private static double change(Standing now, @Nullable Standing then, int unit) {
    return then == null
        ? Double.NaN
        : Published.of(now.published(unit) - then.comparable(unit), now.rules().decimals());
  }

  private static double places(Standing now, @Nullable Standing then, int unit) {
    return then == null ? Double.NaN : then.rank(unit) - now.rank(unit);
  }

  private static int worstInARow(List<Standing> newestFirst, int unit) {
    int row = 0;
    for (Standing standing : newestFirst) {
      if (standing.isWorst(unit)) {
        row++;
      } else if (standing.isRanked(unit)) {
        return row;
      }
    }
    return row;
  }
}
