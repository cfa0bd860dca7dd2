package peaceindex.index.aggregate;

import java.util.List;
import peaceindex.formula.Formula;

/**
 * Weighted geometric mean exp(Σ wᵢ ln sᵢ / Σ wᵢ): a weak score is made good only in part. A child
 * of 0 makes the parent 0; with a negative child the parent has no score, so it does not suit
 * z-scores. (COINr refuses both.)
 */
public record Geometric() implements RowWise {

  @Override
  public Formula combine(List<Child> children, double minimumShare) {
    return RowWise.mean(children, 0, minimumShare);
  }

  @Override
  public boolean isAdditive() {
    return false;
  }
}
