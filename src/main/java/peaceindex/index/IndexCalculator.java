package peaceindex.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import peaceindex.formula.Evaluator;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.WeightedMean;
import peaceindex.formula.Frame;
import peaceindex.formula.Statistics;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;

/**
 * The pipeline: derive the indicators' values from the returns, normalise them to scores, weight
 * and aggregate the scores up the tree to the index; for the units, and for the county pooled.
 */
public final class IndexCalculator {
  private static final String X = "x";

  private final IndexDefinition definition;
  private final Panel panel;

  public IndexCalculator(IndexDefinition definition, Panel panel) {
    this.definition = definition;
    this.panel = panel;
  }

  /** Scores every period of the panel for which there are rules. */
  public Scores calculate() {
    List<PeriodScores> all = new ArrayList<>();
    for (Period period : panel.periods()) {
      definition.trees().at(period).ifPresent(tree -> all.add(score(period, tree)));
    }
    return new Scores(all);
  }

  private PeriodScores score(Period period, IndexTree tree) {
    UnitFrame units = new UnitFrame(period, tree);
    PooledFrame county = new PooledFrame(period, tree);
    for (int node : tree.indicators()) {
      Indicator indicator = tree.indicator(node);
      units.derive(node, indicator);
      county.derive(node, indicator);
      units.fitReference(node, indicator.reference());
      county.fitReference(node, units);
      units.normalise(node, indicator);
      county.normalise(node, indicator);
    }
    units.aggregate(0);
    county.aggregate(0);
    return new PeriodScores(period, tree, units.table(), county.table());
  }

  /** Rows of the calculation with the columns that have been computed so far. */
  private abstract class Rows implements Frame {
    final Period period;
    final IndexTree tree;
    final double[][] values;
    final CellStatus[][] statuses;
    final double[][] scores;
    final double[][] weights;
    private final Map<String, Integer> nodes = new HashMap<>();
    private double[] x = {};

    Rows(Period period, IndexTree tree, int rows) {
      this.period = period;
      this.tree = tree;
      this.values = new double[tree.size()][rows];
      this.statuses = new CellStatus[tree.size()][rows];
      this.scores = new double[tree.size()][rows];
      this.weights = new double[tree.size()][rows];
      for (int node = 0; node < tree.size(); node++) {
        nodes.put(nodeColumn(node), node);
        Arrays.fill(values[node], Double.NaN);
        Arrays.fill(statuses[node], CellStatus.NOT_REPORTED);
      }
    }

    abstract double[] field(int field);

    abstract CellStatus fieldStatus(int field, int row);

    @Override
    public int rows() {
      return scores[0].length;
    }

    @Override
    public double[] column(String name) {
      if (name.equals(X)) {
        return x;
      }
      Integer node = nodes.get(name);
      return node == null ? field(panel.fields().indexOf(name)) : scores[node];
    }

    @Override
    public boolean applies(String column, int row) {
      Integer node = nodes.get(column);
      return node == null || statuses[node][row].isExpected();
    }

    /** Values of an indicator from the fields. */
    void derive(int node, Indicator indicator) {
      Formula value = indicator.guardedValue();
      values[node] = Evaluator.evaluate(value, this);
      List<Integer> fields =
          value.variables().stream().map(name -> panel.fields().indexOf(name)).toList();
      for (int row = 0; row < rows(); row++) {
        CellStatus status = CellStatus.REPORTED;
        for (int field : fields) {
          status = status.and(fieldStatus(field, row));
        }
        if (status == CellStatus.REPORTED && Double.isNaN(values[node][row])) {
          status = indicator.zeroDenominator().status();
        }
        statuses[node][row] = status == CellStatus.REPORTED ? status : missing(node, row, status);
      }
    }

    private CellStatus missing(int node, int row, CellStatus status) {
      values[node][row] = Double.NaN;
      return status;
    }

    /** Scores of an indicator from its values; a missing value has no score. */
    void normalise(int node, Indicator indicator) {
      x = values[node];
      double[] score = Evaluator.evaluate(indicator.score(new Formula.Variable(X)), this);
      for (int row = 0; row < rows(); row++) {
        // Adding 0 makes the -0 of a negative indicator at its bound a plain 0.
        scores[node][row] = Double.isNaN(x[row]) ? Double.NaN : score[row] + 0.0;
      }
    }

    /** Scores of a node from those of its children, and so down the tree. */
    void aggregate(int node) {
      if (!(tree.node(node) instanceof Dimension dimension)) {
        return;
      }
      List<WeightedMean.Term> terms = new ArrayList<>();
      for (int child : tree.children(node)) {
        aggregate(child);
        terms.add(
            new WeightedMean.Term(new Formula.Variable(nodeColumn(child)), tree.weight(child)));
      }
      Formula mean = dimension.aggregation().combine(terms, minimumShare(dimension));
      scores[node] = Evaluator.evaluate(mean, this);
      for (int row = 0; row < rows(); row++) {
        statuses[node][row] = statusOf(node, row);
      }
    }

    double minimumShare(Dimension dimension) {
      return dimension.minimumShare();
    }

    private CellStatus statusOf(int node, int row) {
      if (!Double.isNaN(scores[node][row])) {
        return CellStatus.REPORTED;
      }
      CellStatus worst = CellStatus.NOT_APPLICABLE;
      for (int child : tree.children(node)) {
        worst = beside(worst, statuses[child][row]);
      }
      return worst == CellStatus.REPORTED ? CellStatus.UNDEFINED : worst;
    }

    /**
     * A child that was expected decides before one that was not; what is only not due will come.
     */
    private CellStatus beside(CellStatus a, CellStatus b) {
      if (a.isExpected() && b.isExpected()) {
        return a.and(b);
      }
      if (a.isExpected() || b.isExpected()) {
        return a.isExpected() ? a : b;
      }
      return a == CellStatus.NOT_DUE ? a : b;
    }

