package peaceindex.report.workbook;

import java.util.List;

/**
 * What stands on a sheet.
 *
 * @param columns from left to right; at least one
 * @param rows from top to bottom; gone through several times
 * @param below the lines below the table
 * @param fixed how many columns stay in sight when the sheet is moved sideways
 * @param filtered whether its head offers to filter the rows
 * @param <R> what a row is about
 */
public record Table<R>(
    List<Column<R>> columns, Iterable<R> rows, List<Line> below, int fixed, boolean filtered) {

  public Table {
    columns = List.copyOf(columns);
    below = List.copyOf(below);
  }

  /** The rows of its head. */
  public int headRows() {
    int rows = 1;
    for (Column<R> column : columns) {
      rows = Math.max(rows, column.head().size());
    }
    return rows;
  }
}
