package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Clamp;
import peaceindex.formula.Formula.Parameter;
import peaceindex.index.Oriented;

/** The straight lines that several methods draw. */
final class Scale {
  private Scale() {}

  /** {@code base + span·share}. */
  static Formula line(Formula base, Formula span, Formula share) {
    return Formula.add(base, Formula.multiply(span, share));
  }

  /** {@code 100·share}, held between 0 and 100 if {@code clamp}. */
  static Formula percent(Formula share, boolean clamp) {
    Formula score = Formula.multiply(Formula.constant(100), share);
    return clamp ? new Clamp(score, Formula.constant(0), Formula.constant(100)) : score;
  }

  /** {@code score} held between the parameters {@code floor} and {@code full}. */
  static Formula held(Formula score, double floor, double full) {
    return new Clamp(score, new Parameter("floor", floor), new Parameter("full", full));
  }

  /** The share of the way from {@code worst} to {@code best} that the value has come. */
  static Formula share(Oriented value, Formula worst, Formula best) {
    return Formula.divide(value.aheadOf(worst), value.ahead(best, worst));
  }

  /**
   * The same where {@code best} may be no better than {@code worst}. Then there is no way to go:
   * what is as good as {@code best} has come all of it, 1, what is worse nothing, 0.
   */
  static Formula way(Oriented value, Formula worst, Formula best) {
    return Formula.ifAtLeast(
        Formula.constant(0),
        value.ahead(best, worst),
        value.reaches(best, Formula.constant(1), Formula.constant(0)),
        share(value, worst, best));
  }
}
