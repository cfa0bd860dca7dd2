package peaceindex.returns;

import java.util.Optional;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.Figures;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.RosterFigure;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;

/**
 * Enters the figures that the roster gives, such as populations. A return that holds one all the
 * same is compared: the roster's is used, and a difference is said.
 */
final class RosterFigures {
  private final Panel panel;
  private final Problems problems;

  RosterFigures(Panel panel, Problems problems) {
    this.panel = panel;
    this.problems = problems;
  }

  /** Enters them for every period for which anything arrived, once all returns are read. */
  void enter() {
    for (Period period : panel.periods()) {
      for (int field = 0; field < panel.fields().size(); field++) {
        if (panel.fields().get(field).isFromRoster()) {
          for (int unit = 0; unit < panel.roster().size(); unit++) {
            if (panel.roster().isActive(unit, period)) {
              enter(period, unit, field);
            }
          }
        }
      }
    }
  }

  private void enter(Period period, int unit, int field) {
    Field of = panel.fields().get(field);
    Optional<RosterFigure> known = panel.roster().figure(unit, of.id(), period);
    Optional<CellRef> reported = panel.origin(period, unit, field);
    if (known.isEmpty()) {
      // What a return says of it was not asked for, and nobody may tell whether it is the same.
      reported.ifPresent(cell -> drop(period, unit, field));
      return;
    }
    boolean differs =
        panel.status(period, unit, field) == CellStatus.REPORTED
            && panel.value(period, unit, field) != known.get().value();
    if (differs) {
      problems.add(
          Problem.of(
                  Code.ROSTER_DIFFERS,
                  reported.orElseThrow(),
                  "field",
                  of.name(),
                  "found",
                  Figures.plain(panel.value(period, unit, field)),
                  "expected",
                  Figures.plain(known.get().value()),
                  "other",
                  known.get().where().file() + ":" + known.get().where().line())
              .about(panel.roster().get(unit).id(), of.id()));
    }
    long origin = panel.origins().pack(known.get().where());
    panel.supply(period, unit, field, known.get().value(), origin);
  }

  private void drop(Period period, int unit, int field) {
    panel.mark(
        period, unit, field, CellStatus.NOT_REPORTED, panel.packedOrigin(period, unit, field));
  }
}
