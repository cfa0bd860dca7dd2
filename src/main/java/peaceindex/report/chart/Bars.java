package peaceindex.report.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;

/**
 * Horizontal bars, one row of equal height for each column of the dataset; the value axis stands
 * below. Words beside the bars are the caller's.
 */
final class Bars {
  /** The room that the value axis takes below the rows. */
  static final double AXIS = 22;

  private final CategoryPlot plot;
  private final ValueAxis axis;

  /**
   * @param share how much of a row's height its bars take
   */
  Bars(CategoryDataset data, BarRenderer renderer, Scale scale, double share) {
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setItemMargin(0);
    CategoryAxis categories = new CategoryAxis();
    int rows = data.getColumnCount();
    double gaps = 1 - share;
    categories.setLowerMargin(gaps / (2 * rows));
    categories.setUpperMargin(gaps / (2 * rows));
    categories.setCategoryMargin(gaps * (rows - 1) / rows);
    categories.setVisible(false);
    axis = scale.axis();
    plot = new CategoryPlot(data, categories, axis, renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setRangeGridlineStroke(Style.HAIRLINE);
    plot.setRangeGridlinePaint(Style.GRID);
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselineStroke(Style.HAIRLINE);
    plot.setRangeZeroBaselinePaint(Style.FAINT);
    plot.setFixedDomainAxisSpace(new AxisSpace());
    AxisSpace below = new AxisSpace();
    below.setBottom(AXIS);
    plot.setFixedRangeAxisSpace(below);
  }

  /** The colour of a row of the dataset. */
  void colour(int series, Color colour) {
    plot.getRenderer().setSeriesPaint(series, colour);
  }

  /** A dashed line behind the bars. */
  void mark(double value) {
    plot.addRangeMarker(new ValueMarker(value, Style.INK, Style.MEAN), Layer.BACKGROUND);
  }

  /** Draws the rows into {@code rows} and the axis below it. */
  void paint(Pen pen, Rectangle2D rows) {
    // The plot cuts the last grid line in half.
    double end = x(axis.getUpperBound(), rows);
    pen.line(end, rows.getY(), end, rows.getMaxY(), Style.HAIRLINE, Style.GRID);
    Rectangle2D all =
        new Rectangle2D.Double(rows.getX(), rows.getY(), rows.getWidth(), rows.getHeight() + AXIS);
    plot.draw(pen.graphics(), all, null, null, null);
  }

  /** Where {@code value} lies when the rows are drawn into {@code rows}. */
  double x(double value, Rectangle2D rows) {
    return axis.valueToJava2D(value, rows, RectangleEdge.BOTTOM);
  }
}
