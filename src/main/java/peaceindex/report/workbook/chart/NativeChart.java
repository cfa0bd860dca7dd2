package peaceindex.report.workbook.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peaceindex.report.workbook.ooxml.Anchor;
import peaceindex.report.workbook.ooxml.ChartPart;
import peaceindex.report.workbook.ooxml.ChartPart.Kind;
import peaceindex.report.workbook.ooxml.SheetWriter;

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

  private static final int TITLE_SIZE = 12;
  private static final int LABEL_SIZE = 9;
  private static final int SMALL_SIZE = 8;
  private static final int SMALLEST_SIZE = 7;
  private static final int MANY = 30;
  private static final int VERY_MANY = 45;

  /** Lines begin at a multiple of it. */
  private static final double STEP = 10;

  private static final int MARKER = 6;

  public NativeChart {
    series = List.copyOf(series);
  }

  /** Draws it over the rows from {@code top} to before {@code bottom}. */
  public void draw(SheetWriter sheet, int top, int bottom, int columns) {
    sheet.chart(Anchor.between(top, 0, bottom, columns), about, part());
  }

  private ChartPart part() {
    int count = categories.shown().size();
    int size = count > VERY_MANY ? SMALLEST_SIZE : count > MANY ? SMALL_SIZE : LABEL_SIZE;
    List<ChartPart.Series> drawn = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      drawn.add(kind == Kind.LINES ? line(i) : bars(i));
    }
    return new ChartPart(
        kind,
        title,
        TITLE_SIZE,
        series.size() > 1,
        new ChartPart.CategoryAxis(categories.range(), categories.shown(), size),
        new ChartPart.ValueAxis(axis, least(), LABEL_SIZE, Ink.GRID),
        drawn);
  }

  /** Where the axis begins; a bar that does not begin at 0 is no measure. */
  private double least() {
    double least = Double.POSITIVE_INFINITY;
    for (Series each : series) {
      for (@Nullable Double figure : each.figures().shown()) {
        least = figure == null ? least : Math.min(least, figure);
      }
    }
    if (least < 0) {
      return Double.NaN;
    }
    boolean begins = kind == Kind.LINES && !Double.isInfinite(least);
    return begins ? Math.max(0, Math.floor((least - STEP / 2) / STEP) * STEP) : 0;
  }

  private ChartPart.Series bars(int number) {
    boolean plain = Ink.isPlain(number);
    return series(
        number,
        Ink.fill(number),
        new ChartPart.Stroke(plain ? Ink.PAPER : "#595959", 0.5, ""),
        ChartPart.Marker.NONE,
        labelled && (plain || kind == Kind.BARS) ? labels(number) : null);
  }

  private ChartPart.Series line(int number) {
    Ink.Stroke stroke = Ink.stroke(number);
    return series(
        number,
        ChartPart.Fill.plain(stroke.colour()),
        new ChartPart.Stroke(stroke.colour(), stroke.points(), stroke.dash()),
        new ChartPart.Marker(stroke.marker(), MARKER, stroke.colour()),
        null);
  }

  private ChartPart.Series series(
      int number,
      ChartPart.Fill fill,
      ChartPart.Stroke stroke,
      ChartPart.Marker marker,
      ChartPart.@Nullable Labels labels) {
    Series each = series.get(number);
    Cells<Double> figures = each.figures();
    return new ChartPart.Series(
        each.name(), figures.range(), figures.shown(), pattern, fill, stroke, marker, labels);
  }

  private ChartPart.Labels labels(int number) {
    boolean within = kind == Kind.STACKS;
    boolean many = categories.shown().size() > MANY;
    return new ChartPart.Labels(
        // What is missing may count as 0 where words stand in its cell.
        pattern + ";-" + pattern + ";",
        many ? SMALLEST_SIZE : within ? SMALL_SIZE : LABEL_SIZE,
        within,
        within && Ink.isDark(number) ? Ink.PAPER : "");
  }
}
