package peaceindex.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import peaceindex.formula.Statistics;
import peaceindex.index.Normaliser.Scored;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.PanelPoints;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Frequency;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Versions;

/**
 * The pipeline: derive the indicators' values from the returns, normalise them to scores, weight
 * and aggregate the scores up the tree to the index; for the units, and for the county pooled. The
 * units' points that need no rank are added at the end.
 */
public final class IndexCalculator {
  private final IndexDefinition definition;
  private final Panel panel;
  private final Preparation preparation;
  private final Normaliser normaliser;
  private final Versions<Adjustments> adjustments;

  /** For an index without points beside the score. */
  public IndexCalculator(IndexDefinition definition, Panel panel) {
    this(definition, panel, new Versions<>(Map.of()), PublishedScores.NONE);
  }

  /**
   * @param adjustments rules for points beside the score, by the period from which they hold
   * @param published scores of other indices, where this one is composed of them
   */
  public IndexCalculator(
      IndexDefinition definition,
      Panel panel,
      Versions<Adjustments> adjustments,
      PublishedScores published) {
    this.definition = definition;
    this.panel = panel;
    this.adjustments = adjustments;
    this.preparation = new Preparation(panel, published);
    this.normaliser = new Normaliser();
  }

  /** Scores every base period of the panel for which there are rules. */
  public Scores calculate() {
    return calculate(definition.frequency());
  }

  /**
   * Scores every period of a frequency in which anything arrived and for which there are rules. A
   * span is scored from the pooled figures of the base periods in it, as one average base period;
   * it may not be over yet.
   */
  public Scores calculate(Frequency frequency) {
    List<Period> periods = periods(frequency);
    List<PeriodScores> all = new ArrayList<>();
    IndexTree last = null;
    References references = null;
    for (Period period : periods) {
      IndexTree tree = definition.trees().at(period).orElse(null);
      if (tree == null) {
        continue;
      }
      if (references == null || tree != last) {
        references = new References(panel, preparation, tree, periods);
        last = tree;
      }
      all.add(score(period, tree, periods, references));
      references.goOn();
    }
    return new Scores(all);
  }

  /**
   * Scores one period by given rules, which may be those of another time: what would it have been
   * by them?
   */
  public PeriodScores calculate(Period period, IndexTree tree) {
    List<Period> known = periods(period.frequency());
    return score(period, tree, known, new References(panel, preparation, tree, known));
  }

  /**
   * The figures against which one part of an indicator judges a unit, as they were fitted when the
   * period was scored.
   *
   * @param tree the rules of the period, common to all groups
   * @param reference of one part of the indicator by the rules of the unit's group
   */
  public Statistics reference(
      IndexTree tree, int node, Reference reference, Period period, int unit) {
    return new References(panel, preparation, tree, periods(period.frequency()))
        .units(reference, node, period)[unit];
  }

  /** The periods whose figures a reference holds; empty for a set figure. */
  public List<Period> periods(Reference reference, Period period) {
    return reference instanceof Reference.Figures figures
        ? figures.when().periods(period, periods(period.frequency()))
        : List.of();
  }

