package peaceindex.index.treat;

/**
 * What became of the values of an indicator.
 *
 * @param values one a unit, {@code NaN} where missing
 * @param touched whether the value is another one than was reported
 */
public record Treated(double[] values, boolean[] touched) {

  /** The values as they were. */
  static Treated untouched(double[] values) {
    return new Treated(values.clone(), new boolean[values.length]);
  }

  /** {@code after} instead of {@code before}; touched is what differs. */
  static Treated of(double[] before, double[] after) {
    boolean[] touched = new boolean[before.length];
    for (int i = 0; i < touched.length; i++) {
      touched[i] = !Double.isNaN(before[i]) && before[i] != after[i];
    }
    return new Treated(after, touched);
  }
}
