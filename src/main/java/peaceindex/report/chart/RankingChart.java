package peaceindex.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/** Who stands where: a bar for each unit in the order of the ranking, in the colour of its band. */
final class RankingChart implements Chart {

  /** Published scores: one row, a column for each row of the chart. */
  static CategoryDataset data(Standing standing, Rows rows) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int row = 0; row < rows.size(); row++) {
      Double score = rows.isBreak(row) ? null : standing.published(rows.unit(row));
      data.addValue(score, "score", Integer.valueOf(row));
    }
    return data;
  }

  @Override
  public Page page(Findings findings) {
    Wording wording = new Wording(findings);
    Standing standing = findings.standing();
    Rows rows = Rows.ranked(standing);
    Page page = new Page(findings, wording.say("ranking.title"), Page.WIDTH);
    if (rows.size() == 0) {
      page.subtitle(wording.say("nobody"));
    } else {
      int count = standing.ranking().size();
      page.subtitle(wording.orRelative(wording.say("ranking.subtitle", "count", count)));
      page.legend(
          standing.rules().bands().stream()
              .map(band -> Page.Key.field(Color.decode(band.colour()), wording.band(band)))
              .toList());
      page.gap(4);
      bars(page, wording, rows);
      page.gap(10);
    }
    rows.notes(page, wording);
    return page.imprint();
  }

  private static void bars(Page page, Wording wording, Rows rows) {
    Standing standing = wording.findings().standing();
    double rowHeight = rows.size() <= 20 ? 32 : rows.size() <= 40 ? 26 : 22;
    double size = rows.size() <= 20 ? 14 : rows.size() <= 40 ? 13 : 12;
    RowHeads heads = new RowHeads(wording, rows, true, size);
    Font scoreFont = Typeface.bold(size - 1);

    double[] scores = rows.shown().mapToDouble(row -> standing.published(rows.unit(row))).toArray();
    Bars bars =
        new Bars(
            data(standing, rows),
            new BandRenderer(standing, rows),
            Scale.ofBars(standing.tree(), scores, 10),
            0.62);
    double mean = standing.publishedMean();
    String meanLabel = wording.say("mean", "value", wording.score(mean));
    // A unit alone is its own mean.
    boolean marked = standing.ranking().size() > 1;
    if (marked) {
      bars.mark(mean);
    }

    double above = marked ? 30 : 8;
    page.block(
        above + rows.size() * rowHeight + Bars.AXIS,
        (pen, area) -> {
          double left = area.getX() + heads.width();
          // Room for the score after the longest bar.
          double right = area.getMaxX() - Typeface.width("−100.00", scoreFont) - 4;
          Rectangle2D plot =
              new Rectangle2D.Double(
                  left, area.getY() + above, right - left, rows.size() * rowHeight);
          bars.paint(pen, plot);
          if (marked) {
            meanLabel(pen, meanLabel, bars.x(mean, plot), plot);
          }
          for (int row = 0; row < rows.size(); row++) {
            Rectangle2D whole =
                new Rectangle2D.Double(
                    area.getX(), plot.getY() + row * rowHeight, area.getWidth(), rowHeight);
            if (rows.isBreak(row)) {
              pen.fill(whole, Style.PAPER);
              heads.paintBreak(pen, whole);
            } else {
              heads.paint(pen, row, whole);
              double score = standing.published(rows.unit(row));
              String label = wording.score(score);
              afterBar(pen, label, scoreFont, bars.x(Math.max(0, score), plot), whole);
            }
          }
        });
  }

  /** The words over the dashed line, kept within the plot. */
  private static void meanLabel(Pen pen, String label, double x, Rectangle2D plot) {
    Font font = Typeface.regular(12);
    double half = Typeface.width(label, font) / 2;
    double centre = Math.max(plot.getX() + half, Math.min(plot.getMaxX() - half + 40, x));
    pen.line(x, plot.getY() - 8, x, plot.getY(), Style.THIN, Style.INK);
    pen.centre(label, font, Style.INK, centre, plot.getY() - 18);
  }

  /** A figure after the end of a bar, on its own ground where a line passes beneath. */
  static void afterBar(Pen pen, String label, Font font, double end, Rectangle2D row) {
    double width = Typeface.width(label, font);
    double height = font.getSize2D() * 1.25;
    pen.fill(
        new Rectangle2D.Double(end + 3, row.getCenterY() - height / 2, width + 6, height),
        Style.PAPER);
    pen.left(label, font, Style.INK, end + 6, row.getCenterY());
  }

  private static final class BandRenderer extends BarRenderer {
    private static final long serialVersionUID = 1L;
    private final transient Standing standing;
    private final transient Rows rows;

    BandRenderer(Standing standing, Rows rows) {
      this.standing = standing;
      this.rows = rows;
    }

    @Override
    public Paint getItemPaint(int series, int column) {
      return rows.isBreak(column) ? Style.NEUTRAL : Style.of(standing.band(rows.unit(column)));
    }
  }
}
