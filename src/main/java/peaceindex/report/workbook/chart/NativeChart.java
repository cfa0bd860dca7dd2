package peaceindex.report.workbook.chart;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import javax.xml.namespace.QName;
import org.apache.poi.ss.usermodel.ClientAnchor.AnchorType;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBoolean;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/**
 * A chart that the spreadsheet draws.
 *
 * @param kind of which sort
 * @param title above it
 * @param about what it shows, for those who cannot see it
 * @param categories what its bars or points are of, from the top or from the left
 * @param series at least one; as many figures each as there are categories
 * @param axis what its figures are
 * @param pattern the number format of its figures
 * @param labelled whether the figures stand at its bars
 */
public record NativeChart(
    Kind kind,
    String title,
    String about,
    Cells<String> categories,
    List<Series> series,
    String axis,
    String pattern,
    boolean labelled) {

  /** What a chart is drawn with. */
  public enum Kind {
    /** Bars from left to right, those of one category below one another; the first at the top. */
    BARS,
    /** Bars from left to right, those of one category behind one another. */
    STACKS,
    /** Lines from left to right, broken where a figure is missing. */
    LINES
  }

  private static final int TITLE_SIZE = 12;
  private static final int LABEL_SIZE = 9;
  private static final int SMALL_SIZE = 8;
  private static final int SMALLEST_SIZE = 7;
  private static final int MANY = 30;
  private static final int VERY_MANY = 45;
  private static final int GAP = 40;

  /** Lines begin at a multiple of it. */
  private static final double STEP = 10;

  private static final int MARKER = 6;

  public NativeChart {
    series = List.copyOf(series);
  }

  /** Draws it over the rows from {@code top} to before {@code bottom}. */
  public void draw(XSSFSheet sheet, int top, int bottom, int columns) {
    XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, 0, top, columns, bottom);
    anchor.setAnchorType(AnchorType.MOVE_AND_RESIZE);
    XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
    chart
        .getGraphicFrame()
        .getCTGraphicalObjectFrame()
        .getNvGraphicFramePr()
        .getCNvPr()
        .setDescr(about);
    chart.setTitleText(title);
    chart.setTitleOverlay(false);
    Objects.requireNonNull(chart.getFormattedTitle())
        .getParagraph(0)
        .addDefaultRunProperties()
        .setFontSize((double) TITLE_SIZE);
    chart.displayBlanksAs(DisplayBlanks.GAP);
    if (series.size() > 1) {
      chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    if (kind == Kind.LINES) {
      lines(chart);
    } else {
      bars(chart);
    }
    forgetLanguage(chart);
  }

  /** The library writes the language of the machine into titles. */
  private static void forgetLanguage(XSSFChart chart) {
    try (XmlCursor cursor = chart.getCTChartSpace().newCursor()) {
      while (cursor.hasNextToken()) {
        if (cursor.toNextToken().isStart()) {
          cursor.removeAttribute(new QName("lang"));
        }
      }
    }
  }

  private void bars(XSSFChart chart) {
    XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
    XDDFValueAxis figures = chart.createValueAxis(AxisPosition.BOTTOM);
    setUp(names, figures);
    names.setOrientation(AxisOrientation.MAX_MIN);
    // Turned round, the figures would stand at the top.
    figures.setCrosses(AxisCrosses.MAX);
    if (!reachesBelowZero()) {
      // A bar that does not begin at 0 is no measure; spreadsheets begin where they like.
      figures.setMinimum(0);
    }
    var bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, figures);
    bars.setBarDirection(BarDirection.BAR);
    bars.setVaryColors(false);
    bars.setBarGrouping(kind == Kind.STACKS ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
    for (int i = 0; i < series.size(); i++) {
      var drawn = (XDDFBarChartData.Series) add(bars, series.get(i));
      drawn.setInvertIfNegative(false);
      drawn.setFillProperties(Ink.fill(i));
      drawn.setLineProperties(Ink.line(Ink.isPlain(i) ? Ink.PAPER : "#595959", 0.5));
      if (labelled && (Ink.isPlain(i) || kind == Kind.BARS)) {
        label(drawn.getCTBarSer(), i);
      }
    }
    chart.plot(bars);
    nameAll(chart);
    CTBarChart drawn = chart.getCTChart().getPlotArea().getBarChartArray(0);
    attribute(drawn.addNewGapWidth(), GAP);
    if (kind == Kind.STACKS) {
      attribute(drawn.addNewOverlap(), 100);
    }
  }

  private void lines(XSSFChart chart) {
    XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis figures = chart.createValueAxis(AxisPosition.LEFT);
    setUp(names, figures);
    if (!reachesBelowZero()) {
      figures.setMinimum(
          Math.max(0, Math.floor((figures().min().orElse(0) - STEP / 2) / STEP) * STEP));
    }
    var lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, names, figures);
    lines.setGrouping(Grouping.STANDARD);
    lines.setVaryColors(false);
    for (int i = 0; i < series.size(); i++) {
      var drawn = (XDDFLineChartData.Series) add(lines, series.get(i));
      Ink.Stroke stroke = Ink.stroke(i);
      drawn.setSmooth(false);
      drawn.setLineProperties(Ink.line(stroke));
      drawn.setMarkerStyle(stroke.marker());
      attribute(drawn.getCTLineSer().getMarker().addNewSize(), MARKER);
      XDDFShapeProperties mark = new XDDFShapeProperties();
      mark.setFillProperties(Ink.solid(stroke.colour()));
      mark.setLineProperties(Ink.line(stroke.colour(), 0.75));
      drawn.getCTLineSer().getMarker().setSpPr(mark.getXmlObject());
    }
    chart.plot(lines);
    nameAll(chart);
  }

  private void setUp(XDDFCategoryAxis names, XDDFValueAxis figures) {
    int count = categories.shown().size();
    int size = count > VERY_MANY ? SMALLEST_SIZE : count > MANY ? SMALL_SIZE : LABEL_SIZE;
    names.getOrAddTextProperties().setFontSize((double) size);
    names.setMajorTickMark(AxisTickMark.NONE);
    figures.setCrossBetween(AxisCrossBetween.BETWEEN);
    figures.getOrAddTextProperties().setFontSize((double) LABEL_SIZE);
    figures.setTitle(axis);
    figures.setNumberFormat("General");
    figures.setMajorTickMark(AxisTickMark.NONE);
    figures.getOrAddMajorGridProperties().setLineProperties(Ink.line(Ink.GRID, 0.75));
  }

  /** Not every other name only, where they stand close. */
  private static void nameAll(XSSFChart chart) {
    CTCatAx axis = chart.getCTChart().getPlotArea().getCatAxArray(0);
    CTBoolean next = axis.addNewNoMultiLvlLbl();
    next.setVal(true);
    try (XmlCursor cursor = next.newCursor()) {
      cursor.beginElement(new QName(cursor.getName().getNamespaceURI(), "tickLblSkip"));
      cursor.insertAttributeWithValue("val", "1");
    }
  }

  /** The library's own setters need types that its smaller set of schemas lacks. */
  private static void attribute(XmlObject of, int figure) {
    try (XmlCursor cursor = of.newCursor()) {
      cursor.setAttributeText(new QName("val"), Integer.toString(figure));
    }
  }

  private boolean reachesBelowZero() {
    return figures().anyMatch(figure -> figure < 0);
  }

  private DoubleStream figures() {
    return series.stream()
        .flatMap(each -> each.figures().shown().stream())
        .flatMapToDouble(figure -> figure == null ? DoubleStream.empty() : DoubleStream.of(figure));
  }

  private XDDFChartData.Series add(XDDFChartData data, Series each) {
    XDDFCategoryDataSource names =
        XDDFDataSourcesFactory.fromArray(
            categories.shown().toArray(String[]::new), categories.range());
    XDDFNumericalDataSource<Double> figures =
        XDDFDataSourcesFactory.fromArray(
            each.figures().shown().toArray(Double[]::new), each.figures().range());
    figures.setFormatCode(pattern);
    XDDFChartData.Series drawn = data.addSeries(names, figures);
    drawn.setTitle(each.name());
    return drawn;
  }

  private void label(CTBarSer bars, int number) {
    boolean within = kind == Kind.STACKS;
    CTDLbls labels = bars.isSetDLbls() ? bars.getDLbls() : bars.addNewDLbls();
    var format = labels.addNewNumFmt();
    // What is missing may count as 0 where words stand in its cell.
    format.setFormatCode(pattern + ";-" + pattern + ";");
    format.setSourceLinked(false);
    CTTextBody text = labels.addNewTxPr();
    text.addNewBodyPr();
    CTTextCharacterProperties letters = text.addNewP().addNewPPr().addNewDefRPr();
    int most = categories.shown().size();
    letters.setSz(100 * (most > MANY ? SMALLEST_SIZE : within ? SMALL_SIZE : LABEL_SIZE));
    if (within && Ink.isDark(number)) {
      letters.addNewSolidFill().addNewSrgbClr().setVal(new byte[] {-1, -1, -1});
    }
    labels.addNewDLblPos().setVal(within ? STDLblPos.CTR : STDLblPos.OUT_END);
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }
}
