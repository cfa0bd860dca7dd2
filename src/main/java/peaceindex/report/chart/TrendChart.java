package peaceindex.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import peaceindex.index.IndexTree;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.Text;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/**
 * How the index went: one wide panel for the county's mean, then a small one for each unit in rank
 * order, all with the same axes, so that each line can be read alone and compared with the others.
 */
final class TrendChart implements Chart {
  private static final double AXIS = 34;
  private static final double GUTTER = 24;
  private static final double HEAD = 26;
  private static final double COUNTY_HEAD = 36;
  private static final double MONTHS = 20;
  private static final double NAME_LINE = 14;

  /** Panels of either end of a long ranking: more would not be read on one page. */
  private static final int ENDS = 12;

  /** Figures over the places of their periods. */
  static XYDataset data(double[] figures) {
    double[] places = new double[figures.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    DefaultXYDataset data = new DefaultXYDataset();
    data.addSeries("index", new double[][] {places, figures});
    return data;
  }

  @Override
  public Page page(Findings findings) {
    return new Layout(findings).page();
  }

  /** The figures and measures of one page. */
  private static final class Layout {
    final Findings findings;
    final Wording wording;
    final Standing standing;
    final History history;
    final double[] mean;
    final double[] highest;
    final double[] lowest;
    final List<Integer> changes;
    final Scale scale;
    final Rows rows;
    final int columns;
    final Font nameFont;
    final int nameLines;
    final ValueAxis domain;
    final XYPlot ground;
    final XYPlot curve;

    Layout(Findings findings) {
      this.findings = findings;
      this.wording = new Wording(findings);
      this.standing = findings.standing();
      this.history = History.of(findings);
      this.mean = history.mean();
      this.highest = history.highest();
      this.lowest = history.lowest();
      this.changes = history.changes(findings.index().trees());
      this.scale = scale();
      this.rows = Rows.all(standing, ENDS);
      Font usual = Typeface.regular(13);
      Font smaller = Typeface.regular(11.5);
      int most = rows.size() <= 16 || !namesFit(5, smaller) ? 4 : 5;
      this.columns = Math.max(2, Math.min(most, (int) Math.ceil(Math.sqrt(rows.size()))));
      // All names in one size, and on two lines only if the smaller size does not help.
      this.nameFont = namesFit(columns, usual) ? usual : smaller;
      this.nameLines = namesFit(columns, nameFont) ? 1 : 2;
      this.domain = new ScaleAxis(-0.5, history.size() - 0.5, List.of());
      this.domain.setVisible(false);
      this.ground = ground();
      this.curve = curve();
    }

    /** The least round range that holds the index of all units. */
    private Scale scale() {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < history.size(); i++) {
        if (Double.isFinite(lowest[i])) {
          least = Math.min(least, lowest[i]);
          most = Math.max(most, highest[i]);
        }
      }
      return least <= most ? Scale.around(least, most, 4) : Scale.around(0, 100, 4);
    }

    /** The chart of the grid, the changes of the rules and the mean, which all panels share. */
    private XYPlot ground() {
      XYPlot ground = curve();
      ground.setRangeGridlinesVisible(true);
      ground.setRangeGridlineStroke(Style.HAIRLINE);
      ground.setRangeGridlinePaint(Style.GRID);
      for (int change : changes) {
        ground.addDomainMarker(
            new ValueMarker(change - 0.5, Style.FAINT, Style.RULES_CHANGE), Layer.BACKGROUND);
      }
      return ground;
    }

    /** The chart of a curve alone. */
    private XYPlot curve() {
      ValueAxis range = scale.axis();
      range.setVisible(false);
      XYPlot curve = new XYPlot(null, domain, range, null);
      curve.setInsets(RectangleInsets.ZERO_INSETS);
      curve.setAxisOffset(RectangleInsets.ZERO_INSETS);
      curve.setFixedDomainAxisSpace(new AxisSpace());
      curve.setFixedRangeAxisSpace(new AxisSpace());
      curve.setOutlineVisible(false);
      curve.setBackgroundPaint(null);
      curve.setDomainGridlinesVisible(false);
      curve.setRangeGridlinesVisible(false);
      return curve;
    }

    Page page() {
      Page page = new Page(findings, wording.say("trend.title"), Page.WIDTH);
      String first = wording.period(history.periods().get(0));
      String last = wording.period(findings.period());
      String subtitle =
          history.size() == 1
              ? wording.say("trend.subtitleOne")
              : wording.say("trend.subtitle", "first", first, "last", last);
      boolean banded = !standing.rules().bands().isEmpty();
      page.subtitle(
          wording.orRelative(banded ? subtitle + wording.say("trend.colours") : subtitle));
      page.legend(keys());
      page.gap(8);
      overview(page);
      page.gap(16);
      multiples(page);
      page.gap(8);
      notes(page);
      return page.imprint();
    }

    private List<Page.Key> keys() {
      List<Page.Key> keys = new ArrayList<>();
      keys.add(line(Style.INK, 2.2, wording.say("trend.mean")));
      keys.add(Page.Key.field(Style.GRID, wording.say("trend.range")));
      if (standing.rules().bands().isEmpty()) {
        keys.add(line(Style.NEUTRAL, 2.4, wording.say("trend.unit")));
      }
      standing
          .rules()
          .bands()
          .forEach(
              band ->
                  keys.add(line(Color.decode(band.colour()), 2.4, band.name().in(wording.lang()))));
      return keys;
    }

    private static Page.Key line(Color colour, double width, String label) {
      return new Page.Key(
          (pen, area) ->
              pen.line(
                  area.getX(),
                  area.getCenterY(),
                  area.getMaxX(),
                  area.getCenterY(),
                  Style.line(width),
                  colour),
          label);
    }

    private void overview(Page page) {
      Font font = Typeface.regular(12);
      String highestLabel = label("trend.highest", highest);
      String meanLabel = label("trend.meanValue", mean);
      String lowestLabel = label("trend.lowest", lowest);
      double labels =
          12
              + Math.max(
                  Typeface.width(meanLabel, Typeface.bold(12)),
                  Math.max(Typeface.width(highestLabel, font), Typeface.width(lowestLabel, font)));
      page.block(
          COUNTY_HEAD + 130 + MONTHS,
          (pen, area) -> {
            pen.left(
                wording.say("trend.county"),
                Typeface.bold(14),
                Style.INK,
                area.getX(),
                area.getY() + 10);
            Rectangle2D plot =
                new Rectangle2D.Double(
                    area.getX() + AXIS,
                    area.getY() + COUNTY_HEAD,
                    area.getWidth() - AXIS - labels,
                    130);
            ground(pen, plot, Style.line(2.6), Style.INK);
            scaleLabels(pen, plot);
            periodLabels(pen, plot);
            int last = history.size() - 1;
            if (Double.isFinite(mean[last])) {
              // The three labels keep their order and at least a line's height between them.
              double middle = y(mean[last], plot);
              double x = plot.getMaxX() + 8;
              double up = Math.min(y(highest[last], plot), middle - 16);
              double down = Math.max(y(lowest[last], plot), middle + 16);
              pen.dot(x(last, plot), middle, 3.4, Style.INK);
              pen.left(highestLabel, font, Style.MUTED, x, up);
              pen.left(meanLabel, Typeface.bold(12), Style.INK, x, middle);
              pen.left(lowestLabel, font, Style.MUTED, x, down);
            }
          });
    }

    private String label(String key, double[] figures) {
      double last = figures[figures.length - 1];
      return Double.isFinite(last) ? wording.say(key, "value", wording.score(last)) : "";
    }

    /** The panels of the units, in as many columns as leave each wide enough to be read. */
    private void multiples(Page page) {
      List<Integer> group = new ArrayList<>();
      for (int row = 0; row < rows.size(); row++) {
        if (rows.isBreak(row)) {
          grid(page, group);
          group = new ArrayList<>();
          page.gap(8);
          page.block(
              30, (pen, area) -> new RowHeads(wording, rows, false, 12).paintBreak(pen, area));
          page.gap(10);
        } else {
          group.add(rows.unit(row));
        }
      }
      grid(page, group);
    }

    private void grid(Page page, List<Integer> units) {
      double head = HEAD + (nameLines - 1) * NAME_LINE;
      double height = columns <= 4 ? 92 : 78;
      for (int from = 0; from < units.size(); from += columns) {
        int start = from;
        int end = Math.min(units.size(), from + columns);
        boolean lastRow = from + columns >= units.size();
        page.block(
            head + height + (lastRow ? MONTHS : 16),
            (pen, area) -> {
              double each = panelWidth(columns);
              for (int i = start; i < end; i++) {
                Rectangle2D plot =
                    new Rectangle2D.Double(
                        area.getX() + AXIS + (i - start) * (each + GUTTER),
                        area.getY() + head,
                        each,
                        height);
                unit(pen, units.get(i), plot);
                if (i == start) {
                  scaleLabels(pen, plot);
                }
                if (i + columns >= units.size()) {
                  periodLabels(pen, plot);
                }
              }
            });
        if (!lastRow && end + columns > units.size()) {
          page.gap(MONTHS - 16);
        }
      }
    }

    private static double panelWidth(int columns) {
      return (Page.usualContent() - AXIS - (columns - 1) * GUTTER) / columns;
    }

    /** Whether every name finds room on one line over panels in this many columns. */
    private boolean namesFit(int columns, Font font) {
      for (int row = 0; row < rows.size(); row++) {
        if (!rows.isBreak(row)) {
          int unit = rows.unit(row);
          if (Typeface.width(wording.unit(unit), font) > room(unit, columns)) {
            return false;
          }
        }
      }
      return true;
    }

    /** The room for a name between the rank and the score. */
    private double room(int unit, int columns) {
      return panelWidth(columns)
          - Typeface.width(value(unit), valueFont(unit))
          - 8
          - rankWidth(unit);
    }

    private List<String> name(int unit) {
      String name = wording.unit(unit);
      double room = room(unit, columns);
      if (nameLines == 1 || Typeface.width(name, nameFont) <= room) {
        return List.of(Typeface.fit(name, nameFont, room));
      }
      String first = Typeface.wrap(name, nameFont, room, wording.lang().locale()).get(0);
      String rest = name.substring(first.length()).strip();
      return List.of(first, Typeface.fit(rest, nameFont, room));
    }

    private String value(int unit) {
      return standing.isRanked(unit)
          ? wording.score(standing.published(unit))
          : wording.say("trend.notRanked");
    }

    private Font valueFont(int unit) {
      return standing.isRanked(unit) ? Typeface.bold(13) : Typeface.regular(11.5);
    }

    private double rankWidth(int unit) {
      return standing.isRanked(unit)
          ? Typeface.width(Wording.plain(standing.rank(unit)), Typeface.bold(13)) + 6
          : 0;
    }

    private void unit(Pen pen, int unit, Rectangle2D plot) {
      double[] line = history.unit(unit);
      boolean ranked = standing.isRanked(unit);
      Color colour = ranked ? Style.of(standing.band(unit)) : Style.MUTED;
      pen.ground(plot, (p, area) -> ground(p, area, Style.line(1.2), Style.MUTED));
      draw(pen, plot, curve, line, new Curve(pen, Style.line(2.3), colour, true));
      int last = history.size() - 1;
      if (ranked) {
        pen.dot(x(last, plot), y(line[last], plot), 3.2, colour);
      }
      List<String> name = name(unit);
      double middle = plot.getY() - 13;
      pen.right(
          value(unit), valueFont(unit), ranked ? Style.INK : Style.FAINT, plot.getMaxX(), middle);
      double first = middle - (name.size() - 1) * NAME_LINE;
      if (ranked) {
        String rank = Wording.plain(standing.rank(unit));
        pen.left(rank, Typeface.bold(13), Style.FAINT, plot.getX(), first);
      }
      double x = plot.getX() + rankWidth(unit);
      for (int i = 0; i < name.size(); i++) {
        pen.left(name.get(i), nameFont, Style.INK, x, first + i * NAME_LINE);
      }
    }

    /** What lies under the curve of a unit: the range of all units, the grid and the mean. */
    private void ground(Pen pen, Rectangle2D plot, Stroke stroke, Color colour) {
      range(pen, plot);
      // The plot cuts the lowest grid line in half.
      pen.line(
          plot.getX(), plot.getMaxY(), plot.getMaxX(), plot.getMaxY(), Style.HAIRLINE, Style.RULE);
      draw(pen, plot, ground, mean, new Curve(pen, stroke, colour, false));
    }

    private static void draw(Pen pen, Rectangle2D plot, XYPlot chart, double[] figures, Curve how) {
      chart.setRenderer(how);
      chart.setDataset(data(figures));
      chart.draw(pen.graphics(), plot, null, null, null);
    }

    /** The grey field from the lowest to the highest index of all units. */
    private void range(Pen pen, Rectangle2D plot) {
      Path2D field = new Path2D.Double();
      for (int from = 0; from < history.size(); from++) {
        int to = from;
        while (to < history.size() && Double.isFinite(lowest[to])) {
          to++;
        }
        if (to == from) {
          continue;
        }
        // A period alone still needs some width to be seen.
        double edge = to - from == 1 ? 0.25 : 0;
        field.moveTo(x(from - edge, plot), y(highest[from], plot));
        for (int i = from; i < to; i++) {
          field.lineTo(x(i, plot), y(highest[i], plot));
        }
        field.lineTo(x(to - 1 + edge, plot), y(highest[to - 1], plot));
        field.lineTo(x(to - 1 + edge, plot), y(lowest[to - 1], plot));
        for (int i = to - 1; i >= from; i--) {
          field.lineTo(x(i, plot), y(lowest[i], plot));
        }
        field.lineTo(x(from - edge, plot), y(lowest[from], plot));
        field.closePath();
        from = to;
      }
      pen.fill(field, Style.SHADE);
    }

    private double x(double place, Rectangle2D plot) {
      return domain.valueToJava2D(place, plot, RectangleEdge.BOTTOM);
    }

    private double y(double score, Rectangle2D plot) {
      return plot.getMaxY() - scale.share(score) * plot.getHeight();
    }

    private void scaleLabels(Pen pen, Rectangle2D plot) {
      Font font = Typeface.regular(10.5);
      for (double tick : scale.ticks()) {
        pen.right(Wording.plain(tick), font, Style.MUTED, plot.getX() - 8, y(tick, plot));
      }
    }

    /** Labels the last period and, counted back from it, as many others as find room. */
    private void periodLabels(Pen pen, Rectangle2D plot) {
      if (findings.period().frequency() == Frequency.NONE) {
        return;
      }
      Font font = Typeface.regular(10.5);
      double label = Typeface.width(history.periods().get(0).toString(), font) + 8;
      double each = plot.getWidth() / history.size();
      int step = step((int) Math.ceil(label / each));
      for (int i = history.size() - 1; i >= 0; i -= step) {
        double x = x(i, plot);
        pen.line(x, plot.getMaxY(), x, plot.getMaxY() + 3, Style.HAIRLINE, Style.FAINT);
        String text = history.periods().get(i).toString();
        pen.centre(text, font, Style.MUTED, x, plot.getMaxY() + 11);
      }
    }

    /** The least step of at least {@code least} that keeps to the rhythm of the year. */
    private int step(int least) {
      int[] rhythm =
          switch (findings.period().frequency()) {
            case TEN_DAYS -> new int[] {1, 3, 6, 9, 18, 36, 72, 108, 180, 360};
            case WEEK -> new int[] {1, 2, 4, 13, 26, 52, 104, 156, 260, 520};
            case MONTH, YEAR_TO_DATE -> new int[] {1, 2, 3, 4, 6, 12, 24, 36, 60, 120};
            case QUARTER -> new int[] {1, 2, 4, 8, 12, 20, 40};
            case HALF_YEAR, YEAR, NONE -> new int[] {1, 2, 5, 10, 20, 50, 100};
          };
      for (int step : rhythm) {
        if (step >= least) {
          return step;
        }
      }
      return least;
    }

    private void notes(Page page) {
      for (int change : changes) {
        Period from = history.periods().get(change);
        Optional<IndexTree> tree = findings.index().trees().at(from);
        Text name = tree.map(IndexTree::versionName).orElse(Text.of(""));
        page.note(
            name.in(wording.lang()).isEmpty()
                ? wording.say("trend.rulesUnnamed", "from", from.words())
                : wording.say("trend.rules", "from", from.words(), "name", name));
      }
      if (hasGaps()) {
        page.note(wording.say("trend.gap"));
      }
      rows.notes(page, wording);
    }

    /** Whether the line of any unit is broken or does not go all the way. */
    private boolean hasGaps() {
      for (int row = 0; row < rows.size(); row++) {
        if (!rows.isBreak(row)) {
          for (double index : history.unit(rows.unit(row))) {
            if (Double.isNaN(index)) {
              return true;
            }
          }
        }
      }
      return false;
    }
  }

