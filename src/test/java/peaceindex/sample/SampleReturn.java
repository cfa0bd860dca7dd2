package peaceindex.sample;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;

/** What one unit reports for one month; percentages in hundredths of a percent. */
record SampleReturn(SampleUnit unit, YearMonth month, Map<SampleField, Integer> figures) {

  int figure(SampleField field) {
    return figures.get(field);
  }

  /** The same return with one figure changed. */
  SampleReturn with(SampleField field, int figure) {
    Map<SampleField, Integer> changed = new EnumMap<>(figures);
    changed.put(field, figure);
    return new SampleReturn(unit, month, changed);
  }

  boolean isFor(SampleUnit unit, YearMonth month) {
    return this.unit == unit && this.month.equals(month);
  }
}
