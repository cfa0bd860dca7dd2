package peaceindex.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import peaceindex.index.PeriodScores;
import peaceindex.panel.CellStatus;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.ranking.Standing;

/**
 * Which units are ranked without some of their indicators, and why: a reader who compares ranks has
 * to know. What does not apply to a unit is no gap; what is not due is said once for all units.
 */
public final class GapNotes {
  /** More units than this are counted, not named. */
  private static final int MOST = 10;

  private GapNotes() {}

  /** What is not due; then one sentence a unit, in rank order, and one for the rest. */
  public static List<String> of(Findings findings) {
    Lang lang = findings.lang();
    Standing standing = findings.standing();
    List<String> notes = new ArrayList<>();
    notDue(standing)
        .ifPresent(names -> notes.add(Messages.say("gap.notDue", lang, "indicators", names)));
    for (int node : standing.tree().indicators()) {
      long lacking = lackingPart(standing, node);
      if (lacking > 0) {
        Text name = standing.tree().node(node).name();
        notes.add(Messages.say("gap.part", lang, "indicator", name, "count", lacking));
      }
    }
    int most = notes.size() + MOST;
    int more = 0;
    for (int unit : standing.ranking()) {
      List<Integer> gaps = gaps(standing, unit);
      if (!gaps.isEmpty() && notes.size() == most) {
        more++;
      } else if (!gaps.isEmpty()) {
        Text name = findings.panel().roster().name(unit, findings.period());
        Text indicators = words(standing, unit, gaps);
        notes.add(Messages.say("gap.unit", lang, "unit", name, "indicators", indicators));
      }
    }
    if (more > 0) {
      notes.add(Messages.say("gap.more", lang, "count", more));
    }
    return notes;
  }

  /** How many ranked units are scored by some methods only of the several that are blended. */
  private static long lackingPart(Standing standing, int node) {
    int parts = standing.tree().indicator(node).parts().size();
    PeriodScores scores = standing.scores();
    if (parts < 2 || scores.isAveraged() || !standing.tree().groups().isEmpty()) {
      return 0;
    }
    return standing.ranking().stream()
        .filter(unit -> !Double.isNaN(scores.score(node, unit)))
        .filter(
            unit ->
                IntStream.range(0, parts)
                    .anyMatch(part -> Double.isNaN(scores.partScore(node, part, unit))))
        .count();
  }

  /** The indicators that a ranked unit lacks because they are not due. */
  private static Optional<Text> notDue(Standing standing) {
    Text names = null;
    for (int node : standing.tree().indicators()) {
      if (isNotDue(standing, node)) {
        Text name = standing.tree().node(node).name();
        names = names == null ? name : and(names, name);
      }
    }
    return Optional.ofNullable(names);
  }

  private static boolean isNotDue(Standing standing, int node) {
    PeriodScores scores = standing.scores();
    for (int unit = 0; unit < standing.units(); unit++) {
      if (scores.status(node, unit) == CellStatus.NOT_DUE && standing.isRanked(unit)) {
        return true;
      }
    }
    return false;
  }

  private static Text and(Text a, Text b) {
    return a.plus(new Text("、", ", ")).plus(b);
  }

  /** The indicators that a unit lacks though they were to be expected. */
  private static List<Integer> gaps(Standing standing, int unit) {
    List<Integer> gaps = List.of();
    for (int node : standing.tree().indicators()) {
      CellStatus status = standing.scores().status(node, unit);
      if (!status.hasFigure() && status.isExpected()) {
        // Most units lack none, and need no list.
        gaps = gaps.isEmpty() ? new ArrayList<>() : gaps;
        gaps.add(node);
      }
    }
    return gaps;
  }

  private static Text words(Standing standing, int unit, List<Integer> gaps) {
    return gaps.stream()
        .map(
            node ->
                Messages.phrase(
                    "gap.indicator",
                    "name",
                    standing.tree().node(node).name(),
                    "status",
                    Messages.phrase("book.mark." + standing.scores().status(node, unit))))
        .reduce(GapNotes::and)
        .orElseThrow();
  }
}
