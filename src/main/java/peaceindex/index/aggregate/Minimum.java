package peaceindex.index.aggregate;

import java.util.List;
import peaceindex.formula.Formula;

/**
 * The least of the children: nothing can be made good. Weights do not matter, but that a child of
 * weight 0 plays no part and that the share of what must be present is measured by them. Zero and
 * negative children are scores like any other.
 */
public record Minimum() implements RowWise {

  @Override
  public Formula combine(List<Child> children, double minimumShare) {
    return RowWise.mean(children, Double.NEGATIVE_INFINITY, minimumShare);
  }

  @Override
  public boolean isAdditive() {
    return false;
  }
}
