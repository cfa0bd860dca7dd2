package peaceindex.index.aggregate;

import java.util.Arrays;

/**
 * Copeland's rule: every unit meets every other, and wins where the children in which it is ahead
 * weigh more than those in which it is behind (Copeland, 1951; outranking by weights as in the
 * OECD/JRC Handbook on Constructing Composite Indicators, 2008, step 6). With its wins W and losses
 * L against n − 1 others, the score is 50·(1 + (W − L)/(n − 1)): 100 for who beats all, 0 for who
 * loses to all, 50 for as many wins as losses; W − L adds up to 0 over all units.
 *
 * <p>Only the order within each child matters and by how much does not, so nothing can be made good
 * by excelling. Zero and negative children are scores like any other.
 *
 * <ul>
 *   <li>A child in which two are equal, to nine decimals, counts for neither; where the weights are
 *       equal, to eight, nobody wins.
 *   <li>Two units are compared in the children that both have; without any, nobody wins.
 *   <li>Where all are alike, all score 50; a unit alone has nobody ahead of it and scores 100.
 * </ul>
 *
 * <p>COINr's {@code a_copeland} adds up the shares of the weights instead of wins and losses. That
 * can be had child by child without any contest: it is the weighted mean of the {@linkplain
 * peaceindex.index.normalise.PercentileRank percentile ranks}, but for ties.
 *
 * <p>It takes time in proportion to the square of the number of units.
 */
public record Copeland() implements AcrossUnits {
  /** Scores that differ by less than the last of nine decimals are equal, as when published. */
  private static final double STEPS = 1e9;

  /** The weights are made whole numbers that add up to about this, so that they add up exactly. */
  private static final double WHOLE = 1 << 30;

  @Override
  public double[] combine(double[][] scores, double[] weights) {
    int units = scores.length == 0 ? 0 : scores[0].length;
    int[] taking = taking(scores, weights, units);
    int n = taking.length;
    int[][] places = new int[scores.length][];
    int[][] present = new int[scores.length][n];
    for (int child = 0; child < scores.length; child++) {
      places[child] = places(scores[child], taking, present[child]);
    }
    int[] net = net(places, present, whole(weights), n);
    double[] out = new double[units];
    Arrays.fill(out, Double.NaN);
    for (int i = 0; i < n; i++) {
      out[taking[i]] = n == 1 ? 100 : 50 * (1 + (double) net[i] / (n - 1));
    }
    return out;
  }

  /** The units that have a score in anything that counts. */
  private static int[] taking(double[][] scores, double[] weights, int units) {
    return java.util.stream.IntStream.range(0, units)
        .filter(
            unit -> {
              for (int child = 0; child < scores.length; child++) {
                if (weights[child] > 0 && !Double.isNaN(scores[child][unit])) {
                  return true;
                }
              }
              return false;
            })
        .toArray();
  }

  /**
   * Whole numbers in the order of the scores; {@code present} is −1, all bits, where there is one.
   */
  private static int[] places(double[] scores, int[] taking, int[] present) {
    double[] rounded = new double[taking.length];
    for (int i = 0; i < rounded.length; i++) {
      // Adding 0 makes −0 a plain 0, which the search would tell apart.
      rounded[i] = Math.rint(scores[taking[i]] * STEPS) + 0.0;
      present[i] = Double.isNaN(rounded[i]) ? 0 : -1;
    }
    double[] distinct =
        Arrays.stream(rounded).filter(v -> !Double.isNaN(v)).sorted().distinct().toArray();
    int[] places = new int[rounded.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = present[i] == 0 ? 0 : Arrays.binarySearch(distinct, rounded[i]);
    }
    return places;
  }

  private static int[] whole(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).mapToInt(w -> (int) Math.rint(w / sum * WHOLE)).toArray();
  }

  /** Wins less losses of each unit. */
  private static int[] net(int[][] places, int[][] present, int[] weights, int n) {
    // Each weight was rounded by half a unit at most; so much is no majority.
    int slack = Math.max(10, weights.length);
    int[] net = new int[n];
    int[] ahead = new int[n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(ahead, i + 1, n, 0);
      for (int child = 0; child < weights.length; child++) {
        if (present[child][i] != 0 && weights[child] > 0) {
          meet(places[child][i], places[child], present[child], weights[child], ahead, i + 1);
        }
      }
      net[i] += wins(ahead, slack, net, i + 1);
    }
    return net;
  }

  /** Adds the weight of one child to the side that is ahead in it, for all units from {@code j}. */
  private static void meet(
      int place, int[] places, int[] present, int weight, int[] ahead, int from) {
    for (int j = from; j < ahead.length; j++) {
      int off = place - places[j];
      int sign = (off >> 31) | (-off >>> 31);
      ahead[j] += (sign * weight) & present[j];
    }
  }

  private static int wins(int[] ahead, int slack, int[] net, int from) {
    int wins = 0;
    for (int j = from; j < ahead.length; j++) {
      int win = (ahead[j] > slack ? 1 : 0) - (ahead[j] < -slack ? 1 : 0);
      wins += win;
      net[j] -= win;
    }
    return wins;
  }
}
