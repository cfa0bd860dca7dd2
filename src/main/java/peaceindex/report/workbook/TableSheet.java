package peaceindex.report.workbook;

import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import peaceindex.report.Findings;

/**
 * Lays a table out on a sheet, ready to be printed: a title, the office and the date, the table
 * with its head repeated on every page of paper, the lines below. A table with more rows than a
 * sheet can have goes on, head and all, on a further sheet.
 */
final class TableSheet<R> {
  /** Rows of a sheet. */
  static final int MOST_ROWS = 1_048_576;

  private static final String GENERAL = "General";
  private static final float LINE_POINTS = 13.5f;
  private static final float ROW_AIR_POINTS = 4.5f;
  private static final float TITLE_ROW_POINTS = 34;
  private static final float BYLINE_ROW_POINTS = 20;
  private static final float SIGNATURE_ROW_POINTS = 42;
  private static final float MOST_ROW_POINTS = 409;

  /** What A4 across has room for, top to bottom, between the margins. */
  private static final double PAPER_POINTS = 505;

  /** A sheet that is longer than its paper by no more than this is shrunk to one page. */
  private static final double LITTLE_TOO_LONG = 1.25;

  private static final double MARGIN_INCHES = 0.5;
  private static final double BOTTOM_MARGIN_INCHES = 0.7;
  private static final double FOOTER_MARGIN_INCHES = 0.3;
  private static final int MOST_WIDTH = 255 * 256;

  /** A title's letters are larger and bold. */
  private static final double TITLE_SCALE = 1.1 * Styles.TITLE_POINTS / Styles.BODY_POINTS;

  private final Table<R> table;
  private final String name;
  private final String title;
  private final String office;
  private final String date;
  private final String footer;
  private final SXSSFWorkbook workbook;
  private final Styles styles;
  private final int mostRows;
  private final Layout layout;
  private final int last;

  private SXSSFSheet sheet;
  private int sheets;
  private int next;
  private double points;
  private int headTop;
  private int bodyTop;
  private int bodyBottom;

  /** Writes a page. */
  static void write(
      Page page, Findings findings, Words words, SXSSFWorkbook workbook, Styles styles) {
    write(page, findings, words, workbook, styles, MOST_ROWS);
  }

  /** Writes a page to sheets of at most {@code mostRows} rows. */
  static void write(
      Page page,
      Findings findings,
      Words words,
      SXSSFWorkbook workbook,
      Styles styles,
      int mostRows) {
    write(page.table(findings), Caption.of(page, findings, words), workbook, styles, mostRows);
  }

  /** Writes a table to sheets of at most {@code mostRows} rows. */
  static <R> void write(
      Table<R> table, Caption caption, SXSSFWorkbook workbook, Styles styles, int mostRows) {
    new TableSheet<>(table, caption, workbook, styles, mostRows).write();
  }

  private TableSheet(
      Table<R> table, Caption caption, SXSSFWorkbook workbook, Styles styles, int mostRows) {
    this.table = table;
    this.name = caption.sheet();
    this.title = caption.title();
    this.office = caption.office();
    this.date = caption.date();
    this.footer = caption.footer();
    this.workbook = workbook;
    this.styles = styles;
    this.mostRows = mostRows;
    this.last = table.columns().size() - 1;
    double above =
        Math.max(TextWidth.of(title) * TITLE_SCALE, TextWidth.of(office) + TextWidth.of(date) + 4);
    this.layout = Layout.of(table, above);
    this.sheet = open();
  }

  private void write() {
    for (R row : table.rows()) {
      turn();
      body(row);
      bodyBottom = next - 1;
    }
    for (Line line : table.below()) {
      turn();
      below(line);
    }
    close();
  }

  /** Goes on to a further sheet where this one is full. */
  private void turn() {
    if (next == mostRows) {
      close();
      sheet = open();
    }
  }

  private SXSSFSheet open() {
    sheets++;
    sheet = workbook.createSheet(sheets == 1 ? name : name + " (" + sheets + ")");
    IntStream.rangeClosed(0, last)
        .forEach(
            c -> {
              int width = (int) Math.ceil(layout.width(c) * 256);
              sheet.setColumnWidth(c, Math.min(MOST_WIDTH, width));
            });
    paper();
    next = 0;
    points = 0;
    put(row(TITLE_ROW_POINTS), 0, last, new Cell.Written(title, Look.TITLE));
    if (!office.isEmpty() || !date.isEmpty()) {
      SXSSFRow row = row(BYLINE_ROW_POINTS);
      // Not merged: in both directions the words run on over the blank cells between them.
      put(row, 0, 0, new Cell.Written(SafeText.of(office), Look.BYLINE_LEFT));
      put(row, last, last, new Cell.Written(SafeText.of(date), Look.BYLINE_RIGHT));
    }
    head();
    return sheet;
  }

