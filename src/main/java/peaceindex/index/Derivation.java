package peaceindex.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import peaceindex.formula.Evaluator;
import peaceindex.formula.Formula;
import peaceindex.formula.Frame;
import peaceindex.formula.Statistics;
import peaceindex.index.Pretreatment.SmallNumbers;
import peaceindex.index.shrink.Rate;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Group;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;

/** The first step: the values of an indicator from the figures of the returns. */
final class Derivation {
  /** Doubling the county changes a rate by no more than this, relatively. */
  private static final double SAME = 1e-9;

  private final Panel panel;
  private final PublishedScores published;

  Derivation(Panel panel, PublishedScores published) {
    this.panel = panel;
    this.published = published;
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
    Optional<ScoreOf> score = ScoreOf.of(indicator.value());
    if (score.isPresent()) {
      return published(published.units(score.get(), period));
    }
    List<Integer> fields = fields(indicator);
    Fields frame = frame(fields, period);
    List<Period> parts = baseParts(period);
    Values values =
        values(
            indicator,
            frame,
            fields,
            (field, unit) ->
                Double.isNaN(frame.column(id(field))[unit])
                    ? lacking(parts, unit, field)
                    : CellStatus.REPORTED);
    Optional<SmallNumbers> protection = indicator.pretreatment().smallNumbers();
    Optional<Rate> rate = Rate.of(indicator.value());
    return protection.isEmpty() || rate.isEmpty()
        ? values
        : shrunk(values, protection.get(), rate.get(), frame, period);
  }

  private static Values published(double[] scores) {
    CellStatus[] statuses = new CellStatus[scores.length];
    Arrays.setAll(
        statuses, row -> Double.isNaN(scores[row]) ? CellStatus.NOT_REPORTED : CellStatus.REPORTED);
    return Values.reported(scores, statuses);
  }

  /** The values with the rates drawn towards that of all, in their place or beside them. */
  private Values shrunk(
      Values values, SmallNumbers protection, Rate rate, Fields frame, Period period) {
    double[] reported = values.reported();
    double[] numerators = Evaluator.evaluate(rate.numerator(), frame);
    double[] denominators = Evaluator.evaluate(rate.denominator(), frame);
    for (int unit = 0; unit < reported.length; unit++) {
      if (Double.isNaN(reported[unit]) || !panel.roster().isActive(unit, period)) {
        numerators[unit] = Double.NaN;
      }
    }
    int[] groups =
        protection.towards() == SmallNumbers.Towards.GROUP
            ? groups(panel.roster())
            : new int[reported.length];
    double[] rates = protection.method().rates(numerators, denominators, groups);
    CellStatus[] statuses = values.statuses().clone();
    double[] scored = reported.clone();
    for (int unit = 0; unit < rates.length; unit++) {
      rates[unit] *= rate.factor();
      if (protection.use() == SmallNumbers.Use.OFFICIAL && !Double.isNaN(rates[unit])) {
        scored[unit] = rates[unit];
        statuses[unit] = CellStatus.SHRUNK;
      }
    }
    return new Values(reported, scored, statuses, rates);
  }

  /** A number for the group of each unit. */
  static int[] groups(Roster roster) {
    List<String> ids = roster.groups().stream().map(Group::id).toList();
    return IntStream.range(0, roster.size())
        .map(unit -> ids.indexOf(roster.get(unit).group()))
        .toArray();
  }

  private Fields frame(List<Integer> fields, Period period) {
    int rows = panel.roster().size();
    List<Period> parts = baseParts(period);
    Map<String, double[]> columns = new HashMap<>();
    boolean isBase = parts.equals(List.of(period));
    fields.forEach(
        field -> columns.put(id(field), isBase ? panel.column(period, field) : new double[rows]));
    Fields frame = new Fields(rows, columns);
    for (int unit = 0; unit < rows; unit++) {
      if (!isBase || !panel.roster().isActive(unit, period)) {
        Pool pool = Pool.ofUnit(panel, unit, parts, fields);
        for (int field : fields) {
          frame.column(id(field))[unit] = pool.figure(field);
        }
      }
    }
    return frame;
  }

  /** The base periods in which anything arrived and that lie in the period. */
  private List<Period> baseParts(Period period) {
    return panel.periods().stream().filter(period::covers).toList();
  }

  /** Whether anything arrived from a unit in the period. */
  boolean hasArrived(Period period, int unit) {
    return panel.hasArrived(period, unit);
  }

  /** Why there is no figure: as in the last part in which one was asked for. */
  private CellStatus lacking(List<Period> parts, int unit, int field) {
    CellStatus last = CellStatus.NOT_DUE;
    for (Period part : parts) {
      CellStatus status = panel.status(part, unit, field);
      last = status == CellStatus.NOT_DUE ? last : status;
    }
    return last.hasFigure() ? CellStatus.NOT_REPORTED : last;
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
    Optional<ScoreOf> score = ScoreOf.of(indicator.value());
    if (score.isPresent()) {
      return published(new double[] {published.county(score.get(), period)});
    }
    List<Integer> fields = fields(indicator);
    List<Period> parts = baseParts(period);
    Pool pool = Pool.ofAll(panel, parts, fields);
    boolean due = fields.stream().allMatch(field -> isDue(field, parts));
    boolean few = !due && pool.size() < returns(parts);
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
            (field, row) -> pooledStatus(frame.column(id(field))[0], field, parts));
    double value = values.reported()[0];
    double ofTwo = Evaluator.evaluate(indicator.guardedValue(), new Fields(1, twice))[0];
    if (Math.abs(ofTwo - value) > SAME * Math.abs(value)) {
      return Values.reported(new double[] {Double.NaN}, new CellStatus[] {CellStatus.UNDEFINED});
    }
    return values;
  }

  private CellStatus pooledStatus(double pooled, int field, List<Period> parts) {
    if (!Double.isNaN(pooled)) {
      return CellStatus.REPORTED;
    }
    return isDue(field, parts) ? CellStatus.NOT_REPORTED : CellStatus.NOT_DUE;
  }

  private boolean isDue(int field, List<Period> parts) {
    return parts.stream().anyMatch(part -> panel.fields().get(field).arrival().isDue(part));
  }

  /** How many returns arrived. */
  private long returns(List<Period> parts) {
    return parts.stream()
        .mapToLong(
            part ->
                IntStream.range(0, panel.roster().size())
                    .filter(unit -> panel.hasArrived(part, unit))
                    .count())
        .sum();
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
