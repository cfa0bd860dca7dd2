package peaceindex.formula;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.jspecify.annotations.Nullable;

/**
 * A reference fitted once: the statistics and the sorted values of a set of figures. Missing
 * ({@code NaN}) figures are no part of it. With no figure at all, everything but the count is
 * {@code NaN}; with one figure the standard deviation is 0.
 *
 * <p>Sorting takes most of the time and is put off until it is asked for: the least and the
 * greatest figure need none.
 */
public final class Statistics {
  private final double[] figures;
  private final double min;
  private final double max;

  /** What needs the figures in order; made when it is first asked for. */
  private volatile @Nullable Fitted fitted;

  private Statistics(double[] figures) {
    this.figures = figures;
    double least = figures.length == 0 ? Double.NaN : figures[0];
    double greatest = least;
    for (double figure : figures) {
      least = Math.min(least, figure);
      greatest = Math.max(greatest, figure);
    }
    this.min = least;
    this.max = greatest;
  }

  public static Statistics of(double[] values) {
    return ofFirst(values.clone(), values.length);
  }

  /**
   * Of figures that only these statistics see from now on.
   *
   * @param values may be changed
   * @param count how many of them, from the first, are figures
   */
  public static Statistics ofFirst(double[] values, int count) {
    int known = 0;
    for (int i = 0; i < count; i++) {
      double value = values[i];
      if (!Double.isNaN(value)) {
        values[known++] = value;
      }
    }
    return new Statistics(known == values.length ? values : Arrays.copyOf(values, known));
  }

  /** The figures in order, with their mean. */
  private record Fitted(double[] sorted, double mean) {

    // From the sorted values, so that the order of the units cannot change the last bit.
    static Fitted of(double[] sorted) {
      return new Fitted(sorted, sorted.length == 0 ? Double.NaN : new Mean().evaluate(sorted));
    }

    double sd() {
      int n = sorted.length;
      if (n == 0) {
        return Double.NaN;
      }
      // Exactly 0 where all are equal, which the sum of squares may miss by a rounding.
      boolean equal = sorted[0] == sorted[n - 1];
      return equal ? 0 : Math.sqrt(new Variance().evaluate(sorted, mean));
    }
  }

  private Fitted fitted() {
    Fitted known = fitted;
    if (known == null) {
      double[] sorted = figures.clone();
      Arrays.sort(sorted);
      known = Fitted.of(sorted);
      fitted = known;
    }
    return known;
  }

  public int count() {
    return figures.length;
  }

  public double min() {
    return min;
  }

  public double max() {
    return max;
  }

  public double mean() {
    return fitted().mean();
  }

  /** Standard deviation with n − 1. */
  public double sd() {
    return fitted().sd();
  }

  /** How many figures are less than {@code x}, compared at 9 decimals. */
  public int below(double x) {
    return first(x, 0);
  }

  /** How many figures are greater than {@code x}, compared at 9 decimals. */
  public int above(double x) {
    return figures.length - first(x, 1);
  }

  /** The place of the first figure of which the comparison with {@code x} gives {@code least}. */
  private int first(double x, int least) {
    double[] sorted = fitted().sorted();
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Noise.compare(sorted[middle], x) >= least) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
