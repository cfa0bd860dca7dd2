package peaceindex.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** What is known of an indicator that all units reported, as most do: the same for all. */
  private final CellStatus[] reported;

  Derivation(Panel panel, PublishedScores published) {
    this.panel = panel;
    this.published = published;
    this.reported = new CellStatus[panel.roster().size()];
    Arrays.fill(reported, CellStatus.REPORTED);
  }

  /**
   * What of an indicator is the same in all periods.
   *
   * @param score of another index, which it is; empty if it is made of fields
   * @param value over the fields
   */
  private record Recipe(Optional<ScoreOf> score, List<Integer> fields, Formula value) {}

  private final Map<Indicator, Recipe> recipes = new IdentityHashMap<>();
  private final Map<Period, List<Period>> baseParts = new HashMap<>();

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

  /** Why a field has no figure in a row. */
  private interface Lacking {
    CellStatus status(int field, int row);
  }

  /** The values of all units; of a longer period those of its average base period. */
  Values units(Indicator indicator, Period period) {
    Recipe recipe = recipe(indicator);
    if (recipe.score().isPresent()) {
      return published(published.units(recipe.score().get(), period));
    }
    List<Integer> fields = recipe.fields();
    Fields frame = frame(fields, period);
    List<Period> parts = baseParts(period);
    Values values =
        values(indicator, frame, fields, (field, unit) -> lacking(parts, unit, field), reported);
    Optional<SmallNumbers> protection = indicator.pretreatment().smallNumbers();
    return protection.isEmpty()
        ? values
        : shrunk(values, protection.get(), Rate.of(indicator.value()), frame, period);
  }

  private static Values published(double[] scores) {
    CellStatus[] statuses = new CellStatus[scores.length];
    Arrays.setAll(
        statuses, row -> Double.isNaN(scores[row]) ? CellStatus.NOT_REPORTED : CellStatus.REPORTED);
    return Values.reported(scores, statuses);
  }

  /** The values with the rates drawn towards that of all, in their place or beside them. */
  private Values shrunk(
      Values values, SmallNumbers protection, Optional<Rate> of, Fields frame, Period period) {
    if (of.isEmpty()) {
      return values;
    }
    Rate rate = of.get();
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
    Map<String, Integer> numbers = new HashMap<>();
    for (Group group : roster.groups()) {
      numbers.putIfAbsent(group.id(), numbers.size());
    }
    int[] groups = new int[roster.size()];
    for (int unit = 0; unit < groups.length; unit++) {
      groups[unit] = numbers.getOrDefault(roster.get(unit).group(), -1);
    }
    return groups;
  }

  private Fields frame(List<Integer> fields, Period period) {
    List<Period> parts = baseParts(period);
    boolean isBase = parts.size() == 1 && parts.get(0).equals(period);
    return isBase && areAllActive(period)
        ? asReported(fields, period)
        : pooled(fields, period, parts, isBase);
  }

  private Fields asReported(List<Integer> fields, Period period) {
    Map<String, double[]> columns = new HashMap<>();
    for (int field : fields) {
      columns.put(id(field), panel.figures(period, field));
    }
    return new Fields(panel.roster().size(), columns);
  }

  /** The figures of several base periods as those of one, or of several units. */
  private Fields pooled(List<Integer> fields, Period period, List<Period> parts, boolean isBase) {
    int rows = panel.roster().size();
    Map<String, double[]> columns = new HashMap<>();
    for (int field : fields) {
      columns.put(id(field), isBase ? panel.column(period, field) : new double[rows]);
    }
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

  private boolean areAllActive(Period period) {
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      if (!panel.roster().isActive(unit, period)) {
        return false;
      }
    }
    return true;
  }

  /** The base periods in which anything arrived and that lie in the period. */
  private List<Period> baseParts(Period period) {
    return baseParts.computeIfAbsent(
        period, of -> panel.periods().stream().filter(of::covers).toList());
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
    Recipe recipe = recipe(indicator);
    if (recipe.score().isPresent()) {
      return published(new double[] {published.county(recipe.score().get(), period)});
    }
    List<Integer> fields = recipe.fields();
    List<Period> parts = baseParts(period);
    Pool pool = Pool.ofAll(panel, parts, fields);
    boolean due = areDue(fields, parts);
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
            (field, row) -> isDue(field, parts) ? CellStatus.NOT_REPORTED : CellStatus.NOT_DUE,
            new CellStatus[] {CellStatus.REPORTED});
    double value = values.reported()[0];
    double ofTwo = Evaluator.evaluate(recipe.value(), new Fields(1, twice))[0];
    if (Math.abs(ofTwo - value) > SAME * Math.abs(value)) {
      return Values.reported(new double[] {Double.NaN}, new CellStatus[] {CellStatus.UNDEFINED});
    }
    return values;
  }

  private boolean isDue(int field, List<Period> parts) {
    for (Period part : parts) {
      if (panel.fields().get(field).arrival().isDue(part)) {
        return true;
      }
    }
    return false;
  }

  private boolean areDue(List<Integer> fields, List<Period> parts) {
    for (int field : fields) {
      if (!isDue(field, parts)) {
        return false;
      }
    }
    return true;
  }

  /** How many returns arrived. */
  private long returns(List<Period> parts) {
    long returns = 0;
    for (Period part : parts) {
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        returns += panel.hasArrived(part, unit) ? 1 : 0;
      }
    }
    return returns;
  }

  /**
   * @param allReported what is known of rows of which all figures were reported; not changed
   */
  private Values values(
      Indicator indicator,
      Fields frame,
      List<Integer> fields,
      Lacking lacking,
      CellStatus[] allReported) {
    double[] values = Evaluator.evaluate(recipe(indicator).value(), frame);
    CellStatus[] statuses = allReported;
    for (int field : fields) {
      double[] figures = frame.column(id(field));
      for (int row = 0; row < figures.length; row++) {
        if (Double.isNaN(figures[row])) {
          statuses = statuses == allReported ? allReported.clone() : statuses;
          statuses[row] = statuses[row].and(lacking.status(field, row));
        }
      }
    }
    for (int row = 0; row < values.length; row++) {
      if (statuses[row] != CellStatus.REPORTED) {
        values[row] = Double.NaN;
      } else if (Double.isNaN(values[row])) {
        statuses = statuses == allReported ? allReported.clone() : statuses;
        statuses[row] = indicator.zeroDenominator().status();
      }
    }
    return Values.reported(values, statuses);
  }

  private Recipe recipe(Indicator indicator) {
    return recipes.computeIfAbsent(indicator, this::newRecipe);
  }

  private Recipe newRecipe(Indicator indicator) {
    Optional<ScoreOf> score = ScoreOf.of(indicator.value());
    List<Integer> fields = new ArrayList<>();
    if (score.isEmpty()) {
      for (String name : indicator.value().variables()) {
        fields.add(panel.fields().indexOf(name));
      }
    }
    return new Recipe(score, fields, indicator.guardedValue());
  }

  private String id(int field) {
    return panel.fields().get(field).id();
  }
}
