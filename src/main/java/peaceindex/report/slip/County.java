package peaceindex.report.slip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peaceindex.index.Indicator;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.problem.Problem;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.returns.Contents;

/** What the slips of a period have in common, looked up once for all of them. */
final class County {
  private final Findings findings;
  private final Discretion discretion;
  private final double[] meanValues;
  private final Map<String, Integer> ranked = new HashMap<>();
  private final Map<Integer, List<Problem>> problems = new HashMap<>();

  County(Findings findings) {
    this.findings = findings;
    Standing standing = findings.standing();
    Panel panel = findings.panel();
    Roster roster = panel.roster();
    this.discretion = new Discretion(roster);
    this.meanValues = new double[standing.tree().size()];
    Arrays.setAll(
        meanValues,
        node ->
            standing.tree().node(node) instanceof Indicator
                ? standing.scores().meanValue(node)
                : Double.NaN);
    standing.ranking().forEach(unit -> ranked.merge(roster.get(unit).group(), 1, Integer::sum));
    Map<String, Integer> numbers = new HashMap<>();
    for (int unit = 0; unit < roster.size(); unit++) {
      numbers.put(roster.get(unit).id(), unit);
    }
    Contents contents = Contents.of(panel);
    for (Problem problem : findings.problems()) {
      int unit =
          problem.unit().isEmpty()
              ? contents.unitOf(problem.where().file())
              : numbers.getOrDefault(problem.unit(), -1);
      if (unit >= 0 && isOfPeriod(problem, contents)) {
        problems.computeIfAbsent(unit, u -> new ArrayList<>()).add(problem);
      }
    }
  }

  /** What is wrong with the return of another month stands on the slip of that month. */
  private boolean isOfPeriod(Problem problem, Contents contents) {
    if (problem.arguments().get("period") instanceof Period of) {
      return findings.period().covers(of);
    }
    return contents
        .periodOf(problem.where().file())
        .filter(of -> !findings.period().covers(of))
        .isEmpty();
  }

  Discretion discretion() {
    return discretion;
  }

  /** The mean of an indicator's values over the units that have one. */
  double meanValue(int node) {
    return meanValues[node];
  }

  /** How many units of a group have a rank. */
  int ranked(String group) {
    return ranked.getOrDefault(group, 0);
  }

  /** What is wrong with the returns of a unit in the period, and of no other. */
  List<Problem> problems(int unit) {
    return problems.getOrDefault(unit, List.of());
  }
}
