package peaceindex.index.impute;

import java.util.Arrays;
import java.util.List;
import peaceindex.index.normalise.Positive;

/**
 * The unit's own latest value, if it is not too old (last observation carried forward; COINr's
 * {@code impute_panel}). It suits what changes slowly.
 *
 * @param periods how many periods old the value may be; 1 is the period before
 */
public record CarryForward(@Positive int periods) implements Imputation {

  @Override
  public double[] standIns(Gaps gaps) {
    double[] values = gaps.values();
    List<double[]> past = gaps.past();
    double[] out = new double[values.length];
    Arrays.fill(out, Double.NaN);
    for (int unit = 0; unit < out.length; unit++) {
      for (int age = 0; age < Math.min(periods, past.size()); age++) {
        if (Double.isNaN(values[unit]) && Double.isNaN(out[unit])) {
          out[unit] = past.get(age)[unit];
        }
      }
    }
    return out;
  }
}
