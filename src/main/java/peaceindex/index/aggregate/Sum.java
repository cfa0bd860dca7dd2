package peaceindex.index.aggregate;

import java.util.List;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.WeightedMean;

/**
 * The points of the children added up, as in schemes of a hundred points (百分制): Σ wᵢ sᵢ with the
 * weights as they are written, 1 unless said otherwise. With full marks fᵢ of the children, the
 * full marks of the parent are F = Σ wᵢ fᵢ.
 *
 * <p>The full marks of missing children, and of those that do not apply, are shared out among the
 * others in proportion to theirs: F · Σ wᵢ sᵢ / Σ wᵢ fᵢ over those that are present. So a unit is
 * neither punished for what it was not asked nor given full marks for it.
 *
 * <p>Zero and negative children are scores like any other. A child whose own full marks are 0 can
 * only lose points; it has nothing to share out and gets no share: its points are added as they
 * are, and where it is missing the parent has no score.
 */
public record Sum() implements RowWise {

  @Override
  public Formula combine(List<Child> children, double minimumShare) {
    List<Child> marked = children.stream().filter(child -> stake(child) > 0).toList();
    Formula whole =
        marked.stream().map(Sum::points).reduce(Formula::add).orElse(Formula.constant(0));
    List<WeightedMean.Term> shares =
        marked.stream()
            .map(
                child ->
                    new WeightedMean.Term(
                        Formula.divide(child.value(), Formula.constant(child.full())),
                        points(child)))
            .toList();
    Formula sum = Formula.multiply(whole, new WeightedMean(shares, 1, minimumShare));
    List<Formula> losses =
        children.stream()
            .filter(child -> stake(child) <= 0 && child.worth() > 0)
            .map(child -> Formula.multiply(child.coefficient(), child.value()))
            .toList();
    return marked.isEmpty() && !losses.isEmpty()
        ? losses.stream().reduce(Formula::add).orElse(sum)
        : losses.stream().reduce(sum, Formula::add);
  }

  private static double stake(Child child) {
    return child.worth() * child.full();
  }

  /** The full marks of a child in the parent. */
  private static Formula points(Child child) {
    return Formula.multiply(child.coefficient(), Formula.constant(child.full()));
  }

  @Override
  public boolean isAdditive() {
    return true;
  }

  @Override
  public double coefficient(double weight, double whole) {
    return weight;
  }

  @Override
  public double stake(double coefficient, double full) {
    return coefficient * Math.max(0, full);
  }
}
