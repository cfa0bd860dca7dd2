package peaceindex.index.treat;

import peaceindex.formula.Statistics;

/**
 * The logarithm of the distance from the lowest value: ln(x − min + a) with a = (max − min)/100
 * (COINr's {@code log_CT}). It keeps the order of the units, and takes zero and negative values.
 *
 * <p>A plain logarithm needs no treatment: the indicator's value can be written as {@code ln(…)},
 * which also suits a fixed scale. This one moves with the lowest and the highest value of the
 * period, and its values have no unit, so it suits only methods that judge against the units of the
 * same period.
 *
 * <p>Where all values are equal, and so where there is only one, nothing is touched. Missing values
 * stay missing.
 */
public record Log() implements Treatment {
  private static final double OFFSET = 0.01;

  @Override
  public Treated apply(double[] values) {
    Statistics all = Statistics.of(values);
    double range = all.max() - all.min();
    if (!(range > 0)) {
      return Treated.untouched(values);
    }
    double[] out = new double[values.length];
    boolean[] touched = new boolean[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = StrictMath.log(values[i] - all.min() + OFFSET * range);
      touched[i] = !Double.isNaN(values[i]);
    }
    return new Treated(out, touched);
  }

  @Override
  public boolean keepsUnit() {
    return false;
  }
}
