package peaceindex.returns.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import peaceindex.panel.Arrival;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;

/**
 * A return is not that of the period before, sent again.
 *
 * <p>A return is what one file holds of one unit. It is the same if every figure in it equals the
 * unit's figure of the period before and none is new or gone; fields that are not asked for in
 * every period are left aside. At least {@value #LEAST} of the figures must be other than 0 and no
 * population: a quiet month, or one that only repeats the population, may honestly be like the
 * last.
 */
final class SameAsBefore implements Check {
  private static final int LEAST = 3;

  @Override
  public void run(Panel panel, Period period, Verdicts verdicts) {
    Optional<Period> before = period.previous().filter(panel::has);
    if (before.isEmpty()) {
      return;
    }
    Pair pair = new Pair(panel, period, before.get());
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      // Most units are done with here; files are looked up only for the others.
      if (pair.telling(unit) >= LEAST) {
        pair.judge(unit, verdicts);
      }
    }
  }

  /** Two periods side by side. */
  private static final class Pair {
    private final Panel panel;
    private final Period period;
    private final Period before;
    private final boolean[] compared;
    private final boolean[] telling;
    private final double[][] now;
    private final double[][] then;

    Pair(Panel panel, Period period, Period before) {
      this.panel = panel;
      this.period = period;
      this.before = before;
      this.compared = new boolean[panel.fields().size()];
      this.telling = new boolean[compared.length];
      this.now = new double[compared.length][];
      this.then = new double[compared.length][];
      for (int field = 0; field < compared.length; field++) {
        Field of = panel.fields().get(field);
        compared[field] = of.arrival() == Arrival.EVERY_PERIOD;
        telling[field] = compared[field] && of.kind() != FieldKind.POPULATION;
        now[field] = panel.figures(period, field);
        then[field] = panel.figures(before, field);
      }
    }

    private boolean isEqual(int field, int unit) {
      return compared[field] && now[field][unit] == then[field][unit];
    }

    /** Whether equal figures would hardly be so by chance. */
    private boolean isTelling(int field, int unit) {
      return telling[field] && now[field][unit] == then[field][unit] && now[field][unit] != 0;
    }

    /** How many figures are equal that would hardly be so by chance. */
    int telling(int unit) {
      int count = 0;
      for (int field = 0; field < telling.length; field++) {
        count += isTelling(field, unit) ? 1 : 0;
      }
      return count;
    }

    void judge(int unit, Verdicts verdicts) {
      String[] files = new String[compared.length];
      for (int field = 0; field < files.length; field++) {
        files[field] = panel.origins().file(panel.packedOrigin(period, unit, field));
      }
      Set<String> judged = new HashSet<>();
      for (int field = 0; field < files.length; field++) {
        if (isEqual(field, unit) && judged.add(files[field])) {
          judge(unit, files[field], files, verdicts);
        }
      }
    }

    private void judge(int unit, String file, String[] files, Verdicts verdicts) {
      int[] equal = new int[files.length];
      int count = 0;
      int surprising = 0;
      for (int field = 0; field < files.length; field++) {
        if (!compared[field] || !files[field].equals(file)) {
          continue;
        }
        if (Double.compare(now[field][unit], then[field][unit]) != 0) {
          return;
        }
        if (isEqual(field, unit)) {
          equal[count++] = field;
          surprising += isTelling(field, unit) ? 1 : 0;
        }
      }
      if (surprising >= LEAST) {
        report(unit, Arrays.copyOf(equal, count), verdicts);
      }
    }

    private void report(int unit, int[] fields, Verdicts verdicts) {
      verdicts.add(
          Problem.of(
                  Code.SAME_AS_BEFORE,
                  Check.where(panel, period, unit, fields),
                  "unit",
                  panel.roster().name(unit, period),
                  "period",
                  period,
                  "other",
                  before,
                  "count",
                  fields.length)
              .about(panel.roster().get(unit).id()),
          period,
          unit,
          fields);
    }
  }
}
