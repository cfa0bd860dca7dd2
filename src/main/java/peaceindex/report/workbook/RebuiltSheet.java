package peaceindex.report.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import peaceindex.panel.Figures;
import peaceindex.problem.Problem;
import peaceindex.problem.Severity;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.CellFormat;
import peaceindex.report.workbook.ooxml.SheetWriter;
import peaceindex.sheet.Cells;
import peaceindex.sheet.Cells.Fact;
import peaceindex.sheet.Cells.Merge;

/**
 * A sheet of a return built anew from its cells, never copied: what stood in a cell stands at the
 * same address and is shown as it was, but without formulas, links, macros and anything hidden.
 *
 * <p>Cells that are wrong are coloured and framed and carry a comment. They say so in words too,
 * which are part of their number format: the content stays what it was, so that the sheet can be
 * mended and read again.
 */
final class RebuiltSheet {
  private static final String ERROR_GROUND = "#F8B4B4";
  private static final String WARNING_GROUND = "#FFE08A";
  private static final double WIDEST = 42;
  private static final double NARROWEST = 6;
  private static final int MOST_DECIMALS = 8;

  /** A merged range with more places than this is left unmerged. */
  private static final int LARGEST_MERGE = 20_000;

  /** Places inside merged ranges that get their lines; beyond that only the first one of each. */
  private static final int MOST_RULED = 500_000;

  private static final int COMMENT_COLUMNS = 4;
  private static final int COMMENT_LINE = 16;
  private static final int LAST_COLUMN = 16_383;
  private static final int LAST_ROW = 1_048_575;

  /**
   * What stands in a cell of the present row.
   *
   * @param content a number, or words
   */
  private record Placed(
      int column, Object content, Look look, String pattern, @Nullable Remark remark) {}

  private final Cells cells;
  private final Redaction.OfSheet redaction;
  private final TreeMap<Integer, TreeMap<Integer, Remark>> remarks;
  private final String absent;
  private final Words words;
  private final SheetWriter sheet;
  private final Styles styles;
  private final Map<Merge, Boolean> whole = new HashMap<>();
  private final TreeMap<Integer, TreeMap<Integer, Look>> covered = new TreeMap<>();
  private final Map<Integer, Double> widths = new HashMap<>();
  private final int firstBodyRow;
  private int ruled;

  /**
   * @param shownSheet the sheet's name as problems show it
   * @param problems those of the sheet's file
   * @param absent what stands in a blank cell that should not be blank; may be empty
   */
  RebuiltSheet(
      Cells cells,
      String shownSheet,
      List<Problem> problems,
      Redaction redaction,
      String absent,
      SheetWriter sheet,
      Words words,
      Styles styles) {
    this.cells = cells;
    this.redaction = redaction.of(cells);
    this.remarks = atFirstCells(Remark.on(cells, shownSheet, problems, words.lang()));
    this.absent = absent;
    this.words = words;
    this.sheet = sheet;
    this.styles = styles;
    this.firstBodyRow = firstBodyRow();
  }

  void write() {
    measure();
    widths.forEach((column, width) -> sheet.width(column, width + Layout.AIR));
    sheet.page().landscape(true).fit(1, 0).margins(0.7, 0.75, 0.75, 0.3);
    int last = Math.max(cells.lastRow(), remarks.isEmpty() ? -1 : remarks.lastKey());
    for (int row = 0; row <= last || !covered.isEmpty(); row++) {
      writeRow(row);
    }
  }

  /** Above the first row that holds more than one cell stand titles. */
  private int firstBodyRow() {
    for (int cell = 1; cell < cells.size(); cell++) {
      if (cells.row(cell) == cells.row(cell - 1)) {
        return cells.row(cell);
      }
    }
    return 0;
  }

  /** Remarks on places in a merged range belong to the cell that is seen. */
  private TreeMap<Integer, TreeMap<Integer, Remark>> atFirstCells(
      TreeMap<Integer, TreeMap<Integer, Remark>> found) {
    TreeMap<Integer, TreeMap<Integer, Remark>> moved = new TreeMap<>();
    found.forEach(
        (row, columns) ->
            columns.forEach(
                (column, remark) -> {
                  Merge merge = mergeAt(row, column);
                  moved
                      .computeIfAbsent(merge.firstRow(), r -> new TreeMap<>())
                      .merge(merge.firstColumn(), remark, Remark::and);
                }));
    return moved;
  }

  /** The merged range at a place, unless it overlaps another one, which no program would open. */
  private Merge mergeAt(int row, int column) {
    Merge merge = cells.mergeAt(row, column);
    return isOne(merge) || whole.computeIfAbsent(merge, this::isWhole)
        ? merge
        : new Merge(row, row, column, column);
  }

