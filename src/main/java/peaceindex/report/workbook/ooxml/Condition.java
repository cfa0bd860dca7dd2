package peaceindex.report.workbook.ooxml;

/** One rule of a conditional format. Of several on the same cells the first that holds wins. */
public sealed interface Condition {

  /** A bar as long as the figure between two ends. */
  record Bar(double least, double most, String colour) implements Condition {}

  /** A ground between two colours, as far as the figure is between two ends. */
  record Scale(double least, double most, String from, String to) implements Condition {}

  /** A highlight where the cell is what a formula, such as {@code "word"}, comes to. */
  record Equals(String formula, Highlight highlight) implements Condition {}

  /** A highlight where a formula, said for the first cell, is true. */
  record When(String formula, Highlight highlight) implements Condition {}
}
