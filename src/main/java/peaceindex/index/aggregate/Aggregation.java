package peaceindex.index.aggregate;

/**
 * A method that makes one score of several. An implementation is a record whose components are its
 * parameters, under the names they have in configuration, and of one of two sorts: {@link RowWise},
 * by a formula for each unit, or {@link AcrossUnits}, by comparing all units.
 *
 * <p>What all have in common: a child that is missing is left out and its share given to the
 * others, unless less than the {@code minimumShare} of the whole is left; then the parent has no
 * score. A child that does not apply to the unit is left out and is no part of the whole. A child
 * with weight 0 plays no part.
 */
public interface Aggregation {

  /** Whether the parts add up: parent = Σ coefficient × score. */
  boolean isAdditive();

  /** Whether the score says where a unit stands among others, and not how it does. */
  default boolean isRelative() {
    return false;
  }

  /**
   * What one point of a child is worth in the parent when no child is missing. For every mean it is
   * the child's share of the weights.
   *
   * @param weight of the child
   * @param whole the sum of the weights of all children
   */
  default double coefficient(double weight, double whole) {
    return whole == 0 ? 0 : weight / whole;
  }

  /**
   * How much a child counts when those that are missing give their share to the others.
   *
   * @param coefficient of the child
   * @param full its full marks
   */
  default double stake(double coefficient, double full) {
    return coefficient;
  }
}
