package peaceindex.returns;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import peaceindex.panel.Period;
import peaceindex.returns.Vocabulary.Label;
import peaceindex.sheet.Cells;

/**
 * A consolidated return: a header of one to three rows, then a row a unit.
 *
 * @param firstRow first row of the header
 * @param lastRow last row of the header
 * @param firstColumn its first column; left of it may stand another table
 * @param endColumn the column after its last one
 * @param codeColumn column of the unit's code, -1 if there is none
 * @param nameColumn column of the unit's name, -1 if there is none
 * @param columns the columns that hold fields, with what their labels say
 * @param doubled columns that repeat a field of another column: column, and that other column
 * @param unclear fields by column, where the header says more than the field's name and measure
 * @param wanted the period of the return, as far as folder or file name say it
 */
record Table(
    int firstRow,
    int lastRow,
    int firstColumn,
    int endColumn,
    int codeColumn,
    int nameColumn,
    SortedMap<Integer, Label> columns,
    Map<Integer, Integer> doubled,
    Map<Integer, Integer> unclear,
    Optional<Period> wanted) {
  private static final int MAXIMAL_HEADER = 3;

  /** How far from a label the words may stand that turn its meaning. */
  private static final int CONTEXT = 2;

  /** How many rows of measures or numbers may stand between a header and its units. */
  private static final int MAXIMAL_GAP = 2;

  /** How many columns a group may have whose cells are not merged. */
  private static final int WIDEST_GROUP = 8;

  /** So far down the first unit is looked for where no label says in which column units stand. */
  private static final int SEARCHED_ROWS = 1000;

  /** What is known while a sheet is searched. */
  record Search(Vocabulary words, UnitFinder units, Optional<Period> wanted) {}

  /**
   * The first table whose header begins in or after {@code fromRow}. A label over a column without
   * any known unit, such as 填报单位 in a line of titles, gives way to the column that has them.
   */
  static Optional<Table> find(Cells cells, int fromRow, Search search) {
    Optional<Table> labelled = underLabels(cells, fromRow, search);
    if (labelled.isEmpty()) {
      return overKnownUnits(cells, fromRow, cells.lastRow() + 1, search);
    }
    Table table = labelled.get();
    Optional<Table> before = overKnownUnits(cells, fromRow, table.firstRow, search);
    if (before.isPresent()) {
      return before;
    }
    if (holdsKnownUnit(cells, table, search)) {
      return labelled;
    }
    return overKnownUnits(cells, fromRow, cells.lastRow() + 1, search)
        .filter(other -> other.firstRow <= table.lastRow && other.fields() >= table.fields())
        .or(() -> labelled);
  }

  private static boolean holdsKnownUnit(Cells cells, Table table, Search search) {
    int end = cells.firstInRow(table.lastRow + SEARCHED_ROWS);
    for (int cell = cells.firstInRow(table.lastRow + 1); cell < end; cell++) {
      boolean ofUnits =
          cells.column(cell) == table.nameColumn || cells.column(cell) == table.codeColumn;
      if (ofUnits && isKnownUnit(cells, cell, search)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The tables that stand side by side under this header, from the left: each further column of
   * units behind columns of fields begins another one.
   *
   * @param endRow the row after the last one of the tables
   */
  List<Table> sideBySide(Cells cells, int endRow, Search search) {
    TreeSet<Integer> fieldColumns = new TreeSet<>(columns.keySet());
    fieldColumns.addAll(unclear.keySet());
    fieldColumns.addAll(doubled.keySet());
    Set<Integer> unitColumns = unitColumns(cells, endRow, search);
    unitColumns.removeAll(fieldColumns);
    List<Integer> starts = new ArrayList<>(List.of(0));
    int unitBefore = -1;
    for (int column : unitColumns) {
      Integer field = fieldColumns.lower(column);
      boolean begins = unitBefore >= 0 && field != null && field > unitBefore;
      if (begins && fieldColumns.higher(column) != null) {
        starts.add(column);
      }
      unitBefore = column;
    }
    if (starts.size() == 1) {
      return List.of(this);
    }
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int from = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : endColumn;
      int unit = i > 0 && !isCode(cells, from, search) ? from : i == 0 ? nameColumn : -1;
      tables.add(header(cells, firstRow, lastRow, unit, from, end, search));
    }
    return tables;
  }

  private boolean isCode(Cells cells, int column, Search search) {
    return shown(cells, column, firstRow, lastRow).stream()
        .anyMatch(cell -> search.words().isUnitCode(cells.text(cell)));
  }

  /** The columns with a label of the unit, or with known units. */
  private Set<Integer> unitColumns(Cells cells, int endRow, Search search) {
    Set<Integer> found = new TreeSet<>();
    int end = cells.firstInRow(Math.min(endRow, lastRow + SEARCHED_ROWS));
    for (int cell = cells.firstInRow(firstRow); cell < end; cell++) {
      boolean ofUnits =
          cells.row(cell) <= lastRow
              ? headsUnits(cells, cell, search)
              : cells.kind(cell) == Cells.Kind.TEXT && isKnownUnit(cells, cell, search);
      if (ofUnits) {
        found.add(cells.column(cell));
      }
    }
    return found;
  }

  /** Whether a row names fields and holds no figures: then another table begins in it. */
  static boolean isHeader(Cells cells, int row, Vocabulary words) {
    int first = cells.firstInRow(row);
    int end = cells.firstInRow(row + 1);
    for (int cell = end - 1; cell >= first; cell--) {
      if (cells.kind(cell) != Cells.Kind.TEXT) {
        return false;
      }
    }
    for (int cell = first; cell < end; cell++) {
      if (cells.column(cell) > 0 && !words.label(cells.text(cell)).isNone()) {
        return true;
      }
    }
    return false;
  }

  /** The first table with a label over its units. */
  private static Optional<Table> underLabels(Cells cells, int fromRow, Search search) {
    int tried = -1;
    for (int cell = cells.firstInRow(fromRow); cell < cells.size(); cell++) {
      int row = cells.row(cell);
      if (row == tried || !headsUnits(cells, cell, search) || isAboveAnother(cells, cell, search)) {
        continue;
      }
      tried = row;
      Optional<Table> table = around(cells, row, fromRow, search);
      if (table.isPresent()) {
        return table;
      }
    }
    return Optional.empty();
  }

  /** Whether another label of the unit stands below, with no row of a unit between. */
  private static boolean isAboveAnother(Cells cells, int label, Search search) {
    int row = cells.mergeAt(cells.row(label), cells.column(label)).lastRow();
    for (int below = row + 1; below <= row + MAXIMAL_GAP; below++) {
      for (int cell = cells.firstInRow(below); cell < cells.firstInRow(below + 1); cell++) {
        if (headsUnits(cells, cell, search)) {
          return true;
        }
      }
      if (holdsData(cells, below, search)) {
        return false;
      }
    }
    return false;
  }

  /** The table whose units are known by themselves, under a label that is not. */
  private static Optional<Table> overKnownUnits(
      Cells cells, int fromRow, int endRow, Search search) {
    Map<Integer, Integer> firstUnit = new TreeMap<>();
    Map<Integer, Integer> counts = new TreeMap<>();
    int end = cells.firstInRow(Math.min(endRow, fromRow + SEARCHED_ROWS));
    for (int cell = cells.firstInRow(fromRow); cell < end; cell++) {
      if (isKnownUnit(cells, cell, search)) {
        firstUnit.putIfAbsent(cells.column(cell), cells.row(cell));
        counts.merge(cells.column(cell), 1, Integer::sum);
      }
    }
    Optional<Table> best = Optional.empty();
    int most = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      int column = entry.getKey();
      int unitRow = firstUnit.getOrDefault(column, 0);
      Optional<Table> table = above(cells, fromRow, unitRow, column, search);
      if (table.isPresent() && entry.getValue() > most) {
        most = entry.getValue();
        best = table;
      }
    }
    return best;
  }

  /** The header above the first unit of a column, perhaps with rows of measures between. */
  private static Optional<Table> above(
      Cells cells, int fromRow, int unitRow, int column, Search search) {
    Optional<Table> best = Optional.empty();
    for (int gap = 0; gap <= MAXIMAL_GAP; gap++) {
      int last = unitRow - 1 - gap;
      for (int height = 1; height <= MAXIMAL_HEADER; height++) {
        int first = last - height + 1;
        if (first < fromRow || holdsEntries(cells, first, last, search.words())) {
          continue;
        }
        Table table = header(cells, first, last, column, 0, Integer.MAX_VALUE, search);
        if (table.saysMoreThan(best)) {
          best = Optional.of(table);
        }
      }
    }
    return best;
  }

  /**
   * The header without a column of units, above a single row of figures: the return of one unit
   * that is named elsewhere.
   */
  static Optional<Table> ofOneUnit(Cells cells, Search search) {
    Optional<Table> best = Optional.empty();
    for (int row = 0; row <= Math.min(cells.lastRow(), SEARCHED_ROWS); row++) {
      row = nextRow(cells, row);
      for (int first = row; first >= Math.max(0, row - MAXIMAL_HEADER + 1); first--) {
        if (holdsEntries(cells, first, row, search.words())) {
          continue;
        }
        Table table = header(cells, first, row, -1, 0, Integer.MAX_VALUE, search);
        if (table.fields() > 1 && table.saysMoreThan(best)) {
          best = Optional.of(table);
        }
      }
    }
    return best;
  }

  private static int nextRow(Cells cells, int row) {
    int cell = cells.firstInRow(row);
    return cell < cells.size() ? cells.row(cell) : row;
  }

  /**
   * A label of the unit. It heads nothing if the unit itself stands to its right, as in a form, or
   * if it ends in a colon, as in a line of titles.
   */
  private static boolean headsUnits(Cells cells, int cell, Search search) {
    if (cells.kind(cell) != Cells.Kind.TEXT || !search.words().isUnit(cells.text(cell))) {
      return false;
    }
    if (cells.text(cell).indexOf(':') >= 0 || cells.text(cell).indexOf('：') >= 0) {
      return false;
    }
    int row = cells.row(cell);
    int right = cells.at(row, cells.mergeAt(row, cells.column(cell)).lastColumn() + 1);
    return right < 0 || !isKnownUnit(cells, right, search);
  }

  private static boolean isKnownUnit(Cells cells, int cell, Search search) {
    return cells.kind(cell) == Cells.Kind.NUMBER
        ? search.units().find(cells.number(cell)) >= 0
        : search.units().find(cells.text(cell).strip()) >= 0;
  }

  /** The header that holds {@code row} and names the most fields in the fewest rows. */
  private static Optional<Table> around(Cells cells, int row, int fromRow, Search search) {
    Optional<Table> best = Optional.empty();
    int most = mostFields(cells, row, fromRow, search);
    for (int height = 1; height <= MAXIMAL_HEADER; height++) {
      for (int first = Math.max(fromRow, row - height + 1); first <= row; first++) {
        if (best.isPresent() && best.get().fields() == most) {
          return best;
        }
        int last = first + height - 1;
        if (holdsEntries(cells, first, last, search.words())) {
          continue;
        }
        Table table = header(cells, first, last, -1, 0, Integer.MAX_VALUE, search);
        boolean heads = table.codeColumn >= 0 || table.nameColumn >= 0;
        if (heads && table.saysMoreThan(best)) {
          best = Optional.of(table);
        }
      }
    }
    return best;
  }

  /** How many fields a header that holds {@code row} can name: one a column that is no unit's. */
  private static int mostFields(Cells cells, int row, int fromRow, Search search) {
    int highest = Math.max(fromRow, row - MAXIMAL_HEADER + 1);
    int most = 0;
    BitSet all = columnsOf(cells, highest, row + MAXIMAL_HEADER - 1);
    for (int column = all.nextSetBit(0); column >= 0; column = all.nextSetBit(column + 1)) {
      int label = cells.shownAt(row, column);
      most += label >= 0 && headsUnits(cells, label, search) ? 0 : 1;
    }
    return most;
  }

  /** The first column that holds a field, 0 if none does. */
  int firstField() {
    return columns.isEmpty() ? 0 : columns.firstKey();
  }

  /** The column in which a row says whose it is; -1 if there is none. */
  int unitColumn() {
    return Math.max(nameColumn, codeColumn);
  }

  /** How many fields the header names, clearly or not. */
  int fields() {
    // The columns are of different fields.
    Set<Integer> others = new HashSet<>(unclear.values());
    for (Label label : columns.values()) {
      others.remove(label.field());
    }
    return columns.size() + others.size();
  }

  /** How many columns it names, clearly or not. */
  private int named() {
    return columns.size() + unclear.size();
  }

  /** Whether this header says more than another one: names more fields, or more columns. */
  private boolean saysMoreThan(Optional<Table> other) {
    int more = fields() - (other.isPresent() ? other.get().fields() : 0);
    return more > 0 || (more == 0 && named() > (other.isPresent() ? other.get().named() : 0));
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
            && !words.label(cells.text(label)).isNone()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The header that these rows make.
   *
   * @param unitColumn the column of the units if it is known, else -1
   */
  private static Table header(
      Cells cells,
      int first,
      int last,
      int unitColumn,
      int fromColumn,
      int endColumn,
      Search search) {
    int code = -1;
    int name = unitColumn;
    SortedMap<Integer, Label> columns = new TreeMap<>();
    Map<Integer, Integer> doubled = new TreeMap<>();
    Map<Integer, Integer> unclear = new TreeMap<>();
    Map<Integer, Integer> columnOf = new HashMap<>();
    BitSet within = columnsOf(cells, first, last);
    for (int column = within.nextSetBit(fromColumn);
        column >= 0 && column < endColumn;
        column = within.nextSetBit(column + 1)) {
      List<String> texts = new ArrayList<>();
      boolean heads = false;
      boolean isCode = false;
      for (int cell : shown(cells, column, first, last)) {
        String text = heading(cells, cell, search);
        texts.add(text);
        heads |= headsUnits(cells, cell, search);
        isCode |= search.words().isUnitCode(text);
      }
      if (heads || column == unitColumn) {
        code = isCode && code < 0 ? column : code;
        name = !isCode && name < 0 ? column : name;
        continue;
      }
      Label label = search.words().label(texts, search.wanted());
      if (label.isNone() && !texts.isEmpty()) {
        // The cells of a group may be left blank instead of being merged.
        label = search.words().label(spread(cells, column, first, last, search), search.wanted());
      }
      if (label.isNone()) {
        continue;
      }
      int field = label.field();
      label = inContext(cells, label, column, first, last, search);
      if (!label.clear()) {
        unclear.put(column, field);
      } else if (columnOf.containsKey(field)) {
        doubled.put(column, columnOf.getOrDefault(field, column));
      } else {
        columns.put(column, label);
        columnOf.put(field, column);
      }
    }
    return new Table(
        first, last, fromColumn, endColumn, code, name, columns, doubled, unclear, search.wanted());
  }

  /**
   * A label with what stands around the header: a heading that says that the column is of another
   * time, or a measure in a row between header and units.
   */
  private static Label inContext(
      Cells cells, Label label, int column, int first, int last, Search search) {
    Label result = label;
    for (int row = Math.max(0, first - CONTEXT); row <= last + CONTEXT; row++) {
      if (row >= first && row <= last) {
        continue;
      }
      if (row > last && holdsData(cells, row, search)) {
        break;
      }
      int cell = cells.shownAt(row, column);
      boolean title = cell >= 0 && row < first && isAlone(cells, cell);
      if (cell < 0 || title || !isHeading(cells, cell)) {
        continue;
      }
      String text = heading(cells, cell, search);
      boolean group = row < first && PeriodText.isOnly(text) && !isValue(cells, cell, search);
      if (search.words().isOtherPeriod(text, group ? search.wanted() : Optional.empty())) {
        return result.unclear();
      }
      if (row > last) {
        Label measured = result.measured(text, search.words().field(result.field()));
        result = measured.clear() ? measured : result;
      }
    }
    return result;
  }

  /** Whether a row under a header is one of its units already. */
  private static boolean holdsData(Cells cells, int row, Search search) {
    for (int cell = cells.firstInRow(row); cell < cells.firstInRow(row + 1); cell++) {
      if (cells.kind(cell) == Cells.Kind.NUMBER || isKnownUnit(cells, cell, search)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cell is what stands beside a label, such as a date. */
  private static boolean isValue(Cells cells, int cell, Search search) {
    int left = cells.at(cells.row(cell), cells.column(cell) - 1);
    return left >= 0
        && (search.words().isPeriod(cells.text(left)) || EntryFinder.isDateLabel(cells.text(left)));
  }

  /** A title; a lone cell merged over columns right of the first ones is a group. */
  private static boolean isAlone(Cells cells, int cell) {
    int row = cells.row(cell);
    Cells.Merge merge = cells.mergeAt(row, cells.column(cell));
    return cells.column(cell) == 0
        || (cells.firstInRow(row + 1) - cells.firstInRow(row) == 1
            && merge.firstColumn() == merge.lastColumn());
  }

  /** The columns that have anything in these rows. */
  private static BitSet columnsOf(Cells cells, int first, int last) {
    BitSet columns = new BitSet();
    int end = cells.firstInRow(last + 1);
    for (int cell = cells.firstInRow(first); cell < end; cell++) {
      Cells.Merge merge = cells.mergeAt(cells.row(cell), cells.column(cell));
      columns.set(merge.firstColumn(), merge.lastColumn() + 1);
    }
    return columns;
  }

  /** The text cells that stand over a column, top down; a merged one once. */
  private static List<Integer> shown(Cells cells, int column, int first, int last) {
    List<Integer> above = new ArrayList<>();
    int previous = -1;
    for (int row = first; row <= last; row++) {
      int cell = cells.shownAt(row, column);
      if (cell >= 0 && cell != previous && isHeading(cells, cell)) {
        above.add(cell);
      }
      previous = cell;
    }
    return above;
  }

  /** A text; or a month or a year as a date or number, as in 2024-12-01 or 2024 over columns. */
  private static boolean isHeading(Cells cells, int cell) {
    return switch (cells.kind(cell)) {
      case TEXT -> true;
      case DATE -> cells.date(cell).getDayOfMonth() == 1;
      case NUMBER -> isYear(cells.number(cell));
      default -> false;
    };
  }

  private static boolean isYear(double number) {
    return number >= 2000 && number < 2050 && number == Math.rint(number);
  }

  /** A heading as words; a date beside a label, such as 填报日期, is none. */
  private static String heading(Cells cells, int cell, Search search) {
    return switch (cells.kind(cell)) {
      case DATE ->
          isValue(cells, cell, search)
              ? ""
              : cells.date(cell).getYear() + "年" + cells.date(cell).getMonthValue() + "月";
      case NUMBER -> cells.text(cell) + "年";
      default -> cells.text(cell);
    };
  }

  /** The same, where a blank cell above the last row belongs to the group to its left. */
  private static List<String> spread(Cells cells, int column, int first, int last, Search search) {
    List<String> texts = new ArrayList<>();
    for (int row = first; row <= last; row++) {
      int cell = cells.shownAt(row, column);
      for (int left = column - 1; cell < 0 && row < last && left >= column - WIDEST_GROUP; left--) {
        cell = left < 0 ? -1 : cells.at(row, left);
      }
      if (cell >= 0 && isHeading(cells, cell)) {
        texts.add(heading(cells, cell, search));
      }
    }
    return texts;
  }

  /**
   * The texts over every column, the lowest first: what each is called.
   *
   * @param endRow the row after the last one that may hold a heading
   */
  Map<Integer, List<Integer>> headings(Cells cells, int endRow) {
    Map<Integer, List<Integer>> headings = new TreeMap<>();
    BitSet within = columnsOf(cells, firstRow, endRow - 1);
    for (int column = within.nextSetBit(firstColumn);
        column >= 0 && column < endColumn;
        column = within.nextSetBit(column + 1)) {
      List<Integer> above = new ArrayList<>(shown(cells, column, firstRow, endRow - 1));
      Collections.reverse(above);
      headings.put(column, above);
    }
    return headings;
  }
}
