package peaceindex.index.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Parameter;
import peaceindex.formula.Formula.Unary;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

/**
 * Deduction (扣分): full marks down to the first step, and points lost for every unit of the value
 * that is worse: max(floor, full − min(most, Σ perᵢ·dᵢ)), where dᵢ is how far the value goes into
 * step i, from its bound to the bound of the next.
 *
 * <p>Each unit costs what its own step says, as in a tax table: with 0.25 a point below 96 and 0.5
 * below 90, 88 loses 6·0.25 + 2·0.5. With {@code whole} the step that the value has reached prices
 * all units from the first bound on: 8·0.5. With {@code started} a unit that is begun counts whole
 * (不足一个单位按一个单位计), in each step for itself.
 *
 * <p>An indicator that counts events is negative, and {@code above} says how many are free: {@code
 * {above: 0, per: 2}, {above: 1, per: 4}} is 2 points for the first event and double for every one
 * that follows. What the other units do is of no account.
 *
 * @param full the full marks; by default 100
 * @param steps the steps, from the best to the worst
 * @param most the greatest loss; by default there is none
 * @param floor the least score; less than {@code full}; by default 0
 * @param whole the step reached prices the whole shortfall; by default no
 * @param started a unit that is begun counts whole; by default no
 */
public record Deduction(
    @Default("100") double full,
    List<Step> steps,
    @Positive OptionalDouble most,
    @Default("0") double floor,
    @Default("false") boolean whole,
    @Default("false") boolean started)
    implements Normalisation {

  /**
   * A step.
   *
   * @param below where it begins, for a positive indicator
   * @param above where it begins, for a negative indicator
   * @param per points lost for each unit of the value
   */
  public record Step(OptionalDouble below, OptionalDouble above, @Positive double per) {

    private Ladder.Rung rung() {
      return new Ladder.Rung(below, above);
    }

    private Formula bound() {
      return new Parameter(below.isPresent() ? "below" : "above", rung().bound());
    }

    private Formula price() {
      return new Parameter("per", per);
    }
  }

  @Override
  public Formula score(Oriented value) {
    Formula loss = whole ? wholeLoss(value) : marginalLoss(value);
    if (most.isPresent()) {
      loss = Formula.least(new Parameter("most", most.getAsDouble()), loss);
    }
    Formula score = Formula.subtract(new Parameter("full", full), loss);
    return Formula.greatest(new Parameter("floor", floor), score);
  }

  private Formula marginalLoss(Oriented value) {
    List<Formula> losses = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Formula bound = steps.get(i).bound();
      Formula depth = Formula.greatest(Formula.constant(0), value.behind(bound));
      if (i < steps.size() - 1) {
        depth = Formula.least(depth, value.ahead(bound, steps.get(i + 1).bound()));
      }
      losses.add(Formula.multiply(steps.get(i).price(), units(depth)));
    }
    return losses.stream().reduce(Formula::add).orElseThrow();
  }

  private Formula wholeLoss(Oriented value) {
    Formula depth = Formula.greatest(Formula.constant(0), value.behind(steps.get(0).bound()));
    Formula price = steps.get(steps.size() - 1).price();
    for (int i = steps.size() - 1; i > 0; i--) {
      price = value.reaches(steps.get(i).bound(), steps.get(i - 1).price(), price);
    }
    return Formula.multiply(price, units(depth));
  }

  private Formula units(Formula depth) {
    return started ? new Unary(Unary.Function.CEILING, depth) : depth;
  }

  @Override
  public boolean isRelative() {
    return false;
  }

  @Override
  public void check(Polarity polarity, Faults faults) {
    List<Ladder.Rung> rungs = steps.stream().map(Step::rung).toList();
    boolean ordered = new Ladder("steps", "below", "above", rungs, false).check(polarity, faults);
    if (ordered && whole) {
      // Else a worse value would lose less.
      List<Double> prices = steps.stream().map(Step::per).toList();
      faults.unlessOrdered("steps", "per", Faults.Order.NOT_FALL, prices);
    }
    faults.unlessLess("floor", floor, "full", full);
  }
}
