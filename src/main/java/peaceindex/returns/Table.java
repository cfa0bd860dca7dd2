package peaceindex.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import peaceindex.sheet.Cells;

/**
 * A consolidated return: a header of one to three rows, then a row a unit.
 *
 * @param firstRow first row of the header
 * @param lastRow last row of the header
 * @param codeColumn column of the unit's code, -1 if there is none
 * @param nameColumn column of the unit's name, -1 if there is none
 * @param columns field by column
 * @param doubled columns that repeat a field of another column: column, and that other column
 * @param unclear field by column, where the header says more than the field's name and unit
 */
record Table(
    int firstRow,
    int lastRow,
    int codeColumn,
    int nameColumn,
    Map<Integer, Integer> columns,
    Map<Integer, Integer> doubled,
    Map<Integer, Integer> unclear) {
  private static final int MAXIMAL_HEADER = 3;

  /** How far from a label the words may stand that turn its meaning. */
  private static final int CONTEXT = 2;

  /** The first table whose header begins in or after {@code fromRow}. */
  static Optional<Table> find(Cells cells, int fromRow, Vocabulary words, UnitFinder units) {
    int tried = -1;
    for (int cell = cells.firstInRow(fromRow); cell < cells.size(); cell++) {
      int row = cells.row(cell);
      if (row == tried || !headsUnits(cells, cell, words, units)) {
        continue;
      }
      tried = row;
      Optional<Table> table = around(cells, row, fromRow, words, units);
      if (table.isPresent()) {
        return table;
      }
    }
    return Optional.empty();
  }

  /** A label of the unit; in a form the unit itself stands to its right, and it heads nothing. */
  private static boolean headsUnits(Cells cells, int cell, Vocabulary words, UnitFinder units) {
    if (cells.kind(cell) != Cells.Kind.TEXT || !words.isUnit(cells.text(cell))) {
      return false;
    }
    int row = cells.row(cell);
    int right = cells.at(row, cells.mergeAt(row, cells.column(cell)).lastColumn() + 1);
    return right < 0 || units.find(cells.text(right)) < 0;
  }

  /** The header that holds {@code row} and names the most fields in the fewest rows. */
  private static Optional<Table> around(
      Cells cells, int row, int fromRow, Vocabulary words, UnitFinder units) {
    Optional<Table> best = Optional.empty();
    for (int height = 1; height <= MAXIMAL_HEADER; height++) {
      for (int first = Math.max(fromRow, row - height + 1); first <= row; first++) {
        int last = first + height - 1;
        if (holdsEntries(cells, first, last, words)) {
          continue;
        }
        Table table = header(cells, first, last, words, units);
        boolean heads = table.codeColumn >= 0 || table.nameColumn >= 0;
        if (heads && table.fields() > best.map(Table::fields).orElse(0)) {
          best = Optional.of(table);
        }
      }
    }
    return best;
  }

  private int fields() {
    return columns.size() + unclear.size();
  }

  /** Whether a number stands beside a field's label: then the rows are of a form, not a header. */
  private static boolean holdsEntries(Cells cells, int first, int last, Vocabulary words) {
    for (int cell = cells.firstInRow(first); cell < cells.firstInRow(last + 1); cell++) {
      int row = cells.row(cell);
      int left = cells.column(cell) - 1;
      if (cells.kind(cell) == Cells.Kind.NUMBER && left >= 0) {
        int label = cells.shownAt(row, left);
        if (label >= 0
            && cells.kind(label) == Cells.Kind.TEXT
            && words.label(cells.text(label)).field() >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static Table header(
      Cells cells, int first, int last, Vocabulary words, UnitFinder units) {
    int code = -1;
    int name = -1;
    Map<Integer, Integer> columns = new LinkedHashMap<>();
    Map<Integer, Integer> doubled = new LinkedHashMap<>();
    Map<Integer, Integer> unclear = new LinkedHashMap<>();
    Map<Integer, Integer> columnOf = new HashMap<>();
    for (int column : columnsOf(cells, first, last)) {
      List<Integer> above = shown(cells, column, first, last);
      List<String> texts = above.stream().map(cells::text).toList();
      boolean heads = above.stream().anyMatch(cell -> headsUnits(cells, cell, words, units));
      if (heads) {
        boolean isCode = texts.stream().anyMatch(words::isUnitCode);
        code = isCode && code < 0 ? column : code;
        name = !isCode && name < 0 ? column : name;
        continue;
      }
      Vocabulary.Label label = words.label(texts);
      int field = label.field();
      if (field < 0) {
        continue;
      }
      if (!label.clear() || isOfOtherPeriod(cells, column, first, last, words)) {
        unclear.put(column, field);
      } else if (columnOf.containsKey(field)) {
        doubled.put(column, columnOf.getOrDefault(field, column));
      } else {
        columns.put(column, field);
        columnOf.put(field, column);
      }
    }
    return new Table(first, last, code, name, columns, doubled, unclear);
  }

  /** Whether a heading over or under the label says that the column is of another time. */
  private static boolean isOfOtherPeriod(
      Cells cells, int column, int first, int last, Vocabulary words) {
    for (int row = Math.max(0, first - CONTEXT); row <= last + CONTEXT; row++) {
      if (row >= first && row <= last) {
        continue;
      }
      int cell = cells.shownAt(row, column);
      boolean title = cell >= 0 && cells.column(cell) == 0 && row < first;
      if (cell >= 0
          && !title
          && cells.kind(cell) == Cells.Kind.TEXT
          && words.isOtherPeriod(cells.text(cell))) {
        return true;
      }
    }
    return false;
  }

  /** The columns that have anything in these rows, in order. */
  private static List<Integer> columnsOf(Cells cells, int first, int last) {
    TreeSet<Integer> columns = new TreeSet<>();
    for (int cell = cells.firstInRow(first); cell < cells.firstInRow(last + 1); cell++) {
      Cells.Merge merge = cells.mergeAt(cells.row(cell), cells.column(cell));
      for (int column = merge.firstColumn(); column <= merge.lastColumn(); column++) {
        columns.add(column);
      }
    }
    return List.copyOf(columns);
  }

  /** The text cells that stand over a column, top down; a merged one once. */
  private static List<Integer> shown(Cells cells, int column, int first, int last) {
    List<Integer> above = new ArrayList<>();
    int previous = -1;
    for (int row = first; row <= last; row++) {
      int cell = cells.shownAt(row, column);
      if (cell >= 0 && cell != previous && cells.kind(cell) == Cells.Kind.TEXT) {
        above.add(cell);
      }
      previous = cell;
    }
    return above;
  }
}
