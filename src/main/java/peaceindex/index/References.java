package peaceindex.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peaceindex.formula.Statistics;
import peaceindex.panel.Groups;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;

/** Fits references: the statistics against which each row of an indicator is judged. */
public final class References {
  private record Key(int node, Reference.Of of, List<Period> periods) {}

  private final Panel panel;
  private final Preparation preparation;
  private final IndexTree tree;
  private final List<Period> known;
  private Map<Key, Statistics[]> fitted = new HashMap<>();
  private Map<Key, Statistics> ofAll = new HashMap<>();

  /** Those of the period that was scored before, of which this one may need some again. */
  private Map<Key, Statistics[]> fittedBefore = Map.of();

  private Map<Key, Statistics> ofAllBefore = Map.of();

  /**
   * @param known the periods that may be referred to, of the kind that is scored
   */
  References(Panel panel, Preparation preparation, IndexTree tree, List<Period> known) {
    this.panel = panel;
    this.preparation = preparation;
    this.tree = tree;
    this.known = known;
  }

  /**
   * Goes on to the next period, by the same rules. A reference that stays, such as the whole panel
   * or a base period, is not fitted again; what the period did not need is let go.
   */
  void goOn() {
    fittedBefore = fitted;
    ofAllBefore = ofAll;
    fitted = new HashMap<>();
    ofAll = new HashMap<>();
  }

  /** The statistics for each unit. */
  public Statistics[] units(Reference reference, int node, Period now) {
    if (reference instanceof Reference.Target target) {
      return same(Statistics.of(new double[] {target.value()}));
    }
    Reference.Figures figures = (Reference.Figures) reference;
    List<Period> periods = figures.when().periods(now, known);
    Key key = new Key(node, figures.of(), periods);
    Statistics[] known = fitted.getOrDefault(key, fittedBefore.get(key));
    if (known == null) {
      known = fit(key);
    }
    fitted.put(key, known);
    return known;
  }

  /** The statistics for the county's pooled row. */
  public Statistics county(Reference reference, int node, Period now) {
    if (reference instanceof Reference.Target target) {
      return Statistics.of(new double[] {target.value()});
    }
    Reference.Figures figures = (Reference.Figures) reference;
    List<Period> periods = figures.when().periods(now, known);
    return switch (figures.of()) {
      case UNITS, GROUP -> all(new Key(node, Reference.Of.UNITS, periods));
      case OWN, COUNTY -> ofCounty(node, periods);
    };
  }

  private Statistics[] fit(Key key) {
    return switch (key.of()) {
      case UNITS -> same(all(key));
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

  /** Of all units, whoever they are compared with; fitted once for units and county. */
  private Statistics all(Key key) {
    Statistics known = ofAll.getOrDefault(key, ofAllBefore.get(key));
    if (known == null) {
      int units = panel.roster().size();
      double[] figures = new double[units * key.periods().size()];
      int count = 0;
      for (Period period : key.periods()) {
        System.arraycopy(active(key.node(), period), 0, figures, count, units);
        count += units;
      }
      known = Statistics.ofFirst(figures, count);
    }
    ofAll.put(key, known);
    return known;
  }

  private Statistics ofCounty(int node, List<Period> periods) {
    return Statistics.of(
        periods.stream().mapToDouble(p -> preparation.county(tree, node, p).scored()[0]).toArray());
  }

  private Statistics[] byGroup(int node, List<Period> periods) {
    Groups groups = Groups.of(panel.roster());
    int[] of = groups.of();
    int[] sizes = groups.sizes();
    double[][] members = new double[sizes.length][];
    for (int group = 0; group < members.length; group++) {
      members[group] = new double[sizes[group] * periods.size()];
      sizes[group] = 0;
    }
    for (Period period : periods) {
      double[] values = active(node, period);
      for (int unit = 0; unit < values.length; unit++) {
        members[of[unit]][sizes[of[unit]]++] = values[unit];
      }
    }
    Statistics[] byGroup = new Statistics[members.length];
    for (int group = 0; group < members.length; group++) {
      byGroup[group] = Statistics.ofFirst(members[group], members[group].length);
    }
    Statistics[] out = new Statistics[of.length];
    for (int unit = 0; unit < out.length; unit++) {
      out[unit] = byGroup[of[unit]];
    }
    return out;
  }

  private Statistics[] own(int node, List<Period> periods) {
    double[][] past = new double[periods.size()][];
    for (int p = 0; p < past.length; p++) {
      past[p] = values(node, periods.get(p));
    }
    Statistics[] out = new Statistics[panel.roster().size()];
    for (int unit = 0; unit < out.length; unit++) {
      double[] figures = new double[past.length];
      for (int p = 0; p < past.length; p++) {
        figures[p] = past[p][unit];
      }
      out[unit] = Statistics.ofFirst(figures, figures.length);
    }
    return out;
  }
}
