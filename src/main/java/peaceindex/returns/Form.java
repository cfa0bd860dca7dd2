package peaceindex.returns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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
  private static final Expression INLINE =
      new Expression("([^:：]{1,20})[:：]\\s*(.+?)(?:[\\s\\u3000\\u00a0]+[^\\s:：]{1,10}[:：].*)?");

  /** Who made the return: names that every form asks for. They are never read. */
  private static final Expression SIGN_OFF =
      new Expression("填报人|填表人|制表人|制表|审核人|审核|负责人|经办人|签发|签字|联系人");

  /** Where one thing ends and the next begins in a cell that holds several. */
  private static final Expression GAP = new Expression("[\\s\\u3000\\u00a0]{2,}");

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
    EntryFinder finder = new EntryFinder(cells, words, wanted, fromRow);
    int end = cells.firstInRow(endRow);
    for (int cell = cells.firstInRow(fromRow); cell < end; cell++) {
      if (cells.kind(cell) != Cells.Kind.TEXT || cells.text(cell).length() > Vocabulary.LONGEST) {
        continue;
      }
      String text = cells.text(cell).strip();
      String label = text;
      Optional<String> own = Optional.empty();
      if (text.indexOf(':') >= 0 || text.indexOf('：') >= 0) {
        Matcher inline = INLINE.matcher(text);
        boolean holdsBoth = inline.matches();
        label = holdsBoth ? inline.group(1) : text.replaceFirst("[:：]$", "");
        own = holdsBoth ? Optional.of(GAP.split(inline.group(2))[0]) : own;
      }
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
        Optional<Entry> entry = finder.entry(cell, own.isPresent() ? text : label);
        known = entry.isPresent();
        if (known) {
          entries.add(entry.get());
        }
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
}
