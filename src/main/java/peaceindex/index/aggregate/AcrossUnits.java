package peaceindex.index.aggregate;

/**
 * An aggregation that compares the units of a period with each other and has no formula for one of
 * them alone. The county as a whole is compared with nobody and has no such score.
 */
public interface AcrossUnits extends Aggregation {
  /** Full marks of every such method. */
  double FULL = 100;

  /**
   * The score of every unit, from 0 to 100.
   *
   * @param scores a row for each child with a score for each unit, {@code NaN} where missing. A
   *     unit without enough of them has {@code NaN} in all rows, takes no part and gets none
   * @param weights of the children; only their proportions matter
   */
  double[] combine(double[][] scores, double[] weights);

  @Override
  default boolean isAdditive() {
    return false;
  }

  @Override
  default boolean isRelative() {
    return true;
  }
}
