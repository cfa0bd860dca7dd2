package peaceindex.index.impute;

import java.util.List;

/**
 * The values of one indicator in one period, and what was known of it before.
 *
 * @param values one a unit, {@code NaN} where there is none
 * @param groups a number for the group of each unit; all alike for one group of all units
 * @param past the values of the periods before, the latest first, one array of all units a period
 *     without leaving any out; {@code NaN} where the value was missing then, or was itself a
 *     stand-in: a stand-in never becomes the source of another
 */
public record Gaps(double[] values, int[] groups, List<double[]> past) {

  public Gaps {
    past = List.copyOf(past);
  }
}
