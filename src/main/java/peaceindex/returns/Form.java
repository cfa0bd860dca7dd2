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
   */
  record Entry(int field, int label, int row, int column) {}

  private static final Pattern INLINE = Pattern.compile("([^:：]{1,20})[:：]\\s*(.+)");

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
      if (cells.kind(cell) != Cells.Kind.TEXT) {
        continue;
      }
      String text = cells.text(cell);
      Matcher inline = INLINE.matcher(text.strip());
      String label = inline.matches() ? inline.group(1) : text;
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
        int field = words.field(text.strip().replaceFirst("[:：]$", ""));
        known = field >= 0 && !isLabel(cells, cells.at(row, right), words);
        if (known) {
          entries.add(new Entry(field, cell, row, right));
        }
      }
      first = known ? Math.min(first, row) : first;
    }
    return new Form(first, name, nameText, code, period, periodText, entries);
  }

  /** A label whose right neighbour is a label too heads a column and has no value beside it. */
  private static boolean isLabel(Cells cells, int cell, Vocabulary words) {
    return cell >= 0 && cells.kind(cell) == Cells.Kind.TEXT && words.field(cells.text(cell)) >= 0;
  }
}
