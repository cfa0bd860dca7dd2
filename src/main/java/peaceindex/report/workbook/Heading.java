package peaceindex.report.workbook;

import java.util.List;
import peaceindex.panel.Field;

/**
 * A cell of a table's head. The same heading (the same object) over neighbouring columns, or in
 * rows below one another, is one merged cell.
 */
public final class Heading {
  private static final double SHORT = 6;
  private static final double LEAST = 4;

  private final String text;

  /** The lines of a heading from top to bottom; empty ones are left out. */
  public Heading(String... lines) {
    StringBuilder out = new StringBuilder();
    for (String line : lines) {
      for (int from = 0; from < line.length(); ) {
        int end = TextWidth.lineEnd(line, from);
        if (end > from) {
          out.append(out.isEmpty() ? "" : "\n").append(SafeText.of(line.substring(from, end)));
        }
        from = end + 1;
      }
    }
    this.text = out.toString();
  }

  /** A field's name above its unit of measurement, where it has one. */
  public static List<Heading> of(Field field, Words words) {
    Heading name = new Heading(words.in(field.name()));
    String measure = words.in(field.unit());
    return measure.isEmpty() ? List.of(name) : List.of(name, new Heading(measure));
  }

  public String text() {
    return text;
  }

  /** Two characters, or all of a word of three: Chinese may break anywhere, but not everywhere. */
  double least() {
    double longest = 0;
    for (int from = 0; from < text.length(); ) {
      int end = TextWidth.lineEnd(text, from);
      longest = Math.max(longest, TextWidth.of(text.substring(from, end)));
      from = end + 1;
    }
    return longest <= SHORT ? longest : LEAST;
  }

  /** Lines that its text has of itself. */
  int lines() {
    int lines = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      lines++;
    }
    return lines;
  }
}
