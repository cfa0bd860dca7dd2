package peaceindex.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 */
record Table(
    int firstRow,
    int lastRow,
    int codeColumn,
    int nameColumn,
    Map<Integer, Integer> columns,
    Map<Integer, Integer> doubled) {
  private static final int MAXIMAL_HEADER = 3;

  /** The first table whose header begins in or after {@code fromRow}. */
  static Optional<Table> find(Cells cells, int fromRow, Vocabulary words) {
    for (int cell = cells.firstInRow(fromRow); cell < cells.size(); cell++) {
      String text = cells.text(cell);
      if (text.isEmpty() || !words.isUnit(text)) {
        continue;
      }
      Optional<Table> table = around(cells, cells.row(cell), fromRow, words);
      if (table.isPresent()) {
        return table;
      }
    }
    return Optional.empty();
  }

  /** The header that holds {@code row} and names the most fields in the fewest rows. */
  private static Optional<Table> around(Cells cells, int row, int fromRow, Vocabulary words) {
    Optional<Table> best = Optional.empty();
    for (int height = 1; height <= MAXIMAL_HEADER; height++) {
      for (int first = Math.max(fromRow, row - height + 1); first <= row; first++) {
        Table table = header(cells, first, first + height - 1, words);
        boolean units = table.codeColumn >= 0 || table.nameColumn >= 0;
        int most = best.map(t -> t.columns.size()).orElse(0);
        if (units && table.columns.size() > most) {
          best = Optional.of(table);
        }
      }
    }
    return best;
  }

  private static Table header(Cells cells, int first, int last, Vocabulary words) {
    int code = -1;
    int name = -1;
    Map<Integer, Integer> columns = new LinkedHashMap<>();
    Map<Integer, Integer> doubled = new LinkedHashMap<>();
    Map<Integer, Integer> columnOf = new HashMap<>();
    for (int column = 0; column <= lastColumn(cells, first, last); column++) {
      List<String> texts = labelsOf(cells, column, first, last);
      if (texts.isEmpty()) {
        continue;
      }
      boolean isCode = texts.stream().anyMatch(words::isUnitCode);
      boolean isName = texts.stream().anyMatch(words::isUnitName);
      if (isCode || isName) {
        code = isCode && code < 0 ? column : code;
        name = isName && name < 0 ? column : name;
        continue;
      }
      int field = words.field(texts);
      if (field >= 0 && columnOf.containsKey(field)) {
        doubled.put(column, columnOf.getOrDefault(field, column));
      } else if (field >= 0) {
        columns.put(column, field);
        columnOf.put(field, column);
      }
    }
    return new Table(first, last, code, name, columns, doubled);
  }

  private static int lastColumn(Cells cells, int first, int last) {
    int most = -1;
    for (int cell = cells.firstInRow(first); cell < cells.firstInRow(last + 1); cell++) {
      int right = cells.mergeAt(cells.row(cell), cells.column(cell)).lastColumn();
      most = Math.max(most, right);
    }
    return most;
  }

  /** The texts that stand over a column, top down; a merged one once. */
  private static List<String> labelsOf(Cells cells, int column, int first, int last) {
    List<String> texts = new ArrayList<>();
    int previous = -1;
    for (int row = first; row <= last; row++) {
      int cell = cells.shownAt(row, column);
      if (cell >= 0 && cell != previous && cells.kind(cell) == Cells.Kind.TEXT) {
        texts.add(cells.text(cell));
      }
      previous = cell;
    }
    return texts;
  }
}
