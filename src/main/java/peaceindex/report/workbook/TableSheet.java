package peaceindex.report.workbook;

import peaceindex.report.Findings;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.SheetWriter;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/**
 * Lays a table out on a sheet: a title, the office and the date, the table, the lines below. A
 * table with more rows than a sheet can have goes on, head and all, on a further sheet.
 */
final class TableSheet<R> {
  /** Rows of a sheet. */
  static final int MOST_ROWS = 1_048_576;

  private final Table<R> table;
  private final Caption caption;
  private final WorkbookWriter workbook;
  private final Styles styles;
  private final int mostRows;
  private final Body<R> body;
  private final Layout layout;

  private PaperSheet sheet;
  private int sheets;
  private int bodyTop;
  private int bodyBottom;

  /** The last row that is not one for the whole. */
  private int shadeBottom;

  /** Writes a page. */
  static void write(
      Page page, Findings findings, Words words, WorkbookWriter workbook, Styles styles) {
    write(page, findings, words, workbook, styles, MOST_ROWS);
  }

  /** Writes a page to sheets of at most {@code mostRows} rows. */
  static void write(
      Page page,
      Findings findings,
      Words words,
      WorkbookWriter workbook,
      Styles styles,
      int mostRows) {
    write(page.table(findings), Caption.of(page, findings, words), workbook, styles, mostRows);
  }

  /** Writes a table to sheets of at most {@code mostRows} rows; the last of them. */
  static <R> SheetWriter write(
      Table<R> table, Caption caption, WorkbookWriter workbook, Styles styles, int mostRows) {
    TableSheet<R> on = new TableSheet<>(table, caption, workbook, styles, mostRows);
    on.write();
    return on.sheet.sheet();
  }

  private TableSheet(
      Table<R> table, Caption caption, WorkbookWriter workbook, Styles styles, int mostRows) {
    this.table = table;
    this.caption = caption;
    this.workbook = workbook;
    this.styles = styles;
    this.mostRows = mostRows;
    this.body = new Body<>(table);
    this.layout = Layout.of(body, caption.width(), Paper.ACROSS);
    this.sheet = open();
  }

  private void write() {
    int number = 0;
    for (R row : table.rows()) {
      turn();
      Body.Row made = body.row(number++, row);
      boolean total = false;
      for (Cell cell : made.cells()) {
        total |= cell != null && cell.look().part() == Look.Part.TOTAL;
      }
      sheet.body(made.cells(), made.figures());
      bodyBottom = sheet.next() - 1;
      if (!total) {
        shadeBottom = bodyBottom;
      }
    }
    for (Line line : table.below()) {
      turn();
      sheet.line(line);
    }
    close();
  }

  /** Goes on to a further sheet where this one is full. */
  private void turn() {
    if (sheet.next() == mostRows) {
      close();
      sheet = open();
    }
  }

  private PaperSheet open() {
    sheets++;
    String tab = sheets == 1 ? caption.sheet() : caption.sheet() + " (" + sheets + ")";
    PaperSheet opened = new PaperSheet(workbook, tab, styles, layout, caption.footer());
    opened.above(caption);
    opened.head(table.headRows(), table.fixed());
    for (int c = 0; c < layout.columns(); c++) {
      opened.figures(c, table.columns().get(c).form());
    }
    bodyTop = opened.next();
    bodyBottom = bodyTop - 1;
    shadeBottom = bodyBottom;
    return opened;
  }

  private void close() {
    sheet.close();
    for (int c = 0; c < layout.columns() && shadeBottom >= bodyTop; c++) {
      table.columns().get(c).shade().apply(sheet.sheet(), Area.column(bodyTop, shadeBottom, c));
    }
    if (table.filtered()) {
      int bottom = Math.max(bodyTop, bodyBottom);
      sheet.sheet().filter(new Area(bodyTop - 1, 0, bottom, layout.columns() - 1));
    }
  }
}
