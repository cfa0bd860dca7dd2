package peaceindex.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
  private final List<Cell> cells = new ArrayList<>();
  private final long periods;

  /**
   * @param together whether a base period counts only if all the units have reported in it
   */
  Pool(Panel panel, int[] units, List<Period> basePeriods, List<Integer> fields, boolean together) {
    this.panel = panel;
    this.oneUnit = units.length == 1;
    for (Period period : basePeriods) {
      int[] reporting =
          IntStream.of(units)
              .filter(
                  unit ->
                      fields.stream()
                          .allMatch(f -> panel.status(period, unit, f) == CellStatus.REPORTED))
              .toArray();
      if (!together || reporting.length == units.length) {
        IntStream.of(reporting).forEach(unit -> cells.add(new Cell(unit, period)));
      }
    }
    this.periods = cells.stream().map(Cell::period).distinct().count();
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
