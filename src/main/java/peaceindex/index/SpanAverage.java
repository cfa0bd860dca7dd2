package peaceindex.index;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import peaceindex.index.adjust.Adjustments;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Period;

/**
 * The scores of a span as means of those of its base periods.
 *
 * <p>Index and scores are the means of the published ones over the base periods in which a unit has
 * them, so that anybody can recompute them; points are in them already. Values are plain means.
 * Nodes are matched by their ids, where rules changed within the span, to the last of its trees. A
 * contribution is the mean over the base periods in which the unit has an index; those of a unit
 * add up to its index but for rounding and points.
 */
public final class SpanAverage {

  /**
   * A base period of the span.
   *
   * @param published scores by node and unit
   * @param pooled published scores of the county's pooled figures by node
   */
  public record Part(PeriodScores scores, double[][] published, double[] pooled) {}

  private final IndexTree tree;
  private final List<Part> parts;

  /** By part and node, the node of the part's tree with the same id, or -1. */
  private final int[][] inPart;

  private SpanAverage(IndexTree tree, List<Part> parts) {
    this.tree = tree;
    this.parts = parts;
    this.inPart = new int[parts.size()][tree.size()];
    for (int p = 0; p < inPart.length; p++) {
      IndexTree there = parts.get(p).scores().tree();
      Arrays.setAll(inPart[p], node -> node == 0 ? 0 : there.find(tree.node(node).id()));
    }
  }

  /**
   * The scores of the span.
   *
   * @param parts the base periods that were scored, oldest first; not empty
   */
  public static PeriodScores of(Period span, List<Part> parts) {
    IndexTree tree = parts.get(parts.size() - 1).scores().tree();
    SpanAverage average = new SpanAverage(tree, parts);
    int units = parts.get(0).published()[0].length;
    PeriodScores.Table table = average.table(units);
    return new PeriodScores(
            span,
            tree,
            table,
            average.county(),
            Adjustments.NONE,
            List.of(),
            () -> {
              throw new IllegalStateException("means have no reference");
            })
        .with(average.contributions(units));
  }

  private double mean(int node, ToDoubleBiFunction<Part, Integer> figure) {
    double sum = 0;
    int count = 0;
    for (int p = 0; p < parts.size(); p++) {
      int there = inPart[p][node];
      double value = there < 0 ? Double.NaN : figure.applyAsDouble(parts.get(p), there);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private PeriodScores.Table table(int units) {
    double[][] scores = new double[tree.size()][units];
    double[][] weights = new double[tree.size()][units];
    double[][] values = new double[tree.size()][units];
    CellStatus[][] statuses = new CellStatus[tree.size()][units];
    for (int node = 0; node < tree.size(); node++) {
      for (int i = 0; i < units; i++) {
        int unit = i;
        scores[node][unit] = mean(node, (part, there) -> part.published()[there][unit]);
        weights[node][unit] = mean(node, (part, there) -> part.scores().weight(there, unit));
        values[node][unit] = mean(node, (part, there) -> part.scores().value(there, unit));
        statuses[node][unit] = status(node, unit, scores[node][unit]);
      }
    }
    PeriodScores last = parts.get(parts.size() - 1).scores();
    boolean[] active = new boolean[units];
    for (int unit = 0; unit < units; unit++) {
      active[unit] = last.isActive(unit);
    }
    return table(values, statuses, scores, weights, active);
  }

  private PeriodScores.Table table(
      double[][] values,
      CellStatus[][] statuses,
      double[][] scores,
      double[][] weights,
      boolean[] active) {
    Values[] columns = new Values[tree.size()];
    double[][][] blends = new double[tree.size()][0][];
    for (int node : tree.indicators()) {
      columns[node] = Values.reported(values[node], statuses[node]);
    }
    return new PeriodScores.Table(
        columns, blends, statuses, scores, new OnDemand<>(() -> weights), active);
  }

  /** Of a mean what is known of the latest figure in it; without one what is known at the end. */
  private CellStatus status(int node, int unit, double score) {
    CellStatus known = CellStatus.NOT_REPORTED;
    for (int p = 0; p < parts.size(); p++) {
      int there = inPart[p][node];
      CellStatus status = there < 0 ? known : parts.get(p).scores().status(there, unit);
      known = Double.isNaN(score) || status.hasFigure() ? status : known;
    }
    return known;
  }

  private PeriodScores.Table county() {
    double[][] scores = one(node -> mean(node, (part, there) -> part.pooled()[there]));
    double[][] values = one(node -> mean(node, (part, there) -> part.scores().pooledValue(there)));
    double[][] weights = one(node -> Double.NaN);
    CellStatus[][] statuses = new CellStatus[tree.size()][1];
    for (int node = 0; node < statuses.length; node++) {
      statuses[node][0] =
          Double.isNaN(scores[node][0]) ? CellStatus.NOT_REPORTED : CellStatus.REPORTED;
    }
    return table(values, statuses, scores, weights, new boolean[] {true});
  }

  private double[][] one(IntToDoubleFunction figure) {
    double[][] out = new double[tree.size()][1];
    for (int node = 0; node < out.length; node++) {
      out[node][0] = figure.applyAsDouble(node);
    }
    return out;
  }

  private double[][] contributions(int units) {
    double[][] out = new double[tree.size()][units];
    for (int node = 0; node < out.length; node++) {
      int of = node;
      Arrays.setAll(
          out[node], unit -> mean(of, (part, there) -> part.scores().contribution(there, unit)));
    }
    return out;
  }
}
