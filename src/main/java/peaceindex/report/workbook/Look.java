package peaceindex.report.workbook;

/**
 * How a cell looks, said by what it is.
 *
 * @param wraps whether long text goes on in a further line of the cell
 * @param fill colour of the ground as {@code #RRGGBB}; empty for the part's own
 * @param struck whether its content is struck out
 */
public record Look(Part part, Side side, boolean wraps, String fill, boolean struck) {

  /** What a cell is a part of. */
  public enum Part {
    TITLE,
    /** The line with office and date. */
    BYLINE,
    HEADING,
    BODY,
    /** A cell to be filled in. All others are locked where a sheet is protected. */
    ENTRY,
    /** Leads elsewhere in the workbook. */
    LINK,
    /** A cell that somebody has to mend, or to look at: with a heavy frame. */
    MARKED,
    /** A row for the whole county. */
    TOTAL,
    /** The heading of a list below the table. */
    CAPTION,
    NOTE,
    SIGNATURE
  }

  /** To which side of the cell its content keeps. */
  public enum Side {
    LEFT,
    CENTRE,
    RIGHT
  }

  public static final Look TITLE = new Look(Part.TITLE, Side.CENTRE, false, "", false);
  public static final Look BYLINE_LEFT = new Look(Part.BYLINE, Side.LEFT, false, "", false);
  public static final Look BYLINE_RIGHT = new Look(Part.BYLINE, Side.RIGHT, false, "", false);
  public static final Look HEADING = new Look(Part.HEADING, Side.CENTRE, true, "", false);
  public static final Look NUMBER = new Look(Part.BODY, Side.RIGHT, false, "", false);
  public static final Look WORD = new Look(Part.BODY, Side.LEFT, false, "", false);
  public static final Look CENTRED = new Look(Part.BODY, Side.CENTRE, false, "", false);
  public static final Look ENTRY = new Look(Part.ENTRY, Side.RIGHT, false, "", false);
  public static final Look ENTRY_WORD = new Look(Part.ENTRY, Side.LEFT, false, "", false);
  public static final Look ENTRY_CENTRED = new Look(Part.ENTRY, Side.CENTRE, false, "", false);
  public static final Look LINK = new Look(Part.LINK, Side.CENTRE, false, "", false);
  public static final Look CAPTION = new Look(Part.CAPTION, Side.LEFT, false, "", false);
  public static final Look NOTE = new Look(Part.NOTE, Side.LEFT, true, "", false);
  public static final Look SIGNATURE = new Look(Part.SIGNATURE, Side.CENTRE, false, "", false);

  public Look as(Part other) {
    return new Look(other, side, wraps, fill, struck);
  }

  public Look wrapping() {
    return new Look(part, side, true, fill, struck);
  }

  Look struckOut() {
    return new Look(part, side, wraps, fill, true);
  }

  public Look on(String colour) {
    return new Look(part, side, wraps, colour, struck);
  }
}
