package peaceindex.index.normalise;

import java.util.List;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Clamp;
import peaceindex.formula.Formula.Parameter;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;

/**
 * Piecewise linear (分段线性): straight lines between given points, level beyond the first and the
 * last: s₁ + Σ (sᵢ₊₁ − sᵢ)·min(1, max(0, (x − aᵢ)/(aᵢ₊₁ − aᵢ))). One point alone makes one score
 * for every value. What the other units do is of no account.
 *
 * @param points the points, in the order of rising values
 */
public record PiecewiseLinear(List<Point> points) implements Normalisation {

  /**
   * A point of the line.
   *
   * @param at the value, in the unit of the value; more than that of the point before
   * @param score its score; for a positive indicator not less than that of the point before, for a
   *     negative one not more
   */
  public record Point(double at, double score) {}

  @Override
  public Formula score(Oriented value) {
    Formula score = points(0);
    for (int i = 1; i < points.size(); i++) {
      Formula begin = at(i - 1);
      Formula share =
          Formula.divide(Formula.subtract(value.x(), begin), Formula.subtract(at(i), begin));
      Formula held = new Clamp(share, Formula.constant(0), Formula.constant(1));
      score = Scale.line(score, Formula.subtract(points(i), points(i - 1)), held);
    }
    return score;
  }

  private Formula at(int i) {
    return new Parameter("at", points.get(i).at);
  }

  private Formula points(int i) {
    return new Parameter("score", points.get(i).score);
  }

  @Override
  public boolean isRelative() {
    return false;
  }

  @Override
  public double full() {
    return Math.max(points.get(0).score, points.get(points.size() - 1).score);
  }

  @Override
  public void check(Polarity polarity, Faults faults) {
    List<Double> values = points.stream().map(Point::at).toList();
    // A line in the wrong place is one fault, not two.
    if (faults.unlessOrdered("points", "at", Faults.Order.RISE, values)) {
      List<Double> scores = points.stream().map(Point::score).toList();
      boolean positive = polarity == Polarity.POSITIVE;
      Faults.Order order = positive ? Faults.Order.NOT_FALL : Faults.Order.NOT_RISE;
      faults.unlessOrdered("points", "score", order, scores);
    }
  }
}
