package peaceindex.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounding half up (away from zero) of numbers as a reader sees them: the shortest decimal that
 * names the double is rounded, not its binary value. It is rounded to {@value #NOISE} decimals
 * first, so that binary noise decides nothing: in Excel {@code ROUND(ROUND(x,9),2)}.
 *
 * <p>Nearly all numbers are rounded without making a decimal of them. A number is named by a
 * decimal that is no farther from it than the next double, so rounding may go another way only
 * where a multiple of half a unit of the last decimal is about as near; those go the long way.
 */
public final class HalfUp {
  /** Decimals that are left after noise is rounded away. */
  private static final int NOISE = 9;

  private static final double NOISE_SCALE = 1e9;

  /** Beyond this many billionths a number goes the long way. */
  private static final double MOST = 0x1p45;

  /**
   * How near to a half a number in billionths may come, as a part of itself: eight times the
   * distance of doubles.
   */
  private static final double NEAR = 0x1p-49;

  /** Powers of ten up to the decimals of {@link #NOISE}. */
  private static final long[] TEN = {
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private HalfUp() {}

  /**
   * {@code x} at {@code decimals} decimals, after rounding to 9; {@code x} must be finite. There is
   * no negative zero.
   */
  public static double of(double x, int decimals) {
    double billionths = Math.abs(x) * NOISE_SCALE;
    if (billionths < MOST && decimals >= 0) {
      long whole = (long) billionths;
      double rest = billionths - whole;
      if (Math.abs(rest - 0.5) > billionths * NEAR) {
        long rounded = rest > 0.5 ? whole + 1 : whole;
        int kept = Math.min(decimals, NOISE);
        long unit = TEN[NOISE - kept];
        // A whole number below 2^46 by a power of ten below 2^53: the quotient is the double
        // nearest to the decimal, as it would be read.
        double result = (double) ((rounded + unit / 2) / unit) / TEN[kept];
        return x < 0 && result != 0 ? -result : result;
      }
    }
    return BigDecimal.valueOf(x)
        .setScale(NOISE, RoundingMode.HALF_UP)
        .setScale(decimals, RoundingMode.HALF_UP)
        .doubleValue();
  }
}
