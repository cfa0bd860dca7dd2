package peaceindex.index;

import peaceindex.panel.CellStatus;

/**
 * The values of one indicator in one period, a row a unit (or the county alone).
 *
 * @param reported as derived from the returns; {@code NaN} where missing
 * @param scored what is scored: reported, or touched as the status says
 * @param statuses what is known of the scored values
 * @param shrunk the rates drawn towards the rate of all, where asked for; otherwise empty
 */
record Values(double[] reported, double[] scored, CellStatus[] statuses, double[] shrunk) {
  private static final double[] NONE = {};

  /** Values that nothing has touched. */
  static Values reported(double[] values, CellStatus[] statuses) {
    return new Values(values, values, statuses, NONE);
  }

  boolean isShrunk() {
    return shrunk.length > 0;
  }
}
