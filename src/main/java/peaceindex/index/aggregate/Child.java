package peaceindex.index.aggregate;

import peaceindex.formula.Evaluator;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.WeightedMean;

/**
 * One of the scores that are aggregated.
 *
 * @param value the score
 * @param coefficient what {@link Aggregation#coefficient} says of its weight; not negative
 * @param full its full marks, 100 unless its method says otherwise
 */
public record Child(Formula value, Formula coefficient, double full) {

  public Child(Formula value, double coefficient, double full) {
    this(value, Formula.constant(coefficient), full);
  }

  /** The coefficient as a number. */
  double worth() {
    return Evaluator.constant(coefficient);
  }

  /** The child as a term of a weighted mean. */
  WeightedMean.Term term() {
    return new WeightedMean.Term(value, coefficient);
  }
}
