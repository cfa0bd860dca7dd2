package peaceindex.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * Draws words and simple shapes. Text is placed by the middle of its capitals and characters. In a
 * picture of pixels only what slants or bends has soft edges; fields, upright and level lines fill
 * whole pixels, which is crisper and done sooner.
 */
final class Pen {
  /** How far the baseline lies below the middle of capitals and characters, in ems. */
  private static final double BASELINE = 0.365;

  private final Graphics2D graphics;

  /** Of the picture that is drawn into, {@code null} if it has none. */
  private final @Nullable WritableRaster pixels;

  private final int scale;

  /** The pixels of the {@link #ground} drawn first. */
  private @Nullable Object ground;

  /** For a drawing that keeps its shapes as they are. */
  Pen(Graphics2D graphics) {
    this(graphics, null, 1);
    smooth(true);
  }

  /**
   * For a picture of pixels.
   *
   * @param scale pixels for one point
   */
  Pen(BufferedImage picture, int scale) {
    this(picture.createGraphics(), picture.getRaster(), scale);
    graphics.scale(scale, scale);
  }

  private Pen(Graphics2D graphics, @Nullable WritableRaster pixels, int scale) {
    this.graphics = graphics;
    this.pixels = pixels;
    this.scale = scale;
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  Graphics2D graphics() {
    return graphics;
  }

  private void smooth(boolean smooth) {
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    graphics.setRenderingHint(
        RenderingHints.KEY_STROKE_CONTROL,
        smooth ? RenderingHints.VALUE_STROKE_PURE : RenderingHints.VALUE_STROKE_NORMALIZE);
  }

  /** Text that begins at {@code x}. */
  void left(String text, Font font, Color colour, double x, double middle) {
    if (text.isEmpty()) {
      return;
    }
    graphics.setFont(font);
    graphics.setPaint(colour);
    graphics.drawString(text, (float) x, (float) (middle + BASELINE * font.getSize2D()));
  }

  /** Text that ends at {@code x}. */
  void right(String text, Font font, Color colour, double x, double middle) {
    left(text, font, colour, x - Typeface.width(text, font), middle);
  }

  /** Text around {@code x}. */
  void centre(String text, Font font, Color colour, double x, double middle) {
    left(text, font, colour, x - Typeface.width(text, font) / 2, middle);
  }

  /** Fills a field; of one that is no rectangle, too pale a colour to show its steps. */
  void fill(Shape field, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(field);
  }

  /** Draws lines that slant or bend. */
  void draw(Shape lines, Stroke stroke, Paint paint) {
    smooth(true);
    graphics.setStroke(stroke);
    graphics.setPaint(paint);
    graphics.draw(lines);
    smooth(pixels == null);
  }

  /** An upright or level line. */
  void line(double x1, double y1, double x2, double y2, BasicStroke stroke, Paint paint) {
    Line2D line = new Line2D.Double(x1, y1, x2, y2);
    if (stroke.getEndCap() == BasicStroke.CAP_ROUND) {
      draw(line, stroke, paint);
    } else {
      graphics.setStroke(stroke);
      graphics.setPaint(paint);
      graphics.draw(line);
    }
  }

  void dot(double x, double y, double radius, Paint paint) {
    smooth(true);
    fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), paint);
    smooth(pixels == null);
  }

  /** A grey field with diagonal lines: nothing is known here. */
  void hatch(Rectangle2D field) {
    fill(field, Style.SHADE);
    Path2D lines = new Path2D.Double();
    double width = field.getWidth();
    double height = field.getHeight();
    for (double from = 5; from < width + height; from += 6) {
      double top = Math.min(from, height);
      double right = Math.min(from, width);
      lines.moveTo(field.getX() + from - top, field.getY() + top);
      lines.lineTo(field.getX() + right, field.getY() + from - right);
    }
    draw(lines, Style.HAIRLINE, Style.mix(Style.RULE, Style.PAPER, 0.35));
  }

  /**
   * Draws what lies under each of several panels of one size. In a picture of pixels only the first
   * is drawn, the others are its copies, at the nearest pixel.
   */
  void ground(Rectangle2D panel, Page.Painter painter) {
    if (pixels == null) {
      painter.paint(this, panel);
      return;
    }
    // With the outer half of the lines on its edges.
    int x = (int) Math.round((panel.getX() - 1) * scale);
    int y = (int) Math.round((panel.getY() - 1) * scale);
    int width = (int) Math.ceil((panel.getWidth() + 2) * scale);
    int height = (int) Math.ceil((panel.getHeight() + 2) * scale);
    if (ground == null) {
      painter.paint(this, panel);
      ground = pixels.getDataElements(x, y, width, height, null);
    } else {
      pixels.setDataElements(x, y, width, height, ground);
    }
  }
}
