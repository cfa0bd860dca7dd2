package peaceindex.index.treat;

/**
 * A method that keeps outliers from deciding an indicator's scale. An implementation is a record
 * whose components are its parameters, under the names they have in configuration.
 *
 * <p>What it does to a value depends on the other units of the same period, so treated values of
 * different periods cannot be compared, and a scale fixed beforehand needs no treatment.
 */
public interface Treatment {

  /**
   * The values after treatment.
   *
   * @param values one a unit, {@code NaN} where missing; they stay as they are. The order of the
   *     units does not matter
   */
  Treated apply(double[] values);

  /**
   * Whether treated values keep the unit of the indicator. If not, they compare only with each
   * other: neither with a fixed scale, nor with another time, nor with the county as a whole.
   */
  default boolean keepsUnit() {
    return true;
  }
}
