package peaceindex.report.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import peaceindex.report.workbook.ooxml.Area;

/**
 * Where the rows and columns of a table stand on its sheet, so that formulas, links and charts can
 * point at them. It is taken from the table itself and cannot drift from it.
 */
final class Grid {
  /** The row of the title. */
  private static final int TITLE_ROWS = 1;

  private final String sheet;
  private final String prefix;
  private final int top;
  private final Map<Object, Integer> rows;
  private final Map<String, Integer> columns;
  private final String[] letters;
  private final int size;

  private Grid(
      String sheet,
      int top,
      Map<Object, Integer> rows,
      Map<String, Integer> columns,
      String[] letters,
      int size) {
    this.sheet = sheet;
    this.prefix = "'" + sheet.replace("'", "''") + "'!";
    this.top = top;
    this.rows = rows;
    this.columns = columns;
    this.letters = letters;
    this.size = size;
  }

  /**
   * The grid of a table.
   *
   * @param key what a row is found by; several rows may have one key, of which the first counts
   */
  static <R> Grid of(Table<R> table, Caption caption, Function<Object, Object> key) {
    Map<Object, Integer> rows = new HashMap<>();
    int number = 0;
    for (R row : table.rows()) {
      rows.putIfAbsent(key.apply(row), number++);
    }
    Map<String, Integer> columns = new HashMap<>();
    List<Column<R>> all = table.columns();
    String[] letters = new String[all.size()];
    for (int c = 0; c < letters.length; c++) {
      letters[c] = Area.letters(c);
      if (!all.get(c).key().isEmpty()) {
        columns.put(all.get(c).key(), c);
      }
    }
    int top = TITLE_ROWS + (caption.hasByline() ? 1 : 0) + table.headRows();
    return new Grid(caption.sheet(), top, rows, columns, letters, number);
  }

  String sheet() {
    return sheet;
  }

  /** How many rows the table has. */
  int size() {
    return size;
  }

  boolean hasColumn(String column) {
    return columns.containsKey(column);
  }

  /** The number of a row on the sheet, from 0. */
  int row(Object row) {
    Integer number = rows.get(row);
    if (number == null) {
      throw missing("row", row);
    }
    return top + number;
  }

  /** The number of a column, from 0. */
  int column(String column) {
    Integer number = columns.get(column);
    if (number == null) {
      throw missing("column", column);
    }
    return number;
  }

  private IllegalArgumentException missing(String what, Object key) {
    return new IllegalArgumentException("no " + what + " " + key + " on " + sheet);
  }

  /** The sheet's name with the mark that stands between it and a cell. */
  String prefix() {
    return prefix;
  }

  /** A cell as formulas on another sheet call it. */
  String cell(Object row, String column) {
    return prefix() + absolute(row(row), column(column));
  }

  /** A cell as formulas on this sheet call it. */
  String here(Object row, String column) {
    return letters(column) + number(row);
  }

  /** What a cell of a column begins with as formulas on this sheet call it. */
  String letters(String column) {
    return letters[column(column)];
  }

  /** What a cell of a row ends with as formulas call it. */
  String number(Object row) {
    return Integer.toString(row(row) + 1);
  }

  /** Part of a column as formulas on another sheet call it. */
  String range(String column, Object first, Object last) {
    return prefix()
        + absolute(row(first), column(column))
        + ":"
        + absolute(row(last), column(column));
  }

  /** Part of a column as formulas on this sheet call it. */
  String rangeHere(String column, Object first, Object last) {
    return absolute(row(first), column(column)) + ":" + absolute(row(last), column(column));
  }

  /** The whole column as formulas on another sheet call it. */
  String all(String column) {
    int c = column(column);
    return prefix() + absolute(top, c) + ":" + absolute(top + Math.max(1, size) - 1, c);
  }

  /** Part of a row as formulas on this sheet call it. */
  String across(Object row, String first, String last) {
    return here(row, first) + ":" + here(row, last);
  }

  private String absolute(int row, int column) {
    return "$" + letters[column] + "$" + (row + 1);
  }
}
