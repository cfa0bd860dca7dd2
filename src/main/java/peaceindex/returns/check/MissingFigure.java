package peaceindex.returns.check;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/**
 * Every field that a unit's return should hold is there: a blank cell is said with its place, a
 * field that a file has no label for once for that file.
 */
final class MissingFigure implements Check {

  private record Lacking(String file, int field) {}

  @Override
  public void run(Panel panel, Period period, Verdicts verdicts) {
    Set<Lacking> said = new LinkedHashSet<>();
    for (int field = 0; field < panel.fields().size(); field++) {
      if (panel.fields().get(field).isFromRoster()) {
        continue;
      }
      double[] figures = panel.figures(period, field);
      for (int unit = 0; unit < figures.length; unit++) {
        if (Double.isNaN(figures[unit])
            && panel.hasArrived(period, unit)
            && panel.status(period, unit, field) == CellStatus.NOT_REPORTED) {
          report(panel, period, unit, field, said, verdicts);
        }
      }
    }
  }

  private static void report(
      Panel panel, Period period, int unit, int field, Set<Lacking> said, Verdicts verdicts) {
    long origin = panel.packedOrigin(period, unit, field);
    String unitId = panel.roster().get(unit).id();
    String fieldId = panel.fields().get(field).id();
    if (origin != Origins.NONE) {
      Place where = Check.where(panel, period, unit, field);
      verdicts.add(
          Problem.of(Code.FIGURE_MISSING, where, "field", panel.fields().get(field).name())
              .about(unitId, fieldId),
          period,
          unit);
      return;
    }
    String file = fileOf(panel, period, unit);
    if (said.add(new Lacking(file, field))) {
      verdicts.add(
          Problem.of(
                  Code.FIELD_MISSING, CellRef.file(file), "field", panel.fields().get(field).name())
              .about("", fieldId),
          period,
          unit);
    }
  }

  /** The file from which any other figure of the unit came, else the return that arrived. */
  private static String fileOf(Panel panel, Period period, int unit) {
    for (int field = 0; field < panel.fields().size(); field++) {
      Optional<CellRef> cell = panel.origin(period, unit, field);
      if (cell.isPresent()) {
        return cell.get().file();
      }
    }
    return panel.arrivedWith(period, unit);
  }
}
