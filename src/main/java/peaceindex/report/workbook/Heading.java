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
    for (String line : String.join("\n", lines).split("\n")) {
      if (!line.isEmpty()) {
        out.append(out.isEmpty() ? "" : "\n").append(SafeText.of(line));
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
    double longest = text.lines().mapToDouble(TextWidth::of).max().orElse(0);
    return longest <= SHORT ? longest : LEAST;
  }

  /** Lines that its text has of itself. */
  int lines() {
    return (int) text.chars().filter(c -> c == '\n').count() + 1;
  }
}
