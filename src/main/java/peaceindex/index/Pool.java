package peaceindex.index;

import java.util.ArrayList;
import java.util.List;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;

/**
 * The figures of several units, or of several base periods, as those of one.
 *
 * <p>Only those cells (a unit in a base period) are pooled in which all the fields were reported,
 * so that a quotient of two fields never mixes units or months. An additive field becomes its sum
 * over the units, and its mean over the base periods: the figures of an average month, to which the
 * rules of a month apply. Any other field becomes the mean weighted with the field it names; that
 * of one unit is a plain mean where it names none, and that of several has no value then.
 */
final class Pool {
  private record Cell(int unit, Period period) {}

  private final Panel panel;
  private final boolean oneUnit;
  private final List<Cell> cells;
  private final long periods;

  private Pool(Panel panel, List<Cell> cells, boolean oneUnit) {
    this.panel = panel;
    this.oneUnit = oneUnit;
    this.cells = cells;
    this.periods = cells.stream().map(Cell::period).distinct().count();
  }

  /** The figures of all units that exist and have reported. */
  static Pool ofAll(Panel panel, List<Period> basePeriods, List<Integer> fields) {
    List<Cell> cells = new ArrayList<>();
    for (Period period : basePeriods) {
      for (int unit : panel.roster().active(period)) {
        if (hasReported(panel, period, unit, fields)) {
          cells.add(new Cell(unit, period));
        }
      }
    }
    return new Pool(panel, cells, false);
  }

  /**
   * The figures of one unit; where it did not exist yet, of all those together of which it was
   * formed.
   */
  static Pool ofUnit(Panel panel, int unit, List<Period> basePeriods, List<Integer> fields) {
    List<Cell> cells = new ArrayList<>();
    boolean oneUnit = true;
    for (Period period : basePeriods) {
      List<Integer> standIns = panel.roster().standIns(unit, period);
      if (standIns.stream().allMatch(one -> hasReported(panel, period, one, fields))) {
        standIns.forEach(one -> cells.add(new Cell(one, period)));
        oneUnit &= standIns.size() == 1;
      }
    }
    return new Pool(panel, cells, oneUnit);
  }

  private static boolean hasReported(Panel panel, Period period, int unit, List<Integer> fields) {
    return fields.stream().allMatch(f -> panel.status(period, unit, f) == CellStatus.REPORTED);
  }

  /** Whether the figures of a unit in a base period are among those pooled. */
  boolean holds(int unit, Period period) {
    return cells.contains(new Cell(unit, period));
  }

  /** How many cells are pooled. */
  int size() {
    return cells.size();
  }

  /** The pooled figure of a field; {@code NaN} if there is none. */
  double figure(int field) {
    boolean additive = panel.fields().get(field).kind().isAdditive();
    String poolBy = panel.fields().get(field).poolBy();
    if (cells.isEmpty() || (!additive && poolBy.isEmpty() && !oneUnit)) {
      return Double.NaN;
    }
    int weightField = additive || poolBy.isEmpty() ? -1 : panel.fields().indexOf(poolBy);
    double sum = 0;
    double whole = 0;
    for (Cell cell : cells) {
      double weight = weightField < 0 ? 1 : panel.value(cell.period(), cell.unit(), weightField);
      if (!Double.isNaN(weight)) {
        sum += weight * panel.value(cell.period(), cell.unit(), field);
        whole += weight;
      }
    }
    if (additive) {
      return sum / periods;
    }
    return whole == 0 ? Double.NaN : sum / whole;
  }
}
