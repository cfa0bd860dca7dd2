package peaceindex.index;

import java.util.Arrays;
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
  private final Panel panel;
  private boolean oneUnit;

  /** The cells: units, and beside them their base periods. */
  private int[] units;

  private Period[] periods;
  private int size;

  /** How many base periods there are. */
  private int lasting;

  private Pool(Panel panel, boolean oneUnit, int room) {
    this.panel = panel;
    this.oneUnit = oneUnit;
    this.units = new int[room];
    this.periods = new Period[room];
  }

  /** The figures of all units that exist and have reported. */
  static Pool ofAll(Panel panel, List<Period> basePeriods, List<Integer> fields) {
    int[] asked = numbers(fields);
    Pool pool = new Pool(panel, false, panel.roster().size());
    for (Period period : basePeriods) {
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        if (panel.roster().isActive(unit, period) && hasReported(panel, period, unit, asked)) {
          pool.add(unit, period);
        }
      }
    }
    return pool;
  }

  /**
   * The figures of one unit; where it did not exist yet, of all those together of which it was
   * formed.
   */
  static Pool ofUnit(Panel panel, int unit, List<Period> basePeriods, List<Integer> fields) {
    int[] asked = numbers(fields);
    Pool pool = new Pool(panel, true, basePeriods.size());
    for (Period period : basePeriods) {
      if (panel.roster().isActive(unit, period)) {
        if (hasReported(panel, period, unit, asked)) {
          pool.add(unit, period);
        }
        continue;
      }
      List<Integer> standIns = panel.roster().standIns(unit, period);
      if (haveReported(panel, period, standIns, asked)) {
        standIns.forEach(one -> pool.add(one, period));
        pool.oneUnit &= standIns.size() == 1;
      }
    }
    return pool;
  }

  private void add(int unit, Period period) {
    if (size == units.length) {
      units = Arrays.copyOf(units, 2 * size + 1);
      periods = Arrays.copyOf(periods, units.length);
    }
    // The cells of a base period follow one another.
    lasting += size == 0 || !periods[size - 1].equals(period) ? 1 : 0;
    units[size] = unit;
    periods[size++] = period;
  }

  private static int[] numbers(List<Integer> fields) {
    int[] numbers = new int[fields.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = fields.get(i);
    }
    return numbers;
  }

  private static boolean haveReported(
      Panel panel, Period period, List<Integer> units, int[] fields) {
    for (int unit : units) {
      if (!hasReported(panel, period, unit, fields)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasReported(Panel panel, Period period, int unit, int[] fields) {
    for (int field : fields) {
      if (panel.status(period, unit, field) != CellStatus.REPORTED) {
        return false;
      }
    }
    return true;
  }

  /** Whether the figures of a unit in a base period are among those pooled. */
  boolean holds(int unit, Period period) {
    for (int cell = 0; cell < size; cell++) {
      if (units[cell] == unit && periods[cell].equals(period)) {
        return true;
      }
    }
    return false;
  }

  /** How many cells are pooled. */
  int size() {
    return size;
  }

  /** The pooled figure of a field; {@code NaN} if there is none. */
  double figure(int field) {
    boolean additive = panel.fields().get(field).kind().isAdditive();
    String poolBy = panel.fields().get(field).poolBy();
    if (size == 0 || (!additive && poolBy.isEmpty() && !oneUnit)) {
      return Double.NaN;
    }
    int weightField = additive || poolBy.isEmpty() ? -1 : panel.fields().indexOf(poolBy);
    double sum = 0;
    double whole = 0;
    for (int cell = 0; cell < size; cell++) {
      double weight = weightField < 0 ? 1 : panel.value(periods[cell], units[cell], weightField);
      if (!Double.isNaN(weight)) {
        sum += weight * panel.value(periods[cell], units[cell], field);
        whole += weight;
      }
    }
    if (additive) {
      return sum / lasting;
    }
    return whole == 0 ? Double.NaN : sum / whole;
  }
}
