package peaceindex.index.shrink;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;
import peaceindex.index.normalise.Default;

/**
 * Empirical Bayes by moments: the global estimator of Marshall (1991, Applied Statistics 40,
 * 283–294) as {@code EBest} of R's spdep computes it, within each group.
 *
 * <p>For the units of a group with counts nᵢ, denominators xᵢ, rates pᵢ = nᵢ/xᵢ and N units: the
 * rate of the group b = Σn/Σx, the spread s² = Σ xᵢ(pᵢ − b)²/Σx, and what chance alone leaves of it
 * b/x̄ with x̄ = Σx/N. The rest, a = s² − b/x̄, is what units really differ by, and
 *
 * <pre>
 * estimateᵢ = b + a (pᵢ − b) / (a + b/xᵢ)
 * </pre>
 *
 * so it lies between the unit's rate and the group's, nearer to its own the larger the denominator.
 *
 * <p>With {@code share} the numerator is a part of the denominator (80 of 100 matters settled).
 * Then chance leaves b(1 − b)/x̄, and the estimate is b + w(pᵢ − b) with w = xᵢa / (xᵢa + b(1 − b)
 * − s²) (Martuzzi and Elliott, 1996, Statistics in Medicine 15, 1867–1873; {@code EBest} with
 * {@code family = "binomial"}). Taking such a share for rare events would shrink far too much.
 *
 * <ul>
 *   <li>a ≤ 0, the units differ no more than by chance: all get the rate of the group (spdep does
 *       so for rare events; for shares it lets the weight become negative, we do not).
 *   <li>One unit alone is its own group and keeps its rate. Where no unit has a case, all stay 0.
 *   <li>A unit with a missing or negative part or without a denominator has no estimate.
 * </ul>
 *
 * @param share whether the numerator is a part of the denominator; a unit where it is larger has no
 *     estimate then. By default cases are rare events, as crimes among residents
 */
public record EmpiricalBayes(@Default("false") boolean share) implements Shrinkage {

  @Override
  public double[] rates(double[] numerators, double[] denominators, int[] groups) {
    double[] out = new double[numerators.length];
    Arrays.fill(out, Double.NaN);
    TreeMap<Integer, int[]> members = new TreeMap<>();
    for (int group : groups) {
      members.computeIfAbsent(
          group,
          g ->
              IntStream.range(0, groups.length)
                  .filter(i -> groups[i] == g && isRate(numerators[i], denominators[i]))
                  .toArray());
    }
    members.values().forEach(units -> shrink(numerators, denominators, units, out));
    return out;
  }

  private boolean isRate(double numerator, double denominator) {
    return numerator >= 0 && denominator > 0 && (!share || numerator <= denominator);
  }

  private void shrink(double[] numerators, double[] denominators, int[] units, double[] out) {
    double cases = sum(units, i -> numerators[i]);
    double whole = sum(units, i -> denominators[i]);
    double mean = cases / whole;
    double spread =
        sum(
                units,
                i -> {
                  double off = numerators[i] / denominators[i] - mean;
                  return denominators[i] * off * off;
                })
            / whole;
    double chance = share ? mean * (1 - mean) : mean;
    double between = Math.max(0, spread - chance / (whole / units.length));
    double within = share ? chance - spread : chance;
    for (int i : units) {
      double rate = numerators[i] / denominators[i];
      double own = denominators[i] * between;
      // Where even that is 0, all rates are the same.
      double weight = own == 0 ? 0 : own / (own + Math.max(0, within));
      out[i] = mean + weight * (rate - mean);
    }
  }

  /** In the order of size, so that the order of the units cannot change the last bit. */
  private static double sum(int[] units, java.util.function.IntToDoubleFunction of) {
    return Arrays.stream(units).mapToDouble(of).sorted().sum();
  }
}
