package peaceindex.formula;

/** The rows over which a formula is evaluated: named columns, and the reference of each row. */
public interface Frame {

  /** The number of rows. */
  int rows();

  /** The values of a column, {@code NaN} where missing; not to be changed. */
  double[] column(String name);

  /**
   * Whether the question behind a column applies in this row. Where it does not, a mean leaves the
   * term out and does not count it as missing.
   */
  default boolean applies(String column, int row) {
    return true;
  }

  /** The reference against which the value of this row is judged. */
  Statistics reference(int row);
}
