package peaceindex.report.workbook.ooxml;

import java.util.ArrayList;
import java.util.List;
import peaceindex.problem.CellRef;

/** A rectangle of cells, ends inclusive. Rows and columns count from 0. */
public record Area(int top, int left, int bottom, int right) {
  /** One cell. */
  public static Area cell(int row, int column) {
    return new Area(row, column, row, column);
  }

  /** Cells below one another. */
  public static Area column(int top, int bottom, int column) {
    return new Area(top, column, bottom, column);
  }

  public boolean isOneCell() {
    return top == bottom && left == right;
  }

  /** Such as {@code B3:C7}, or {@code B3} for one cell. */
  public String name() {
    return isOneCell() ? name(top, left) : name(top, left) + ":" + name(bottom, right);
  }

  /** Such as {@code $B$3:$C$7}. */
  public String absolute() {
    String from = absolute(top, left);
    return isOneCell() ? from : from + ":" + absolute(bottom, right);
  }

  /** Such as {@code 'Sheet 1'!$B$3:$C$7}. */
  public String on(String sheet) {
    return "'" + sheet.replace("'", "''") + "'!" + absolute();
  }

  /** Such as {@code B3}. */
  public static String name(int row, int column) {
    return CellRef.address(row, column);
  }

  private static String absolute(int row, int column) {
    return "$" + letters(column) + "$" + (row + 1);
  }

  /** Such as {@code AB}. */
  public static String letters(int column) {
    return CellRef.letters(column).toString();
  }

  /**
   * The same cells in as few areas as are easily found: neighbours below one another become one.
   */
  static List<Area> joined(List<Area> areas) {
    List<Area> joined = new ArrayList<>();
    for (Area area : areas) {
      Area last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null
          && last.left == area.left
          && last.right == area.right
          && last.bottom + 1 == area.top) {
        joined.set(joined.size() - 1, new Area(last.top, last.left, area.bottom, area.right));
      } else {
        joined.add(area);
      }
    }
    return joined;
  }
}
