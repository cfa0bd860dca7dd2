package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

/**
 * The value is the score, for what is in points already: the score of another index, or marks that
 * a department has given.
 *
 * <p>A negative indicator, of which less is better, scores {@code full} less the value. A missing
 * value has no score; nothing is held within a range.
 *
 * @param full the full marks; by default 100
 */
public record AsIs(@Default("100") double full) implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    return value.polarity() == Polarity.POSITIVE
        ? value.x()
        : Formula.subtract(new Formula.Parameter("full", full), value.x());
  }

  @Override
  public boolean isRelative() {
    return false;
  }
}
