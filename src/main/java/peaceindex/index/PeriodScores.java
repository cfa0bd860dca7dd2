package peaceindex.index;

import peaceindex.formula.Statistics;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Period;

/**
 * The scores of one period. Every table has a row for each node of the tree, in its order, and a
 * column for each unit, in the order of the roster; {@code NaN} where there is none.
 *
 * <p>The county is scored a second time from its pooled figures, as if it were one unit.
 */
public final class PeriodScores {
  private final Period period;
  private final IndexTree tree;
  private final Table units;
  private final Table county;

  /**
   * The stages for some rows (the units, or the county alone).
   *
   * @param values values of the indicators; {@code NaN} for dimensions
   * @param statuses what is known of the values; for dimensions of their scores
   * @param scores scores of all nodes
   * @param weights effective weights in the whole index, after the weights of missing nodes are
   *     re-scaled; 0 for a node that is missing, {@code NaN} where the unit has no index
   */
  record Table(double[][] values, CellStatus[][] statuses, double[][] scores, double[][] weights) {}

  PeriodScores(Period period, IndexTree tree, Table units, Table county) {
    this.period = period;
    this.tree = tree;
    this.units = units;
    this.county = county;
  }

  public Period period() {
    return period;
  }

  public IndexTree tree() {
    return tree;
  }

  /** The exact value of an indicator for a unit. */
  public double value(int node, int unit) {
    return units.values[node][unit];
  }

  /** What is known of an indicator's value for a unit. */
  public CellStatus status(int node, int unit) {
    return units.statuses[node][unit];
  }

  /** The exact score of a node for a unit. */
  public double score(int node, int unit) {
    return units.scores[node][unit];
  }

  /** The exact scores of a node for all units; not to be changed. */
  public double[] scores(int node) {
    return units.scores[node];
  }

  /** The exact index of a unit. */
  public double index(int unit) {
    return units.scores[0][unit];
  }

  /** The weight that a node really has in the whole index of a unit; all indicators add up to 1. */
  public double weight(int node, int unit) {
    return units.weights[node][unit];
  }

  /**
   * What a node adds to the index of a unit: weight × score. {@code NaN} where the tree is not
   * additive, because then the parts do not add up to the index.
   */
  public double contribution(int node, int unit) {
    if (!tree.isAdditive() || Double.isNaN(index(unit))) {
      return Double.NaN;
    }
    double score = score(node, unit);
    return Double.isNaN(score) ? 0 : weight(node, unit) * score;
  }

  /** The value of an indicator from the county's pooled figures. */
  public double pooledValue(int node) {
    return county.values[node][0];
  }

  /** The score of a node from the county's pooled figures. */
  public double pooledScore(int node) {
    return county.scores[node][0];
  }

  /** The mean of an indicator's values over the units that have one. */
  public double meanValue(int node) {
    return mean(units.values[node]);
  }

  /** The mean of a node's scores over the units that have one; of the index, over ranked units. */
  public double meanScore(int node) {
    return mean(units.scores[node]);
  }

  private static double mean(double[] figures) {
    return Statistics.of(figures).mean();
  }
}
