package peaceindex.index;

import org.jspecify.annotations.Nullable;
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
   * @param values values of the indicators; null for dimensions
   * @param parts scores of the parts of which an indicator's score is blended
   * @param statuses what is known of the values; for dimensions of their scores
   * @param scores scores of all nodes
   * @param weights effective weights in the whole index, after the weights of missing nodes are
   *     re-scaled; 0 for a node that is missing, {@code NaN} where the unit has no index
   */
  record Table(
      @Nullable Values[] values,
      double[][][] parts,
      CellStatus[][] statuses,
      double[][] scores,
      double[][] weights) {

    double value(int node, int row) {
      Values of = values[node];
      return of == null ? Double.NaN : of.scored()[row];
    }

    double reported(int node, int row) {
      Values of = values[node];
      return of == null ? Double.NaN : of.reported()[row];
    }

    double shrunk(int node, int row) {
      Values of = values[node];
      return of == null || !of.isShrunk() ? Double.NaN : of.shrunk()[row];
    }
  }

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

  /** The exact value of an indicator for a unit, as it is scored. */
  public double value(int node, int unit) {
    return units.value(node, unit);
  }

  /** The exact value of an indicator as it follows from the returns, before anything touched it. */
  public double reportedValue(int node, int unit) {
    return units.reported(node, unit);
  }

  /**
   * The value of a rate drawn towards the rate of all, so that small numbers do not shout; {@code
   * NaN} where that was not asked for.
   */
  public double shrunkValue(int node, int unit) {
    return units.shrunk(node, unit);
  }

  /** The score of one part of an indicator, before they are blended; {@code NaN} beyond them. */
  public double partScore(int node, int part, int unit) {
    double[][] parts = units.parts[node];
    return part < parts.length ? parts[part][unit] : Double.NaN;
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
    return county.value(node, 0);
  }

  /** The score of a node from the county's pooled figures. */
  public double pooledScore(int node) {
    return county.scores[node][0];
  }

  /** The mean of an indicator's values over the units that have one. */
  public double meanValue(int node) {
    Values values = units.values[node];
    return values == null ? Double.NaN : mean(values.scored());
  }

  /** The mean of a node's scores over the units that have one; of the index, over ranked units. */
  public double meanScore(int node) {
    return mean(units.scores[node]);
  }

  private static double mean(double[] figures) {
    return Statistics.of(figures).mean();
  }
}
