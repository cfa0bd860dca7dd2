package peaceindex.index.shrink;

/**
 * A method that pulls the rates of small units toward the rate of their group. An implementation is
 * a record whose components are its parameters, under the names they have in configuration.
 */
public interface Shrinkage {

  /**
   * The rates after shrinkage, numerator ÷ denominator without any constant.
   *
   * @param numerators one a unit, {@code NaN} where missing
   * @param denominators one a unit, {@code NaN} where missing
   * @param groups a number for the group of each unit; all alike to shrink toward all units
   * @return {@code NaN} where the unit has no rate: where one part is missing or negative or the
   *     denominator 0. Such a unit is no part of its group's rate either
   */
  double[] rates(double[] numerators, double[] denominators, int[] groups);
}
