package peaceindex.returns.check;

import java.util.TreeSet;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;

/**
 * Not every rate of a return is exactly 100 %.
 *
 * <p>A rate is a reported percentage, or a part and its whole where the whole is above 0 and has no
 * second part: thefts and frauds are kinds of crime, resolved disputes are a share of those
 * received. With fewer than {@value #LEAST} rates nothing is said.
 */
final class AllHundred implements Check {
  private static final int LEAST = 3;

  @Override
  public void run(Panel panel, Period period, Verdicts verdicts) {
    Fields fields = panel.fields();
    int[] wholes = wholes(fields);
    double[][] figures = new double[wholes.length][];
    for (int field = 0; field < wholes.length; field++) {
      figures[field] = panel.figures(period, field);
    }
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      int rates = rates(fields, figures, wholes, unit);
      if (rates >= LEAST) {
        report(panel, period, unit, concerned(fields, figures, wholes, unit), rates, verdicts);
      }
    }
  }

  /** How many rates of a unit are exactly 100 %; none if any is another one. */
  private static int rates(Fields fields, double[][] figures, int[] wholes, int unit) {
    int rates = 0;
    for (int field = 0; field < wholes.length; field++) {
      double rate = rate(fields.get(field), figures, unit, field, wholes[field]);
      if (rate == 1) {
        rates++;
      } else if (!Double.isNaN(rate)) {
        return 0;
      }
    }
    return rates;
  }

  /** The fields of the rates, and their wholes. */
  private static int[] concerned(Fields fields, double[][] figures, int[] wholes, int unit) {
    TreeSet<Integer> concerned = new TreeSet<>();
    for (int field = 0; field < wholes.length; field++) {
      if (!Double.isNaN(rate(fields.get(field), figures, unit, field, wholes[field]))) {
        concerned.add(field);
        if (wholes[field] >= 0) {
          concerned.add(wholes[field]);
        }
      }
    }
    return concerned.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void report(
      Panel panel, Period period, int unit, int[] at, int rates, Verdicts verdicts) {
    verdicts.addForAll(
        Problem.of(
                Code.ALL_HUNDRED,
                Check.where(panel, period, unit, at),
                "unit",
                panel.roster().name(unit, period),
                "period",
                period,
                "count",
                rates)
            .about(panel.roster().get(unit).id()),
        period,
        unit);
  }

  /** The rate of which this field is the numerator; {@code NaN} if there is none. */
  private static double rate(Field of, double[][] figures, int unit, int field, int whole) {
    boolean percentage = of.kind() == FieldKind.PERCENTAGE;
    if (whole < 0 && !percentage) {
      return Double.NaN;
    }
    double hundred = percentage ? 100 : figures[whole][unit];
    return hundred > 0 ? figures[field][unit] / hundred : Double.NaN;
  }

  /** For each field the whole of which it is the only part, or -1. */
  private static int[] wholes(Fields fields) {
    int[] wholes = new int[fields.size()];
    int[] parts = new int[fields.size()];
    for (int field = 0; field < wholes.length; field++) {
      Field part = fields.get(field);
      wholes[field] = part.partOf().isEmpty() ? -1 : fields.indexOf(part.partOf());
      if (wholes[field] >= 0) {
        parts[wholes[field]]++;
      }
    }
    for (int field = 0; field < wholes.length; field++) {
      wholes[field] = wholes[field] >= 0 && parts[wholes[field]] > 1 ? -1 : wholes[field];
    }
    return wholes;
  }
}
