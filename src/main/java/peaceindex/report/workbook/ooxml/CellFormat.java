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
      String colour) {

    /** Written out: what Java makes for a record is slow to get ready. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Font that
          && charset == that.charset
          && points == that.points
          && bold == that.bold
          && struck == that.struck
          && underlined == that.underlined
          && name.equals(that.name)
          && colour.equals(that.colour);
    }

    @Override
    public int hashCode() {
      return (name.hashCode() * 31 + colour.hashCode()) * 31 + (int) points + (bold ? 1 : 0);
    }
  }

  /** The line around a cell, with its colour as {@code #RRGGBB}. */
  public record Border(Line line, String colour) {
    public static final Border NONE = new Border(Line.NONE, "");

    /** Written out: what Java makes for a record is slow to get ready. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Border that && line == that.line && colour.equals(that.colour);
    }

    @Override
    public int hashCode() {
      return line.ordinal() * 31 + colour.hashCode();
    }
  }

  /** Written out: what Java makes for a record is slow to get ready. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CellFormat that
        && side == that.side
        && wraps == that.wraps
        && quoted == that.quoted
        && locked == that.locked
        && pattern.equals(that.pattern)
        && ground.equals(that.ground)
        && font.equals(that.font)
        && border.equals(that.border);
  }

  @Override
  public int hashCode() {
    return (pattern.hashCode() * 31 + ground.hashCode()) * 31 + font.hashCode() + side.ordinal();
  }

  /** How heavy a line is. */
  public enum Line {
    NONE,
    THIN,
    MEDIUM
  }
}
