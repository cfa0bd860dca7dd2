package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.IfEqual;
import peaceindex.index.Oriented;

/**
 * Min-max over the reference: 100·(x − worst)/(best − worst) (OECD/JRC Handbook on Constructing
 * Composite Indicators, 2008, section 5.3). The worst unit scores 0, the best 100.
 *
 * <p>Where all units are equal, and so where there is only one, nobody is behind the best and all
 * score 100.
 */
public record MinMax() implements Normalisation {

  @Override
  public Formula score(Oriented value) {
    Formula range = Formula.subtract(value.best(), value.worst());
    Formula score =
        Formula.multiply(
            Formula.divide(Formula.subtract(value.x(), value.worst()), range),
            Formula.constant(100));
    return new IfEqual(range, Formula.constant(0), Formula.constant(100), score);
  }

  @Override
  public boolean isRelative() {
    return true;
  }
}
