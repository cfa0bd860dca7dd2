package peaceindex.ranking;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The units in their order: by published index, with some of them behind all others. Those that are
 * behind are ordered among themselves by index, too.
 */
final class Order {
  /** The higher, the better; {@code NaN} without an index. */
  private final double[] levels;

  /** The levels of those that have one, from the worst to the best. */
  private final double[] sorted;

  private Order(double[] levels) {
    this.levels = levels;
    this.sorted = Arrays.stream(levels).filter(level -> !Double.isNaN(level)).sorted().toArray();
  }

  /**
   * @param behind which units stand behind all that do not
   */
  static Order of(double[] published, IntPredicate behind) {
    double[] distinct =
        Arrays.stream(published).filter(x -> !Double.isNaN(x)).distinct().sorted().toArray();
    double[] levels = new double[published.length];
    for (int unit = 0; unit < levels.length; unit++) {
      // Places in the sorted list are exact, whatever the size of the scores.
      double level = Arrays.binarySearch(distinct, published[unit]);
      double levelWithin = behind.test(unit) ? level - distinct.length : level;
      levels[unit] = Double.isNaN(published[unit]) ? Double.NaN : levelWithin;
    }
    return new Order(levels);
  }

  /** The order of some units among themselves. */
  Order among(IntPredicate units) {
    double[] some = levels.clone();
    for (int unit = 0; unit < some.length; unit++) {
      some[unit] = units.test(unit) ? some[unit] : Double.NaN;
    }
    return new Order(some);
  }

  double[] ranks(TiePolicy ties) {
    return Ranks.of(levels, ties);
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
