package peaceindex.report.workbook;

/**
 * How a cell looks, said by what it is.
 *
 * @param wraps whether long text goes on in a further line of the cell
 * @param fill colour of the ground as {@code #RRGGBB}; empty for the part's own
 */
record Look(Part part, Side side, boolean wraps, String fill) {

  /** What a cell is a part of. */
  enum Part {
    TITLE,
    /** The line with office and date. */
    BYLINE,
    HEADING,
    BODY,
    /** A row for the whole county. */
    TOTAL,
    /** The heading of a list below the table. */
    CAPTION,
    NOTE,
    SIGNATURE
  }

  /** To which side of the cell its content keeps. */
  enum Side {
    LEFT,
    CENTRE,
    RIGHT
  }

  static final Look TITLE = new Look(Part.TITLE, Side.CENTRE, false, "");
  static final Look BYLINE_LEFT = new Look(Part.BYLINE, Side.LEFT, false, "");
  static final Look BYLINE_RIGHT = new Look(Part.BYLINE, Side.RIGHT, false, "");
  static final Look HEADING = new Look(Part.HEADING, Side.CENTRE, true, "");
  static final Look NUMBER = new Look(Part.BODY, Side.RIGHT, false, "");
  static final Look WORD = new Look(Part.BODY, Side.LEFT, false, "");
  static final Look CENTRED = new Look(Part.BODY, Side.CENTRE, false, "");
  static final Look CAPTION = new Look(Part.CAPTION, Side.LEFT, false, "");
  static final Look NOTE = new Look(Part.NOTE, Side.LEFT, true, "");
  static final Look SIGNATURE = new Look(Part.SIGNATURE, Side.CENTRE, false, "");

  Look as(Part other) {
    return new Look(other, side, wraps, fill);
  }

  Look wrapping() {
    return new Look(part, side, true, fill);
  }

  Look on(String colour) {
    return new Look(part, side, wraps, colour);
  }
}
