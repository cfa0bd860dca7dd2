package peaceindex.returns.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Figures;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;

/**
 * A figure is not far from the unit's own past.
 *
 * <p>The past is the median <i>m</i> of the unit's last usable figures of the field: up to {@value
 * #REMEMBERED} of them, from the last {@value #HORIZON} periods with returns; a unit without a past
 * is not judged. A figure <i>x</i> has jumped if
 *
 * <ul>
 *   <li>of cases or people: the greater of <i>x</i> and <i>m</i> is more than <i>limit</i> times
 *       the smaller, <b>and</b> they differ by more than {@value #CHANCE} times the square root of
 *       the greater. Numbers of cases vary by about their square root from chance alone, so 1 case
 *       after 6, or 7 after 2, says nothing; 1 after 30 does.
 *   <li>an amount or any other number: the greater of |<i>x</i>| and |<i>m</i>| is more than
 *       <i>limit</i> times the smaller; not judged where one is 0 or their signs differ, as no
 *       number is a multiple of 0.
 *   <li>a percentage: they differ by more than <i>limit</i> percentage points.
 * </ul>
 *
 * A limit of 0 means that the field is not judged.
 */
final class Jump implements Check {
  private static final int REMEMBERED = 6;
  private static final int HORIZON = 24;
  private static final double CHANCE = 3;

  private final ToDoubleFunction<Field> limits;

  Jump(ToDoubleFunction<Field> limits) {
    this.limits = limits;
  }

  /** The columns of one field in the periods before, the latest first. */
  private static final class Past {
    private final double[][] columns;
    private final double[] found = new double[REMEMBERED];

    Past(double[][] columns) {
      this.columns = columns;
    }

    /** How many usable figures a unit has, up to those remembered; {@link #median} takes them. */
    int of(int unit) {
      int count = 0;
      for (int back = 0; back < columns.length && count < REMEMBERED; back++) {
        double figure = columns[back][unit];
        if (!Double.isNaN(figure)) {
          // They are few, and put where they belong at once.
          int place = count++;
          while (place > 0 && found[place - 1] > figure) {
            found[place] = found[place - 1];
            place--;
          }
          found[place] = figure;
        }
      }
      return count;
    }

    double median(int count) {
      int half = count / 2;
      double median = count % 2 == 1 ? found[half] : (found[half - 1] + found[half]) / 2;
      // Without the binary noise of the mean of two decimals, as it is shown.
      return Math.rint(median * 1e6) / 1e6;
    }
  }

  @Override
  public void run(Panel panel, Period period, Verdicts verdicts) {
    List<Period> before = new ArrayList<>(panel.periods());
    before.removeIf(other -> other.compareTo(period) >= 0);
    before = before.subList(Math.max(0, before.size() - HORIZON), before.size());
    if (before.isEmpty()) {
      return;
    }
    double[][][] columns = columns(panel, before);
    for (int field = 0; field < panel.fields().size(); field++) {
      Field of = panel.fields().get(field);
      double limit = limits.applyAsDouble(of);
      if (limit == 0) {
        continue;
      }
      Past past = new Past(columns[field]);
      double[] now = panel.figures(period, field);
      for (int unit = 0; unit < now.length; unit++) {
        int count = Double.isNaN(now[unit]) ? 0 : past.of(unit);
        if (count > 0 && hasJumped(of.kind(), now[unit], past.median(count), limit)) {
          report(panel, period, unit, field, past.median(count), count, limit, verdicts);
        }
      }
    }
  }

  /** For each field its columns in some periods, the latest first. */
  private static double[][][] columns(Panel panel, List<Period> periods) {
    double[][][] columns = new double[panel.fields().size()][periods.size()][];
    for (int back = 0; back < periods.size(); back++) {
      Period period = periods.get(periods.size() - 1 - back);
      for (int field = 0; field < columns.length; field++) {
        columns[field][back] = panel.figures(period, field);
      }
    }
    return columns;
  }

  private static void report(
      Panel panel,
      Period period,
      int unit,
      int field,
      double median,
      int count,
      double limit,
      Verdicts verdicts) {
    Field of = panel.fields().get(field);
    String key = of.kind() == FieldKind.PERCENTAGE ? "jump.points" : "jump.factor";
    Text measure = Messages.phrase(key, "limit", Figures.plain(limit));
    verdicts.add(
        Problem.of(
                Code.JUMP,
                Check.where(panel, period, unit, field),
                "field",
                of.name(),
                "found",
                Figures.plain(panel.value(period, unit, field)),
                "expected",
                Figures.plain(median),
                "count",
                count,
                "measure",
                measure)
            .about(panel.roster().get(unit).id(), of.id()),
        period,
        unit,
        field);
  }

  /** Whether a figure is too far from the median of its past. */
  static boolean hasJumped(FieldKind kind, double now, double past, double limit) {
    double difference = Math.abs(now - past);
    return switch (kind) {
      case PERCENTAGE -> difference > limit;
      case COUNT, POPULATION ->
          isMultiple(now, past, limit) && difference > CHANCE * Math.sqrt(Math.max(now, past));
      case AMOUNT, NUMBER -> now * past > 0 && isMultiple(Math.abs(now), Math.abs(past), limit);
    };
  }

  private static boolean isMultiple(double a, double b, double limit) {
    return Math.max(a, b) > limit * Math.min(a, b);
  }
}
