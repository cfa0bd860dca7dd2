package peaceindex.index.normalise;

import java.util.List;
import java.util.OptionalDouble;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Parameter;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

/**
 * Step table (分档计分): the score of the best step that the value reaches. A step is reached at its
 * bound (95 in “≥95 得 100 分”); values are compared at 9 decimals.
 *
 * <p>The steps are written from the best to the worst; all but the last have a bound, the last is
 * for every other value, so that there are neither gaps nor overlaps. What the other units do is of
 * no account.
 *
 * @param steps the steps
 */
public record StepTable(List<Step> steps) implements Normalisation {

  /**
   * A step.
   *
   * @param from the least value, for a positive indicator
   * @param to the greatest value, for a negative indicator
   * @param score what the step scores
   */
  public record Step(OptionalDouble from, OptionalDouble to, double score) {

    private Ladder.Rung rung() {
      return new Ladder.Rung(from, to);
    }

    private Formula points() {
      return new Parameter("score", score);
    }
  }

  @Override
  public Formula score(Oriented value) {
    int last = steps.size() - 1;
    Formula score = steps.get(last).points();
    for (int i = last - 1; i >= 0; i--) {
      Step step = steps.get(i);
      Formula bound = new Parameter(step.from.isPresent() ? "from" : "to", step.rung().bound());
      score = value.reaches(bound, step.points(), score);
    }
    return score;
  }

  @Override
  public boolean isRelative() {
    return false;
  }

  @Override
  public double full() {
    return steps.get(0).score;
  }

  @Override
  public void check(Polarity polarity, Faults faults) {
    List<Ladder.Rung> rungs = steps.stream().map(Step::rung).toList();
    // A line in the wrong place is one fault, not two.
    if (new Ladder("steps", "from", "to", rungs, true).check(polarity, faults)) {
      List<Double> scores = steps.stream().map(Step::score).toList();
      faults.unlessOrdered("steps", "score", Faults.Order.NOT_RISE, scores);
    }
  }
}
