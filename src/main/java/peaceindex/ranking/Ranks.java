package peaceindex.ranking;

import java.util.Arrays;
import peaceindex.formula.Sorting;

/** Ranks of published scores: the highest is first; a missing score has no rank. */
public final class Ranks {
  private Ranks() {}

  /** The rank of each score; {@code NaN} for {@code NaN}. */
  public static double[] of(double[] published, TiePolicy ties) {
    double[] ranks = new double[published.length];
    Arrays.fill(ranks, Double.NaN);
    enter(Sorting.ascending(published), published, ties, ranks);
    return ranks;
  }

  /**
   * Enters the ranks of some units among themselves.
   *
   * @param ascending the units, from the lowest score to the highest
   */
  static void enter(int[] ascending, double[] scores, TiePolicy ties, double[] ranks) {
    int better = 0;
    int distinct = 0;
    for (int last = ascending.length; last > 0; ) {
      double score = scores[ascending[last - 1]];
      int first = last - 1;
      while (first > 0 && scores[ascending[first - 1]] == score) {
        first--;
      }
      int equal = last - first;
      distinct++;
      double rank =
          switch (ties) {
            case MINIMUM -> better + 1;
            case AVERAGE -> better + (equal + 1) / 2.0;
            case DENSE -> distinct;
          };
      for (int place = first; place < last; place++) {
        ranks[ascending[place]] = rank;
      }
      better += equal;
      last = first;
    }
  }
}
