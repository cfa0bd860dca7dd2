package peaceindex.index.treat;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;

/**
 * Skewness and excess kurtosis of a set of figures, both of type 2: G₁ and G₂ as Excel's {@code
 * SKEW} and {@code KURT}, SAS, SPSS and COINr have them (Joanes and Gill, 1998). Missing figures
 * are no part of the set.
 */
record Shape(double skewness, double kurtosis) {
  /** With fewer figures than this the excess kurtosis of type 2 is not defined. */
  static final int FEWEST = 4;

  /** {@code NaN} for fewer than four figures, and where all are equal. */
  static Shape of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    // In the order of size, so that the order of the units cannot change the last bit.
    Arrays.sort(sorted);
    if (sorted.length < FEWEST || sorted[0] == sorted[sorted.length - 1]) {
      return new Shape(Double.NaN, Double.NaN);
    }
    return new Shape(new Skewness().evaluate(sorted), new Kurtosis().evaluate(sorted));
  }

  /** Whether both are beyond their limit. A set without a shape has no outliers. */
  boolean hasOutliers(double skewnessLimit, double kurtosisLimit) {
    return Math.abs(skewness) >= skewnessLimit && kurtosis >= kurtosisLimit;
  }
}
