package peaceindex.index.treat;

import java.util.Arrays;
import peaceindex.index.normalise.Default;

/**
 * Winsorising by skewness and kurtosis (OECD/JRC Handbook on Constructing Composite Indicators,
 * 2008, step 3; COINr's {@code winsorise}). The values have outliers as long as their absolute
 * skewness is 2 or more <em>and</em> their excess kurtosis is 3.5 or more, both of type 2. Then the
 * outermost value, the highest if the skewness is positive and else the lowest, is set to the next
 * one within; and so again until there are no outliers or {@code limit} values have been pulled in.
 *
 * <ul>
 *   <li>Values that share the outermost place are pulled in together, as in COINr; so the last step
 *       may pull in more than {@code limit} in all.
 *   <li>Fewer than four values, or all equal: nothing is touched, because there is no kurtosis.
 *   <li>A step that would make all values alike is not taken: it would do away with the indicator.
 *       (COINr stops with an error or leaves the values alone.)
 *   <li>Missing values stay missing and are no part of it.
 * </ul>
 *
 * @param limit how many values are pulled in at most; 0 for none, so that only {@code otherwiseLog}
 *     is left
 * @param skewness from this absolute skewness on
 * @param kurtosis and from this excess kurtosis on there are outliers
 * @param otherwiseLog where outliers are left in the end, take {@link Log} of the values as they
 *     were reported, as COINr does; by default the values stay as far as they have been pulled in,
 *     in their own unit
 */
public record Winsorise(
    @Default("5") int limit,
    @Default("2") double skewness,
    @Default("3.5") double kurtosis,
    @Default("false") boolean otherwiseLog)
    implements Treatment {

  @Override
  public Treated apply(double[] values) {
    double[] x = values.clone();
    int pulledIn = 0;
    Shape shape = Shape.of(x);
    while (shape.hasOutliers(skewness, kurtosis) && pulledIn < limit) {
      double[] next = x.clone();
      pullIn(next, shape.skewness() >= 0);
      Shape then = Shape.of(next);
      if (Double.isNaN(then.skewness())) {
        break;
      }
      x = next;
      shape = then;
      pulledIn = touched(values, x);
    }
    return otherwiseLog && shape.hasOutliers(skewness, kurtosis)
        ? new Log().apply(values)
        : Treated.of(values, x);
  }

  @Override
  public boolean keepsUnit() {
    return !otherwiseLog;
  }

  /** Sets all values at the end to the next one within. */
  private static void pullIn(double[] x, boolean high) {
    double[] distinct =
        Arrays.stream(x).filter(v -> !Double.isNaN(v)).sorted().distinct().toArray();
    double end = high ? distinct[distinct.length - 1] : distinct[0];
    double within = high ? distinct[distinct.length - 2] : distinct[1];
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] == end ? within : x[i];
    }
  }

  private static int touched(double[] before, double[] after) {
    int count = 0;
    for (int i = 0; i < before.length; i++) {
      count += !Double.isNaN(before[i]) && before[i] != after[i] ? 1 : 0;
    }
    return count;
  }
}
