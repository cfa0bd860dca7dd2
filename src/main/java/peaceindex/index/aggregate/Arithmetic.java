package peaceindex.index.aggregate;

import java.util.List;
import peaceindex.formula.Formula;

/**
 * Weighted arithmetic mean Σ wᵢ sᵢ / Σ wᵢ: a weak score can be made good by a strong one. Zero and
 * negative children are scores like any other.
 */
public record Arithmetic() implements RowWise {

  @Override
  public Formula combine(List<Child> children, double minimumShare) {
    return RowWise.mean(children, 1, minimumShare);
  }

  @Override
  public boolean isAdditive() {
    return true;
  }
}
