package peaceindex.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import peaceindex.index.IndexTree;
import peaceindex.index.normalise.ZScore;
import peaceindex.panel.CellStatus;
import peaceindex.ranking.Band;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/**
 * Where each unit is strong and weak: units in rank order by indicators, every cell with its
 * published score on a ground from orange (weak) to blue (strong), which the colour-blind tell
 * apart as well. What has no score is hatched and says why.
 */
final class HeatmapChart implements Chart {
  /** With more indicators than this the dimensions are shown instead. */
  /** Behind a score of a value that is not the one reported. */
  private static final String TOUCHED = "*";

  private static final int MOST_COLUMNS = 40;

  private static final Color[] WEAK_TO_STRONG = {
    new Color(0x9A3B06),
    new Color(0xE0822F),
    new Color(0xFBE8CB),
    new Color(0xE9F1F7),
    new Color(0x92C0E0),
    new Color(0x23649F)
  };

  /** Published scores; rows as on the chart, columns by node, the index itself first. */
  static CategoryDataset data(Standing standing, Rows rows) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int row = 0; row < rows.size(); row++) {
      for (int node : columns(standing.tree())) {
        Double score = rows.isBreak(row) ? null : standing.published(node, rows.unit(row));
        data.addValue(score, Integer.valueOf(row), Integer.valueOf(node));
      }
    }
    return data;
  }

  private static List<Integer> columns(IndexTree tree) {
    return Stream.concat(Stream.of(0), leaves(tree).stream()).toList();
  }

  private static List<Integer> leaves(IndexTree tree) {
    if (tree.indicators().size() <= MOST_COLUMNS) {
      return tree.indicators();
    }
    return tree.children(0).stream().limit(MOST_COLUMNS).toList();
  }

  /** The child of the root above a node, or the node itself. */
  private static int head(IndexTree tree, int node) {
    int head = node;
    while (tree.parent(head) > 0) {
      head = tree.parent(head);
    }
    return head;
  }

  @Override
  public Page page(Findings findings) {
    return new Layout(findings).page();
  }

  private static final class Layout {
    private static final double GROUP_GAP = 8;
    private static final double HEADER_LINE = 14;

    final Findings findings;
    final Wording wording;
    final Standing standing;
    final IndexTree tree;
    final Rows rows;
    final CategoryDataset data;
    final List<Integer> columns;
    final List<Double> lefts = new ArrayList<>();
    final RowHeads heads;
    final Font headerFont = Typeface.regular(11);
    final Font groupFont = Typeface.bold(12.5);
    final Font cellFont;
    final double rowHeight;
    final double cellWidth;
    final boolean upright;
    final Scale scale;
    final double pivot;

    Layout(Findings findings) {
      this.findings = findings;
      this.wording = new Wording(findings);
      this.standing = findings.standing();
      this.tree = standing.tree();
      this.rows = Rows.all(standing);
      this.data = data(standing, rows);
      this.columns = columns(tree);
      this.rowHeight = rows.size() <= 20 ? 31 : rows.size() <= 40 ? 26 : 22;
      this.heads = new RowHeads(wording, rows, false, rows.size() <= 20 ? 13.5 : 12);
      double[] figures =
          rows.shown()
              .boxed()
              .flatMap(
                  row -> columns.stream().map(node -> standing.published(node, rows.unit(row))))
              .mapToDouble(Double::doubleValue)
              .toArray();
      this.scale = Scale.ofBars(tree, figures, 5);
      this.pivot = pivot();

      int gaps = groups();
      double longestWord =
          columns.stream()
              .mapToDouble(n -> Typeface.longestPiece(name(n), headerFont, locale()))
              .max()
              .orElse(0);
      double widestScore =
          rows.shown()
              .boxed()
              .flatMap(row -> columns.stream().map(node -> text(node, rows.unit(row))))
              .mapToDouble(text -> Typeface.width(text, Typeface.regular(12)))
              .max()
              .orElse(0);
      double room = Page.usualContent() - heads.width() - gaps * GROUP_GAP;
      double each = Math.floor(room / columns.size());
      double needed = Math.max(widestScore + 6, 34);
      // Headers stand upright only where lying ones would make the page too wide.
      double widest = Math.floor((1250 - heads.width()) / columns.size());
      this.upright = longestWord + 4 > Math.max(each, widest);
      this.cellWidth =
          Math.min(96, Math.max(each, upright ? needed : Math.max(needed, longestWord + 4)));
      this.cellFont = Typeface.regular(rows.size() <= 20 ? 12 : 11);
      double x = heads.width();
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0 && head(tree, columns.get(i)) != head(tree, columns.get(i - 1))) {
          x += GROUP_GAP;
        }
        lefts.add(x);
        x += cellWidth;
      }
    }

    private int groups() {
      return (int) columns.stream().map(node -> head(tree, node)).distinct().count() - 1;
    }

    /**
     * Where weak begins: below the second worst band, at the mean of standard scores, or midway.
     */
    private double pivot() {
      List<Band> bands = standing.rules().bands();
      double from = bands.size() < 2 ? commonMean() : bands.get(bands.size() - 1).to();
      return from > scale.from() && from < scale.to() ? from : (scale.from() + scale.to()) / 2;
    }

    /** The mean that all standard scores share; NaN if not all indicators are scored so. */
    private double commonMean() {
      double[] means =
          tree.indicators().stream()
              .mapToDouble(
                  node ->
                      tree.indicator(node).parts().get(0).normalisation() instanceof ZScore z
                              && tree.indicator(node).parts().size() == 1
                          ? z.mean()
                          : Double.NaN)
              .distinct()
              .toArray();
      return means.length == 1 ? means[0] : Double.NaN;
    }

    private Locale locale() {
      return wording.lang().locale();
    }

    private String name(int node) {
      return tree.node(node).name().in(wording.lang());
    }

    private String text(int node, int unit) {
      double score = standing.published(node, unit);
      if (Double.isNaN(score)) {
        return sign(status(node, unit));
      }
      boolean touched = standing.scores().status(node, unit).isTouched();
      return wording.score(score) + (touched ? TOUCHED : "");
    }

    private CellStatus status(int node, int unit) {
      CellStatus status = standing.scores().status(node, unit);
      return status.hasFigure() ? CellStatus.UNDEFINED : status;
    }

    private static String sign(CellStatus status) {
      return switch (status) {
        case REPORTED -> "";
        case TREATED, SHRUNK, IMPUTED -> TOUCHED;
        case NOT_REPORTED -> "—";
        case UNUSABLE -> "×";
        case UNDEFINED -> "÷";
        case NO_REFERENCE -> "○";
        case NOT_DUE -> "·";
        case NOT_APPLICABLE -> "/";
      };
    }

    Page page() {
      double content = lefts.get(lefts.size() - 1) + cellWidth;
      Page page = new Page(findings, wording.say("heatmap.title"), Page.around(content));
      page.subtitle(
          wording.orRelative(wording.say("heatmap.subtitle", "pivot", Wording.plain(pivot))));
      if (rows.size() > 0) {
        page.gap(8);
        page.block(34, this::colourKey);
        page.legend(signs());
        page.gap(12);
        headers(page);
        cells(page);
        page.gap(12);
      }
      if (columns.size() - 1 < tree.indicators().size()) {
        page.note(wording.say("heatmap.dimensions", "count", tree.indicators().size()));
      }
      rows.notes(page, wording);
      return page.imprint();
    }

    /** The scale of colours with its ticks, and what its two ends mean. */
    private void colourKey(Pen pen, Rectangle2D area) {
      Font font = Typeface.regular(12.5);
      String weak = wording.say("heatmap.weak");
      String strong = wording.say("heatmap.strong");
      double middle = area.getY() + 8;
      double left = area.getX() + Typeface.width(weak, font) + 10;
      double width = 300;
      pen.left(weak, font, Style.INK, area.getX(), middle);
      int steps = 150;
      for (int i = 0; i < steps; i++) {
        double score = scale.from() + (scale.to() - scale.from()) * (i + 0.5) / steps;
        // A hair wider than its step, so that no seam shows.
        double wide = width / steps + (i < steps - 1 ? 0.6 : 0);
        pen.fill(
            new Rectangle2D.Double(left + width * i / steps, area.getY(), wide, 16), colour(score));
      }
      pen.left(strong, font, Style.INK, left + width + 10, middle);
      Font small = Typeface.regular(10.5);
      for (double tick : scale.ticks()) {
        double x = left + width * scale.share(tick);
        pen.line(x, area.getY() + 16, x, area.getY() + 20, Style.HAIRLINE, Style.FAINT);
        pen.centre(Wording.plain(tick), small, Style.MUTED, x, area.getY() + 27);
      }
      if (isBetweenTicks(pivot)) {
        double x = left + width * scale.share(pivot);
        pen.line(x, area.getY() + 16, x, area.getY() + 20, Style.HAIRLINE, Style.INK);
        pen.centre(Wording.plain(pivot), small, Style.INK, x, area.getY() + 27);
      }
    }

    /** Whether a label there would not run into those of the ticks. */
    private boolean isBetweenTicks(double score) {
      double places = (score - scale.from()) / scale.step();
      return Math.abs(places - Math.rint(places)) > 0.3;
    }

    private Color colour(double score) {
      double share =
          score < pivot
              ? 0.5 * (score - scale.from()) / (pivot - scale.from())
              : 0.5 + 0.5 * (score - pivot) / (scale.to() - pivot);
      double clamped = Math.max(0, Math.min(1, share));
      // Three colours on either side of the pivot, where the ground changes from warm to cold.
      double place = clamped < 0.5 ? clamped * 4 : 3 + (clamped - 0.5) * 4;
      int lower = Math.min((int) place, WEAK_TO_STRONG.length - 2);
      return Style.mix(WEAK_TO_STRONG[lower], WEAK_TO_STRONG[lower + 1], place - lower);
    }

    /** The signs that occur on the page, with their meaning. */
    private List<Page.Key> signs() {
      Set<CellStatus> found = EnumSet.noneOf(CellStatus.class);
      rows.shown()
          .map(rows::unit)
          .forEach(
              unit ->
                  columns.forEach(
                      node -> {
                        CellStatus known = standing.scores().status(node, unit);
                        if (Double.isNaN(standing.published(node, unit))) {
                          found.add(status(node, unit));
                        } else if (known.isTouched()) {
                          found.add(known);
                        }
                      }));
      return found.stream()
          .map(
              status ->
                  new Page.Key(
                      (pen, area) -> {
                        Rectangle2D field =
                            new Rectangle2D.Double(
                                area.getX() - 1, area.getY() - 2, 16, area.getHeight() + 4);
                        if (!status.hasFigure()) {
                          pen.hatch(field);
                        }
                        pen.centre(
                            sign(status),
                            Typeface.regular(12),
                            Style.MUTED,
                            field.getCenterX(),
                            field.getCenterY());
                      },
                      " " + wording.say("status." + status)))
          .toList();
    }

    /** Neighbouring headers must not touch, but no word is broken for that. */
    private double headerLimit(int node) {
      double longestWord = Typeface.longestPiece(name(node), headerFont, locale());
      return Math.max(cellWidth - 7, Math.min(longestWord, cellWidth - 2));
    }

    private void headers(Page page) {
      List<List<String>> lines =
          columns.stream()
              .map(
                  node ->
                      upright
                          ? Typeface.balance(name(node), headerFont, 150, locale())
                          : Typeface.balance(name(node), headerFont, headerLimit(node), locale()))
              .toList();
      double height =
          upright
              ? lines.stream()
                  .flatMap(List::stream)
                  .mapToDouble(line -> Typeface.width(line, headerFont))
                  .max()
                  .orElse(0)
              : HEADER_LINE * lines.stream().mapToInt(List::size).max().orElse(1);
      List<Group> groups = groupHeaders();
      double groupHeight = groups.stream().mapToInt(g -> g.lines.size()).max().orElse(0) * 17 + 10;
      page.block(
          groupHeight + height + 8,
          (pen, area) -> {
            for (Group group : groups) {
              double from = area.getX() + group.from;
              double to = area.getX() + group.to - 2;
              double bottom = area.getY() + groupHeight - 5;
              pen.line(from, bottom, to, bottom, Style.THIN, Style.FAINT);
              for (int i = 0; i < group.lines.size(); i++) {
                double middle = bottom - 12 - 17 * (group.lines.size() - 1 - i);
                pen.centre(group.lines.get(i), groupFont, Style.INK, (from + to) / 2, middle);
              }
            }
            double bottom = area.getMaxY() - 6;
            for (int i = 0; i < columns.size(); i++) {
              header(pen, lines.get(i), area.getX() + lefts.get(i), bottom, i == 0);
            }
          });
    }

    private void header(Pen pen, List<String> lines, double left, double bottom, boolean index) {
      double centre = left + (cellWidth - 2) / 2;
      Font font = index ? Typeface.bold(11) : headerFont;
      for (int i = 0; i < lines.size(); i++) {
        if (upright) {
          double x = centre + HEADER_LINE * (i - (lines.size() - 1) / 2.0);
          var before = pen.graphics().getTransform();
          pen.graphics().rotate(-Math.PI / 2, x, bottom);
          pen.left(lines.get(i), font, Style.INK, x, bottom);
          pen.graphics().setTransform(before);
        } else {
          double middle = bottom - HEADER_LINE * (lines.size() - 1 - i) - HEADER_LINE / 2;
          pen.centre(lines.get(i), font, Style.INK, centre, middle);
        }
      }
    }

    private record Group(double from, double to, List<String> lines) {}

    /** The dimensions over their indicators; an indicator without a dimension has none. */
    private List<Group> groupHeaders() {
      List<Group> groups = new ArrayList<>();
      for (int i = 1; i < columns.size(); ) {
        int head = head(tree, columns.get(i));
        int end = i;
        while (end < columns.size() && head(tree, columns.get(end)) == head) {
          end++;
        }
        if (head != columns.get(i)) {
          double from = lefts.get(i);
          double to = lefts.get(end - 1) + cellWidth;
          groups.add(
              new Group(from, to, Typeface.wrap(name(head), groupFont, to - from, locale())));
        }
        i = end;
      }
      return groups;
    }

    private void cells(Page page) {
      for (int row = 0; row < rows.size(); row++) {
        int current = row;
        page.block(
            rowHeight,
            (pen, area) -> {
              if (rows.isBreak(current)) {
                heads.paintBreak(pen, area);
              } else {
                heads.paint(pen, current, area);
                for (int i = 0; i < columns.size(); i++) {
                  cell(pen, current, columns.get(i), area.getX() + lefts.get(i), area);
                }
              }
            });
      }
    }

    private void cell(Pen pen, int row, int node, double left, Rectangle2D area) {
      Rectangle2D field =
          new Rectangle2D.Double(left, area.getY(), cellWidth - 2, area.getHeight() - 2);
      Number score = data.getValue(Integer.valueOf(row), Integer.valueOf(node));
      String text = text(node, rows.unit(row));
      if (score == null || Double.isNaN(score.doubleValue())) {
        pen.hatch(field);
        pen.centre(text, cellFont, Style.MUTED, field.getCenterX(), field.getCenterY());
      } else {
        Color ground = colour(score.doubleValue());
        pen.fill(field, ground);
        Font font = node == 0 ? Typeface.bold(cellFont.getSize2D()) : cellFont;
        pen.centre(text, font, Style.textOn(ground), field.getCenterX(), field.getCenterY());
      }
    }
  }
}
