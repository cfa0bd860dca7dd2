package peaceindex.returns.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import peaceindex.panel.Arrival;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
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
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      int[] equal = equal(panel, period, before.get(), unit);
      // Most units are done with here; files are looked up only for the others.
      if (telling(panel, period, unit, equal) >= LEAST) {
        judge(panel, period, before.get(), unit, equal, verdicts);
      }
    }
  }

  private static void judge(
      Panel panel, Period period, Period before, int unit, int[] equal, Verdicts verdicts) {
    Set<String> files = new HashSet<>();
    for (int field : equal) {
      String file = file(panel, period, unit, field);
      int[] inFile = inFile(panel, period, unit, file, equal);
      if (!files.add(file)
          || telling(panel, period, unit, inFile) < LEAST
          || differs(panel, period, before, unit, file)) {
        continue;
      }
      verdicts.add(
          Problem.of(
                  Code.SAME_AS_BEFORE,
                  Check.where(panel, period, unit, inFile),
                  "unit",
                  panel.roster().name(unit, period),
                  "period",
                  period,
                  "other",
                  before,
                  "count",
                  inFile.length)
              .about(panel.roster().get(unit).id()),
          period,
          unit,
          inFile);
    }
  }

  /** The fields with the same usable figure in both periods. */
  private static int[] equal(Panel panel, Period period, Period before, int unit) {
    return IntStream.range(0, panel.fields().size())
        .filter(field -> panel.status(period, unit, field) == CellStatus.REPORTED)
        .filter(field -> isCompared(panel.fields().get(field)))
        .filter(field -> panel.value(period, unit, field) == panel.value(before, unit, field))
        .toArray();
  }

  /** How many of these fields would hardly have the same figure by chance. */
  private static long telling(Panel panel, Period period, int unit, int[] fields) {
    return IntStream.of(fields)
        .filter(field -> panel.fields().get(field).kind() != FieldKind.POPULATION)
        .filter(field -> panel.value(period, unit, field) != 0)
        .count();
  }

  private static int[] inFile(Panel panel, Period period, int unit, String file, int[] fields) {
    return IntStream.of(fields)
        .filter(field -> file(panel, period, unit, field).equals(file))
        .toArray();
  }

  /** Whether any cell of a file says something else than the figure of the period before. */
  private static boolean differs(Panel panel, Period period, Period before, int unit, String file) {
    return IntStream.range(0, panel.fields().size())
        .filter(field -> isCompared(panel.fields().get(field)))
        .filter(field -> file(panel, period, unit, field).equals(file))
        .anyMatch(
            field ->
                Double.compare(panel.value(period, unit, field), panel.value(before, unit, field))
                    != 0);
  }

  private static boolean isCompared(Field field) {
    return field.arrival() == Arrival.EVERY_PERIOD;
  }

  private static String file(Panel panel, Period period, int unit, int field) {
    return panel.origin(period, unit, field).map(CellRef::file).orElse("");
  }
}
