package peaceindex.index.aggregate;

import java.util.List;
import peaceindex.formula.Formula;

/**
 * Weighted generalised (power) mean (Σ wᵢ sᵢᵖ / Σ wᵢ)^(1/p) (Hardy, Littlewood and Pólya,
 * Inequalities, chapter 2). The smaller p, the less a weak score can be made good: p = 1 is the
 * arithmetic mean, 0 the geometric, −1 the harmonic, and p → −∞ the {@linkplain Minimum minimum}.
 *
 * <p>A child of 0 makes the parent 0 where p ≤ 0, and is a score like any other where p &gt; 0.
 * With a negative child the parent has no score, unless p = 1.
 *
 * @param exponent p
 */
public record GeneralisedMean(double exponent) implements RowWise {

  @Override
  public Formula combine(List<Child> children, double minimumShare) {
    return RowWise.mean(children, exponent, minimumShare);
  }

  @Override
  public boolean isAdditive() {
    return exponent == 1;
  }
}