  /**
   * Draws a series as one path and, if wanted, a dot for a figure that has none to be joined to.
   */
  private static final class Curve extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1L;
    private static final double DOT = 2;

    private final transient Pen pen;
    private final transient Stroke stroke;
    private final transient Color colour;
    private final boolean dots;

    Curve(Pen pen, Stroke stroke, Color colour, boolean dots) {
      this.pen = pen;
      this.dots = dots;
      this.stroke = stroke;
      this.colour = colour;
    }

    /** Draws the whole series with its first item. */
    @Override
    public void drawItem(
        Graphics2D graphics,
        XYItemRendererState state,
        Rectangle2D area,
        PlotRenderingInfo info,
        XYPlot plot,
        ValueAxis domain,
        ValueAxis range,
        XYDataset data,
        int series,
        int item,
        CrosshairState crosshair,
        int pass) {
      if (item > 0) {
        return;
      }
      Path2D path = new Path2D.Float();
      int size = data.getItemCount(series);
      for (int from = 0; from < size; from++) {
        int to = from;
        for (; to < size && !Double.isNaN(data.getYValue(series, to)); to++) {
          double x = domain.valueToJava2D(data.getXValue(series, to), area, RectangleEdge.BOTTOM);
          double y = range.valueToJava2D(data.getYValue(series, to), area, RectangleEdge.LEFT);
          if (to > from) {
            path.lineTo(x, y);
          } else {
            path.moveTo(x, y);
          }
        }
        if (dots && to == from + 1) {
          Point2D alone = path.getCurrentPoint();
          pen.dot(alone.getX(), alone.getY(), DOT, colour);
        }
        from = to;
      }
      pen.draw(path, stroke, colour);
    }
  }
}
