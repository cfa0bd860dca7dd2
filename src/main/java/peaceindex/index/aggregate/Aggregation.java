package peaceindex.index.aggregate;

import java.util.List;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.WeightedMean.Term;

/** A method that makes one score of several. */
public interface Aggregation {

  /**
   * The score of the parent. Missing children are left out and the others' weights re-scaled,
   * unless less than {@code minimumShare} of the weight is left; then the parent has no score.
   */
  Formula combine(List<Term> children, double minimumShare);

  /** Whether the parts add up: parent = Σ weight × score. */
  boolean isAdditive();
}
