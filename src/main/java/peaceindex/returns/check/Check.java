package peaceindex.returns.check;

import java.util.Optional;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Place;
import peaceindex.problem.Problems;

/** One rule of sense over the figures of one period. */
interface Check {

  /** Reports what breaks the rule, and marks what must not be used as unusable. */
  void run(Panel panel, Period period, Problems problems);

  /** The cell that a figure, or the lack of one, came from. */
  static Place where(Panel panel, Period period, int unit, int field) {
    Optional<CellRef> cell = panel.origin(period, unit, field);
    return cell.isPresent() ? cell.get() : Place.NONE;
  }
}
