package peaceindex.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import peaceindex.formula.Statistics;
import peaceindex.index.adjust.Adjustment;
import peaceindex.index.adjust.Adjustments;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Period;

/**
 * The scores of one period. Every table has a row for each node of the tree, in its order, and a
 * column for each unit, in the order of the roster; {@code NaN} where there is none.
 *
 * <p>The county is scored a second time from its pooled figures, as if it were one unit. Points
 * beside the score are those of units; the county pooled has none.
 */
public final class PeriodScores {
  private final Period period;
  private final IndexTree tree;
  private final Table units;
  private final Table county;
  private final Adjustments rules;
  private final List<Adjustment> lines;
  private final double[] beforePoints;
  private final double[] points;
  private final Optional<double[][]> contributions;
  private final Supplier<References> references;

  /** The means of scores that were asked for, by node. */
  private final Map<Integer, Double> means = new ConcurrentHashMap<>();

  /**
   * The stages for some rows (the units, or the county alone).
   *
   * @param values values of the indicators; null for dimensions
   * @param parts scores of the parts of which an indicator's score is blended
   * @param statuses what is known of the values; for dimensions of their scores
   * @param scores scores of all nodes
   * @param weights effective weights in the whole index, after the weights of missing nodes are
   *     re-scaled; 0 for a node that is missing, {@code NaN} where the unit has no index
   * @param active whether the unit exists in the period; one that does not has the scores of those
   *     of which it was formed, for comparison only
   */
  record Table(
      @Nullable Values[] values,
      double[][][] parts,
      CellStatus[][] statuses,
      double[][] scores,
      OnDemand<double[][]> weights,
      boolean[] active) {

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

  /**
   * @param units before points; they are added to its row of the root here
   * @param rules those in force for points beside the score
   * @param lines the points that need no rank, after all limits
   * @param references fits once more what the values were judged against; asked for by few
   */
  PeriodScores(
      Period period,
      IndexTree tree,
      Table units,
      Table county,
      Adjustments rules,
      List<Adjustment> lines,
      Supplier<References> references) {
    this.references = references;
    this.period = period;
    this.tree = tree;
    this.units = units;
    this.county = county;
    this.rules = rules;
    this.lines = List.copyOf(lines);
    this.beforePoints = units.scores[0].clone();
    this.points = new double[beforePoints.length];
    this.contributions = Optional.empty();
    lines.forEach(line -> points[line.unit()] += line.points());
    for (int unit = 0; unit < points.length; unit++) {
      units.scores[0][unit] += points[unit];
    }
  }

  private PeriodScores(PeriodScores of, double[][] contributions) {
    this.period = of.period;
    this.tree = of.tree;
    this.units = of.units;
    this.county = of.county;
    this.rules = of.rules;
    this.lines = of.lines;
    this.beforePoints = of.beforePoints;
    this.points = of.points;
    this.contributions = Optional.of(contributions);
    this.references = of.references;
  }

  /** Whether these are means of the scores of the base periods in a span. */
  public boolean isAveraged() {
    return contributions.isPresent();
  }

  /** The same with contributions that are not weight × score. */
  PeriodScores with(double[][] contributions) {
    return new PeriodScores(this, contributions);
  }

  public Period period() {
    return period;
  }

  public IndexTree tree() {
    return tree;
  }

  /**
   * Whether a unit exists in the period. One that was formed later has the scores that those would
   * have had together of which it was formed: to be compared with, not to be ranked.
   */
  public boolean isActive(int unit) {
    return units.active[unit];
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

  /** What the values were judged against; means of a span were judged against nothing. */
  public References references() {
    return references.get();
  }

  /** What is known of an indicator's value for a unit. */
  public CellStatus status(int node, int unit) {
    return units.statuses[node][unit];
  }

  /** The exact score of a node for a unit; of the root the index, after points. */
  public double score(int node, int unit) {
    return units.scores[node][unit];
  }

  /** The exact scores of a node for all units; not to be changed. */
  public double[] scores(int node) {
    return units.scores[node];
  }

  /**
   * The exact index of a unit, after {@link #points}: it may lie outside the range of the scores,
   * as points are beside it. Points of a unit without an index make none.
   */
  public double index(int unit) {
    return units.scores[0][unit];
  }

  /** The exact score of the root for a unit, before points. */
  public double indexBeforePoints(int unit) {
    return beforePoints[unit];
  }

  /** The points that need no rank of a unit, after all limits, whether or not it has an index. */
  public double points(int unit) {
    return points[unit];
  }

  /** What {@link #points} are made of, by unit; for one unit in the order of the limits. */
  public List<Adjustment> adjustments() {
    return lines;
  }

  /** The rules for points that are in force, those by rank too. */
  public Adjustments rules() {
    return rules;
  }

  /** The weight that a node really has in the whole index of a unit; all indicators add up to 1. */
  public double weight(int node, int unit) {
    return units.weights().get()[node][unit];
  }

  /**
   * What a node adds to the index of a unit: weight × score. Those of the indicators add up to the
   * index before points. {@code NaN} where the tree is not additive, because then they do not.
   */
  public double contribution(int node, int unit) {
    if (!tree.isAdditive() || Double.isNaN(index(unit))) {
      return Double.NaN;
    }
    if (contributions.isPresent()) {
      return contributions.get()[node][unit];
    }
    double score = node == 0 ? beforePoints[unit] : score(node, unit);
    return Double.isNaN(score) ? 0 : weight(node, unit) * score;
  }

  /** The value of an indicator from the county's pooled figures. */
  public double pooledValue(int node) {
    return county.value(node, 0);
  }

  /** What is known of a node's value, or score, from the county's pooled figures. */
  public CellStatus pooledStatus(int node) {
    return county.statuses[node][0];
  }

  /** The score of one part of an indicator from the county's pooled figures. */
  public double pooledPartScore(int node, int part) {
    double[][] parts = county.parts[node];
    return part < parts.length ? parts[part][0] : Double.NaN;
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
    double[] scores = units.scores[node];
    return means.computeIfAbsent(node, of -> mean(scores));
  }

  private double mean(double[] figures) {
    double[] active = new double[figures.length];
    int count = 0;
    for (int unit = 0; unit < figures.length; unit++) {
      if (isActive(unit)) {
        active[count++] = figures[unit];
      }
    }
    return Statistics.ofFirst(active, count).mean();
  }
}