  private boolean isWhole(Merge merge) {
    long places =
        (merge.lastRow() - merge.firstRow() + 1L) * (merge.lastColumn() - merge.firstColumn() + 1L);
    if (places > LARGEST_MERGE) {
      return false;
    }
    for (int row = merge.firstRow(); row <= merge.lastRow(); row++) {
      for (int column = merge.firstColumn(); column <= merge.lastColumn(); column++) {
        if (!cells.mergeAt(row, column).equals(merge)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOne(Merge merge) {
    return merge.firstRow() == merge.lastRow() && merge.firstColumn() == merge.lastColumn();
  }

  private static boolean startsAt(Merge merge, int row, int column) {
    return merge.firstRow() == row && merge.firstColumn() == column;
  }

  /** Columns as wide as what stands in them; a merged cell shares out what it lacks. */
  private void measure() {
    for (int pass = 0; pass < 2; pass++) {
      for (int cell = 0; cell < cells.size(); cell++) {
        int row = cells.row(cell);
        int column = cells.column(cell);
        Merge merge = mergeAt(row, column);
        boolean wide = merge.lastColumn() > merge.firstColumn();
        if (startsAt(merge, row, column) && wide == (pass == 1)) {
          // A title runs on over blank cells beside it.
          boolean title = row < firstBodyRow;
          widen(merge, Math.min(title ? NARROWEST : WIDEST, width(cell)));
        }
      }
    }
    remarks.values().forEach(row -> row.keySet().forEach(c -> widths.putIfAbsent(c, NARROWEST)));
  }

  private void widen(Merge merge, double needed) {
    double lacking = needed - room(merge);
    int columns = merge.lastColumn() - merge.firstColumn() + 1;
    for (int column = merge.firstColumn(); column <= merge.lastColumn(); column++) {
      double now = widths.getOrDefault(column, NARROWEST);
      widths.put(column, now + Math.max(0, lacking / columns));
    }
  }

  private double room(Merge merge) {
    double room = (merge.lastColumn() - merge.firstColumn()) * Layout.AIR;
    for (int column = merge.firstColumn(); column <= merge.lastColumn(); column++) {
      room += widths.getOrDefault(column, NARROWEST);
    }
    return room;
  }

  private double width(int cell) {
    String shown =
        switch (cells.kind(cell)) {
          case NUMBER -> Figures.plain(cells.number(cell)) + (cells.isPercent(cell) ? "%" : "");
          case DATE -> "2000-00-00 00:00";
          default -> text(cell);
        };
    Remark remark = remarkAt(cells.row(cell), cells.column(cell));
    return TextWidth.of(shown) + (remark == null ? 0 : TextWidth.of(mark(remark))) + 1;
  }

  private @Nullable Remark remarkAt(int row, int column) {
    TreeMap<Integer, Remark> inRow = remarks.get(row);
    return inRow == null ? null : inRow.get(column);
  }

  private String mark(Remark remark) {
    return words.say("mark." + remark.severity());
  }

  private void writeRow(int row) {
    TreeMap<Integer, Look> ruledOnly = covered.getOrDefault(row, new TreeMap<>());
    covered.remove(row);
    TreeMap<Integer, Integer> content = new TreeMap<>();
    for (int cell = cells.firstInRow(row); cell < cells.firstInRow(row + 1); cell++) {
      // What lies under a merged cell is hidden.
      if (startsAt(mergeAt(row, cells.column(cell)), row, cells.column(cell))) {
        content.put(cells.column(cell), cell);
      }
    }
    remarks.getOrDefault(row, new TreeMap<>()).keySet().forEach(c -> content.putIfAbsent(c, -1));
    if (content.isEmpty() && ruledOnly.isEmpty()) {
      return;
    }
    List<Placed> placed = new ArrayList<>();
    int lines = 1;
    for (Map.Entry<Integer, Integer> entry : content.entrySet()) {
      ruledOnly.remove(entry.getKey());
      lines = Math.max(lines, place(row, entry.getKey(), entry.getValue(), placed, ruledOnly));
    }
    ruledOnly.forEach(
        (column, look) -> placed.add(new Placed(column, "", look, CellFormat.GENERAL, null)));
    placed.sort(Comparator.comparing(Placed::column));
    sheet.row(row, lines > 1 ? PaperSheet.height(lines) : 0);
    placed.forEach(this::put);
  }

  /**
   * Finds what stands in a cell, and the lines of its merged range; the lines of text it needs.
   *
   * @param cell -1 for one that is blank
   * @param placed told the cell
   * @param ruledOnly told the other places of the range in this row
   */
  private int place(
      int row, int column, int cell, List<Placed> placed, TreeMap<Integer, Look> ruledOnly) {
    Merge merge = mergeAt(row, column);
    Remark remark = remarkAt(row, column);
    Object content = cell < 0 ? "" : content(cell);
    if (remark != null && content.equals("")) {
      content = absent;
    }
    Look look = look(row, cell, content, merge, remark);
    int lines = 1;
    if (content instanceof String text && merge.firstRow() == merge.lastRow()) {
      double needed = TextWidth.of(text) + (remark == null ? 0 : TextWidth.of(mark(remark)));
      boolean title = look.part() == Look.Part.CAPTION && isOne(merge);
      if (!title && needed > room(merge)) {
        look = look.wrapping();
        lines = TextWidth.lines(text, room(merge) * 0.94);
      }
    }
    String pattern = cell < 0 ? CellFormat.GENERAL : pattern(cell);
    placed.add(new Placed(column, content, look, pattern, remark));
    if (remark != null && !remark.text().isEmpty()) {
      comment(row, column, remark.text());
    }
    if (!isOne(merge)) {
      sheet.merge(
          new Area(merge.firstRow(), merge.firstColumn(), merge.lastRow(), merge.lastColumn()));
      cover(merge, look, ruledOnly);
    }
    return lines;
  }

  private void cover(Merge merge, Look look, TreeMap<Integer, Look> ruledOnly) {
    for (int row = merge.firstRow(); row <= merge.lastRow(); row++) {
      TreeMap<Integer, Look> inRow =
          row == merge.firstRow() ? ruledOnly : covered.computeIfAbsent(row, r -> new TreeMap<>());
      for (int column = merge.firstColumn(); column <= merge.lastColumn(); column++) {
        if (ruled++ < MOST_RULED && !startsAt(merge, row, column)) {
          inRow.put(column, look);
        }
      }
    }
  }

  /** A number, or words. */
  private Object content(int cell) {
    return switch (cells.kind(cell)) {
      case NUMBER -> redaction.shows(cell) ? (Object) cells.number(cell) : "";
      case DATE -> redaction.shows(cell) ? (Object) serial(cell) : "";
      default -> text(cell);
    };
  }

  /** The day counted from 1900, whatever the sheet counted from. */
  private double serial(int cell) {
    double day = DateUtil.getExcelDate(cells.date(cell));
    double time = cells.number(cell) - Math.floor(cells.number(cell));
    return day < 0 ? cells.number(cell) : day + time;
  }

  private String text(int cell) {
    return switch (cells.kind(cell)) {
      case TEXT -> SafeText.of(redaction.text(cell));
      case BOOLEAN -> redaction.shows(cell) ? words.say("rebuilt.boolean") : "";
      case ERROR -> redaction.shows(cell) ? words.say("rebuilt.error") : "";
      case NUMBER, DATE, NO_RESULT -> "";
    };
  }

  private String pattern(int cell) {
    if (cells.kind(cell) == Cells.Kind.DATE) {
      boolean timed = cells.number(cell) != Math.floor(cells.number(cell));
      return timed ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd";
    }
    if (cells.kind(cell) == Cells.Kind.NUMBER && cells.isPercent(cell)) {
      int decimals =
          BigDecimal.valueOf(cells.number(cell)).movePointRight(2).stripTrailingZeros().scale();
      int shown = Math.max(0, Math.min(MOST_DECIMALS, decimals));
      return "0" + (shown == 0 ? "" : "." + "0".repeat(shown)) + "%";
    }
    return CellFormat.GENERAL;
  }

  private Look look(int row, int cell, Object content, Merge merge, @Nullable Remark remark) {
    Look look = content instanceof String ? Look.WORD : Look.NUMBER;
    if (content instanceof String && !isOne(merge)) {
      look = Look.CENTRED;
    }
    if (row < firstBodyRow) {
      look = isOne(merge) ? Look.CAPTION : Look.CENTRED.as(Look.Part.CAPTION);
    }
    if (remark != null) {
      boolean error = remark.severity() == Severity.ERROR;
      look = look.as(Look.Part.MARKED).on(error ? ERROR_GROUND : WARNING_GROUND);
    }
    // A figure that was struck out must not come back as one that stands.
    return cell >= 0 && cells.is(cell, Fact.STRUCK) ? look.struckOut() : look;
  }

  private void put(Placed placed) {
    String shown = placed.pattern;
    if (placed.remark != null) {
      String mark = "\"" + mark(placed.remark) + "\"";
      shown = mark + shown + ";" + mark + "-" + shown + ";" + mark + shown + ";" + mark + "@";
    }
    if (placed.content instanceof Double number) {
      sheet.number(placed.column, number, styles.format(placed.look, shown, false));
    } else if (placed.content instanceof String text) {
      boolean quoted = SafeText.looksLikeFormula(text);
      sheet.text(placed.column, text, styles.format(placed.look, shown, quoted));
    }
  }

  private void comment(int at, int atColumn, String text) {
    int column = Math.min(atColumn + 1, LAST_COLUMN - COMMENT_COLUMNS);
    int lines = text.length() / COMMENT_LINE + 2;
    int row = Math.min(at, LAST_ROW - lines);
    Area box = new Area(row, column, row + lines, column + COMMENT_COLUMNS);
    sheet.comment(at, atColumn, box, Xlsx.CREATOR, text);
  }
}
