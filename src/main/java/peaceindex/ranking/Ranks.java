package peaceindex.ranking;

import java.util.Arrays;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Ranks of published scores: the highest is first; a missing score has no rank. */
public final class Ranks {
  private Ranks() {}

  /** The rank of each score; {@code NaN} for {@code NaN}. */
  public static double[] of(double[] published, TiePolicy ties) {
    if (Arrays.stream(published).allMatch(Double::isNaN)) {
      return published.clone();
    }
    double[] descending = Arrays.stream(published).map(score -> -score).toArray();
    return switch (ties) {
      case MINIMUM -> natural(descending, TiesStrategy.MINIMUM);
      case AVERAGE -> natural(descending, TiesStrategy.AVERAGE);
      case DENSE -> dense(descending);
    };
  }

  private static double[] natural(double[] ascending, TiesStrategy ties) {
    return new NaturalRanking(NaNStrategy.FIXED, ties).rank(ascending);
  }

  private static double[] dense(double[] ascending) {
    double[] distinct =
        Arrays.stream(ascending).filter(x -> !Double.isNaN(x)).distinct().sorted().toArray();
    return Arrays.stream(ascending)
        .map(x -> Double.isNaN(x) ? Double.NaN : Arrays.binarySearch(distinct, x) + 1.0)
        .toArray();
  }
}
