package peaceindex.report.slip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peaceindex.report.workbook.ooxml.Anchor;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.ChartPart;
import peaceindex.report.workbook.ooxml.SheetWriter;

/**
 * A chart of the spreadsheet's own with a line for the unit and one for the county, over the cells
 * of the table beside it, whose figures it also holds. A missing figure is a gap, for which its
 * cell has to be empty: words count as 0 in a chart.
 *
 * @param periods what stands in the first column
 * @param top the first row of the figures, from 0
 * @param bottom the last one
 */
record TrendChart(Series unit, Series county, List<String> periods, int top, int bottom) {

  /**
   * A line.
   *
   * @param column of its figures, from 0
   * @param figures {@code NaN} where there is none
   */
  record Series(String name, int column, List<Double> figures) {}

  private static final String INK = "#1F4E79";
  private static final String GREY = "#7F7F7F";
  private static final String PATTERN = "General";

  /** Between the table and the chart. */
  private static final int GAP_EMU = 6 * Anchor.EMU_PER_PIXEL;

  /** Less than the height of a row. */
  private static final int ROW_EMU = 16 * Anchor.EMU_PER_POINT;

  /** As wide as a digit is taken to be. */
  private static final int DIGIT_EMU = 7 * Anchor.EMU_PER_PIXEL;

  /** Puts it over some cells; the ends are the first column and row that are free again. */
  void draw(SheetWriter sheet, int left, int from, int right, int to) {
    List<ChartPart.Series> lines =
        List.of(
            line(
                sheet,
                unit,
                new ChartPart.Stroke(INK, 2.25, "solid"),
                new ChartPart.Marker("circle", 5, INK)),
            line(sheet, county, new ChartPart.Stroke(GREY, 1.5, "dash"), ChartPart.Marker.NONE));
    ChartPart chart =
        new ChartPart(
            ChartPart.Kind.LINES,
            "",
            0,
            true,
            new ChartPart.CategoryAxis(range(sheet, 0), List.copyOf(periods), 0),
            new ChartPart.ValueAxis("", Double.NaN, 0, ""),
            lines);
    // It ends inside its last cell: one that touches the next would be a further column to print.
    int width = (int) (sheet.width(right - 1) * DIGIT_EMU) - Anchor.EMU_PER_PIXEL;
    sheet.chart(
        new Anchor(from, left, to - 1, right - 1, 0, GAP_EMU, ROW_EMU, width), unit.name(), chart);
  }

  private ChartPart.Series line(
      SheetWriter sheet, Series of, ChartPart.Stroke stroke, ChartPart.Marker marker) {
    List<@Nullable Double> figures = new ArrayList<>();
    of.figures().forEach(figure -> figures.add(figure.isNaN() ? null : figure));
    return new ChartPart.Series(
        of.name(),
        range(sheet, of.column()),
        figures,
        PATTERN,
        ChartPart.Fill.plain(stroke.colour()),
        stroke,
        marker,
        null);
  }

  private String range(SheetWriter sheet, int column) {
    return Area.column(top, bottom, column).on(sheet.name());
  }
}