  private List<Period> periods(Frequency frequency) {
    return panel.periods().stream()
        .flatMap(base -> base.within(frequency).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private PeriodScores score(
      Period period, IndexTree tree, List<Period> known, References references) {
    Sheet units = new Sheet(tree, preparation.active(period));
    Sheet county = new Sheet(tree, new boolean[] {true});
    for (int node : tree.indicators()) {
      Values values = preparation.units(tree, node, period);
      units.enter(node, values, scored(tree, node, values.scored(), references, period));
      Values pooled = preparation.county(tree, node, period);
      Indicator indicator = tree.indicator(node);
      List<Statistics[]> against = new ArrayList<>();
      for (Part part : indicator.parts()) {
        against.add(new Statistics[] {references.county(part.reference(), node, period)});
      }
      county.enter(
          node, pooled, normaliser.score(indicator, pooled.scored(), against, share(tree, node)));
    }
    Adjustments rules = adjustments.at(period).orElse(Adjustments.NONE);
    return new PeriodScores(
        period,
        tree,
        aggregated(units),
        aggregatedWhole(county),
        rules,
        PanelPoints.of(rules, panel, period),
        () -> new References(panel, preparation, tree, known));
  }

  /** The scores of an indicator, every unit by the rules of its group. */
  private Scored scored(
      IndexTree tree, int node, double[] values, References references, Period period) {
    Scored common = scored(tree.indicator(node), tree, node, values, references, period);
    return tree.groups().isEmpty()
        ? common
        : merged(common, tree, node, values, references, period);
  }

  private Scored merged(
      Scored common,
      IndexTree tree,
      int node,
      double[] values,
      References references,
      Period period) {
    Roster roster = panel.roster();
    int parts = common.parts().length;
    for (String group : tree.groups()) {
      parts = Math.max(parts, tree.of(group).indicator(node).parts().size());
    }
    Scored merged = Normaliser.empty(parts, values.length);
    Normaliser.take(merged, common, unit -> !tree.groups().contains(roster.get(unit).group()));
    for (String group : tree.groups()) {
      Indicator own = tree.of(group).indicator(node);
      Normaliser.take(
          merged,
          scored(own, tree, node, values, references, period),
          unit -> roster.get(unit).group().equals(group));
    }
    return merged;
  }

  private Scored scored(
      Indicator indicator,
      IndexTree tree,
      int node,
      double[] values,
      References references,
      Period period) {
    List<Statistics[]> against = new ArrayList<>();
    for (Part part : indicator.parts()) {
      against.add(references.units(part.reference(), node, period));
    }
    return normaliser.score(indicator, values, against, share(tree, node));
  }

  /** The share that the parts of an indicator need is that of the dimension it belongs to. */
  private static double share(IndexTree tree, int node) {
    return ((Dimension) tree.node(tree.parent(node))).minimumShare();
  }

  private PeriodScores.Table aggregated(Sheet sheet) {
    IndexTree tree = sheet.tree;
    new Aggregator(tree, sheet.scores, sheet.statuses, sheet.active, false).aggregate();
    for (String group : tree.groups()) {
      Sheet own = sheet.copy();
      new Aggregator(tree.of(group), own.scores, own.statuses, sheet.active, false).aggregate();
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        if (panel.roster().get(unit).group().equals(group)) {
          sheet.take(own, unit);
        }
      }
    }
    double[][] scores = sheet.scores;
    return sheet.table(new OnDemand<>(() -> weights(tree, scores)));
  }

  /** The effective weights, of every unit by the rules of its group. */
  private double[][] weights(IndexTree tree, double[][] scores) {
    double[][] weights = Aggregator.weights(tree, scores);
    for (String group : tree.groups()) {
      double[][] own = Aggregator.weights(tree.of(group), scores);
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        if (panel.roster().get(unit).group().equals(group)) {
          for (int node = 0; node < tree.size(); node++) {
            weights[node][unit] = own[node][unit];
          }
        }
      }
    }
    return weights;
  }

  /** A dimension is pooled only with all its parts: a county without one of them is no county. */
  private static PeriodScores.Table aggregatedWhole(Sheet sheet) {
    IndexTree tree = sheet.tree;
    double[][] scores = sheet.scores;
    new Aggregator(tree, scores, sheet.statuses, sheet.active, true).aggregate();
    return sheet.table(new OnDemand<>(() -> Aggregator.weights(tree, scores)));
  }

  /** The tables of a calculation while they are filled. */
  private static final class Sheet {
    private static final double[][] NO_PARTS = {};

    final IndexTree tree;
    final Values[] values;
    final double[][][] parts;
    final double[][] scores;
    final CellStatus[][] statuses;
    final boolean[] active;

    Sheet(IndexTree tree, boolean[] active) {
      int rows = active.length;
      this.tree = tree;
      this.active = active;
      this.values = new Values[tree.size()];
      this.parts = new double[tree.size()][][];
      this.scores = new double[tree.size()][];
      this.statuses = new CellStatus[tree.size()][];
      for (int node = 0; node < tree.size(); node++) {
        parts[node] = NO_PARTS;
        if (tree.node(node) instanceof Dimension) {
          scores[node] = new double[rows];
          statuses[node] = new CellStatus[rows];
        }
      }
    }

    void enter(int node, Values of, Scored scored) {
      values[node] = of;
      parts[node] = scored.parts();
      scores[node] = scored.scores();
      // Nearly always they are what they were; then they are not kept twice.
      CellStatus[] known = of.statuses();
      for (int row = 0; row < known.length; row++) {
        if (Double.isNaN(scored.scores()[row]) && known[row].hasFigure()) {
          known = known == of.statuses() ? known.clone() : known;
          known[row] = CellStatus.NO_REFERENCE;
        }
      }
      statuses[node] = known;
    }

    /** Another one with the same leaves, to be aggregated once more. */
    Sheet copy() {
      Sheet copy = new Sheet(tree, active);
      for (int node : tree.indicators()) {
        copy.scores[node] = scores[node];
        copy.statuses[node] = statuses[node];
      }
      return copy;
    }

    /** Takes over what was aggregated; the leaves are the same. */
    void take(Sheet other, int row) {
      for (int node = 0; node < tree.size(); node++) {
        if (tree.node(node) instanceof Dimension) {
          scores[node][row] = other.scores[node][row];
          statuses[node][row] = other.statuses[node][row];
        }
      }
    }

    PeriodScores.Table table(OnDemand<double[][]> weights) {
      return new PeriodScores.Table(values, parts, statuses, scores, weights, active);
    }
  }
}
