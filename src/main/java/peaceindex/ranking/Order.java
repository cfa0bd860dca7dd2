package peaceindex.ranking;

import java.util.Arrays;
import peaceindex.formula.Sorting;
import peaceindex.panel.Groups;

/**
 * The units in their order: by published index, with some of them behind all others. Those that are
 * behind are ordered among themselves by index, too.
 */
final class Order {
  /** The higher, the better; {@code NaN} without an index. */
  private final double[] levels;

  /** The units that have one, from the worst to the best; equal ones as on the roster. */
  private final int[] ascending;

  /** Their levels. */
  private final double[] sorted;

  private Order(double[] levels, int[] ascending) {
    this.levels = levels;
    this.ascending = ascending;
    this.sorted = new double[ascending.length];
    for (int place = 0; place < sorted.length; place++) {
      sorted[place] = levels[ascending[place]];
    }
  }

  /**
   * @param behind whether a unit stands behind all that do not
   */
  static Order of(double[] published, boolean[] behind) {
    int[] byIndex = Sorting.ascending(published);
    double[] levels = new double[published.length];
    Arrays.fill(levels, Double.NaN);
    int[] ascending = new int[byIndex.length];
    int place = 0;
    // Places in the sorted list are exact, whatever the size of the scores.
    for (int put = 0; put < 2; put++) {
      boolean first = put == 0;
      for (int i = 0; i < byIndex.length; i++) {
        int unit = byIndex[i];
        if (behind[unit] == first) {
          boolean isNext = place == 0 || differs(published, ascending, behind, place, unit);
          levels[unit] = place == 0 ? 0 : levels[ascending[place - 1]] + (isNext ? 1 : 0);
          ascending[place++] = unit;
        }
      }
    }
    return new Order(levels, ascending);
  }

  /** Whether a unit stands before the one that was put in place last, and not beside it. */
  private static boolean differs(
      double[] published, int[] ascending, boolean[] behind, int place, int unit) {
    int before = ascending[place - 1];
    return published[before] != published[unit] || behind[before] != behind[unit];
  }

  /** The orders of groups of units among themselves, by the numbers of the groups. */
  Order[] within(Groups groups) {
    int[] of = groups.of();
    int[] sizes = new int[groups.count()];
    for (int unit : ascending) {
      sizes[of[unit]]++;
    }
    int[][] members = new int[sizes.length][];
    for (int group = 0; group < members.length; group++) {
      members[group] = new int[sizes[group]];
      sizes[group] = 0;
    }
    for (int unit : ascending) {
      members[of[unit]][sizes[of[unit]]++] = unit;
    }
    Order[] orders = new Order[members.length];
    for (int group = 0; group < orders.length; group++) {
      orders[group] = new Order(levels, members[group]);
    }
    return orders;
  }

  /** The rank of each unit; {@code NaN} for those without an index. */
  double[] ranks(TiePolicy ties) {
    double[] ranks = new double[levels.length];
    Arrays.fill(ranks, Double.NaN);
    enterRanks(ties, ranks);
    return ranks;
  }

  /** Enters the ranks of the units that have a place here. */
  void enterRanks(TiePolicy ties, double[] ranks) {
    Ranks.enter(ascending, levels, ties, ranks);
  }

  /** The units from the first to the last; those that share a place as on the roster. */
  int[] descending() {
    int[] out = new int[ascending.length];
    int place = 0;
    for (int last = sorted.length; last > 0; ) {
      int first = last - 1;
      while (first > 0 && sorted[first - 1] == sorted[last - 1]) {
        first--;
      }
      System.arraycopy(ascending, first, out, place, last - first);
      place += last - first;
      last = first;
    }
    return out;
  }

  /** How many units have a place. */
  int size() {
    return sorted.length;
  }

  /** Whether fewer than {@code count} units are better. */
  boolean isAmongFirst(int unit, int count) {
    return !Double.isNaN(levels[unit]) && better(unit) < count;
  }

  /**
   * Whether fewer than {@code count} units are worse, and any is better: all that share a place are
   * among the last, or none of them; and nobody is last who is also first.
   */
  boolean isAmongLast(int unit, int count) {
    return !Double.isNaN(levels[unit]) && worse(unit) < count && better(unit) > 0;
  }

  private int better(int unit) {
    return sorted.length - below(levels[unit] + 0.5);
  }

  private int worse(int unit) {
    return below(levels[unit] - 0.5);
  }

  /** How many levels lie below a bound that is none itself. */
  private int below(double bound) {
    return -Arrays.binarySearch(sorted, bound) - 1;
  }
}