  private void paper() {
    XSSFPrintSetup setup = (XSSFPrintSetup) sheet.getPrintSetup();
    setup.setPaperSize(PaperSize.A4_PAPER);
    setup.setLandscape(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
    sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
    sheet.setMargin(PageMargin.TOP, MARGIN_INCHES);
    sheet.setMargin(PageMargin.BOTTOM, BOTTOM_MARGIN_INCHES);
    sheet.setMargin(PageMargin.FOOTER, FOOTER_MARGIN_INCHES);
    sheet.getFooter().setCenter(footer);
  }

  private void head() {
    headTop = next;
    int[] lines = layout.headLines(table.headRows());
    SXSSFRow[] rows = new SXSSFRow[lines.length];
    for (int r = 0; r < lines.length; r++) {
      rows[r] = row(height(lines[r]));
    }
    for (Layout.Block block : layout.blocks()) {
      Cell cell = new Cell.Written(block.heading().text(), Look.HEADING);
      for (int r = block.top(); r <= block.bottom(); r++) {
        for (int c = block.left(); c <= block.right(); c++) {
          boolean first = r == block.top() && c == block.left();
          put(rows[r], c, first ? cell : new Cell.Empty(Look.HEADING));
        }
      }
      merge(headTop + block.top(), headTop + block.bottom(), block.left(), block.right());
    }
    bodyTop = next;
    bodyBottom = next - 1;
    sheet.setRepeatingRows(CellRangeAddress.valueOf((headTop + 1) + ":" + bodyTop));
    sheet.createFreezePane(table.fixed(), bodyTop);
  }

  private void body(R about) {
    int columns = table.columns().size();
    Cell[] cells = new Cell[columns];
    int lines = 1;
    for (int c = 0; c < columns; c++) {
      Cell cell = table.columns().get(c).cell().apply(about);
      if (cell instanceof Cell.Written words && cell.width() > layout.room(c, c)) {
        cell = cell.with(cell.look().wrapping());
        lines = Math.max(lines, layout.lines(words.text(), c, c));
      }
      cells[c] = cell;
    }
    SXSSFRow row = row(height(lines));
    for (int c = 0; c < columns; c++) {
      put(row, c, cells[c]);
    }
  }

  private void below(Line line) {
    int lines = 1;
    boolean signed = false;
    for (Line.Placed placed : line.cells()) {
      if (placed.cell() instanceof Cell.Written words) {
        lines = Math.max(lines, layout.lines(words.text(), placed.column(), end(placed)));
        signed |= words.look().part() == Look.Part.SIGNATURE;
      }
    }
    SXSSFRow row = row(signed ? SIGNATURE_ROW_POINTS : height(lines));
    for (Line.Placed placed : line.cells()) {
      put(row, placed.column(), end(placed), placed.cell());
    }
  }

  private int end(Line.Placed placed) {
    return placed.columns() == 0 ? last : placed.column() + placed.columns() - 1;
  }

  private void close() {
    if (points * layout.scale() < PAPER_POINTS * LITTLE_TOO_LONG) {
      ((XSSFPrintSetup) sheet.getPrintSetup()).setFitHeight((short) 1);
    }
    if (table.filtered()) {
      sheet.setAutoFilter(
          new CellRangeAddress(bodyTop - 1, Math.max(bodyTop, bodyBottom), 0, last));
    }
  }

  private SXSSFRow row(float height) {
    SXSSFRow row = sheet.createRow(next++);
    row.setHeightInPoints(height);
    points += height;
    return row;
  }

  private static float height(int lines) {
    return Math.min(MOST_ROW_POINTS, lines * LINE_POINTS + ROW_AIR_POINTS);
  }

  /** One cell over the columns from {@code left} to {@code right}. */
  private void put(SXSSFRow row, int left, int right, Cell cell) {
    for (int c = left; c <= right; c++) {
      put(row, c, c == left ? cell : new Cell.Empty(cell.look()));
    }
    merge(row.getRowNum(), row.getRowNum(), left, right);
  }

  private void merge(int top, int bottom, int left, int right) {
    if (top < bottom || left < right) {
      // Unsafe means unchecked: checking against all others takes time that grows with their
      // square.
      sheet.addMergedRegionUnsafe(new CellRangeAddress(top, bottom, left, right));
    }
  }

  /** Puts content into a cell of the sheet: nothing else does. */
  private void put(Row row, int column, Cell cell) {
    var target = row.createCell(column);
    if (cell instanceof Cell.Link link) {
      target.setCellValue(link.text());
      target.setCellStyle(styles.style(cell.look(), GENERAL, false));
      var hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      hyperlink.setAddress(link.target());
      target.setHyperlink(hyperlink);
    } else if (cell instanceof Cell.Figure figure) {
      target.setCellValue(figure.value());
      target.setCellStyle(styles.style(cell.look(), figure.form().pattern(), false));
    } else if (cell instanceof Cell.Written words) {
      boolean quoted = SafeText.looksLikeFormula(words.text());
      target.setCellValue(words.text());
      target.setCellStyle(styles.style(cell.look(), GENERAL, quoted));
    } else {
      target.setCellStyle(styles.style(cell.look(), GENERAL, false));
    }
  }
}
