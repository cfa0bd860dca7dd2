package peaceindex.returns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaceindex.panel.Period;
import peaceindex.returns.Vocabulary.Label;
import peaceindex.sheet.Cells;

/**
 * A return of one unit: labels with their values to the right.
 *
 * @param titles the texts above its first label
 * @param unitName the cell with the unit's name, -1 if there is none
 * @param unitNameText the unit's name where it stands in the label's own cell (填报单位：青石镇)
 * @param unitCode the cell with the unit's code, -1 if there is none
 * @param period the cell with the period, -1 if there is none
 * @param periodText the period where it stands in the label's own cell
 * @param personal the labels of data of persons
 * @param entries the fields and their values
 */
record Form(
    List<String> titles,
    int unitName,
    Optional<String> unitNameText,
    int unitCode,
    int period,
    Optional<String> periodText,
    List<Integer> personal,
    List<Entry> entries) {

  /**
   * A field and the place of its value.
   *
   * @param cell the cell of the label
   * @param label what it says
   */
  record Entry(int cell, Label label, int row, int column) {}

  /** 填报单位：青石镇, perhaps with another label and its value behind some spaces. */
  private static final Pattern INLINE =
      Pattern.compile("([^:：]{1,20})[:：]\\s*(.+?)(?:[\\s\\u3000\\u00a0]+[^\\s:：]{1,10}[:：].*)?");

  /** Who made the return: names that every form asks for. They are never read. */
  private static final Pattern SIGN_OFF =
      Pattern.compile("填报人|填表人|制表人|制表|审核人|审核|负责人|经办人|签发|签字|联系人");

  private static final Pattern DATE_LABEL = Pattern.compile("日期|时间|电话|[Dd]ate");

  /** What is passed over in search of a heading: figures, and words in their place. */
  private static final Pattern FIGURE_LIKE =
      Pattern.compile("[\\d\\s.,，%％—/-]*(?:[\\u4e00-\\u9fff]|)|无|暂无|不适用|未报|N/A");

  private static final int LONGEST_HEADING = 20;
  private static final int LONGEST_FORM = 300;

  /** A label in the last column of a sheet has nothing beside it. */
  private static final int LAST_COLUMN = 16_383;

  /** Where one thing ends and the next begins in a cell that holds several. */
  private static final Pattern GAP = Pattern.compile("[\\s\\u3000\\u00a0]{2,}");

  /** How far above a value its heading may stand. */
  private static final int HIGHEST_HEADING = 80;

  boolean namesUnit() {
    return unitName >= 0 || unitNameText.isPresent() || unitCode >= 0;
  }

  /**
   * Reads a sheet as forms, one under the other; without entries there are none. A new form begins
   * where the labels begin anew and another unit is named.
   */
  static List<Form> find(Cells cells, Vocabulary words, UnitFinder units, Optional<Period> wanted) {
    Form whole = find(cells, 0, cells.lastRow() + 1, words, wanted);
    List<Integer> starts = starts(cells, whole.entries());
    if (starts.size() < 2) {
      return whole.entries().isEmpty() ? List.of() : List.of(whole);
    }
    List<Form> forms = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : cells.lastRow() + 1;
      Form form = find(cells, starts.get(i), end, words, wanted);
      boolean other = i > 0 && form.titles().stream().anyMatch(words::isOtherPeriod);
      if (!other) {
        forms.add(form);
      }
    }
    boolean eachNamesItsUnit =
        forms.stream().allMatch(f -> f.namesUnit() || units.mentionedIn(f.titles()) >= 0);
    return forms.size() == 1 || eachNamesItsUnit ? forms : List.of(whole);
  }

  /** The rows after which labels that were there before begin anew: where forms begin. */
  private static List<Integer> starts(Cells cells, List<Entry> entries) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    Set<Integer> seen = new HashSet<>();
    int lastRow = -1;
    for (Entry entry : entries) {
      int row = cells.row(entry.cell());
      if (seen.contains(entry.label().field()) && row > lastRow) {
        starts.add(lastRow + 1);
        seen.clear();
      }
      seen.add(entry.label().field());
      lastRow = Math.max(lastRow, row);
    }
    return starts;
  }

  private static Form find(
      Cells cells, int fromRow, int endRow, Vocabulary words, Optional<Period> wanted) {
    int first = endRow;
    int name = -1;
    int code = -1;
    int period = -1;
    Optional<String> nameText = Optional.empty();
    Optional<String> periodText = Optional.empty();
    List<Integer> personal = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    int end = cells.firstInRow(endRow);
    for (int cell = cells.firstInRow(fromRow); cell < end; cell++) {
      if (cells.kind(cell) != Cells.Kind.TEXT || cells.text(cell).length() > Vocabulary.LONGEST) {
        continue;
      }
      String text = cells.text(cell).strip();
      Matcher inline = INLINE.matcher(text);
      String label = inline.matches() ? inline.group(1) : text.replaceFirst("[:：]$", "");
      Optional<String> own =
          inline.matches() ? Optional.of(GAP.split(inline.group(2))[0]) : Optional.empty();
      int row = cells.row(cell);
      int right = cells.mergeAt(row, cells.column(cell)).lastColumn() + 1;
      boolean known = true;
      boolean measureNote = own.isPresent() && words.isMeasureOfAny(own.get());
      if (words.isUnitName(label) && name < 0 && nameText.isEmpty() && !measureNote) {
        name = own.isPresent() ? -1 : cells.at(row, right);
        nameText = own;
      } else if (words.isUnitCode(label) && code < 0) {
        code = cells.at(row, right);
      } else if (words.isPeriod(label) && period < 0) {
        period = own.isPresent() ? -1 : cells.at(row, right);
        periodText = own;
      } else {
        Optional<Entry> entry =
            entry(cells, cell, own.isPresent() ? text : label, words, wanted, fromRow);
        entry.ifPresent(entries::add);
        known = entry.isPresent();
        if (!known && isPersonal(cells, cell, label, own, words)) {
          personal.add(cell);
        }
      }
      first = known ? Math.min(first, row) : first;
    }
    return new Form(
        cells.texts(fromRow, first), name, nameText, code, period, periodText, personal, entries);
  }

  /** A label of data of a person with something beside it, but not who made the return. */
  private static boolean isPersonal(
      Cells cells, int cell, String label, Optional<String> own, Vocabulary words) {
    int row = cells.row(cell);
    int right = cells.mergeAt(row, cells.column(cell)).lastColumn() + 1;
    if (!words.isPersonal(label) || (own.isEmpty() && cells.at(row, right) < 0)) {
      return false;
    }
    return cells.texts(row, row + 1).stream().noneMatch(Form::isSignOff);
  }

  /** Whether a text is, or begins, the line in which those sign who made the return. */
  static boolean isSignOff(String text) {
    return text.length() <= Vocabulary.LONGEST && SIGN_OFF.matcher(text).find();
  }

  /** The entry that begins at a cell; empty if the cell is no label with a value beside it. */
  private static Optional<Entry> entry(
      Cells cells, int cell, String text, Vocabulary words, Optional<Period> wanted, int fromRow) {
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
    if (cells.at(row, column) < 0 && isGap(cells, cells.column(cell), column, words)) {
      column++;
    }
    int value = cells.at(row, column);
    if (value >= 0 && cells.kind(value) == Cells.Kind.TEXT) {
      Label measured = label.measured(cells.text(value), words.field(label.field()));
      if (measured.clear() || isMeasureColumn(cells, value, fromRow, words)) {
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
                cells,
                cells.at(cells.mergeAt(row, cells.column(cell)).lastRow() + 1, cells.column(cell)))
            : cells.kind(value) == Cells.Kind.TEXT && !words.label(cells.text(value)).isNone();
    if (headsColumn) {
      return Optional.empty();
    }
    return Optional.of(valued(cells, cell, label, row, column, words, wanted, fromRow));
  }

  /** Whether a column is blank beside every label of a column, and the next one is not. */
  private static boolean isGap(Cells cells, int labels, int column, Vocabulary words) {
    boolean filled = false;
    for (int row = 0; row <= Math.min(cells.lastRow(), LONGEST_FORM); row++) {
      int cell = cells.at(row, labels);
      if (cell >= 0
          && cells.kind(cell) == Cells.Kind.TEXT
          && !words.label(cells.text(cell)).isNone()) {
        if (cells.at(row, column) >= 0) {
          return false;
        }
        filled |= isNumber(cells, cells.at(row, column + 1));
      }
    }
    return filled;
  }

  /** Whether the heading over a cell says that measures stand below it. */
  private static boolean isMeasureColumn(Cells cells, int cell, int fromRow, Vocabulary words) {
    return heading(cells, cells.row(cell), cells.column(cell), fromRow, words)
        .filter(text -> text.strip().matches("(?:计量)?单位|Units?|Measure"))
        .isPresent();
  }

  /**
   * The entry with its value: under the one heading that says 本月, else the first that no heading
   * says to be of another time; if a second number remains, it is not clear which is meant.
   */
  private static Entry valued(
      Cells cells,
      int cell,
      Label label,
      int row,
      int firstColumn,
      Vocabulary words,
      Optional<Period> wanted,
      int fromRow) {
    List<Integer> present = new ArrayList<>();
    List<Integer> unsaid = new ArrayList<>();
    boolean anyOther = false;
    for (int column : valueColumns(cells, row, firstColumn, words)) {
      Optional<String> heading = heading(cells, row, column, fromRow, words);
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
            && isNumber(cells, cells.at(row, choice.get(0)))
            && choice.stream().skip(1).anyMatch(column -> isNumber(cells, cells.at(row, column)));
    boolean unclear = several || (choice.isEmpty() && anyOther);
    int column = choice.isEmpty() ? firstColumn : choice.get(0);
    return new Entry(cell, unclear ? label.unclear() : label, row, column);
  }

  /** The columns right of a label that may hold its value, up to the next label. */
  private static List<Integer> valueColumns(
      Cells cells, int row, int firstColumn, Vocabulary words) {
    List<Integer> columns = new ArrayList<>(List.of(firstColumn));
    int label = cells.at(row, cells.mergeAt(row, firstColumn - 1).firstColumn());
    int first = label < 0 ? firstColumn : cells.column(label);
    boolean numbered = first > 0 && isOrdinal(cells, cells.at(row, first - 1));
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
  private static Optional<String> heading(
      Cells cells, int row, int column, int fromRow, Vocabulary words) {
    for (int above = row - 1; above >= Math.max(fromRow, row - HIGHEST_HEADING); above--) {
      int cell = cells.shownAt(above, column);
      if (cell >= 0
          && cells.kind(cell) == Cells.Kind.TEXT
          && !FIGURE_LIKE.matcher(cells.text(cell)).matches()) {
        boolean heads =
            cells.text(cell).length() <= LONGEST_HEADING && !isEntryOrTitle(cells, cell, words);
        return heads ? Optional.of(cells.text(cell)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isEntryOrTitle(Cells cells, int cell, Vocabulary words) {
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
  private static boolean isOrdinal(Cells cells, int cell) {
    return cell >= 0 && cells.text(cell).strip().matches("\\d{1,3}|序号|编号|[一二三四五六七八九十]{1,3}");
  }

  private static boolean isNumber(Cells cells, int cell) {
    return cell >= 0 && cells.kind(cell) == Cells.Kind.NUMBER;
  }
}
