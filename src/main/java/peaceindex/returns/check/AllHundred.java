package peaceindex.returns.check;

import java.util.Optional;
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
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      judge(panel, period, unit, wholes, verdicts);
    }
  }

  private static void judge(Panel panel, Period period, int unit, int[] wholes, Verdicts verdicts) {
    TreeSet<Integer> concerned = new TreeSet<>();
    int rates = 0;
    for (int field = 0; field < wholes.length; field++) {
      Optional<Double> rate = rate(panel, period, unit, field, wholes[field]);
      if (rate.isEmpty()) {
        continue;
      }
      if (rate.get() != 1) {
        return;
      }
      rates++;
      concerned.add(field);
      if (wholes[field] >= 0) {
        concerned.add(wholes[field]);
      }
    }
    if (rates >= LEAST) {
      int[] at = concerned.stream().mapToInt(Integer::intValue).toArray();
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
  }

  /** The rate of which this field is the numerator; empty if there is none. */
  private static Optional<Double> rate(Panel panel, Period period, int unit, int field, int whole) {
    boolean percentage = panel.fields().get(field).kind() == FieldKind.PERCENTAGE;
    if (whole < 0 && !percentage) {
      return Optional.empty();
    }
    double of = percentage ? 100 : panel.value(period, unit, whole);
    double rate = panel.value(period, unit, field) / of;
    return Double.isNaN(rate) || of <= 0 ? Optional.empty() : Optional.of(rate);
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
