package peaceindex.returns.check;

import java.util.Optional;
import peaceindex.panel.Field;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/** A rule that looks at one figure at a time. */
abstract class EachFigure implements Check {

  /** The problem with a figure of a field, if there is one. */
  abstract Optional<Problem> judge(Field field, double value, Place where);

  @Override
  public final void run(Panel panel, Period period, Verdicts verdicts) {
    for (int field = 0; field < panel.fields().size(); field++) {
      double[] figures = panel.figures(period, field);
      for (int unit = 0; unit < figures.length; unit++) {
        if (!Double.isNaN(figures[unit])) {
          judge(panel, period, unit, field, figures[unit], verdicts);
        }
      }
    }
  }

  private void judge(
      Panel panel, Period period, int unit, int field, double value, Verdicts verdicts) {
    Field of = panel.fields().get(field);
    // Looked up only for the rare figure that is wrong.
    if (judge(of, value, Place.NONE).isPresent()) {
      judge(of, value, Check.where(panel, period, unit, field))
          .map(problem -> problem.about(panel.roster().get(unit).id(), of.id()))
          .ifPresent(problem -> verdicts.add(problem, period, unit, field));
    }
  }
}
