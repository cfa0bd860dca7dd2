package peaceindex.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
    return each(s -> indices(s).max().orElse(Double.NaN));
  }

  double[] lowest() {
    return each(s -> indices(s).min().orElse(Double.NaN));
  }

  private static DoubleStream indices(Standing standing) {
    return standing.ranking().stream().mapToDouble(standing::published);
  }

  private double[] each(ToDoubleFunction<Standing> figure) {
    return standings.stream()
        .mapToDouble(s -> s.isPresent() ? figure.applyAsDouble(s.get()) : Double.NaN)
        .toArray();
  }

  /** The places, after the first, at which other rules begin to hold. */
  int[] changes(Versions<IndexTree> trees) {
    return IntStream.range(1, size())
        .filter(i -> !trees.since(periods.get(i)).equals(trees.since(periods.get(i - 1))))
        .toArray();
  }
}
