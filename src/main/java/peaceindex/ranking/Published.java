package peaceindex.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The published form of a score. */
public final class Published {
  /** Rounding to this many decimals first keeps binary noise from deciding a rank. */
  private static final int NOISE = 9;

  private Published() {}

  /**
   * {@code exact} rounded half up to {@code decimals}, after rounding to 9 decimals: in Excel
   * {@code ROUND(ROUND(x,9),2)}. {@code NaN} stays {@code NaN}.
   */
  public static double of(double exact, int decimals) {
    if (Double.isNaN(exact) || Double.isInfinite(exact)) {
      return Double.NaN;
    }
    // BigDecimal.valueOf takes the shortest decimal that names the double, as a reader would.
    return BigDecimal.valueOf(exact)
        .setScale(NOISE, RoundingMode.HALF_UP)
        .setScale(decimals, RoundingMode.HALF_UP)
        .doubleValue();
  }
}
