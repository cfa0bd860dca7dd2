package peaceindex.report.workbook.ooxml;

/**
 * What a conditional format makes of a cell.
 *
 * @param ground colour as {@code #RRGGBB}
 * @param ink colour of the letters; empty to leave them as they are
 * @param bold whether the letters are bold, where they have an ink
 */
public record Highlight(String ground, String ink, boolean bold) {
  /** A ground, and letters as they are. */
  public static Highlight ground(String colour) {
    return new Highlight(colour, "", false);
  }
}
