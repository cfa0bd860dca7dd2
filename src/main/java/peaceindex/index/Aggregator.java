package peaceindex.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peaceindex.formula.Evaluator;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.WeightedMean;
import peaceindex.formula.Frame;
import peaceindex.formula.Statistics;
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
  private final boolean onlyWhole;
  private final Map<String, Integer> nodes = new HashMap<>();

  /**
   * @param onlyWhole whether a dimension needs all its parts, whatever share it asks for
   */
  Aggregator(IndexTree tree, double[][] scores, CellStatus[][] statuses, boolean onlyWhole) {
    this.tree = tree;
    this.scores = scores;
    this.statuses = statuses;
    this.onlyWhole = onlyWhole;
    for (int node = 0; node < tree.size(); node++) {
      nodes.put(column(node), node);
    }
  }

  /** The column of a node's scores. */
  private static String column(int node) {
    return "#" + node;
  }

  private int node(String column) {
    Integer node = nodes.get(column);
    if (node == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return node;
  }

  @Override
  public int rows() {
    return scores[0].length;
  }

  @Override
  public double[] column(String name) {
    return scores[node(name)];
  }

  @Override
  public boolean applies(String column, int row) {
    return statuses[node(column)][row].isExpected();
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
    List<WeightedMean.Term> terms = new ArrayList<>();
    for (int child : tree.children(node)) {
      terms.add(new WeightedMean.Term(new Formula.Variable(column(child)), tree.weight(child)));
    }
    double share = onlyWhole ? 1 : dimension.minimumShare();
    scores[node] = Evaluator.evaluate(dimension.aggregation().combine(terms, share), this);
    for (int row = 0; row < rows(); row++) {
      statuses[node][row] = statusOf(node, row);
    }
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
   * Effective weights, from the root down: what is missing gives its weight to its siblings. {@code
   * NaN} in a row without an index.
   */
  double[][] weights() {
    double[][] weights = new double[tree.size()][rows()];
    for (int row = 0; row < rows(); row++) {
      weights[0][row] = Double.isNaN(scores[0][row]) ? Double.NaN : 1;
    }
    for (int node = 0; node < tree.size(); node++) {
      List<Integer> children = tree.children(node);
      for (int row = 0; row < rows(); row++) {
        double present = 0;
        for (int child : children) {
          present += Double.isNaN(scores[child][row]) ? 0 : tree.weight(child);
        }
        for (int child : children) {
          boolean counts = !Double.isNaN(scores[child][row]) && present > 0;
          double share = counts ? tree.weight(child) / present : 0;
          weights[child][row] = weights[node][row] * share;
        }
      }
    }
    return weights;
  }
}
