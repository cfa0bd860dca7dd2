package peaceindex.report.template;

import java.util.List;
import peaceindex.report.workbook.Column;
import peaceindex.report.workbook.Layout;
import peaceindex.report.workbook.Paper;
import peaceindex.report.workbook.PaperSheet;
import peaceindex.report.workbook.Styles;
import peaceindex.report.workbook.Table;
import peaceindex.report.workbook.Words;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/**
 * A sheet from which other sheets let choose, there to be seen: a hidden sheet would have to be
 * explained. Where its words stand is known before it is written.
 *
 * @param name of the sheet
 * @param size how many rows it has
 * @param column the column of the words to be chosen
 */
record ListSheet(String name, int size, int column) {
  /** Below the title and the head. */
  private static final int FIRST_ROW = 2;

  /** The words to be chosen, as a formula says it. */
  String listed() {
    return Area.column(FIRST_ROW, FIRST_ROW + size - 1, column).on(name);
  }

  /** Writes the sheet; none of its cells can be changed. */
  <R> void write(
      WorkbookWriter workbook, Styles styles, Words words, List<Column<R>> columns, List<R> rows) {
    Table<R> table = new Table<>(columns, rows, List.of(), 0, false);
    Layout layout = Layout.of(table, PaperSheet.titleWidth(name), Paper.UPRIGHT);
    PaperSheet sheet = new PaperSheet(workbook, name, styles, layout, words.say("footer"));
    sheet.title(name);
    sheet.head(1, 0);
    for (R row : rows) {
      sheet.body(columns.stream().map(each -> each.cell().apply(row)).toList());
    }
    sheet.close();
    sheet.sheet().lock(false);
  }
}
