package peaceindex.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import peaceindex.index.IndexTree;
import peaceindex.panel.CellStatus;
import peaceindex.ranking.Published;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.PointsNotes;

/**
 * What the index of each unit is made of. Where the tree is additive the contributions of the
 * dimensions are stacked; where it is not they do not add up, and their scores stand side by side.
 */
final class ContributionsChart implements Chart {
  /** What stands for the points, which are no node. */
  private static final int POINTS = -1;

  /**
   * The published contributions of the parts (weight × score), or their published scores where the
   * tree is not additive: a row for each part, a column for each row of the chart. Where the parts
   * add up and any unit has points, these are a part more.
   */
  static CategoryDataset data(Standing standing, Rows rows) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int part : parts(standing)) {
      for (int row = 0; row < rows.size(); row++) {
        Double figure = rows.isBreak(row) ? null : figure(standing, part, rows.unit(row));
        data.addValue(figure, Integer.valueOf(part), Integer.valueOf(row));
      }
    }
    return data;
  }

  private static List<Integer> parts(Standing standing) {
    List<Integer> parts = new ArrayList<>(standing.tree().children(0));
    if (standing.tree().isAdditive() && PointsNotes.hasPoints(standing)) {
      parts.add(POINTS);
    }
    return parts;
  }

  private static String name(IndexTree tree, int part, Wording wording) {
    return part == POINTS
        ? wording.say("points")
        : wording.say(
            "weight", "name", tree.node(part).name(), "weight", Wording.percent(tree.share(part)));
  }

  private static double figure(Standing standing, int part, int unit) {
    if (part == POINTS) {
      return Published.of(standing.points(unit), standing.rules().decimals());
    }
    return standing.tree().isAdditive()
        ? Published.of(standing.scores().contribution(part, unit), standing.rules().decimals())
        : standing.published(part, unit);
  }

  @Override
  public Page page(Findings findings) {
    Wording wording = new Wording(findings);
    Standing standing = findings.standing();
    IndexTree tree = standing.tree();
    boolean additive = tree.isAdditive();
    Rows rows = Rows.ranked(standing);
    String kind = additive ? "contributions" : "sideBySide";
    Page page = new Page(findings, wording.say(kind + ".title"), Page.WIDTH);
    if (rows.size() == 0) {
      page.subtitle(wording.say("nobody"));
      rows.notes(page, wording);
      return page.imprint();
    }
    page.subtitle(wording.orRelative(wording.say(kind + ".subtitle")));
    List<Integer> parts = parts(standing);
    List<Page.Key> keys =
        IntStream.range(0, parts.size())
            .mapToObj(i -> Page.Key.field(Style.part(i), name(tree, parts.get(i), wording)))
            .collect(Collectors.toCollection(ArrayList::new));
    Scale scale = scale(standing, rows);
    if (additive && scale.from() < 0) {
      keys.add(
          new Page.Key(
              (pen, area) ->
                  pen.line(
                      area.getCenterX(),
                      area.getY(),
                      area.getCenterX(),
                      area.getMaxY(),
                      Style.TOTAL,
                      Style.INK),
              wording.say("total")));
    }
    page.legend(keys);
    page.gap(8);
    Bars bars =
        new Bars(
            data(standing, rows),
            additive ? new StackedBarRenderer() : new BarRenderer(),
            scale,
            additive ? 0.66 : 0.76);
    paint(page, wording, rows, bars);
    page.gap(10);
    if (additive) {
      page.note(wording.say("contributions.rounding"));
    }
    missing(page, wording, rows);
    rows.notes(page, wording);
    return page.imprint();
  }

  private static Scale scale(Standing standing, Rows rows) {
    double[] ends =
        rows.shown()
            .map(rows::unit)
            .boxed()
            .flatMapToDouble(
                unit -> {
                  double[] figures =
                      parts(standing).stream()
                          .mapToDouble(part -> figure(standing, part, unit))
                          .filter(Double::isFinite)
                          .toArray();
                  if (!standing.tree().isAdditive()) {
                    return IntStream.range(0, figures.length).mapToDouble(i -> figures[i]);
                  }
                  double plus = 0;
                  double minus = 0;
                  for (double figure : figures) {
                    plus += Math.max(0, figure);
                    minus += Math.min(0, figure);
                  }
                  return DoubleStream.of(plus, minus);
                })
            .toArray();
    return Scale.ofBars(standing.tree(), ends, 10);
  }

  private static void paint(Page page, Wording wording, Rows rows, Bars bars) {
    Standing standing = wording.findings().standing();
    boolean additive = standing.tree().isAdditive();
    int parts = parts(standing).size();
    double size = rows.size() <= 20 ? 14 : rows.size() <= 40 ? 13 : 12;
    double rowHeight = rows.size() <= 20 ? 32 : rows.size() <= 40 ? 26 : 22;
    if (!additive) {
      rowHeight = Math.max(rowHeight, Math.min(13.5 * parts, 120) + 10);
    }
    double height = rowHeight;
    RowHeads heads = new RowHeads(wording, rows, false, size);
    Font totalFont = Typeface.bold(size - 1);
    String total = wording.say("total");
    double above = 20;
    page.block(
        above + rows.size() * height + Bars.AXIS,
        (pen, area) -> {
          double left = area.getX() + heads.width();
          double totalWidth =
              Math.max(Typeface.width("−100.00", totalFont), Typeface.width(total, totalFont));
          double right = area.getMaxX() - totalWidth - 14;
          Rectangle2D plot =
              new Rectangle2D.Double(left, area.getY() + above, right - left, rows.size() * height);
          for (int i = 0; i < parts; i++) {
            bars.colour(i, Style.part(i));
          }
          bars.paint(pen, plot);
          pen.right(total, Typeface.regular(11.5), Style.MUTED, area.getMaxX(), plot.getY() - 10);
          for (int row = 0; row < rows.size(); row++) {
            Rectangle2D whole =
                new Rectangle2D.Double(
                    area.getX(), plot.getY() + row * height, area.getWidth(), height);
            if (rows.isBreak(row)) {
              pen.fill(whole, Style.PAPER);
              heads.paintBreak(pen, whole);
              continue;
            }
            int unit = rows.unit(row);
            heads.paint(pen, row, whole);
            pen.right(
                wording.score(standing.published(unit)),
                totalFont,
                Style.INK,
                area.getMaxX(),
                whole.getCenterY());
            if (additive) {
              stackLabels(pen, wording, unit, bars, plot, whole);
            } else {
              sideLabels(pen, wording, unit, bars, plot, whole);
            }
          }
        });
  }

  /** The figure of each part in the middle of its segment, where there is room. */
  private static void stackLabels(
      Pen pen, Wording wording, int unit, Bars bars, Rectangle2D plot, Rectangle2D row) {
    Standing standing = wording.findings().standing();
    Font font = Typeface.regular(row.getHeight() > 28 ? 12 : 11);
    List<Integer> parts = parts(standing);
    double plus = 0;
    double minus = 0;
    for (int i = 0; i < parts.size(); i++) {
      double figure = figure(standing, parts.get(i), unit);
      double from = figure < 0 ? minus : plus;
      double a = bars.x(from, plot);
      double b = bars.x(from + figure, plot);
      String label = wording.score(figure);
      if (Math.abs(b - a) >= Typeface.width(label, font) + 6) {
        pen.centre(label, font, Style.textOn(Style.part(i)), (a + b) / 2, row.getCenterY());
      }
      if (figure < 0) {
        minus += figure;
      } else {
        plus += figure;
      }
    }
    if (minus < 0) {
      double x = bars.x(plus + minus, plot);
      double half = row.getHeight() * 0.4;
      pen.line(x, row.getCenterY() - half, x, row.getCenterY() + half, Style.TOTAL, Style.INK);
    }
  }

  private static void sideLabels(
      Pen pen, Wording wording, int unit, Bars bars, Rectangle2D plot, Rectangle2D row) {
    Standing standing = wording.findings().standing();
    List<Integer> parts = parts(standing);
    double all = row.getHeight() * 0.76;
    double each = all / parts.size();
    if (each < 9) {
      return;
    }
    Font font = Typeface.regular(Math.min(10.5, each));
    for (int i = 0; i < parts.size(); i++) {
      double score = figure(standing, parts.get(i), unit);
      if (Double.isFinite(score)) {
        double y = row.getY() + (row.getHeight() - all) / 2 + (i + 0.5) * each;
        Color colour = Style.MUTED;
        String label = wording.score(score);
        double end = bars.x(Math.max(0, score), plot) + 4;
        if (end + Typeface.width(label, font) > plot.getMaxX()) {
          // No room before the column of totals: inside the bar.
          pen.right(label, font, Style.textOn(Style.part(i)), end - 8, y);
        } else {
          pen.left(label, font, colour, end, y);
        }
      }
    }
  }

  /** Says which parts are not due, and which units lack the score of another part. */
  private static void missing(Page page, Wording wording, Rows rows) {
    Standing standing = wording.findings().standing();
    for (int part : standing.tree().children(0)) {
      if (rows.shown().map(rows::unit).anyMatch(unit -> isNotDue(standing, part, unit))) {
        page.note(wording.say("contributions.notDue", "part", standing.tree().node(part).name()));
      }
      List<String> units =
          rows.shown()
              .map(rows::unit)
              .filter(unit -> Double.isNaN(standing.published(part, unit)))
              .filter(unit -> !isNotDue(standing, part, unit))
              .mapToObj(wording::unit)
              .toList();
      if (!units.isEmpty()) {
        page.note(
            wording.say(
                "contributions.missing",
                "part",
                standing.tree().node(part).name(),
                "units",
                units.stream().collect(Collectors.joining(wording.say("comma")))));
      }
    }
  }

  private static boolean isNotDue(Standing standing, int part, int unit) {
    return standing.scores().status(part, unit) == CellStatus.NOT_DUE;
  }
}
