package peaceindex.index.aggregate;

import java.util.ArrayList;
import java.util.List;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.WeightedMean;

/** An aggregation with a formula: a unit's score follows from its own parts alone. */
public interface RowWise extends Aggregation {

  /**
   * The score of the parent.
   *
   * @param minimumShare the share of the children's stakes that must be present, from 0 to 1
   */
  Formula combine(List<Child> children, double minimumShare);

  /** The weighted power mean of the children. */
  static WeightedMean mean(List<Child> children, double exponent, double minimumShare) {
    List<WeightedMean.Term> terms = new ArrayList<>();
    for (Child child : children) {
      terms.add(child.term());
    }
    return new WeightedMean(terms, exponent, minimumShare);
  }
}
