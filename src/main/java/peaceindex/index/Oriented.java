package peaceindex.index;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Beyond;
import peaceindex.formula.Formula.Statistic;

/**
 * A value seen from its good side: the one place where polarity is applied. A normalisation asks
 * for the worst and the best and for how far the value is ahead, and never for which way is good.
 *
 * @param x the value
 */
public record Oriented(Formula x, Polarity polarity) {

  /** The worse end of {@code lower … upper}. */
  public Formula worst(double lower, double upper) {
    return polarity == Polarity.POSITIVE
        ? new Formula.Parameter("lower", lower)
        : new Formula.Parameter("upper", upper);
  }

  /** The better end of {@code lower … upper}. */
  public Formula best(double lower, double upper) {
    return polarity == Polarity.POSITIVE
        ? new Formula.Parameter("upper", upper)
        : new Formula.Parameter("lower", lower);
  }

  /** The worst value of the reference. */
  public Formula worst() {
    return new Statistic(polarity == Polarity.POSITIVE ? Statistic.Kind.MIN : Statistic.Kind.MAX);
  }

  /** The best value of the reference. */
  public Formula best() {
    return new Statistic(polarity == Polarity.POSITIVE ? Statistic.Kind.MAX : Statistic.Kind.MIN);
  }

  /** How far the value is better than {@code other}; negative where it is worse. */
  public Formula aheadOf(Formula other) {
    return polarity == Polarity.POSITIVE ? Formula.subtract(x, other) : Formula.subtract(other, x);
  }

  /** How many values of the reference are worse. */
  public Formula countWorse() {
    return new Beyond(polarity == Polarity.POSITIVE ? Beyond.Side.BELOW : Beyond.Side.ABOVE, x);
  }
}
