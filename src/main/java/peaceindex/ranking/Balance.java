package peaceindex.ranking;

import java.util.function.IntToDoubleFunction;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.PeriodScores;

/**
 * What every node of the tree cost and brought one unit, in points of its index before points
 * beside the score: over the indicators at or below the node, {@code Σ weight × (score − full
 * marks)} and {@code Σ weight × (score − mean of the units)}, at the weights that they really have
 * for the unit. A missing indicator has no weight and costs nothing. {@code NaN} where
 * contributions do not add up to the index, and for a unit without one.
 */
public final class Balance {
  private final PeriodScores scores;
  private final IndexTree rules;
  private final int unit;

  /**
   * @param rules those of the unit's group
   */
  public Balance(PeriodScores scores, IndexTree rules, int unit) {
    this.scores = scores;
    this.rules = rules;
    this.unit = unit;
  }

  /** Points of the index that full marks would bring, as a negative number. */
  public double lost(int node) {
    return points(node, leaf -> scores.score(leaf, unit) - rules.full(leaf));
  }

  /** Points of the index by which it is ahead of the mean of the units. */
  public double ahead(int node) {
    return points(node, leaf -> scores.score(leaf, unit) - scores.meanScore(leaf));
  }

  private double points(int node, IntToDoubleFunction difference) {
    boolean counts = rules.isAdditive() && !Double.isNaN(scores.contribution(node, unit));
    return counts ? sum(node, difference) : Double.NaN;
  }

  /** Over the indicators below, so that what is told of a dimension is the sum of what is in it. */
  private double sum(int node, IntToDoubleFunction difference) {
    if (rules.node(node) instanceof Indicator) {
      return Double.isNaN(scores.score(node, unit))
          ? 0
          : scores.weight(node, unit) * difference.applyAsDouble(node);
    }
    return rules.children(node).stream().mapToDouble(child -> sum(child, difference)).sum();
  }
}
