package peaceindex.index;

import java.util.OptionalDouble;
import peaceindex.panel.CellStatus;

/**
 * What becomes of an indicator's value where one of its denominators is 0.
 *
 * @param status the status of the missing value, where {@code value} is empty
 * @param value the value taken instead
 */
public record ZeroDenominator(CellStatus status, OptionalDouble value) {
  /** The value is missing: the default. */
  public static final ZeroDenominator MISSING =
      new ZeroDenominator(CellStatus.UNDEFINED, OptionalDouble.empty());

  /** The question does not apply: nothing was received, so nothing could be resolved. */
  public static final ZeroDenominator NOT_APPLICABLE =
      new ZeroDenominator(CellStatus.NOT_APPLICABLE, OptionalDouble.empty());

  /** The value is this number. */
  public static ZeroDenominator counts(double value) {
    return new ZeroDenominator(CellStatus.REPORTED, OptionalDouble.of(value));
  }
}
