package peaceindex.formula;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A reference fitted once: the statistics and the sorted values of a set of figures. Missing
 * ({@code NaN}) figures are no part of it. With no figure at all, everything but the count is
 * {@code NaN}; with one figure the standard deviation is 0.
 */
public final class Statistics {
  private final double[] sorted;
  private final double mean;
  private final double sd;

  private Statistics(double[] sorted) {
    this.sorted = sorted;
    // From the sorted values, so that the order of the units cannot change the last bit.
    this.mean = sorted.length == 0 ? Double.NaN : StatUtils.mean(sorted);
    this.sd = sorted.length == 0 ? Double.NaN : deviation(sorted, mean);
  }

  public static Statistics of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(sorted);
    return new Statistics(sorted);
  }

  /** Exactly 0 where all are equal, which the sum of squares may miss by a rounding. */
  private static double deviation(double[] sorted, double mean) {
    return sorted[0] == sorted[sorted.length - 1] ? 0 : Math.sqrt(StatUtils.variance(sorted, mean));
  }

  public int count() {
    return sorted.length;
  }

  public double min() {
    return sorted.length == 0 ? Double.NaN : sorted[0];
  }

  public double max() {
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
  }

  public double mean() {
    return mean;
  }

  /** Standard deviation with n − 1. */
  public double sd() {
    return sd;
  }

  /** How many figures are less than {@code x}, compared at 9 decimals. */
  public int below(double x) {
    return firstWhere(v -> Noise.compare(v, x) >= 0);
  }

  /** How many figures are greater than {@code x}, compared at 9 decimals. */
  public int above(double x) {
    return sorted.length - firstWhere(v -> Noise.compare(v, x) > 0);
  }

  private int firstWhere(java.util.function.DoublePredicate reached) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reached.test(sorted[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
