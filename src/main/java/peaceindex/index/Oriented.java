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
    return ahead(x, other);
  }

  /** How far the value is worse than {@code other}; negative where it is better. */
  public Formula behind(Formula other) {
    return ahead(other, x);
  }

  /** How far {@code a} is better than {@code b}; negative where it is worse. */
  public Formula ahead(Formula a, Formula b) {
    return polarity == Polarity.POSITIVE ? Formula.subtract(a, b) : Formula.subtract(b, a);
  }

  /** {@code then} where the value is as good as {@code bound} or better, else {@code otherwise}. */
  public Formula reaches(Formula bound, Formula then, Formula otherwise) {
    return polarity == Polarity.POSITIVE
        ? Formula.ifAtLeast(x, bound, then, otherwise)
        : Formula.ifAtLeast(bound, x, then, otherwise);
  }

  /** How many values of the reference are worse; no value where the reference is empty. */
  public Formula countWorse() {
    return new Beyond(polarity == Polarity.POSITIVE ? Beyond.Side.BELOW : Beyond.Side.ABOVE, x);
  }

  /** How many values of the reference are better; no value where the reference is empty. */
  public Formula countBetter() {
    return new Beyond(polarity == Polarity.POSITIVE ? Beyond.Side.ABOVE : Beyond.Side.BELOW, x);
  }
}
