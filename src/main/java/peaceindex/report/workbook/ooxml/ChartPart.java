package peaceindex.report.workbook.ooxml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart that the spreadsheet draws: its cells, its looks, and what stood in the cells when it was
 * written, for readers that compute nothing.
 *
 * @param kind how it is drawn
 * @param title above it; empty for none
 * @param titlePoints size of the title
 * @param legend whether a legend stands below
 * @param categories of its bars or points
 * @param values its figures' axis
 * @param series at least one
 */
public record ChartPart(
    Kind kind,
    String title,
    double titlePoints,
    boolean legend,
    CategoryAxis categories,
    ValueAxis values,
    List<Series> series) {
  /** How figures are drawn. */
  public enum Kind {
    /** Bars from left to right, those of one category below one another; the first at the top. */
    BARS,
    /** Bars from left to right, those of one category behind one another. */
    STACKS,
    /** Lines from left to right, broken where a figure is missing. */
    LINES
  }

  /**
   * The axis of the categories; every one is named.
   *
   * @param range their cells, as a formula says it
   * @param points size of their names; 0 for the usual one
   */
  public record CategoryAxis(String range, List<@Nullable String> names, double points) {}

  /**
   * The axis of the figures.
   *
   * @param title beside it; empty for none
   * @param least where it begins; {@code NaN} where the spreadsheet likes
   * @param points size of its figures; 0 for the usual one
   * @param ruled colour of the lines across the chart; empty for none
   */
  public record ValueAxis(String title, double least, double points, String ruled) {}

  /**
   * Bars or a line.
   *
   * @param range the cells of its figures, as a formula says it
   * @param figures one for each category
   * @param pattern number format
   * @param fill of bars
   * @param line around bars, or the line itself
   * @param marker at the points of a line
   * @param labels at bars; {@code null} for none
   */
  public record Series(
      String name,
      String range,
      List<@Nullable Double> figures,
      String pattern,
      Fill fill,
      Stroke line,
      Marker marker,
      @Nullable Labels labels) {}

  /**
   * The ground of bars.
   *
   * @param pattern as DrawingML calls it, such as {@code wdUpDiag}; empty for a plain ground
   * @param back colour behind a pattern
   */
  public record Fill(String colour, String pattern, String back) {
    public static Fill plain(String colour) {
      return new Fill(colour, "", "");
    }
  }

  /**
   * A line.
   *
   * @param dash as DrawingML calls it, such as {@code sysDot}; empty for the usual one
   */
  public record Stroke(String colour, double points, String dash) {}

  /**
   * The mark at a point.
   *
   * @param symbol as DrawingML calls it, such as {@code circle}
   * @param colour empty for the usual one
   */
  public record Marker(String symbol, int size, String colour) {
    public static final Marker NONE = new Marker("none", 0, "");
  }

  /**
   * Figures at bars.
   *
   * @param within whether they stand inside of a bar, not at its end
   * @param colour empty for the usual one
   */
  public record Labels(String pattern, double points, boolean within, String colour) {}

  private static final int GAP = 40;
  private static final double THIN = 0.75;

  public ChartPart {
    series = List.copyOf(series);
  }

  XmlBytes xml() {
    XmlBytes xml = new XmlBytes(1 << 14);
    xml.markup(Markup.DECLARATION).markup("<c:chartSpace xmlns:c=\"http://schemas.");
    xml.markup("openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.");
    xml.markup("openxmlformats.org/drawingml/2006/main\"><c:roundedCorners val=\"0\"/><c:chart>");
    if (title.isEmpty()) {
      xml.markup("<c:autoTitleDeleted val=\"1\"/>");
    } else {
      title(title, titlePoints, xml);
      xml.markup("<c:autoTitleDeleted val=\"0\"/>");
    }
    xml.markup("<c:plotArea><c:layout/>");
    boolean lines = kind == Kind.LINES;
    xml.markup(lines ? "<c:lineChart><c:grouping val=\"standard\"/>" : bars());
    xml.markup("<c:varyColors val=\"0\"/>");
    for (int i = 0; i < series.size(); i++) {
      write(series.get(i), i, xml);
    }
    if (lines) {
      xml.markup("<c:marker val=\"1\"/>");
    } else {
      xml.markup("<c:gapWidth val=\"").number(GAP).markup("\"/>");
      xml.markup(kind == Kind.STACKS ? "<c:overlap val=\"100\"/>" : "");
    }
    xml.markup("<c:axId val=\"1\"/><c:axId val=\"2\"/>");
    xml.markup(lines ? "</c:lineChart>" : "</c:barChart>");
    categoryAxis(lines, xml);
    valueAxis(lines, xml);
    xml.markup("</c:plotArea>");
    if (legend) {
      xml.markup("<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>");
    }
    xml.markup("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>");
    return xml.markup("</c:chartSpace>");
  }

  private String bars() {
    String grouping = kind == Kind.STACKS ? "stacked" : "clustered";
    return "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"" + grouping + "\"/>";
  }

  private static void title(String words, double points, XmlBytes xml) {
    xml.markup("<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr");
    size(points, xml);
    xml.markup("/></a:pPr><a:r><a:rPr");
    size(points, xml);
    xml.markup("/><a:t>").text(words).markup("</a:t></a:r></a:p></c:rich></c:tx><c:layout/>");
    xml.markup("<c:overlay val=\"0\"/></c:title>");
  }

  private static void size(double points, XmlBytes xml) {
    if (points > 0) {
      xml.markup(" sz=\"").number(Math.round(points * 100)).markup("\"");
    }
  }

  private void write(Series each, int number, XmlBytes xml) {
    boolean line = kind == Kind.LINES;
    xml.markup("<c:ser><c:idx val=\"").number(number).markup("\"/><c:order val=\"").number(number);
    xml.markup("\"/><c:tx><c:v>").text(each.name).markup("</c:v></c:tx><c:spPr>");
    if (!line) {
      fill(each.fill, xml);
    }
    stroke(each.line, xml);
    xml.markup("</c:spPr>");
    if (line) {
      marker(each.marker, xml);
    } else {
      xml.markup("<c:invertIfNegative val=\"0\"/>");
      if (each.labels != null) {
        labels(each.labels, xml);
      }
    }
    xml.markup("<c:cat><c:strRef><c:f>").text(categories.range).markup("</c:f><c:strCache>");
    points(categories.names, xml);
    xml.markup("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>").text(each.range);
    xml.markup("</c:f><c:numCache><c:formatCode>").text(each.pattern).markup("</c:formatCode>");
    points(each.figures, xml);
    xml.markup("</c:numCache></c:numRef></c:val>");
    xml.markup(line ? "<c:smooth val=\"0\"/></c:ser>" : "</c:ser>");
  }

  private static void points(List<?> shown, XmlBytes xml) {
    xml.markup("<c:ptCount val=\"").number(shown.size()).markup("\"/>");
    for (int i = 0; i < shown.size(); i++) {
      Object point = shown.get(i);
      if (point != null) {
        xml.markup("<c:pt idx=\"").number(i).markup("\"><c:v>");
        if (point instanceof Double figure) {
          xml.number(figure);
        } else {
          xml.text(point.toString());
        }
        xml.markup("</c:v></c:pt>");
      }
    }
  }

  private static void fill(Fill fill, XmlBytes xml) {
    if (fill.pattern.isEmpty()) {
      solid(fill.colour, xml);
      return;
    }
    xml.markup("<a:pattFill prst=\"").markup(fill.pattern).markup("\"><a:fgClr>");
    colour(fill.colour, xml);
    xml.markup("</a:fgClr><a:bgClr>");
    colour(fill.back, xml);
    xml.markup("</a:bgClr></a:pattFill>");
  }

  private static void solid(String colour, XmlBytes xml) {
    xml.markup("<a:solidFill>");
    colour(colour, xml);
    xml.markup("</a:solidFill>");
  }

  private static void colour(String colour, XmlBytes xml) {
    xml.markup("<a:srgbClr val=\"").text(colour.substring(1)).markup("\"/>");
  }

  private static void stroke(Stroke stroke, XmlBytes xml) {
    xml.markup("<a:ln w=\"").number(Math.round(stroke.points * Anchor.EMU_PER_POINT)).markup("\">");
    solid(stroke.colour, xml);
    if (!stroke.dash.isEmpty()) {
      xml.markup("<a:prstDash val=\"").markup(stroke.dash).markup("\"/>");
    }
    xml.markup("</a:ln>");
  }

  private static void marker(Marker marker, XmlBytes xml) {
    xml.markup("<c:marker><c:symbol val=\"").markup(marker.symbol).markup("\"/>");
    if (marker.size > 0) {
      xml.markup("<c:size val=\"").number(marker.size).markup("\"/>");
    }
    if (!marker.colour.isEmpty()) {
      xml.markup("<c:spPr>");
      solid(marker.colour, xml);
      stroke(new Stroke(marker.colour, THIN, ""), xml);
      xml.markup("</c:spPr>");
    }
    xml.markup("</c:marker>");
  }

  private static void labels(Labels labels, XmlBytes xml) {
    xml.markup("<c:dLbls><c:numFmt formatCode=\"").text(labels.pattern);
    xml.markup("\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
    letters(labels.points, labels.colour, xml);
    xml.markup("<c:dLblPos val=\"").markup(labels.within ? "ctr" : "outEnd").markup("\"/>");
    xml.markup("<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>");
    xml.markup("<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>");
    xml.markup("</c:dLbls>");
  }

  private static void letters(double points, String colour, XmlBytes xml) {
    if (points <= 0) {
      return;
    }
    xml.markup("<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr");
    size(points, xml);
    if (colour.isEmpty()) {
      xml.markup("/>");
    } else {
      xml.markup(">");
      solid(colour, xml);
      xml.markup("</a:defRPr>");
    }
    xml.markup("</a:pPr><a:endParaRPr/></a:p></c:txPr>");
  }

  private void categoryAxis(boolean lines, XmlBytes xml) {
    xml.markup("<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"");
    xml.markup(lines ? "minMax" : "maxMin").markup("\"/></c:scaling><c:delete val=\"0\"/>");
    xml.markup("<c:axPos val=\"").markup(lines ? "b" : "l").markup("\"/>");
    xml.markup("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>");
    // Below the chart, also where figures are negative.
    xml.markup("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>");
    xml.markup("<c:tickLblPos val=\"").markup(lines ? "low" : "nextTo").markup("\"/>");
    letters(categories.points, "", xml);
    xml.markup("<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>");
    xml.markup("<c:tickLblSkip val=\"1\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>");
  }

  private void valueAxis(boolean lines, XmlBytes xml) {
    xml.markup("<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/>");
    if (!Double.isNaN(values.least)) {
      xml.markup("<c:min val=\"").number(values.least).markup("\"/>");
    }
    xml.markup("</c:scaling><c:delete val=\"0\"/><c:axPos val=\"").markup(lines ? "l" : "b");
    xml.markup("\"/>");
    if (!values.ruled.isEmpty()) {
      xml.markup("<c:majorGridlines><c:spPr>");
      stroke(new Stroke(values.ruled, THIN, ""), xml);
      xml.markup("</c:spPr></c:majorGridlines>");
    }
    if (!values.title.isEmpty()) {
      title(values.title, 0, xml);
    }
    xml.markup("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>");
    xml.markup("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>");
    xml.markup("<c:tickLblPos val=\"nextTo\"/>");
    letters(values.points, "", xml);
    // The axis of bars is turned round, so the figures would stand at the top.
    xml.markup("<c:crossAx val=\"1\"/><c:crosses val=\"").markup(lines ? "autoZero" : "max");
    xml.markup("\"/><c:crossBetween val=\"between\"/></c:valAx>");
  }
}
