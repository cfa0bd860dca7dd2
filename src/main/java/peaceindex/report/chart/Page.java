package peaceindex.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peaceindex.report.Findings;

/**
 * A picture as a column of blocks: title, subtitle, legend, drawing, notes and who publishes it.
 * Blocks are added from top to bottom; the page is as tall as they need.
 */
final class Page {
  static final double WIDTH = 960;
  private static final double MARGIN = 36;
  private static final double SWATCH = 12;

  /** Draws one block into its area. */
  interface Painter {
    void paint(Pen pen, Rectangle2D area);
  }

  /** Draws the sign of a legend's entry into a square. */
  record Key(Painter sign, String label) {

    /** A field of colour. */
    static Key field(Color colour, String label) {
      return new Key((pen, area) -> pen.fill(area, colour), label);
    }
  }

  private record Block(double height, Painter painter) {}

  private final Findings findings;
  private final double width;
  private final String title;
  private final List<String> words = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  Page(Findings findings, String title, double width) {
    this.findings = findings;
    this.width = width;
    // A phrase with an empty part, such as the period of an index without periods.
    this.title = title.replaceAll(" +", " ").strip();
    lines(this.title, Typeface.bold(23), Style.INK, 31);
  }

  /** The room between the margins of a page of the usual width. */
  static double usualContent() {
    return WIDTH - 2 * MARGIN;
  }

  /** The width of a page whose drawing is {@code content} wide. */
  static double around(double content) {
    return Math.max(WIDTH, content + 2 * MARGIN);
  }

  Page subtitle(String text) {
    gap(2);
    words.add(text);
    lines(text, Typeface.regular(13), Style.MUTED, 20);
    return this;
  }

  /** One row of entries, or as many as they need. */
  Page legend(List<Key> keys) {
    if (keys.isEmpty()) {
      return this;
    }
    gap(10);
    Font font = Typeface.regular(12.5);
    List<List<Key>> rows = new ArrayList<>();
    double x = Double.POSITIVE_INFINITY;
    for (Key key : keys) {
      double wide = SWATCH + 7 + Typeface.width(key.label, font);
      if (x + wide > content()) {
        rows.add(new ArrayList<>());
        x = 0;
      }
      rows.get(rows.size() - 1).add(key);
      x += wide + 22;
    }
    for (List<Key> row : rows) {
      block(21, (pen, area) -> legendRow(pen, area, row, font));
    }
    return this;
  }

  private static void legendRow(Pen pen, Rectangle2D area, List<Key> row, Font font) {
    double x = area.getX();
    for (Key key : row) {
      Rectangle2D sign = new Rectangle2D.Double(x, area.getCenterY() - SWATCH / 2, SWATCH, SWATCH);
      key.sign.paint(pen, sign);
      x += SWATCH + 7;
      pen.left(key.label, font, Style.INK, x, area.getCenterY());
      x += Typeface.width(key.label, font) + 22;
    }
  }

  Page block(double height, Painter painter) {
    blocks.add(new Block(height, painter));
    return this;
  }

  Page gap(double height) {
    return block(height, (pen, area) -> {});
  }

  /** A line of small print. */
  Page note(String text) {
    words.add(text);
    lines(text, Typeface.regular(11.5), Style.MUTED, 17.5);
    return this;
  }

  /** Who publishes the page, and the date if there is one. */
  Page imprint() {
    String separator = " · ";
    String line =
        Stream.of(findings.page().organisation().in(findings.lang()), findings.date().orElse(""))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(separator));
    if (!line.isEmpty()) {
      gap(8);
      Font font = Typeface.regular(11);
      block(
          20,
          (pen, area) -> {
            pen.line(
                area.getX(), area.getY(), area.getMaxX(), area.getY(), Style.HAIRLINE, Style.GRID);
            String shown = Typeface.fit(line, font, area.getWidth());
            pen.right(shown, font, Style.FAINT, area.getMaxX(), area.getY() + 14);
          });
    }
    return this;
  }

  private void lines(String text, Font font, Color colour, double height) {
    for (String line : Typeface.wrap(text, font, content(), locale())) {
      block(
          height,
          (pen, area) -> pen.left(line, font, colour, area.getX(), area.getY() + height / 2));
    }
  }

  private double content() {
    return width - 2 * MARGIN;
  }

  private Locale locale() {
    return findings.lang().locale();
  }

  double width() {
    return width;
  }

  double height() {
    return Math.ceil(2 * MARGIN - 8 + blocks.stream().mapToDouble(Block::height).sum());
  }

  String title() {
    return title;
  }

  /** What the page says beside its drawing, for those who cannot see it. */
  String description() {
    return String.join("\n", words);
  }

  String language() {
    return findings.lang().tag();
  }

  void paint(Pen pen) {
    pen.fill(new Rectangle2D.Double(0, 0, width(), height()), Style.PAPER);
    double y = MARGIN - 6;
    for (Block block : blocks) {
      block.painter.paint(pen, new Rectangle2D.Double(MARGIN, y, content(), block.height));
      y += block.height;
    }
  }
}
