package peaceindex.index;

import peaceindex.formula.Formula;
import peaceindex.index.normalise.Normalisation;

/**
 * One way in which the value of an indicator becomes a score. An indicator has one, or blends
 * several: its level by 60 %, its improvement on last year by 40 %.
 *
 * @param weight weight among the parts of the indicator; not negative
 * @param reference the figures against which a method judges that looks at others
 */
public record Part(double weight, Normalisation normalisation, Reference reference) {

  /** The score as a formula over {@code x}, the value. */
  public Formula score(Formula x, Polarity polarity) {
    return normalisation.score(new Oriented(x, polarity));
  }

  /** Whether the score says where a unit stands in the field of its time. */
  public boolean isRelative() {
    return normalisation.isRelative() && reference.isFieldOfTheTime();
  }
}
