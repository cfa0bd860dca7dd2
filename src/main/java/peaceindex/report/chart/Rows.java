package peaceindex.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import peaceindex.ranking.NotRanked;
import peaceindex.ranking.Standing;
import peaceindex.report.FirstAndLast;
import peaceindex.report.PointsNotes;

/**
 * Which units a chart shows, from first to last; those without a rank come at the end. Of more than
 * {@value FirstAndLast#MOST} only the first and the last ranked ones are shown.
 *
 * @param units indices of units, with {@link #BREAK} in the place of those that are left out
 * @param omitted the number of ranked units left out
 * @param ends how many of either end are shown if any are left out
 */
record Rows(List<Integer> units, int omitted, int ends) {
  static final int BREAK = FirstAndLast.BREAK;

  /** How many units without a rank are called by name in a note. */
  private static final int NAMED = 20;

  static Rows ranked(Standing standing) {
    return ranked(standing, FirstAndLast.ENDS);
  }

  private static Rows ranked(Standing standing, int ends) {
    FirstAndLast of = FirstAndLast.of(standing.ranking(), ends);
    return new Rows(of.units(), of.omitted(), ends);
  }

  static Rows all(Standing standing) {
    return all(standing, FirstAndLast.ENDS);
  }

  /** As many of the units without a rank as find room come after the ranked ones. */
  static Rows all(Standing standing, int ends) {
    Rows ranked = ranked(standing, ends);
    List<Integer> all = new ArrayList<>(ranked.units);
    int room = ranked.omitted > 0 ? 0 : FirstAndLast.MOST - all.size();
    standing.notRanked().keySet().stream().limit(room).forEach(all::add);
    return new Rows(List.copyOf(all), ranked.omitted, ends);
  }

  int size() {
    return units.size();
  }

  int unit(int row) {
    return units.get(row);
  }

  boolean isBreak(int row) {
    return units.get(row) == BREAK;
  }

  /** The rows that show a unit. */
  IntStream shown() {
    return IntStream.range(0, size()).filter(row -> !isBreak(row));
  }

  /** Says who is left out, what points and vetoes did, and who has no rank and why. */
  void notes(Page page, Wording wording) {
    Standing standing = wording.findings().standing();
    if (omitted > 0) {
      page.note(wording.say("ends", "count", standing.ranking().size(), "ends", ends));
    }
    PointsNotes.of(wording.findings()).forEach(page::note);
    Map<Integer, NotRanked> without = standing.notRanked();
    if (!without.isEmpty()) {
      String names =
          without.entrySet().stream()
              .limit(NAMED)
              .map(e -> named(e.getKey(), e.getValue(), wording))
              .collect(Collectors.joining(wording.say("comma")));
      String more =
          without.size() > NAMED ? wording.say("notRanked.more", "count", without.size()) : "";
      page.note(wording.say("notRanked", "units", names) + more);
    }
  }

  private static String named(int unit, NotRanked reason, Wording wording) {
    return wording.say("notRanked.unit", "unit", wording.unit(unit), "reason", reason.reason());
  }
}
