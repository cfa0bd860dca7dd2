package peaceindex.index.aggregate;

import java.util.List;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Extreme;
import peaceindex.formula.Formula.WeightedMean;
import peaceindex.index.Polarity;
import peaceindex.index.normalise.Default;

/**
 * Mazziotta–Pareto index M ∓ S²/M: the mean of the children with a penalty for being unbalanced (De
 * Muro, Mazziotta and Pareto, 2011, Social Indicators Research 104, 1–18). M = Σ wᵢ sᵢ / Σ wᵢ and
 * S² = Σ wᵢ (sᵢ − M)² / Σ wᵢ are the mean and the variance of the unit's own children: with the
 * number of children as divisor, as the authors have it, and weighted as in Mazziotta and Pareto
 * (2020, Rivista Italiana di Economia Demografia e Statistica). R's Compind divides by one less.
 *
 * <p>The children are to be on the authors' scale, z-scores with mean 100 and standard deviation
 * 10; on another the penalty has another size. A unit with one child has no penalty. Zero and
 * negative children are scores like any other, but where M is not above 0 the parent has no score.
 *
 * @param direction {@code positive} where more of the index is good: the penalty is taken off;
 *     {@code negative} where more is bad, and it is added
 */
public record MazziottaPareto(@Default("positive") Polarity direction) implements RowWise {

  @Override
  public Formula combine(List<Child> children, double minimumShare) {
    Formula mean = RowWise.mean(children, 1, minimumShare);
    List<WeightedMean.Term> squares =
        children.stream()
            .map(child -> new WeightedMean.Term(square(child, mean), child.coefficient()))
            .toList();
    Formula variance = new WeightedMean(squares, 1, 0);
    // A mean below 0 becomes a denominator of 0, which has no quotient.
    Formula aboveZero = new Extreme(Extreme.Which.MAX, List.of(mean, Formula.constant(0)));
    Formula penalty = Formula.divide(variance, aboveZero);
    return direction == Polarity.POSITIVE
        ? Formula.subtract(mean, penalty)
        : Formula.add(mean, penalty);
  }

  private static Formula square(Child child, Formula mean) {
    Formula off = Formula.subtract(child.value(), mean);
    return Formula.multiply(off, off);
  }

  @Override
  public boolean isAdditive() {
    return false;
  }
}
