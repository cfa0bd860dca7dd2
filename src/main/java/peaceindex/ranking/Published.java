package peaceindex.ranking;

import peaceindex.formula.HalfUp;

/** The published form of a score. */
public final class Published {
  private Published() {}

  /**
   * {@code exact} rounded half up to {@code decimals}, after rounding to 9 decimals: in Excel
   * {@code ROUND(ROUND(x,9),2)}. {@code NaN} stays {@code NaN}.
   */
  public static double of(double exact, int decimals) {
    return Double.isNaN(exact) || Double.isInfinite(exact)
        ? Double.NaN
        : HalfUp.of(exact, decimals);
  }
}
