package peaceindex.index.aggregate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * TOPSIS (Hwang and Yoon, 1981, Multiple Attribute Decision Making): how near a unit is to the
 * ideal and how far from its opposite. The ideal has the best score that any unit of the period has
 * in each child, the anti-ideal the worst. With d⁺ = √Σ (wᵢ(sᵢ − bestᵢ))² and d⁻ = √Σ (wᵢ(sᵢ −
 * worstᵢ))² the score is 100·d⁻/(d⁺ + d⁻).
 *
 * <p>The children are scores on one scale, so they are not normalised once more; the authors'
 * division by √Σ s² over the units would make the result depend on where the scale begins. Zero and
 * negative children are scores like any other.
 *
 * <ul>
 *   <li>A missing child is left out of both distances of the unit, which is the same as giving its
 *       weight to the others in proportion.
 *   <li>Where all units are alike in what a unit has, and so where there is only one, ideal and
 *       anti-ideal are the same: nobody is behind the best and the score is 100.
 * </ul>
 */
public record Topsis() implements AcrossUnits {

  @Override
  public double[] combine(double[][] scores, double[] weights) {
    int units = scores.length == 0 ? 0 : scores[0].length;
    double[] best = Arrays.stream(scores).mapToDouble(Topsis::best).toArray();
    double[] worst = Arrays.stream(scores).mapToDouble(Topsis::worst).toArray();
    return IntStream.range(0, units)
        .mapToDouble(unit -> score(scores, weights, best, worst, unit))
        .toArray();
  }

  private static double score(
      double[][] scores, double[] weights, double[] best, double[] worst, int unit) {
    double toBest = 0;
    double toWorst = 0;
    boolean any = false;
    for (int child = 0; child < scores.length; child++) {
      double score = scores[child][unit];
      if (!Double.isNaN(score) && weights[child] > 0) {
        any = true;
        toBest += square(weights[child] * (score - best[child]));
        toWorst += square(weights[child] * (score - worst[child]));
      }
    }
    if (!any) {
      return Double.NaN;
    }
    double near = Math.sqrt(toWorst);
    double whole = Math.sqrt(toBest) + near;
    return whole == 0 ? 100 : 100 * near / whole;
  }

  private static double square(double x) {
    return x * x;
  }

  private static double best(double[] scores) {
    return Arrays.stream(scores).filter(s -> !Double.isNaN(s)).max().orElse(Double.NaN);
  }

  private static double worst(double[] scores) {
    return Arrays.stream(scores).filter(s -> !Double.isNaN(s)).min().orElse(Double.NaN);
  }
}
