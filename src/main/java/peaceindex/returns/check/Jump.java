package peaceindex.returns.check;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** The columns of one field in the periods before, the latest first, fetched when asked for. */
  private static final class Past {
    private final Panel panel;
    private final List<Period> periods;
    private final int field;
    private final List<double[]> columns = new ArrayList<>();

    Past(Panel panel, List<Period> periods, int field) {
      this.panel = panel;
      this.periods = periods;
      this.field = field;
    }

    /** The last usable figures of a unit in ascending order. */
    double[] of(int unit) {
      double[] found = new double[REMEMBERED];
      int count = 0;
      for (int back = 0; back < periods.size() && count < REMEMBERED; back++) {
        if (back == columns.size()) {
          columns.add(panel.column(periods.get(periods.size() - 1 - back), field));
        }
        double figure = columns.get(back)[unit];
        if (!Double.isNaN(figure)) {
          found[count++] = figure;
        }
      }
      double[] figures = Arrays.copyOf(found, count);
      Arrays.sort(figures);
      return figures;
    }
  }

  @Override
  public void run(Panel panel, Period period, Verdicts verdicts) {
    List<Period> before = panel.periods().stream().filter(p -> p.compareTo(period) < 0).toList();
    before = before.subList(Math.max(0, before.size() - HORIZON), before.size());
    for (int field = 0; field < panel.fields().size(); field++) {
      double limit = limits.applyAsDouble(panel.fields().get(field));
      if (limit == 0) {
        continue;
      }
      Past past = new Past(panel, before, field);
      double[] now = panel.column(period, field);
      for (int unit = 0; unit < now.length; unit++) {
        if (!Double.isNaN(now[unit])) {
          judge(panel, period, unit, field, past.of(unit), limit, verdicts);
        }
      }
    }
  }

  private static void judge(
      Panel panel,
      Period period,
      int unit,
      int field,
      double[] past,
      double limit,
      Verdicts verdicts) {
    Field of = panel.fields().get(field);
    double now = panel.value(period, unit, field);
    if (past.length == 0 || !hasJumped(of.kind(), now, median(past), limit)) {
      return;
    }
    String key = of.kind() == FieldKind.PERCENTAGE ? "jump.points" : "jump.factor";
    Text measure = Messages.phrase(key, "limit", Figures.plain(limit));
    verdicts.add(
        Problem.of(
                Code.JUMP,
                Check.where(panel, period, unit, field),
                "field",
                of.name(),
                "found",
                Figures.plain(now),
                "expected",
                Figures.plain(median(past)),
                "count",
                past.length,
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

  private static double median(double[] ascending) {
    int half = ascending.length / 2;
    double median =
        ascending.length % 2 == 1 ? ascending[half] : (ascending[half - 1] + ascending[half]) / 2;
    // Without the binary noise of the mean of two decimals, as it is shown.
    return Math.rint(median * 1e6) / 1e6;
  }
}
