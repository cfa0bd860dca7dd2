package peaceindex.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Of a long ranking the two ends, which are all that a chart has room for.
 *
 * @param units the first ones, {@link #BREAK} in the place of those left out, the last ones; all
 *     units if they are no more than {@value #MOST}
 * @param omitted how many are left out
 */
public record FirstAndLast(List<Integer> units, int omitted) {
  /** So many units are all shown. */
  public static final int MOST = 60;

  /** How many are usually shown of either end of more. */
  public static final int ENDS = MOST / 2;

  /** What stands for those left out. */
  public static final int BREAK = -1;

  public FirstAndLast {
    units = List.copyOf(units);
  }

  /**
   * @param ranking from first to last
   */
  public static FirstAndLast of(List<Integer> ranking) {
    return of(ranking, ENDS);
  }

  /**
   * @param ranking from first to last
   * @param ends how many are shown of either end of more than {@value #MOST}; no more than {@value
   *     #ENDS}
   */
  public static FirstAndLast of(List<Integer> ranking, int ends) {
    if (ranking.size() <= MOST) {
      return new FirstAndLast(ranking, 0);
    }
    List<Integer> shown = new ArrayList<>(ranking.subList(0, ends));
    shown.add(BREAK);
    shown.addAll(ranking.subList(ranking.size() - ends, ranking.size()));
    return new FirstAndLast(shown, ranking.size() - 2 * ends);
  }
}
