package peaceindex.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import peaceindex.ranking.Band;

/** The face that all charts share: colours and strokes. Sizes are in points of the page. */
final class Style {
  static final Color PAPER = Color.WHITE;
  static final Color INK = new Color(0x1F2A37);
  static final Color MUTED = new Color(0x55616F);
  static final Color FAINT = new Color(0x8792A0);
  static final Color GRID = new Color(0xE7EAEE);
  static final Color RULE = new Color(0xC9D0D8);
  static final Color SHADE = new Color(0xEEF1F4);

  /** Bars and lines where there are no bands. */
  static final Color NEUTRAL = new Color(0x4E79A7);

  /** Colours for parts of a whole, told apart also by the colour-blind (after Okabe and Ito). */
  private static final List<Color> PARTS =
      List.of(
          new Color(0x2C6FA8),
          new Color(0xE9A23B),
          new Color(0x2F9E86),
          new Color(0xB8628F),
          new Color(0x86BCE3),
          new Color(0xC8573A),
          new Color(0x8B9098),
          new Color(0xC9B83F));

  static final BasicStroke HAIRLINE = new BasicStroke(0.8f);
  static final BasicStroke THIN = new BasicStroke(1.1f);
  static final BasicStroke TOTAL = line(2.4);
  static final BasicStroke MEAN = dashed(1.3f, 5, 3.5f);
  static final BasicStroke RULES_CHANGE = dashed(0.9f, 2.5f, 2.5f);

  private Style() {}

  /** A line for data: strong enough to follow, with soft corners. */
  static BasicStroke line(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private static BasicStroke dashed(float width, float on, float off) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {on, off}, 0);
  }

  /** The colour of a band, {@link #NEUTRAL} without one. */
  static Color of(Optional<Band> band) {
    return band.map(b -> Color.decode(b.colour())).orElse(NEUTRAL);
  }

  /** The colour of the part with this number; from the ninth on the first ones again, paler. */
  static Color part(int number) {
    Color colour = PARTS.get(number % PARTS.size());
    return number < PARTS.size() ? colour : mix(colour, PAPER, 0.45);
  }

  /** Between {@code a} (share 0) and {@code b} (share 1). */
  static Color mix(Color a, Color b, double share) {
    return new Color(
        mix(a.getRed(), b.getRed(), share),
        mix(a.getGreen(), b.getGreen(), share),
        mix(a.getBlue(), b.getBlue(), share));
  }

  private static int mix(int a, int b, double share) {
    return (int) Math.round(a + (b - a) * share);
  }

  /** White or dark, whichever is easier to read on {@code ground} (contrast after WCAG 2). */
  static Color textOn(Color ground) {
    double ofWhite = 1.05 / (luminance(ground) + 0.05);
    double ofInk = (luminance(ground) + 0.05) / (luminance(INK) + 0.05);
    return ofWhite > ofInk ? PAPER : INK;
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
