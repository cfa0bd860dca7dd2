package peaceindex.sheet;

import java.util.ArrayList;
import java.util.List;
import peaceindex.problem.CellRef;
import peaceindex.sheet.Cells.Fact;

/**
 * What was read, as text: one line a cell, its address and content and then whatever else is true
 * of it.
 *
 * <pre>
 * A1 '标题 merged to C1          a text
 * C2 0.986 PERCENT               a number
 * A3 #2025-12-31                 a date
 * B3 BOOLEAN hidden comment      other kinds by their name
 * </pre>
 */
final class Shown {
  private Shown() {}

  /** All that is said of a file, to the last bit. */
  static List<String> all(SheetReader.Result result) {
    List<String> lines = new ArrayList<>();
    lines.add(result.content().toString());
    result.problem().ifPresent(problem -> lines.add(problem.toString()));
    result.workbook().ifPresent(workbook -> all(workbook, lines));
    return lines;
  }

  private static void all(Workbook workbook, List<String> lines) {
    lines.add("hidden " + workbook.hidden());
    for (Cells cells : workbook.sheets()) {
      lines.add(cells.file() + " " + cells.sheet() + " " + cells.merges());
      lines.addAll(cells(cells));
      for (int cell = 0; cell < cells.size(); cell++) {
        lines.add(Double.toString(cells.number(cell)));
      }
      for (int i = 0; i < 20; i++) {
        lines.add(cells.isRowHidden(i) + " " + cells.isColumnHidden(i) + cells.hasComment(i, i));
      }
    }
  }

  static List<String> cells(Cells cells) {
    List<String> lines = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      lines.add(cells.where(cell).cell() + " " + content(cells, cell) + facts(cells, cell));
    }
    return lines;
  }

  private static String content(Cells cells, int cell) {
    return switch (cells.kind(cell)) {
      case TEXT -> "'" + cells.text(cell);
      case NUMBER -> cells.text(cell);
      case DATE -> "#" + cells.date(cell);
      default -> cells.kind(cell).name();
    };
  }

  private static String facts(Cells cells, int cell) {
    int row = cells.row(cell);
    int column = cells.column(cell);
    StringBuilder facts = new StringBuilder();
    for (Fact fact : Fact.values()) {
      facts.append(cells.is(cell, fact) ? " " + fact : "");
    }
    facts.append(cells.isHidden(cell) ? " hidden" : "");
    facts.append(cells.hasComment(row, column) ? " comment" : "");
    Cells.Merge merge = cells.mergeAt(row, column);
    boolean merged = merge.lastRow() > row || merge.lastColumn() > column;
    String corner = CellRef.address(merge.lastRow(), merge.lastColumn());
    return facts.append(merged ? " merged to " + corner : "").toString();
  }
}
