package peaceindex.report.chart;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The font that the jar brings along, and how much room words take in it. */
final class Typeface {
  /** The system property by which the launcher says where the font lies unpacked. */
  private static final String READY = "peaceindex.font";

  private static final String RESOURCE = "/peaceindex/report/fonts/NotoSansSC-Regular.ttf";

  /**
   * Measures without hinting, so that a line is as long on paper as on any screen; in the pixels of
   * pictures, so that what was measured in the usual size is ready to be drawn.
   */
  private static final FontRenderContext MEASURE =
      new FontRenderContext(
          AffineTransform.getScaleInstance(Studio.SCALE, Studio.SCALE), true, true);

  /** The size in which characters are measured: that of the names and scores of units. */
  private static final float USUAL = 13;

  /** Parts of an em: the font counts in thousandths, and bold letters are a 32nd wider. */
  private static final int UNITS = 8000;

  /** Surrogates and what lies behind them are not measured one by one. */
  private static final char LAST = Character.MIN_SURROGATE;

  /** How wide characters are, in ems, as far as they have been measured. */
  private static final float[] REGULAR = new float[LAST];

  private static final float[] BOLD = new float[LAST];

  private static @Nullable Font loaded;

  private Typeface() {}

  /**
   * Loads the font if it is not loaded yet.
   *
   * @throws PicturesUnavailableException if AWT cannot handle fonts here
   */
  private static synchronized Font font() {
    if (loaded == null) {
      try {
        Font font = ready();
        if (font == null) {
          font = unpacked();
        }
        font.getStringBounds("0", MEASURE);
        loaded = font;
      } catch (IOException | FontFormatException | RuntimeException | AWTError e) {
        // Where fontconfig is missing, AWT reports it by a variety of runtime exceptions.
        throw new PicturesUnavailableException(e);
      }
    }
    return loaded;
  }

  /** The font from the file that the launcher has made ready; {@code null} if there is none. */
  private static @Nullable Font ready() {
    String file = System.getProperty(READY, "");
    try {
      return file.isEmpty() ? null : Font.createFont(Font.TRUETYPE_FONT, new File(file));
    } catch (IOException | FontFormatException e) {
      return null;
    }
  }

  /** The font from the jar, which AWT copies to a file of its own at every start. */
  private static Font unpacked() throws IOException, FontFormatException {
    try (InputStream in = Typeface.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + RESOURCE);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    }
  }

  static Font regular(double size) {
    return font().deriveFont(Font.PLAIN, (float) size);
  }

  static Font bold(double size) {
    return font().deriveFont(Font.BOLD, (float) size);
  }

  /**
   * How much room a line of text takes. All characters that stand alone are as wide in one size as
   * in another, in ems, so each is measured once; scripts that join their letters are left to AWT.
   */
  static double width(String text, Font font) {
    float[] advances = font.isBold() ? BOLD : REGULAR;
    double ems = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!standsAlone(c)) {
        return font.getStringBounds(text, MEASURE).getWidth();
      }
      if (advances[c] == 0) {
        advances[c] = advance(c, font);
      }
      ems += advances[c];
    }
    return ems * font.getSize2D();
  }

  /** In ems, to the font's own units: AWT's figures are a little off them. */
  private static float advance(char c, Font font) {
    Font usual = font.deriveFont(USUAL);
    double width = usual.getStringBounds(String.valueOf(c), MEASURE).getWidth();
    return (float) Math.round(width / USUAL * UNITS) / UNITS;
  }

  /**
   * Latin letters, signs and the characters of East Asia, but no marks that are set over others.
   */
  private static boolean standsAlone(char c) {
    return c < 0x300 || (c >= 0x2010 && c < 0x2028) || (c >= 0x2070 && c < LAST);
  }

  /** The text in lines no longer than {@code limit}, broken where its language allows. */
  static List<String> wrap(String text, Font font, double limit, Locale locale) {
    if (width(text, font) <= limit) {
      return text.isBlank() ? List.of() : List.of(text.strip());
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text, locale)) {
      if (!line.isEmpty() && width((line + piece).stripTrailing(), font) > limit) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      for (int c : piece.codePoints().toArray()) {
        String next = Character.toString(c);
        if (!line.isEmpty() && width((line + next).stripTrailing(), font) > limit) {
          lines.add(line.toString().strip());
          line.setLength(0);
        }
        line.append(next);
      }
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  /**
   * The text in as many lines as {@link #wrap} needs, but of like length: no syllable is left over
   * for the last one. Chinese is broken where it leaves pairs of characters whole, as most words
   * have two.
   */
  static List<String> balance(String text, Font font, double limit, Locale locale) {
    List<String> pieces = pieces(text, locale);
    int count = wrap(text, font, limit, locale).size();
    int n = pieces.size();
    if (count < 2 || longestPiece(text, font, locale) > limit) {
      return wrap(text, font, limit, locale);
    }
    // least[k][to]: the least cost of the first pieces, up to "to", in k lines.
    double[][] least = new double[count + 1][n + 1];
    int[][] begin = new int[count + 1][n + 1];
    for (double[] row : least) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    least[0][0] = 0;
    for (int k = 1; k <= count; k++) {
      for (int to = 1; to <= n; to++) {
        for (int from = 0; from < to; from++) {
          String line = String.join("", pieces.subList(from, to)).strip();
          double width = width(line, font);
          double odd = from % 2 == 1 && isIdeograph(pieces.get(from)) ? limit * limit / 8 : 0;
          double cost = least[k - 1][from] + width * width + odd;
          if (width <= limit && cost <= least[k][to]) {
            least[k][to] = cost;
            begin[k][to] = from;
          }
        }
      }
    }
    List<String> lines = new ArrayList<>();
    int to = n;
    for (int k = count; k > 0; k--) {
      lines.add(0, String.join("", pieces.subList(begin[k][to], to)).strip());
      to = begin[k][to];
    }
    return lines;
  }

  private static boolean isIdeograph(String piece) {
    return Character.isIdeographic(piece.codePointAt(0));
  }

  /** The width of the longest piece that {@link #wrap} would not like to break. */
  static double longestPiece(String text, Font font, Locale locale) {
    return pieces(text, locale).stream()
        .mapToDouble(piece -> width(piece.strip(), font))
        .max()
        .orElse(0);
  }

  private static List<String> pieces(String text, Locale locale) {
    BreakIterator breaks = BreakIterator.getLineInstance(locale);
    breaks.setText(text);
    List<String> pieces = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  /** The text, or as much of its beginning as fits with "…" after it. */
  static String fit(String text, Font font, double limit) {
    if (width(text, font) <= limit) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end).strip() + "…", font) > limit) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "…";
  }
}
