package peaceindex.report.slip;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

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

  private static final byte[] INK = {0x1F, 0x4E, 0x79};
  private static final byte[] GREY = {(byte) 0x7F, (byte) 0x7F, (byte) 0x7F};

  /** Between the table and the chart. */
  private static final int GAP_EMU = 6 * Units.EMU_PER_PIXEL;

  /** Less than the height of a row. */
  private static final int ROW_EMU = 16 * Units.EMU_PER_POINT;

  private static final double UNIT_POINTS = 2.25;
  private static final double COUNTY_POINTS = 1.5;

  /** Puts it over some cells; the ends are the first column and row that are free again. */
  void draw(XSSFSheet sheet, int left, int from, int right, int to) {
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFChart chart = drawing.createChart(within(sheet, left, from, right - 1, to - 1));
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    chart.displayBlanksAs(DisplayBlanks.GAP);
    chart.setAutoTitleDeleted(true);
    XDDFCategoryAxis across = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis up = chart.createValueAxis(AxisPosition.LEFT);
    up.setCrosses(AxisCrosses.AUTO_ZERO);
    XDDFLineChartData lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, across, up);
    lines.setGrouping(Grouping.STANDARD);
    lines.setVaryColors(false);
    XDDFCategoryDataSource categories =
        XDDFDataSourcesFactory.fromArray(periods.toArray(String[]::new), range(sheet, 0));
    add(lines, categories, sheet, unit, INK, UNIT_POINTS, PresetLineDash.SOLID, MarkerStyle.CIRCLE);
    add(
        lines,
        categories,
        sheet,
        county,
        GREY,
        COUNTY_POINTS,
        PresetLineDash.DASH,
        MarkerStyle.NONE);
    chart.plot(lines);
  }

  /** It ends inside its last cell: one that touches the next would be a further column to print. */
  private static XSSFClientAnchor within(
      XSSFSheet sheet, int left, int top, int right, int bottom) {
    int width = Units.columnWidthToEMU(sheet.getColumnWidth(right)) - Units.EMU_PER_PIXEL;
    return new XSSFClientAnchor(GAP_EMU, 0, width, ROW_EMU, left, top, right, bottom);
  }

  private void add(
      XDDFLineChartData lines,
      XDDFCategoryDataSource categories,
      XSSFSheet sheet,
      Series series,
      byte[] colour,
      double width,
      PresetLineDash dash,
      MarkerStyle marker) {
    Double[] figures =
        series.figures().stream().map(x -> x.isNaN() ? null : x).toArray(Double[]::new);
    XDDFNumericalDataSource<Double> values =
        XDDFDataSourcesFactory.fromArray(figures, range(sheet, series.column()), series.column());
    XDDFLineChartData.Series line = (XDDFLineChartData.Series) lines.addSeries(categories, values);
    line.setTitle(series.name(), null);
    line.setSmooth(false);
    line.setMarkerStyle(marker);
    XDDFLineProperties look =
        new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(colour)));
    look.setWidth(width);
    look.setPresetDash(new XDDFPresetLineDash(dash));
    line.setLineProperties(look);
  }

  private String range(XSSFSheet sheet, int column) {
    return new CellRangeAddress(top, bottom, column, column)
        .formatAsString(sheet.getSheetName(), true);
  }
}
