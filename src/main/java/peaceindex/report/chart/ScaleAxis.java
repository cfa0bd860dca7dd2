package peaceindex.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * An axis of a fixed range with given ticks, whose labels stand below. JFreeChart's own looks for
 * ticks in every drawing, measuring labels for it, also where none are shown.
 */
final class ScaleAxis extends ValueAxis {
  private static final long serialVersionUID = 1L;

  private final double from;
  private final double to;
  private final transient List<NumberTick> ticks;

  ScaleAxis(double from, double to, List<NumberTick> ticks) {
    super(null, null);
    this.from = from;
    this.to = to;
    this.ticks = ticks;
    setRange(from, to);
    setAxisLineVisible(false);
    setTickMarksVisible(false);
  }

  @Override
  public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
    double share = (value - from) / (to - from);
    return RectangleEdge.isTopOrBottom(edge)
        ? area.getX() + share * area.getWidth()
        : area.getMaxY() - share * area.getHeight();
  }

  @Override
  public double java2DToValue(double place, Rectangle2D area, RectangleEdge edge) {
    double share =
        RectangleEdge.isTopOrBottom(edge)
            ? (place - area.getX()) / area.getWidth()
            : (area.getMaxY() - place) / area.getHeight();
    return from + share * (to - from);
  }

  @Override
  public AxisState draw(
      Graphics2D graphics,
      double cursor,
      Rectangle2D plotArea,
      Rectangle2D dataArea,
      RectangleEdge edge,
      PlotRenderingInfo info) {
    if (isVisible()) {
      return drawTickMarksAndLabels(graphics, cursor, plotArea, dataArea, edge);
    }
    // Grid lines need the ticks all the same.
    AxisState state = new AxisState(cursor);
    state.setTicks(ticks);
    return state;
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    return ticks;
  }

  /** None of its own: the charts say how much room an axis has. */
  @Override
  public AxisSpace reserveSpace(
      Graphics2D graphics,
      Plot plot,
      Rectangle2D plotArea,
      RectangleEdge edge,
      @Nullable AxisSpace space) {
    return space == null ? new AxisSpace() : space;
  }

  @Override
  protected void autoAdjustRange() {
    // The range is given.
  }

  @Override
  public void configure() {
    // The range is given.
  }
}
