package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Clamp;
import peaceindex.formula.Formula.Parameter;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

/**
 * Efficacy coefficient (功效系数法): base + span·(x − lower)/(upper − lower), where {@code lower} is the
 * barely tolerable value (不容许值) and {@code upper} the satisfactory one (满意值); for a negative
 * indicator they change places. The usual range is 60 to 100.
 *
 * @param lower the lower bound, in the unit of the value; less than {@code upper}
 * @param upper the upper bound
 * @param base the score of the barely tolerable value; by default 60
 * @param span what the satisfactory value scores more; by default 40
 * @param clamp hold the score between {@code base} and {@code base + span}; by default no
 */
public record Efficacy(
    double lower,
    double upper,
    @Default("60") double base,
    @Default("40") @Positive double span,
    @Default("false") boolean clamp)
    implements Normalisation {

  /** From 60 to 100. */
  public Efficacy(double lower, double upper, boolean clamp) {
    this(lower, upper, 60, 40, clamp);
  }

  @Override
  public Formula score(Oriented value) {
    Formula least = new Parameter("base", base);
    Formula more = new Parameter("span", span);
    Formula share = Scale.share(value, value.worst(lower, upper), value.best(lower, upper));
    Formula score = Scale.line(least, more, share);
    return clamp ? new Clamp(score, least, Formula.add(least, more)) : score;
  }

  @Override
  public boolean isRelative() {
    return false;
  }

  @Override
  public double full() {
    return base + span;
  }

  @Override
  public void check(Polarity polarity, Faults faults) {
    faults.unlessLess("lower", lower, "upper", upper);
  }
}
