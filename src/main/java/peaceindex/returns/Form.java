package peaceindex.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaceindex.sheet.Cells;

/**
 * A return of one unit: labels with their values to the right.
 *
 * @param firstRow the first row that holds a label; above it stands the title
 * @param unitName the cell with the unit's name, -1 if there is none
 * @param unitNameText the unit's name where it stands in the label's own cell (填报单位：青石镇)
 * @param unitCode the cell with the unit's code, -1 if there is none
 * @param period the cell with the period, -1 if there is none
 * @param periodText the period where it stands in the label's own cell
 * @param entries the fields and their values
 */
record Form(
    int firstRow,
    int unitName,
    Optional<String> unitNameText,
    int unitCode,
    int period,
    Optional<String> periodText,
    List<Entry> entries) {

  /**
   * A field and the place of its value.
   *
   * @param label the cell of the label
   * @param clear whether it is clear that the value is the period's
   */
  record Entry(int field, int label, int row, int column, boolean clear) {}

  /** 填报单位：青石镇, perhaps with another label and its value behind some spaces. */
  private static final Pattern INLINE =
      Pattern.compile("([^:：]{1,20})[:：]\\s*(.+?)(?:\\s{2,}\\S{1,10}[:：].*)?");

  /** Reads a sheet as a form; without entries it is none. */
  static Form find(Cells cells, Vocabulary words) {
    int first = Integer.MAX_VALUE;
    int name = -1;
    int code = -1;
    int period = -1;
    Optional<String> nameText = Optional.empty();
    Optional<String> periodText = Optional.empty();
    List<Entry> entries = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      if (cells.kind(cell) != Cells.Kind.TEXT || cells.text(cell).length() > Vocabulary.LONGEST) {
        continue;
      }
      String text = cells.text(cell).strip();
      Matcher inline = INLINE.matcher(text);
      String label = inline.matches() ? inline.group(1) : text.replaceFirst("[:：]$", "");
      Optional<String> own = inline.matches() ? Optional.of(inline.group(2)) : Optional.empty();
      int row = cells.row(cell);
      int right = cells.mergeAt(row, cells.column(cell)).lastColumn() + 1;
      boolean known = true;
      if (words.isUnitName(label) && name < 0 && nameText.isEmpty()) {
        name = own.isPresent() ? -1 : cells.at(row, right);
        nameText = own;
      } else if (words.isUnitCode(label) && code < 0) {
        code = cells.at(row, right);
      } else if (words.isPeriod(label) && period < 0) {
        period = own.isPresent() ? -1 : cells.at(row, right);
        periodText = own;
      } else {
        Optional<Entry> entry = entry(cells, cell, own.isPresent() ? text : label, words);
        entry.ifPresent(entries::add);
        known = entry.isPresent();
      }
      first = known ? Math.min(first, row) : first;
    }
    return new Form(first, name, nameText, code, period, periodText, entries);
  }

  /** The entry that begins at a cell; empty if the cell is no label with a value beside it. */
  private static Optional<Entry> entry(Cells cells, int cell, String text, Vocabulary words) {
    Vocabulary.Label label = words.label(text);
    if (label.field() < 0) {
      return Optional.empty();
    }
    int row = cells.row(cell);
    int column = cells.mergeAt(row, cells.column(cell)).lastColumn() + 1;
    int value = cells.at(row, column);
    if (value >= 0
        && cells.kind(value) == Cells.Kind.TEXT
        && words.isMeasure(cells.text(value), label.field())) {
      // A column of its own says in what the field is measured.
      column = cells.mergeAt(row, column).lastColumn() + 1;
      value = cells.at(row, column);
    }
    boolean headsColumn =
        value < 0
            ? isNumber(
                cells,
                cells.at(cells.mergeAt(row, cells.column(cell)).lastRow() + 1, cells.column(cell)))
            : cells.kind(value) == Cells.Kind.TEXT && words.label(cells.text(value)).field() >= 0;
    if (headsColumn) {
      return Optional.empty();
    }
    boolean clear = label.clear() && !hasSecondNumber(cells, row, column, words);
    return Optional.of(new Entry(label.field(), cell, row, column, clear));
  }

  private static boolean isNumber(Cells cells, int cell) {
    return cell >= 0 && cells.kind(cell) == Cells.Kind.NUMBER;
  }

  /** Whether a further number follows the value before the next label: which one is meant? */
  private static boolean hasSecondNumber(Cells cells, int row, int column, Vocabulary words) {
    boolean number = isNumber(cells, cells.at(row, column));
    for (int cell = cells.firstInRow(row); cell < cells.firstInRow(row + 1); cell++) {
      if (cells.column(cell) <= column) {
        continue;
      }
      if (cells.kind(cell) == Cells.Kind.TEXT && words.label(cells.text(cell)).field() >= 0) {
        return false;
      }
      if (number && isNumber(cells, cell)) {
        return true;
      }
    }
    return false;
  }
}