    /** Effective weights, from the root down: what is missing gives its weight to its siblings. */
    private void weigh() {
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
    }

    PeriodScores.Table table() {
      weigh();
      return new PeriodScores.Table(values, statuses, scores, weights);
    }
  }

  /** The column of a node's scores; no field id can look like it. */
  private static String nodeColumn(int node) {
    return "#" + node;
  }

  /** One row a unit. */
  private final class UnitFrame extends Rows {
    private Statistics[] references = {};
    private int[] referenceOfRow = {};

    UnitFrame(Period period, IndexTree tree) {
      super(period, tree, panel.roster().size());
    }

    @Override
    double[] field(int field) {
      return panel.column(period, field);
    }

    @Override
    CellStatus fieldStatus(int field, int row) {
      return panel.status(period, row, field);
    }

    @Override
    public Statistics reference(int row) {
      return references[referenceOfRow[row]];
    }

    Statistics allUnits(int node) {
      return Statistics.of(values[node]);
    }

    void fitReference(int node, Reference reference) {
      referenceOfRow = new int[rows()];
      if (reference == Reference.UNITS) {
        references = new Statistics[] {allUnits(node)};
        return;
      }
      Map<String, Integer> groups = new HashMap<>();
      for (int row = 0; row < rows(); row++) {
        String group = panel.roster().get(row).group();
        groups.putIfAbsent(group, groups.size());
        referenceOfRow[row] = groups.getOrDefault(group, 0);
      }
      references = new Statistics[groups.size()];
      for (int g = 0; g < references.length; g++) {
        double[] members = values[node].clone();
        for (int row = 0; row < members.length; row++) {
          members[row] = referenceOfRow[row] == g ? members[row] : Double.NaN;
        }
        references[g] = Statistics.of(members);
      }
    }
  }

  /**
   * The county as one row of pooled figures. For each indicator the figures of those units are
   * pooled that reported all of its fields: additive fields by their sum, others by the mean
   * weighted with the field they name, and not at all without one. What is not due in the period is
   * left aside, as it is for the units, unless all that reported sent it: the figure of a few would
   * be none of the county.
   *
   * <p>A value that grows with the area, such as a plain number of fires, would set the whole
   * county against the goalposts of one unit, and is not pooled. A dimension is pooled only with
   * all its parts: a county without one of them is no county.
   */
  private final class PooledFrame extends Rows {
    /** Doubling the county changes a rate by no more than this, relatively. */
    private static final double SAME = 1e-9;

    /** The pooled fields of the indicator at hand. */
    private final Map<Integer, Double> pooled = new HashMap<>();

    private double scale = 1;
    private Statistics reference = Statistics.of(new double[0]);

    PooledFrame(Period period, IndexTree tree) {
      super(period, tree, 1);
    }

    @Override
    void derive(int node, Indicator indicator) {
      pool(
          indicator.value().variables().stream()
              .map(name -> panel.fields().indexOf(name))
              .toList());
      super.derive(node, indicator);
      double once = values[node][0];
      scale = 2;
      double twice = Evaluator.evaluate(indicator.guardedValue(), this)[0];
      scale = 1;
      if (Math.abs(twice - once) > SAME * Math.abs(once)) {
        values[node][0] = Double.NaN;
        statuses[node][0] = CellStatus.UNDEFINED;
      }
    }

    @Override
    double minimumShare(Dimension dimension) {
      return 1;
    }

    private void pool(List<Integer> fields) {
      pooled.clear();
      int[] units =
          IntStream.range(0, panel.roster().size())
              .filter(unit -> fields.stream().allMatch(f -> isReported(f, unit)))
              .toArray();
      boolean few = !fields.stream().allMatch(this::isDue) && units.length < returns();
      fields.forEach(field -> pooled.put(field, few ? Double.NaN : pool(field, units)));
    }

    private boolean isDue(int field) {
      return panel.fields().get(field).arrival().isDue(period);
    }

    /** How many units sent a return. */
    private long returns() {
      return IntStream.range(0, panel.roster().size())
          .filter(unit -> panel.hasArrived(period, unit))
          .count();
    }

    private boolean isReported(int field, int unit) {
      return panel.status(period, unit, field) == CellStatus.REPORTED;
    }

    private double pool(int field, int[] units) {
      boolean additive = panel.fields().get(field).kind().isAdditive();
      String weightField = panel.fields().get(field).poolBy();
      if (!additive && weightField.isEmpty()) {
        return Double.NaN;
      }
      double[] column = panel.column(period, field);
      double[] weights =
          additive ? null : panel.column(period, panel.fields().indexOf(weightField));
      double sum = 0;
      double whole = 0;
      for (int unit : units) {
        double weight = weights == null ? 1 : weights[unit];
        if (!Double.isNaN(weight)) {
          sum += weight * column[unit];
          whole += weight;
        }
      }
      return whole == 0 ? Double.NaN : additive ? sum : sum / whole;
    }

    @Override
    double[] field(int field) {
      double value = pooled.getOrDefault(field, Double.NaN);
      return new double[] {panel.fields().get(field).kind().isAdditive() ? scale * value : value};
    }

    @Override
    CellStatus fieldStatus(int field, int row) {
      if (!Double.isNaN(field(field)[0])) {
        return CellStatus.REPORTED;
      }
      return isDue(field) ? CellStatus.NOT_REPORTED : CellStatus.NOT_DUE;
    }

    void fitReference(int node, UnitFrame units) {
      reference = units.allUnits(node);
    }

    @Override
    public Statistics reference(int row) {
      return reference;
    }
  }
}
