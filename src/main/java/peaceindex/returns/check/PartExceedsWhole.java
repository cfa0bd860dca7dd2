package peaceindex.returns.check;

import peaceindex.panel.Field;
import peaceindex.panel.Figures;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/** A part is not greater than its whole: no more disputes are resolved than were received. */
final class PartExceedsWhole implements Check {

  @Override
  public void run(Panel panel, Period period, Verdicts verdicts) {
    for (int part = 0; part < panel.fields().size(); part++) {
      Field field = panel.fields().get(part);
      int whole = field.partOf().isEmpty() ? -1 : panel.fields().indexOf(field.partOf());
      if (whole < 0) {
        continue;
      }
      double[] parts = panel.figures(period, part);
      double[] wholes = panel.figures(period, whole);
      for (int unit = 0; unit < parts.length; unit++) {
        if (parts[unit] > wholes[unit]) {
          report(panel, period, unit, part, whole, verdicts);
        }
      }
    }
  }

  private static void report(
      Panel panel, Period period, int unit, int part, int whole, Verdicts verdicts) {
    Place where = Check.where(panel, period, unit, part);
    verdicts.add(
        Problem.of(
                Code.PART_EXCEEDS_WHOLE,
                where,
                "part",
                panel.fields().get(part).name(),
                "whole",
                panel.fields().get(whole).name(),
                "found",
                Figures.plain(panel.value(period, unit, part)),
                "expected",
                Figures.plain(panel.value(period, unit, whole)))
            .about(panel.roster().get(unit).id(), panel.fields().get(part).id()),
        period,
        unit,
        part,
        whole);
  }
}
