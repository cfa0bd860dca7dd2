package peaceindex.returns.check;

import java.util.Optional;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Severity;

/** A rule that looks at one figure at a time. An error makes the figure unusable. */
abstract class EachFigure implements Check {

  /** The problem with a figure of a field, if there is one. */
  abstract Optional<Problem> judge(Field field, double value, Place where);

  @Override
  public final void run(Panel panel, Period period, Problems problems) {
    for (int field = 0; field < panel.fields().size(); field++) {
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        if (panel.status(period, unit, field) == CellStatus.REPORTED) {
          judge(panel, period, unit, field, problems);
        }
      }
    }
  }

  private void judge(Panel panel, Period period, int unit, int field, Problems problems) {
    Field of = panel.fields().get(field);
    // Looked up only for the rare figure that is wrong.
    if (judge(of, panel.value(period, unit, field), Place.NONE).isEmpty()) {
      return;
    }
    long origin = panel.packedOrigin(period, unit, field);
    Optional<Problem> problem =
        judge(of, panel.value(period, unit, field), Check.where(panel, period, unit, field));
    problem.ifPresent(p -> problems.add(p.about(panel.roster().get(unit).id(), of.id())));
    if (problem.isPresent() && problem.get().severity() == Severity.ERROR) {
      panel.mark(period, unit, field, CellStatus.UNUSABLE, origin);
    }
  }
}
