package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import peaceindex.panel.Period;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;
import peaceindex.report.Findings;

/**
 * Which units stand on the pages that look back. In a nation nobody looks through all, and the
 * workbook of the history has every one: there these pages name those that moved most.
 *
 * @param units those to be shown
 * @param left how many are left out
 */
record Excerpt(List<Integer> units, int left) {
  /** So many units are all shown; a province has fewer. */
  static final int MOST = 10_000;

  /** How many are shown of those that rose most, and of those that fell most. */
  private static final int ENDS = 100;

  Excerpt {
    units = List.copyOf(units);
  }

  /**
   * All units, or those whose rank rose most and then those whose rank fell most since the period
   * before; without one, the first and the last.
   */
  static Excerpt of(Findings findings, List<Integer> units) {
    return of(findings, units, MOST);
  }

  static Excerpt of(Findings findings, List<Integer> units, int most) {
    if (units.size() <= Math.max(most, 2 * ENDS)) {
      return new Excerpt(units, 0);
    }
    Standing standing = findings.standing();
    Trend trend = findings.trend();
    Period period = findings.period();
    Optional<Standing> before = period.previous().flatMap(trend::at);
    List<Integer> ranked = new ArrayList<>(standing.ranking());
    if (before.isPresent()) {
      ranked.removeIf(unit -> Double.isNaN(trend.movement(period, unit).rank()));
      ranked.sort(Comparator.comparingDouble(unit -> -trend.movement(period, unit).rank()));
    }
    int ends = Math.min(ENDS, ranked.size() / 2);
    List<Integer> shown = new ArrayList<>(ranked.subList(0, ends));
    shown.addAll(ranked.subList(ranked.size() - ends, ranked.size()));
    return new Excerpt(shown, units.size() - shown.size());
  }

  /** Says what is left out; nothing where nothing is. */
  List<Line> note(Words words) {
    return left == 0
        ? List.of()
        : List.of(
            Line.note(
                words.say("note.excerpt", "count", units.size() + left, "ends", units.size() / 2)));
  }
}
