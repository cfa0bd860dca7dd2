package peaceindex.index.normalise;

import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Clamp;
import peaceindex.formula.Formula.Parameter;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

/**
 * Min-max over the reference: from + (to − from)·(x − worst)/(best − worst) (OECD/JRC Handbook on
 * Constructing Composite Indicators, 2008, section 5.3; COINr's {@code n_minmax}). The worst unit
 * scores {@code from}, the best {@code to}; a value that is no part of the reference may score
 * beyond.
 *
 * <p>Where all figures of the reference are equal, and so where there is only one, nobody is behind
 * the best: who equals them, or is better, scores {@code to}, who is worse {@code from}. (COINr has
 * no value there.)
 *
 * @param from the score of the worst; less than {@code to}; by default 0
 * @param to the score of the best; by default 100
 * @param clamp hold scores between {@code from} and {@code to}; by default no
 */
public record MinMax(
    @Default("0") double from, @Default("100") double to, @Default("false") boolean clamp)
    implements Normalisation {

  /** From 0 to 100. */
  public MinMax() {
    this(0, 100, false);
  }

  @Override
  public Formula score(Oriented value) {
    Formula least = new Parameter("from", from);
    Formula most = new Parameter("to", to);
    Formula way = Scale.way(value, value.worst(), value.best());
    Formula score = Scale.line(least, Formula.subtract(most, least), way);
    return clamp ? new Clamp(score, least, most) : score;
  }

  @Override
  public boolean isRelative() {
    return true;
  }

  @Override
  public double full() {
    return to;
  }

  @Override
  public void check(Polarity polarity, Faults faults) {
    faults.unlessLess("from", from, "to", to);
  }
}
