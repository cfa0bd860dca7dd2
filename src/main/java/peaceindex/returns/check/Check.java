package peaceindex.returns.check;

import java.util.Optional;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Place;

/** One rule of sense over the figures of one period. */
interface Check {

  /** Gives its verdict on what breaks the rule. */
  void run(Panel panel, Period period, Verdicts verdicts);

  /** The cell that a figure, or the lack of one, came from. */
  static Place where(Panel panel, Period period, int unit, int field) {
    return place(panel.origin(period, unit, field));
  }

  /** The range, or else the file, that some figures of a unit came from. */
  static Place where(Panel panel, Period period, int unit, int[] fields) {
    long[] cells = new long[fields.length];
    for (int i = 0; i < fields.length; i++) {
      cells[i] = panel.packedOrigin(period, unit, fields[i]);
    }
    return place(panel.origins().range(cells));
  }

  private static Place place(Optional<CellRef> cell) {
    return cell.isPresent() ? cell.get() : Place.NONE;
  }
}
