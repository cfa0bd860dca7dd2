package peaceindex.report.workbook.ooxml;

/**
 * Where a chart lies: between two corners, each in a cell and so far into it.
 *
 * @param top the row of the upper left corner
 * @param left its column
 * @param bottom the row of the lower right corner
 * @param right its column
 * @param intoTop how far the upper left corner is below the upper edge of its cell, in EMU
 * @param intoLeft how far it is right of the left edge
 * @param intoBottom how far the lower right corner is below the upper edge of its cell
 * @param intoRight how far it is right of the left edge
 */
public record Anchor(
    int top,
    int left,
    int bottom,
    int right,
    int intoTop,
    int intoLeft,
    int intoBottom,
    int intoRight) {
  /** English metric units in a point of print. */
  public static final int EMU_PER_POINT = 12_700;

  /** English metric units in a pixel of a screen. */
  public static final int EMU_PER_PIXEL = 9_525;

  /** From the upper left edge of one cell to that of another. */
  public static Anchor between(int top, int left, int bottom, int right) {
    return new Anchor(top, left, bottom, right, 0, 0, 0, 0);
  }
}
