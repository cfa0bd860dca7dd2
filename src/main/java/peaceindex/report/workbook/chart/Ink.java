package peaceindex.report.workbook.chart;

import java.util.List;
import peaceindex.report.workbook.ooxml.ChartPart;

/** Colours, patterns and strokes that can be told apart when copied in grey. */
final class Ink {
  static final String PAPER = "#FFFFFF";
  static final String GRID = "#D9D9D9";

  /** Neighbours differ in lightness by a quarter of the way from black to white or more. */
  private static final List<String> FILLS = List.of("#1F4E79", "#F4B183", "#548235", "#FFE699");

  /** As DrawingML calls them. */
  private static final List<String> PATTERNS =
      List.of("wdUpDiag", "dkHorz", "wdDnDiag", "dkVert", "diagCross");

  /** A line, told by its colour, its strokes and its marks. */
  record Stroke(String colour, String dash, String marker, double points) {}

  private static final List<Stroke> STROKES =
      List.of(
          new Stroke("#1F4E79", "solid", "circle", 2.5),
          new Stroke("#548235", "dash", "triangle", 1.75),
          new Stroke("#C55A11", "sysDot", "square", 1.75),
          new Stroke("#7F6000", "lgDashDot", "diamond", 1.75));

  private Ink() {}

  /** The fill of the series with this number: plain colours, then patterns in the same colours. */
  static ChartPart.Fill fill(int series) {
    String colour = FILLS.get(series % FILLS.size());
    return isPlain(series)
        ? ChartPart.Fill.plain(colour)
        : new ChartPart.Fill(
            colour, PATTERNS.get((series - FILLS.size()) % PATTERNS.size()), PAPER);
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
}
