package peaceindex.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peaceindex.formula.Evaluator;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.WeightedMean;
import peaceindex.formula.Frame;
import peaceindex.formula.Statistics;
import peaceindex.index.aggregate.AcrossUnits;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.aggregate.RowWise;
import peaceindex.panel.CellStatus;

/**
 * The way up the tree: the scores of dimensions from those of their children, and the weight that
 * every node really has in the index of a row.
 *
 * <p>Works on tables with a row for each node, in the order of the tree, and a column for each unit
 * (or the county alone). The leaves are there; the dimensions are filled in.
 */
final class Aggregator implements Frame {
  private final IndexTree tree;
  private final double[][] scores;
  private final CellStatus[][] statuses;
  private final boolean[] active;
  private final boolean isCounty;

  /**
   * Dimensions, by node and row, that have enough parts and yet no result; those above them too.
   */
  private final Map<Integer, boolean[]> withoutResult = new HashMap<>();

  /**
   * @param active the units that exist; only they are compared with each other
   * @param isCounty whether the only row is the county: then a dimension needs all its parts,
   *     whatever share it asks for, and cannot be compared with others
   */
  Aggregator(
      IndexTree tree,
      double[][] scores,
      CellStatus[][] statuses,
      boolean[] active,
      boolean isCounty) {
    this.tree = tree;
    this.scores = scores;
    this.statuses = statuses;
    this.active = active;
    this.isCounty = isCounty;
  }

  @Override
  public int rows() {
    return scores[0].length;
  }

  @Override
  public double[] column(String name) {
    return scores[tree.ofColumn(name)];
  }

  @Override
  public boolean applies(String column, int row) {
    return statuses[tree.ofColumn(column)][row].isExpected();
  }

  @Override
  public Statistics reference(int row) {
    throw new UnsupportedOperationException("an aggregation has no reference");
  }

  /** Fills in the scores and statuses of all dimensions. */
  void aggregate() {
    // Children come after their parents.
    for (int node = tree.size() - 1; node >= 0; node--) {
      if (tree.node(node) instanceof Dimension dimension) {
        aggregate(node, dimension);
      }
    }
  }

  private void aggregate(int node, Dimension dimension) {
    double share = isCounty ? 1 : dimension.minimumShare();
    Aggregation method = dimension.aggregation();
    if (method instanceof RowWise rowWise) {
      scores[node] = Evaluator.evaluate(rowWise.combine(tree.parts(node), share), this);
      if (hasGap(scores[node])) {
        double[] enough = enough(node, share);
        boolean[] without = new boolean[rows()];
        for (int row = 0; row < without.length; row++) {
          without[row] = Double.isNaN(scores[node][row]) && !Double.isNaN(enough[row]);
        }
        withoutResult.put(node, without);
      }
    } else if (method instanceof AcrossUnits acrossUnits) {
      scores[node] = compare(node, acrossUnits, enough(node, share));
    }
    passOn(node);
    for (int row = 0; row < rows(); row++) {
      statuses[node][row] = statusOf(node, row);
    }
  }

  private static boolean hasGap(double[] scores) {
    for (double score : scores) {
      if (Double.isNaN(score)) {
        return true;
      }
    }
    return false;
  }

  /** Has a figure in the rows in which as much of the weight is present as the share asks for. */
  private double[] enough(int node, double share) {
    List<WeightedMean.Term> terms = new ArrayList<>();
    for (int child : tree.children(node)) {
      terms.add(
          new WeightedMean.Term(new Formula.Variable(IndexTree.column(child)), tree.weight(child)));
    }
    return Evaluator.evaluate(new WeightedMean(terms, 1, share), this);
  }

  /**
   * A dimension that is reported and has no result, such as a geometric mean with a negative part,
   * is not missing: were its weight given to its siblings, a unit would be the better for scores so
   * bad that they have no mean. So what is above it has no score.
   */
  private void passOn(int node) {
    boolean[] passed = childrenWithoutResult(node);
    if (passed == null) {
      return;
    }
    boolean[] own = withoutResult.get(node);
    for (int row = 0; row < passed.length; row++) {
      if (passed[row]) {
        scores[node][row] = Double.NaN;
      } else {
        passed[row] = own != null && own[row];
      }
    }
    withoutResult.put(node, passed);
  }

