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

  /** How many are shown of either end of more. */
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
    if (ranking.size() <= MOST) {
      return new FirstAndLast(ranking, 0);
    }
    List<Integer> ends = new ArrayList<>(ranking.subList(0, ENDS));
    ends.add(BREAK);
    ends.addAll(ranking.subList(ranking.size() - ENDS, ranking.size()));
    return new FirstAndLast(ends, ranking.size() - MOST);
  }
}
