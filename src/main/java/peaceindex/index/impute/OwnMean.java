package peaceindex.index.impute;

import java.util.Arrays;
import java.util.List;
import peaceindex.formula.Statistics;
import peaceindex.index.normalise.Positive;

/**
 * The mean of the unit's own values in the periods before; of those it has. A unit without any has
 * no stand-in.
 *
 * @param periods how many periods back
 */
public record OwnMean(@Positive int periods) implements Imputation {

  @Override
  public double[] standIns(Gaps gaps) {
    double[] values = gaps.values();
    List<double[]> past = gaps.past().subList(0, Math.min(periods, gaps.past().size()));
    double[] out = new double[values.length];
    Arrays.fill(out, Double.NaN);
    for (int unit = 0; unit < out.length; unit++) {
      if (Double.isNaN(values[unit])) {
        int own = unit;
        out[unit] = Statistics.of(past.stream().mapToDouble(then -> then[own]).toArray()).mean();
      }
    }
    return out;
  }
}
