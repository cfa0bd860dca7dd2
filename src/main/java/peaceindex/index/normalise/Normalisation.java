package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

/**
 * A method that makes a score of a value. An implementation is a record whose components are its
 * parameters, under the names they have in configuration: numbers, {@code boolean}, {@link
 * java.util.OptionalDouble}, or lists of records of these.
 *
 * <p>A method knows nothing of the other figures but the statistics of <i>the reference</i>, which
 * may be the units of this month or any other figures, and of which the value need not be a part.
 */
public interface Normalisation {

  /**
   * The score of {@code value}. Where the value is missing there is no score, whatever the formula
   * says: the caller sees to that. Where the reference is empty a relative score is missing.
   */
  Formula score(Oriented value);

  /**
   * Whether the score depends on the figures of the reference. Such scores say where a unit stands
   * beside them and can be compared between periods only if the reference stays the same.
   */
  boolean isRelative();

  /**
   * The full marks. A scale without a top, such as a standard score, counts as one of 100 among its
   * siblings.
   */
  default double full() {
    return 100;
  }

  /** Tells {@code faults} which parameters contradict each other for an indicator like this. */
  default void check(Polarity polarity, Faults faults) {}
}
