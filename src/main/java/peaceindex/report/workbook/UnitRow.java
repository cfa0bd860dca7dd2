package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import peaceindex.ranking.Standing;

/**
 * What a row is about: a unit in one period, or the whole county in one of two ways.
 *
 * @param unit its place on the roster; of no meaning for the county
 */
record UnitRow(Standing standing, Who who, int unit) {

  enum Who {
    UNIT,
    /** The mean of the units. */
    MEAN,
    /** The county's pooled figures, as if it were one unit. */
    POOLED
  }

  static UnitRow of(Standing standing, int unit) {
    return new UnitRow(standing, Who.UNIT, unit);
  }

  /** The given units, then the county. */
  static List<UnitRow> withCounty(Standing standing, List<Integer> units) {
    List<UnitRow> rows = new ArrayList<>();
    units.forEach(unit -> rows.add(of(standing, unit)));
    rows.add(new UnitRow(standing, Who.MEAN, -1));
    rows.add(new UnitRow(standing, Who.POOLED, -1));
    return rows;
  }

  /** All units in the order of the roster. */
  static List<Integer> all(int units) {
    return IntStream.range(0, units).boxed().toList();
  }

  /** The unit, or which of the county's rows: by that a row is found by formulas. */
  Object key() {
    return isUnit() ? unit : who;
  }

  boolean isUnit() {
    return who == Who.UNIT;
  }
}
