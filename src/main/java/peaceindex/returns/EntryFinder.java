package peaceindex.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import peaceindex.panel.Period;
import peaceindex.returns.Form.Entry;
import peaceindex.returns.Vocabulary.Label;
import peaceindex.sheet.Cells;

/**
 * Finds the value beside a label of a form: behind its measure, and under the heading of this
 * period where several figures stand beside it.
 */
final class EntryFinder {
  private static final Pattern DATE_LABEL = Pattern.compile("日期|时间|电话|[Dd]ate");

  /** What is passed over in search of a heading: figures, and words in their place. */
  private static final Pattern FIGURE_LIKE =
      Pattern.compile("[\\d\\s.,，%％—/-]*(?:[\\u4e00-\\u9fff]|)|无|暂无|不适用|未报|N/A");

  private static final int LONGEST_HEADING = 20;

  private static final int LONGEST_FORM = 300;

  /** A label in the last column of a sheet has nothing beside it. */
  private static final int LAST_COLUMN = 16_383;

  /** How far above a value its heading may stand. */
  private static final int HIGHEST_HEADING = 80;

  private final Cells cells;
  private final Vocabulary words;
  private final Optional<Period> wanted;
  private final int fromRow;

  /**
   * @param wanted the period of the return, as far as folder or file name say it
   * @param fromRow the first row of the form
   */
  EntryFinder(Cells cells, Vocabulary words, Optional<Period> wanted, int fromRow) {
    this.cells = cells;
    this.words = words;
    this.wanted = wanted;
    this.fromRow = fromRow;
  }

  /** The entry that begins at a cell; empty if the cell is no label with a value beside it. */
  Optional<Entry> entry(int cell, String text) {
    int row = cells.row(cell);
    Label label = words.label(List.of(text), wanted);
    int group = cells.column(cell) == 0 ? -1 : cells.shownAt(row, cells.column(cell) - 1);
    if (label.isNone()
        && group >= 0
        && cells.kind(group) == Cells.Kind.TEXT
        && words.label(cells.text(group)).isNone()) {
      // Groups may run down the side, and only they tell two equal labels apart.
      label = words.label(List.of(cells.text(group), text), wanted);
    }
    if (label.isNone()) {
      return Optional.empty();
    }
    int column = cells.mergeAt(row, cells.column(cell)).lastColumn() + 1;
    if (cells.at(row, column) < 0 && isGap(cells.column(cell), column)) {
      column++;
    }
    int value = cells.at(row, column);
    if (value >= 0 && cells.kind(value) == Cells.Kind.TEXT) {
      Label measured = label.measured(cells.text(value), words.field(label.field()));
      if (measured.clear() || isMeasureColumn(value)) {
        // A column of its own says in what the field is measured.
        label = label.clear() ? measured : label;
        column = cells.mergeAt(row, column).lastColumn() + 1;
        value = cells.at(row, column);
      }
    }
    if (column > LAST_COLUMN) {
      return Optional.empty();
    }
    boolean headsColumn =
        value < 0
            ? isNumber(
                cells.at(cells.mergeAt(row, cells.column(cell)).lastRow() + 1, cells.column(cell)))
            : cells.kind(value) == Cells.Kind.TEXT && !words.label(cells.text(value)).isNone();
    if (headsColumn) {
      return Optional.empty();
    }
    return Optional.of(valued(cell, label, row, column));
  }

  /** Whether a column is blank beside every label of a column, and the next one is not. */
  private boolean isGap(int labels, int column) {
    boolean filled = false;
    for (int row = 0; row <= Math.min(cells.lastRow(), LONGEST_FORM); row++) {
      int cell = cells.at(row, labels);
      if (cell >= 0
          && cells.kind(cell) == Cells.Kind.TEXT
          && !words.label(cells.text(cell)).isNone()) {
        if (cells.at(row, column) >= 0) {
          return false;
        }
        filled |= isNumber(cells.at(row, column + 1));
      }
    }
    return filled;
  }

  /** Whether the heading over a cell says that measures stand below it. */
  private boolean isMeasureColumn(int cell) {
    return heading(cells.row(cell), cells.column(cell))
        .filter(text -> text.strip().matches("(?:计量)?单位|Units?|Measure"))
        .isPresent();
  }

