package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.index.Oriented;

/**
 * A method that makes a score of a value. An implementation is a record whose components are its
 * parameters, under the names they have in configuration.
 */
public interface Normalisation {

  /**
   * The score of {@code value}. Where the value is missing there is no score, whatever the formula
   * says: the caller sees to that.
   */
  Formula score(Oriented value);

  /**
   * Whether the score depends on the other figures of the reference. Such scores say where a unit
   * stands in the field of its time and cannot be compared between periods.
   */
  boolean isRelative();
}
