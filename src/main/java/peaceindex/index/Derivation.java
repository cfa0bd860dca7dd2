package peaceindex.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import peaceindex.formula.Evaluator;
import peaceindex.formula.Formula;
import peaceindex.formula.Frame;
import peaceindex.formula.Statistics;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;

/** The first step: the values of an indicator from the figures of the returns. */
final class Derivation {
  /** Doubling the county changes a rate by no more than this, relatively. */
  private static final double SAME = 1e-9;

  private final Panel panel;

  Derivation(Panel panel) {
    this.panel = panel;
  }

  /** The fields of an indicator for some rows. */
  private record Fields(int rows, Map<String, double[]> columns) implements Frame {
    @Override
    public double[] column(String name) {
      double[] column = columns.get(name);
      if (column == null) {
        throw new IllegalArgumentException("no field " + name);
      }
      return column;
    }

    @Override
    public Statistics reference(int row) {
      throw new UnsupportedOperationException("a value has no reference");
    }
  }

  /** What is known of a field in a row. */
  private interface Known {
    CellStatus status(int field, int row);
  }

  /** The values of all units; of a longer period those of its average base period. */
  Values units(Indicator indicator, Period period) {
    int rows = panel.roster().size();
    List<Integer> fields = fields(indicator);
    Map<String, double[]> columns = new HashMap<>();
    for (int field : fields) {
      columns.put(id(field), panel.column(period, field));
    }
    return values(
        indicator,
        new Fields(rows, columns),
        fields,
        (field, row) -> panel.status(period, row, field));
  }

  /**
   * The value of the county: for each indicator the figures of those units are pooled that reported
   * all of its fields. What is not due in the period is left aside, as it is for the units, unless
   * all that reported sent it: the figure of a few would be none of the county.
   *
   * <p>A value that grows with the area, such as a plain number of fires, would set the whole
   * county against the goalposts of one unit, and has no value.
   */
  Values county(Indicator indicator, Period period) {
    List<Integer> fields = fields(indicator);
    int[] all = IntStream.range(0, panel.roster().size()).toArray();
    Pool pool = new Pool(panel, all, List.of(period), fields, false);
    boolean due = fields.stream().allMatch(field -> isDue(field, period));
    boolean few = !due && pool.size() < returns(period);
    Map<String, double[]> once = new HashMap<>();
    Map<String, double[]> twice = new HashMap<>();
    for (int field : fields) {
      double figure = few ? Double.NaN : pool.figure(field);
      boolean additive = panel.fields().get(field).kind().isAdditive();
      once.put(id(field), new double[] {figure});
      twice.put(id(field), new double[] {additive ? 2 * figure : figure});
    }
    Fields frame = new Fields(1, once);
    Values values =
        values(
            indicator,
            frame,
            fields,
            (field, row) -> pooledStatus(frame.column(id(field))[0], field, period));
    double value = values.reported()[0];
    double ofTwo = Evaluator.evaluate(indicator.guardedValue(), new Fields(1, twice))[0];
    if (Math.abs(ofTwo - value) > SAME * Math.abs(value)) {
      return Values.reported(new double[] {Double.NaN}, new CellStatus[] {CellStatus.UNDEFINED});
    }
    return values;
  }

  private CellStatus pooledStatus(double pooled, int field, Period period) {
    if (!Double.isNaN(pooled)) {
      return CellStatus.REPORTED;
    }
    return isDue(field, period) ? CellStatus.NOT_REPORTED : CellStatus.NOT_DUE;
  }

  private boolean isDue(int field, Period period) {
    return panel.fields().get(field).arrival().isDue(period);
  }

  /** How many units sent a return. */
  private long returns(Period period) {
    return IntStream.range(0, panel.roster().size())
        .filter(unit -> panel.hasArrived(period, unit))
        .count();
  }

  private static Values values(
      Indicator indicator, Fields frame, List<Integer> fields, Known known) {
    Formula formula = indicator.guardedValue();
    double[] values = Evaluator.evaluate(formula, frame);
    CellStatus[] statuses = new CellStatus[frame.rows()];
    Arrays.setAll(
        statuses,
        row -> {
          CellStatus status = CellStatus.REPORTED;
          for (int field : fields) {
            status = status.and(known.status(field, row));
          }
          return status == CellStatus.REPORTED && Double.isNaN(values[row])
              ? indicator.zeroDenominator().status()
              : status;
        });
    for (int row = 0; row < values.length; row++) {
      values[row] = statuses[row] == CellStatus.REPORTED ? values[row] : Double.NaN;
    }
    return Values.reported(values, statuses);
  }

  private List<Integer> fields(Indicator indicator) {
    return indicator.value().variables().stream()
        .map(name -> panel.fields().indexOf(name))
        .toList();
  }

  private String id(int field) {
    return panel.fields().get(field).id();
  }
}
