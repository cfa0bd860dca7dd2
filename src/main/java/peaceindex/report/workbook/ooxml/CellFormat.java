package peaceindex.report.workbook.ooxml;

/**
 * How a cell looks.
 *
 * @param font of its content
 * @param side to which its content keeps
 * @param wraps whether long text goes on in a further line
 * @param pattern number format, such as {@code 0.00}
 * @param quoted whether the cell says of itself that it is text, whatever its text looks like
 * @param locked whether it cannot be changed once the sheet is protected
 * @param ground colour as {@code #RRGGBB}; empty for none
 * @param border around it
 */
public record CellFormat(
    Font font,
    Side side,
    boolean wraps,
    String pattern,
    boolean quoted,
    boolean locked,
    String ground,
    Border border) {
  /** The format that leaves a number as it is. */
  public static final String GENERAL = "General";

  /** To which side of the cell its content keeps. */
  public enum Side {
    LEFT,
    CENTER,
    RIGHT
  }

  /**
   * Letters.
   *
   * @param charset for which they are, as Windows numbers character sets
   * @param points their size
   * @param colour as {@code #RRGGBB}
   */
  public record Font(
      String name,
      int charset,
      double points,
      boolean bold,
      boolean struck,
      boolean underlined,
      String colour) {}

  /** The line around a cell, with its colour as {@code #RRGGBB}. */
  public record Border(Line line, String colour) {
    public static final Border NONE = new Border(Line.NONE, "");
  }

  /** How heavy a line is. */
  public enum Line {
    NONE,
    THIN,
    MEDIUM
  }
}