  /** The rows in which a child that counts has no result; null if there are none. */
  private boolean @Nullable [] childrenWithoutResult(int node) {
    boolean[] found = null;
    for (int child : tree.children(node)) {
      boolean[] without = withoutResult.get(child);
      if (without != null && tree.weight(child) > 0) {
        found = found == null ? new boolean[without.length] : found;
        for (int row = 0; row < without.length; row++) {
          found[row] |= without[row];
        }
      }
    }
    return found;
  }

  /**
   * The scores of a method that compares units, among those that have enough to be compared.
   *
   * @param enough see {@link #enough(int, double)}
   */
  private double[] compare(int node, AcrossUnits method, double[] enough) {
    List<Integer> children = tree.children(node);
    double[] weights = new double[children.size()];
    Arrays.setAll(weights, c -> tree.weight(children.get(c)));
    boolean[] without = childrenWithoutResult(node);
    double[][] compared = new double[weights.length][];
    for (int c = 0; c < weights.length; c++) {
      compared[c] = scores[children.get(c)].clone();
      for (int row = 0; row < enough.length; row++) {
        boolean counts =
            !isCounty
                && active[row]
                && !Double.isNaN(enough[row])
                && (without == null || !without[row]);
        compared[c][row] = counts ? compared[c][row] : Double.NaN;
      }
    }
    return method.combine(compared, weights);
  }

  private CellStatus statusOf(int node, int row) {
    if (!Double.isNaN(scores[node][row])) {
      return CellStatus.REPORTED;
    }
    CellStatus worst = CellStatus.NOT_APPLICABLE;
    for (int child : tree.children(node)) {
      worst = beside(worst, statuses[child][row]);
    }
    return worst.hasFigure() ? CellStatus.UNDEFINED : worst;
  }

  /** A child that was expected decides before one that was not; what is only not due will come. */
  private static CellStatus beside(CellStatus a, CellStatus b) {
    if (a.isExpected() && b.isExpected()) {
      return a.and(b);
    }
    if (a.isExpected() || b.isExpected()) {
      return a.isExpected() ? a : b;
    }
    return a == CellStatus.NOT_DUE ? a : b;
  }

  /**
   * Effective weights, from the root down: what a point of the node is worth in the index, after
   * what is missing has given its stake to its siblings. {@code NaN} in a row without an index.
   *
   * @param scores those of all nodes, aggregated
   */
  static double[][] weights(IndexTree tree, double[][] scores) {
    double[][] weights = new double[tree.size()][scores[0].length];
    for (int row = 0; row < weights[0].length; row++) {
      weights[0][row] = Double.isNaN(scores[0][row]) ? Double.NaN : 1;
    }
    for (int node = 0; node < tree.size(); node++) {
      if (tree.node(node) instanceof Dimension dimension) {
        weigh(tree, node, dimension.aggregation(), scores, weights);
      }
    }
    return weights;
  }

  private static void weigh(
      IndexTree tree, int node, Aggregation method, double[][] scores, double[][] weights) {
    List<Integer> children = tree.children(node);
    double[] own = new double[children.size()];
    double[] stakes = new double[own.length];
    double[][] of = new double[own.length][];
    double[][] into = new double[own.length][];
    for (int c = 0; c < own.length; c++) {
      int child = children.get(c);
      own[c] = tree.weight(child);
      stakes[c] = method.stake(own[c], tree.full(child));
      of[c] = scores[child];
      into[c] = weights[child];
    }
    double whole = Arrays.stream(stakes).sum();
    for (int row = 0; row < weights[node].length; row++) {
      double present = 0;
      for (int c = 0; c < stakes.length; c++) {
        present += Double.isNaN(of[c][row]) ? 0 : stakes[c];
      }
      for (int c = 0; c < stakes.length; c++) {
        // What has no stake in the whole gets none of what is missing.
        double scale = stakes[c] == 0 ? 1 : whole / present;
        double worth = Double.isNaN(of[c][row]) ? 0 : own[c] * scale;
        into[c][row] = weights[node][row] * worth;
      }
    }
  }
}
