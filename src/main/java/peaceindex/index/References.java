package peaceindex.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import peaceindex.formula.Statistics;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;

/** Fits references: the statistics against which each row of an indicator is judged. */
public final class References {
  private record Key(int node, Reference.Of of, List<Period> periods) {}

  private final Panel panel;
  private final Preparation preparation;
  private final IndexTree tree;
  private final List<Period> known;
  private final Map<Key, Statistics[]> fitted = new HashMap<>();

  /**
   * @param known the periods that may be referred to, of the kind that is scored
   */
  References(Panel panel, Preparation preparation, IndexTree tree, List<Period> known) {
    this.panel = panel;
    this.preparation = preparation;
    this.tree = tree;
    this.known = known;
  }

  /** The statistics for each unit. */
  public Statistics[] units(Reference reference, int node, Period now) {
    if (reference instanceof Reference.Target target) {
      return same(Statistics.of(new double[] {target.value()}));
    }
    Reference.Figures figures = (Reference.Figures) reference;
    List<Period> periods = figures.when().periods(now, known);
    return fitted.computeIfAbsent(new Key(node, figures.of(), periods), this::fit);
  }

  /** The statistics for the county's pooled row. */
  public Statistics county(Reference reference, int node, Period now) {
    if (reference instanceof Reference.Target target) {
      return Statistics.of(new double[] {target.value()});
    }
    Reference.Figures figures = (Reference.Figures) reference;
    List<Period> periods = figures.when().periods(now, known);
    return switch (figures.of()) {
      case UNITS, GROUP -> all(node, periods);
      case OWN, COUNTY -> ofCounty(node, periods);
    };
  }

  private Statistics[] fit(Key key) {
    return switch (key.of()) {
      case UNITS -> same(all(key.node(), key.periods()));
      case COUNTY -> same(ofCounty(key.node(), key.periods()));
      case GROUP -> byGroup(key.node(), key.periods());
      case OWN -> own(key.node(), key.periods());
    };
  }

  private Statistics[] same(Statistics statistics) {
    Statistics[] out = new Statistics[panel.roster().size()];
    Arrays.fill(out, statistics);
    return out;
  }

  /** The values of a period, of a unit that did not exist then those of its predecessors. */
  private double[] values(int node, Period period) {
    return preparation.units(tree, node, period).scored();
  }

  /** The values of the units that existed in a period. */
  private double[] active(int node, Period period) {
    return preparation.active(values(node, period), period);
  }

  private Statistics all(int node, List<Period> periods) {
    return Statistics.of(
        periods.stream().flatMapToDouble(p -> DoubleStream.of(active(node, p))).toArray());
  }

  private Statistics ofCounty(int node, List<Period> periods) {
    return Statistics.of(
        periods.stream().mapToDouble(p -> preparation.county(tree, node, p).scored()[0]).toArray());
  }

  private Statistics[] byGroup(int node, List<Period> periods) {
    Map<String, DoubleStream.Builder> members = new HashMap<>();
    for (Period period : periods) {
      double[] values = active(node, period);
      for (int unit = 0; unit < values.length; unit++) {
        members
            .computeIfAbsent(panel.roster().get(unit).group(), group -> DoubleStream.builder())
            .add(values[unit]);
      }
    }
    Map<String, Statistics> byGroup = new HashMap<>();
    members.forEach((group, of) -> byGroup.put(group, Statistics.of(of.build().toArray())));
    Statistics nobody = Statistics.of(new double[0]);
    Statistics[] out = new Statistics[panel.roster().size()];
    Arrays.setAll(out, unit -> byGroup.getOrDefault(panel.roster().get(unit).group(), nobody));
    return out;
  }

  private Statistics[] own(int node, List<Period> periods) {
    double[][] past = new double[periods.size()][];
    Arrays.setAll(past, p -> values(node, periods.get(p)));
    Statistics[] out = new Statistics[panel.roster().size()];
    Arrays.setAll(
        out, unit -> Statistics.of(Arrays.stream(past).mapToDouble(p -> p[unit]).toArray()));
    return out;
  }
}