  /**
   * The entry with its value: under the one heading that says 本月, else the first that no heading
   * says to be of another time; if a second number remains, it is not clear which is meant.
   */
  private Entry valued(int cell, Label label, int row, int firstColumn) {
    List<Integer> present = new ArrayList<>();
    List<Integer> unsaid = new ArrayList<>();
    boolean anyOther = false;
    for (int column : valueColumns(row, firstColumn)) {
      Optional<String> heading = heading(row, column);
      if (heading
          .filter(h -> words.isPresent(h) || wanted.filter(p -> PeriodText.names(h, p)).isPresent())
          .isPresent()) {
        present.add(column);
      } else if (heading
          .filter(h -> words.isOtherPeriod(h, wanted) || words.isRemark(h))
          .isPresent()) {
        anyOther = true;
      } else {
        unsaid.add(column);
      }
    }
    if (present.size() == 1) {
      return new Entry(cell, label, row, present.get(0));
    }
    List<Integer> choice = present.isEmpty() ? unsaid : present;
    boolean several =
        choice.size() > 1
            && isNumber(cells.at(row, choice.get(0)))
            && choice.stream().skip(1).anyMatch(column -> isNumber(cells.at(row, column)));
    boolean unclear = several || (choice.isEmpty() && anyOther);
    int column = choice.isEmpty() ? firstColumn : choice.get(0);
    return new Entry(cell, unclear ? label.unclear() : label, row, column);
  }

  /** The columns right of a label that may hold its value, up to the next label. */
  private List<Integer> valueColumns(int row, int firstColumn) {
    List<Integer> columns = new ArrayList<>(List.of(firstColumn));
    int label = cells.at(row, cells.mergeAt(row, firstColumn - 1).firstColumn());
    int first = label < 0 ? firstColumn : cells.column(label);
    boolean numbered = first > 0 && isOrdinal(cells.at(row, first - 1));
    for (int cell = cells.firstInRow(row); cell < cells.firstInRow(row + 1); cell++) {
      if (cells.column(cell) <= firstColumn) {
        continue;
      }
      boolean text = cells.kind(cell) == Cells.Kind.TEXT;
      if (text && !words.label(cells.text(cell)).isNone()) {
        int last = columns.get(columns.size() - 1);
        if (numbered && last > firstColumn && last == cells.column(cell) - 1) {
          // It numbers the next pair.
          columns.remove(columns.size() - 1);
        }
        break;
      }
      columns.add(cells.column(cell));
    }
    return columns;
  }

  /**
   * The heading over a place: the nearest words above that are no figure, if they are short and
   * neither a title nor the entry of another label.
   */
  private Optional<String> heading(int row, int column) {
    for (int above = row - 1; above >= Math.max(fromRow, row - HIGHEST_HEADING); above--) {
      int cell = cells.shownAt(above, column);
      if (cell >= 0
          && cells.kind(cell) == Cells.Kind.TEXT
          && !FIGURE_LIKE.matcher(cells.text(cell)).matches()) {
        boolean heads = cells.text(cell).length() <= LONGEST_HEADING && !isEntryOrTitle(cell);
        return heads ? Optional.of(cells.text(cell)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isEntryOrTitle(int cell) {
    int left = cell - 1;
    if (left < 0 || cells.row(left) != cells.row(cell)) {
      return cells.firstInRow(cells.row(cell) + 1) == cell + 1;
    }
    String label = cells.text(left).strip().replaceFirst("[:：]$", "");
    return words.isUnit(label) || words.isPeriod(label) || isDateLabel(label);
  }

  /** Whether a day or a telephone number stands beside a label, but no figure and no heading. */
  static boolean isDateLabel(String label) {
    return label.length() <= Vocabulary.LONGEST && DATE_LABEL.matcher(label).find();
  }

  /** Whether a cell numbers a row, or heads such cells. */
  private boolean isOrdinal(int cell) {
    return cell >= 0 && cells.text(cell).strip().matches("\\d{1,3}|序号|编号|[一二三四五六七八九十]{1,3}");
  }

  private boolean isNumber(int cell) {
    return cell >= 0 && cells.kind(cell) == Cells.Kind.NUMBER;
  }
}
