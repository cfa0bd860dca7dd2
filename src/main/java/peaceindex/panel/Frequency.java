package peaceindex.panel;

import peaceindex.problem.Text;

/**
 * The lengths of periods. Returns come by one of the base frequencies, the base period of an index;
 * the others are spans of base periods.
 */
public enum Frequency {
  /** A third of a month: days 1 to 10 (上旬), 11 to 20 (中旬), 21 to the last (下旬). */
  TEN_DAYS(new Text("旬", "ten-day period")),
  /** A week of ISO 8601, from Monday to Sunday; it lies where its Thursday lies. */
  WEEK(new Text("周", "week")),
  MONTH(new Text("月", "month")),
  QUARTER(new Text("季度", "quarter")),
  HALF_YEAR(new Text("半年", "half-year")),
  YEAR(new Text("年", "year")),
  /** From the beginning of the year to the end of a month. */
  YEAR_TO_DATE(new Text("本年累计", "year to date")),
  /** Returns without a period: there is one table only. */
  NONE(new Text("无", "none"));

  private final Text label;

  Frequency(Text label) {
    this.label = label;
  }

  public Text label() {
    return label;
  }

  /** Whether returns may come so often; if not, its periods are spans of others. */
  public boolean isBase() {
    return switch (this) {
      case TEN_DAYS, WEEK, MONTH, YEAR, NONE -> true;
      case QUARTER, HALF_YEAR, YEAR_TO_DATE -> false;
    };
  }
}
