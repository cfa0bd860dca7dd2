package peaceindex.formula;

/**
 * Comparing without binary noise: 57/100·100 is 56.99999999999999 to the machine, and must not miss
 * a step at 57. Numbers are compared as they are when rounded half up to 9 decimals, in Excel
 * {@code ROUND(x,9)}.
 */
final class Noise {
  private static final int DECIMALS = 9;

  /** Numbers farther apart than this stay apart, and in order, when both are rounded. */
  private static final double CERTAIN = 2e-9;

  private Noise() {}

  /** {@code x} at 9 decimals; what is no finite number stays as it is. */
  static double rounded(double x) {
    return Double.isNaN(x) || Double.isInfinite(x) ? x : HalfUp.of(x, DECIMALS);
  }

  /** Less than 0, 0 or more than 0, as {@code a} is less than, equal to or more than {@code b}. */
  static int compare(double a, double b) {
    if (a == b) {
      return 0;
    }
    // Nearly all pairs end here, and rounding is slow.
    return Math.abs(a - b) > CERTAIN
        ? Double.compare(a, b)
        : Double.compare(rounded(a), rounded(b));
  }
}
