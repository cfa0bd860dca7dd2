package peaceindex.index;

import java.util.OptionalDouble;
import peaceindex.formula.Denominators;
import peaceindex.formula.Formula;
import peaceindex.index.normalise.Normalisation;
import peaceindex.problem.Text;

/**
 * A leaf of the index.
 *
 * @param expression the value as the clerk wrote it, for display
 * @param value the value over field ids
 * @param unit unit of the value for display; may be empty
 * @param decimals decimals with which the value is shown
 * @param polarity which way is good
 * @param normalisation how the value becomes a score
 * @param reference the figures against which a relative method judges it
 * @param zeroDenominator what becomes of the value where a denominator is 0
 */
public record Indicator(
    String id,
    Text name,
    double weight,
    String expression,
    Formula value,
    Text unit,
    int decimals,
    Polarity polarity,
    Normalisation normalisation,
    Reference reference,
    ZeroDenominator zeroDenominator)
    implements Node {

  /** The value with the policy for a denominator of 0 written in. */
  public Formula guardedValue() {
    OptionalDouble instead = zeroDenominator.value();
    return instead.isPresent() ? Denominators.orElse(value, instead.getAsDouble()) : value;
  }

  /** The score as a formula over the variable {@code x}, the value. */
  public Formula score(Formula x) {
    return normalisation.score(new Oriented(x, polarity));
  }
}
