package peaceindex.returns.check;

import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/** A rule that looks at one figure at a time. */
abstract class EachFigure implements Check {

  /** Whether a figure is wrong in a field of this kind. */
  abstract boolean isWrong(FieldKind kind, double value);

  /** What is wrong with it. */
  abstract Problem problem(Field field, double value, Place where);

  @Override
  public final void run(Panel panel, Period period, Verdicts verdicts) {
    for (int field = 0; field < panel.fields().size(); field++) {
      Field of = panel.fields().get(field);
      double[] figures = panel.figures(period, field);
      for (int unit = 0; unit < figures.length; unit++) {
        if (!Double.isNaN(figures[unit]) && isWrong(of.kind(), figures[unit])) {
          Problem problem =
              problem(of, figures[unit], Check.where(panel, period, unit, field))
                  .about(panel.roster().get(unit).id(), of.id());
          verdicts.add(problem, period, unit, field);
        }
      }
    }
  }
}
