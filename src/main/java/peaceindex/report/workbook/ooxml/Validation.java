package peaceindex.report.workbook.ooxml;

import java.util.List;

/**
 * What may be typed into a cell.
 *
 * @param rule what it has to be
 * @param blank whether it may be emptied, and whether a rule on a blank cell lets all pass
 * @param title of the message that refuses
 * @param message that refuses
 * @param hintTitle of what is shown as soon as the cell is chosen; empty for nothing
 * @param hint what is shown then
 */
public record Validation(
    Rule rule, boolean blank, String title, String message, String hintTitle, String hint) {

  public Validation(Rule rule, String title, String message) {
    this(rule, true, title, message, "", "");
  }

  /** The same, but a blank cell does not let all pass. */
  public Validation notBlank() {
    return new Validation(rule, false, title, message, hintTitle, hint);
  }

  /** The same with words that are shown as soon as the cell is chosen. */
  public Validation hinting(String withTitle, String words) {
    return new Validation(rule, blank, title, message, withTitle, words);
  }

  /** What a value has to be. */
  public sealed interface Rule {}

  /** A number no less than {@code least}, which is a formula. */
  public record NoLess(String least) implements Rule {}

  /** A whole number from {@code least} to {@code most}, which are formulas. */
  public record Whole(String least, String most) implements Rule {}

  /** A day from {@code first} to {@code last}, which are formulas. */
  public record Day(String first, String last) implements Rule {}

  /** One of some words. */
  public record Choice(List<String> words) implements Rule {
    public Choice {
      words = List.copyOf(words);
    }
  }

  /** One of what stands in an area, which is said as a formula. */
  public record Listed(String area) implements Rule {}

  /** Whatever makes a formula true, which is said for the first cell. */
  public record Custom(String formula) implements Rule {}
}
