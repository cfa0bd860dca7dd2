package peaceindex.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.TextAnchor;
import peaceindex.index.IndexTree;

/**
 * The range of an axis that ends on its ticks.
 *
 * @param step the distance between ticks: 1, 2, 2.5 or 5 times a power of ten
 */
record Scale(double from, double to, double step) {

  /** The least round range that holds {@code min … max}, with about {@code ticks} steps. */
  static Scale around(double min, double max, int ticks) {
    double span = max - min;
    if (!(span > 0)) {
      double room = Math.max(1, Math.abs(max) * 0.05);
      return around(min - room, max + room, ticks);
    }
    double power = Math.pow(10, Math.floor(Math.log10(span / ticks)));
    double step = 10 * power;
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (span / (factor * power) <= ticks + 1e-9) {
        step = factor * power;
        break;
      }
    }
    double from = Math.floor(min / step + 1e-9) * step;
    double to = Math.ceil(max / step - 1e-9) * step;
    return new Scale(from, to, step);
  }

  /**
   * The range for bars, which begin at 0: 0 to 100 where scores have fixed goalposts or all lie in
   * it, otherwise as far as the data reach.
   */
  static Scale ofBars(IndexTree tree, double[] figures, int ticks) {
    double min = Math.min(0, DoubleStream.of(figures).filter(Double::isFinite).min().orElse(0));
    double max = Math.max(0, DoubleStream.of(figures).filter(Double::isFinite).max().orElse(0));
    boolean fixed = !tree.isRelative();
    // Scores of a mean of 50 or of 100 are percent-like; z-scores are a few units wide.
    boolean percent = min >= 0 && max > 10;
    return around(min, fixed || percent ? Math.max(100, max) : max, ticks);
  }

  /** How far up the range {@code value} lies, from 0 to 1. */
  double share(double value) {
    return (value - from) / (to - from);
  }

  /** An axis of this range, with labels below. */
  ValueAxis axis() {
    List<NumberTick> ticks = new ArrayList<>();
    for (double tick : ticks()) {
      ticks.add(
          new NumberTick(
              tick, Wording.plain(tick), TextAnchor.TOP_CENTER, TextAnchor.CENTER, /* angle= */ 0));
    }
    ScaleAxis axis = new ScaleAxis(from, to, ticks);
    axis.setTickLabelFont(Typeface.regular(11));
    axis.setTickLabelPaint(Style.MUTED);
    return axis;
  }

  /** The ticks from the lowest to the highest. */
  double[] ticks() {
    int count = (int) Math.round((to - from) / step);
    double[] ticks = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      ticks[i] = from + i * step;
    }
    return ticks;
  }
}
