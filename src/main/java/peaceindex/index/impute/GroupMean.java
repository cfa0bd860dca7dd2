package peaceindex.index.impute;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import peaceindex.formula.Statistics;

/**
 * The mean of the group in the same period, over the units that have a value (COINr's {@code
 * i_mean_grp}); of all units where there are no groups. A group without any value has no stand-in.
 */
public record GroupMean() implements Imputation {

  @Override
  public double[] standIns(Gaps gaps) {
    double[] values = gaps.values();
    double[] out = new double[values.length];
    Arrays.fill(out, Double.NaN);
    Map<Integer, Double> means = new HashMap<>();
    for (int unit = 0; unit < out.length; unit++) {
      if (Double.isNaN(values[unit])) {
        out[unit] = means.computeIfAbsent(gaps.groups()[unit], group -> mean(gaps, group));
      }
    }
    return out;
  }

  private static double mean(Gaps gaps, int group) {
    double[] members = gaps.values().clone();
    for (int unit = 0; unit < members.length; unit++) {
      members[unit] = gaps.groups()[unit] == group ? members[unit] : Double.NaN;
    }
    return Statistics.of(members).mean();
  }
}
