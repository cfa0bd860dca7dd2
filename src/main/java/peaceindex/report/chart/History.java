package peaceindex.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import peaceindex.index.IndexTree;
import peaceindex.panel.Period;
import peaceindex.panel.Versions;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/**
 * The published index from the first period to the one that is published. Every period between has
 * its place, also one for which nothing arrived; there and where a unit has no score stands {@code
 * NaN}.
 */
record History(List<Period> periods, List<Optional<Standing>> standings) {

  static History of(Findings findings) {
    Period last = findings.period();
    List<Period> scored =
        findings.trend().periods().stream().filter(p -> p.compareTo(last) <= 0).toList();
    List<Period> periods = new ArrayList<>();
    for (int ordinal = scored.get(0).ordinal(); ordinal <= last.ordinal(); ordinal++) {
      periods.add(new Period(last.frequency(), ordinal));
    }
    return new History(List.copyOf(periods), periods.stream().map(findings.trend()::at).toList());
  }

  int size() {
    return periods.size();
  }

  double[] unit(int unit) {
    return each(standing -> standing.published(unit));
  }

  /** The published mean of the units. */
  double[] mean() {
    return each(Standing::publishedMean);
  }

  double[] highest() {
    return each(
        standing -> {
          double highest = Double.NaN;
          for (int unit : standing.ranking()) {
            double index = standing.published(unit);
            highest = highest >= index ? highest : index;
          }
          return highest;
        });
  }

  double[] lowest() {
    return each(
        standing -> {
          double lowest = Double.NaN;
          for (int unit : standing.ranking()) {
            double index = standing.published(unit);
            lowest = lowest <= index ? lowest : index;
          }
          return lowest;
        });
  }

  private double[] each(ToDoubleFunction<Standing> figure) {
    double[] figures = new double[size()];
    for (int i = 0; i < figures.length; i++) {
      Optional<Standing> standing = standings.get(i);
      figures[i] = standing.isPresent() ? figure.applyAsDouble(standing.get()) : Double.NaN;
    }
    return figures;
  }

  /** The places, after the first, at which other rules begin to hold. */
  List<Integer> changes(Versions<IndexTree> trees) {
    List<Integer> changes = new ArrayList<>();
    for (int i = 1; i < size(); i++) {
      if (!trees.since(periods.get(i)).equals(trees.since(periods.get(i - 1)))) {
        changes.add(i);
      }
    }
    return changes;
  }
}
