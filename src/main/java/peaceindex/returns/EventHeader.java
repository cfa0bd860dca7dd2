package peaceindex.returns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import peaceindex.panel.Labels;
import peaceindex.sheet.Cells;

/**
 * The header of a register of events: which column holds what. It stands in one row, or in two
 * where some labels are in the row of the groups.
 *
 * @param row its last row
 * @param times -1 if there is no such column
 * @param points -1 if there is no such column
 * @param clear whether no label stands over two columns
 */
record EventHeader(
    int row,
    int unit,
    int date,
    int rule,
    int times,
    int points,
    String pointsLabel,
    boolean clear) {

  /** Nobody writes more above a table. */
  private static final int DEEPEST = 40;

  private static final int WIDEST = 100;

  /** 发生日期（年-月-日）, *次数. */
  private static final Expression ORNAMENT =
      new Expression("^[*＊★]|[(（\\[【][^()（）\\[\\]【】]{0,20}[)）\\]】]$|[:：]$");

  /**
   * Whether a text heads the rules of a register.
   *
   * @param rules the keys of what does
   */
  static boolean headsRules(String text, Set<String> rules) {
    return text.length() <= Vocabulary.LONGEST
        && (rules.contains(Labels.key(text)) || rules.contains(plainKey(text)));
  }

  /**
   * The first header of a sheet.
   *
   * @param headsRules {@link #headsRules}, which most sheets are done with
   */
  static Optional<EventHeader> find(
      Cells cells, EventsLayout layout, Predicate<String> headsRules) {
    int deepest = Math.min(cells.lastRow(), DEEPEST);
    boolean any = false;
    for (int cell = 0; cell < cells.firstInRow(deepest + 1) && !any; cell++) {
      any = cells.kind(cell) == Cells.Kind.TEXT && headsRules.test(cells.text(cell));
    }
    if (!any) {
      return Optional.empty();
    }
    for (int height = 1; height <= 2; height++) {
      for (int row = 0; row <= deepest; row++) {
        Optional<EventHeader> header = at(cells, row, height, layout);
        if (header.isPresent()) {
          return header;
        }
      }
    }
    return Optional.empty();
  }

  /** The header in a row, if it is one. */
  static Optional<EventHeader> at(Cells cells, int row, EventsLayout layout) {
    return at(cells, row, 1, layout);
  }

  private static Optional<EventHeader> at(Cells cells, int row, int height, EventsLayout layout) {
    Columns unit = Columns.of(cells, row, height, layout.unit());
    Columns date = Columns.of(cells, row, height, layout.date());
    Columns rule = Columns.of(cells, row, height, layout.rule());
    if (unit.none() || date.none() || rule.none()) {
      return Optional.empty();
    }
    Columns times = Columns.of(cells, row, height, layout.times());
    Columns points = Columns.of(cells, row, height, layout.points());
    boolean apart = unit.first() != date.first() && date.first() != rule.first();
    return apart && unit.first() != rule.first()
        ? Optional.of(
            new EventHeader(
                row + height - 1,
                unit.first(),
                date.first(),
                rule.first(),
                times.first(),
                points.first(),
                points.label(),
                unit.single() && date.single() && rule.single() && times.single()))
        : Optional.empty();
  }

  /**
   * The columns under the first of some labels that stands in a row.
   *
   * @param first -1 if there is none
   */
  private record Columns(int first, boolean single, String label) {

    static Columns of(Cells cells, int row, int height, List<String> labels) {
      int best = labels.size();
      int first = -1;
      String label = "";
      boolean single = true;
      for (int column = 0; column <= lastColumn(cells, row, height); column++) {
        if (cells.mergeAt(row, column).firstColumn() != column) {
          continue;
        }
        for (String text : stack(cells, row, row + height - 1, column)) {
          int place = place(labels, text);
          if (place >= 0 && place < best) {
            best = place;
            first = column;
            label = text;
            single = true;
          } else if (place >= 0 && place == best && column != first) {
            single = false;
          }
        }
      }
      return new Columns(first, single, label);
    }

    boolean none() {
      return first < 0;
    }
  }

  private static int lastColumn(Cells cells, int row, int height) {
    int last = 0;
    int end = cells.firstInRow(row + height);
    for (int cell = cells.firstInRow(row); cell < end; cell++) {
      last = Math.max(last, cells.column(cell));
    }
    // A merged label from the row above may reach further.
    return Math.min(WIDEST, last + 10);
  }

  /** What stands over a column from one row to another, merged cells once. */
  private static List<String> stack(Cells cells, int from, int to, int column) {
    List<String> texts = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int row = Math.max(0, from); row <= to; row++) {
      int cell = cells.shownAt(row, column);
      if (cell >= 0 && seen.add(cell) && !cells.text(cell).isBlank()) {
        texts.add(cells.text(cell).strip());
      }
    }
    return texts;
  }

  /** The place of a label in the list, or -1. */
  private static int place(List<String> labels, String text) {
    if (text.length() > Vocabulary.LONGEST) {
      return -1;
    }
    String key = Labels.key(text);
    String plain = plainKey(text);
    for (int i = 0; i < labels.size(); i++) {
      String label = Labels.key(labels.get(i));
      if (label.equals(key) || label.equals(plain)) {
        return i;
      }
    }
    return -1;
  }

  /** The key of a label without what ornaments it. */
  private static String plainKey(String text) {
    String stripped = text.strip();
    return Labels.key(
        mayBeOrnamented(stripped) ? ORNAMENT.matcher(stripped).replaceAll("") : stripped);
  }

  /** Whether a label begins or ends like an {@link #ORNAMENT}; most do not. */
  private static boolean mayBeOrnamented(String text) {
    return !text.isEmpty()
        && ("*＊★".indexOf(text.charAt(0)) >= 0
            || ")）]】:：".indexOf(text.charAt(text.length() - 1)) >= 0);
  }

  /** Whether any other column is headed by a field of the returns: then it is a return. */
  boolean namesField(Cells cells, Vocabulary words) {
    List<Integer> own = List.of(unit, date, rule, times, points);
    for (int column = 0; column <= lastColumn(cells, Math.max(0, row - 1), 2); column++) {
      List<String> above = stack(cells, row - 2, row, column);
      OptionalInt below = continued(cells, column);
      if (below.isPresent()) {
        above.add(cells.text(below.getAsInt()).strip());
      }
      if (!own.contains(column)
          && !above.isEmpty()
          && !words.label(above, Optional.empty()).isNone()) {
        return true;
      }
    }
    return false;
  }

  /** What stands in the row below, if that still belongs to the header. */
  private OptionalInt continued(Cells cells, int column) {
    boolean header = true;
    for (int own : List.of(unit, date, rule)) {
      header &=
          cells.shownAt(row + 1, own) < 0 || cells.shownAt(row + 1, own) == cells.shownAt(row, own);
    }
    int cell = cells.at(row + 1, column);
    return header && cell >= 0 ? OptionalInt.of(cell) : OptionalInt.empty();
  }
}
