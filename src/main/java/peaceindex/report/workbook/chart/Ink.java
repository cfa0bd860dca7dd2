package peaceindex.report.workbook.chart;

import java.util.List;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.PresetPattern;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFFillProperties;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPatternFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;

/** Colours, patterns and strokes that can be told apart when copied in grey. */
final class Ink {
  static final String PAPER = "#FFFFFF";
  static final String GRID = "#D9D9D9";

  /** Neighbours differ in lightness by a quarter of the way from black to white or more. */
  private static final List<String> FILLS = List.of("#1F4E79", "#F4B183", "#548235", "#FFE699");

  private static final List<PresetPattern> PATTERNS =
      List.of(
          PresetPattern.WIDE_UPWARD_DIAGONAL,
          PresetPattern.DARK_HORIZONTAL,
          PresetPattern.WIDE_DOWNWARD_DIAGONAL,
          PresetPattern.DARK_VERTICAL,
          PresetPattern.DIAGONAL_CROSS);

  /** A line, told by its colour, its strokes and its marks. */
  record Stroke(String colour, PresetLineDash dash, MarkerStyle marker, double points) {}

  private static final List<Stroke> STROKES =
      List.of(
          new Stroke("#1F4E79", PresetLineDash.SOLID, MarkerStyle.CIRCLE, 2.5),
          new Stroke("#548235", PresetLineDash.DASH, MarkerStyle.TRIANGLE, 1.75),
          new Stroke("#C55A11", PresetLineDash.SYSTEM_DOT, MarkerStyle.SQUARE, 1.75),
          new Stroke("#7F6000", PresetLineDash.LARGE_DASH_DOT, MarkerStyle.DIAMOND, 1.75));

  private Ink() {}

  /** The fill of the series with this number: plain colours, then patterns in the same colours. */
  static XDDFFillProperties fill(int series) {
    XDDFColor colour = colour(FILLS.get(series % FILLS.size()));
    if (isPlain(series)) {
      return new XDDFSolidFillProperties(colour);
    }
    XDDFPatternFillProperties pattern = new XDDFPatternFillProperties();
    pattern.setPresetPattern(PATTERNS.get((series - FILLS.size()) % PATTERNS.size()));
    pattern.setForegroundColor(colour);
    pattern.setBackgroundColor(colour(PAPER));
    return pattern;
  }

  /** Whether words can be read on the fill of the series with this number. */
  static boolean isPlain(int series) {
    return series < FILLS.size();
  }

  /** Whether words on the plain fill of the series with this number are to be white. */
  static boolean isDark(int series) {
    return series % 2 == 0;
  }

  static Stroke stroke(int series) {
    return STROKES.get(series % STROKES.size());
  }

  static XDDFLineProperties line(String colour, double points) {
    XDDFLineProperties line = new XDDFLineProperties(solid(colour));
    line.setWidth(points);
    return line;
  }

  static XDDFLineProperties line(Stroke stroke) {
    XDDFLineProperties line = line(stroke.colour(), stroke.points());
    line.setPresetDash(new XDDFPresetLineDash(stroke.dash()));
    return line;
  }

  static XDDFSolidFillProperties solid(String colour) {
    return new XDDFSolidFillProperties(colour(colour));
  }

  private static XDDFColor colour(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return XDDFColor.from(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
  }
}
