package peaceindex.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws words and simple shapes. Text is placed by the middle of its capitals and characters. */
record Pen(Graphics2D graphics) {
  /** How far the baseline lies below the middle of capitals and characters, in ems. */
  private static final double BASELINE = 0.365;

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

  void fill(Shape shape, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  void draw(Shape shape, Stroke stroke, Paint paint) {
    graphics.setStroke(stroke);
    graphics.setPaint(paint);
    graphics.draw(shape);
  }

  void line(double x1, double y1, double x2, double y2, Stroke stroke, Paint paint) {
    draw(new Line2D.Double(x1, y1, x2, y2), stroke, paint);
  }

  void dot(double x, double y, double radius, Paint paint) {
    fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), paint);
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
}
