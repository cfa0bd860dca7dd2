package peaceindex.index.aggregate;

import java.util.List;
import peaceindex.formula.Formula;

/**
 * Weighted harmonic mean Σ wᵢ / Σ (wᵢ/sᵢ) (COINr's {@code a_hmean}): a weak score is made good even
 * less than by the {@linkplain Geometric geometric} mean. A child of 0 makes the parent 0, which is
 * the limit; with a negative child the parent has no score. (COINr refuses zeros.)
 */
public record Harmonic() implements RowWise {

  @Override
  public Formula combine(List<Child> children, double minimumShare) {
    return RowWise.mean(children, -1, minimumShare);
  }

  @Override
  public boolean isAdditive() {
    return false;
  }
}
