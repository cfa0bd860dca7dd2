package peaceindex.panel;

/**
 * How often a figure is asked for, where that is less often than returns come: a figure of the
 * quarter stands in the returns of March, June, September and December only.
 *
 * <p>A figure that comes in another month all the same is used like any other. It means something
 * for returns of months only; others are asked for everything every time.
 */
public enum Arrival {
  EVERY_PERIOD(1),
  /** In months 3, 6, 9 and 12. */
  QUARTERLY(3),
  /** In months 6 and 12. */
  HALF_YEARLY(6),
  /** In month 12. */
  YEARLY(12);

  private final int months;

  Arrival(int months) {
    this.months = months;
  }

  /** Whether the figure is asked for in a period; always, where periods are no months. */
  public boolean isDue(Period period) {
    return period.frequency() != Frequency.MONTH || period.month() % months == 0;
  }
}
