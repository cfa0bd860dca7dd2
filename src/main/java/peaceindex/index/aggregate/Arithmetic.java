package peaceindex.index.aggregate;

import java.util.List;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.WeightedMean;

/** Weighted arithmetic mean Σ wᵢ sᵢ / Σ wᵢ: a weak score can be made good by a strong one. */
public record Arithmetic() implements Aggregation {

  @Override
  public Formula combine(List<WeightedMean.Term> children, double minimumShare) {
    return new WeightedMean(children, 1, minimumShare);
  }

  @Override
  public boolean isAdditive() {
    return true;
  }
}
