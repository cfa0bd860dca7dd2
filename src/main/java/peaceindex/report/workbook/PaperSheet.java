package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
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

/**
 * One sheet that is ready to be printed, filled from the top down: a title, lines, a head that is
 * repeated on every page of paper, rows, lines below. Everything that the program says in a cell
 * goes through here; what a stranger said, through {@link RebuiltSheet}.
 */
public final class PaperSheet {
  private static final String GENERAL = "General";

  private static final float LINE_POINTS = 13.5f;
  private static final float ROW_AIR_POINTS = 4.5f;

  /** More of it where a figure may be written by hand. */
  private static final float ENTRY_AIR_POINTS = 5;

  private static final float TITLE_ROW_POINTS = 34;
  private static final float BYLINE_ROW_POINTS = 20;
  private static final float SIGNATURE_ROW_POINTS = 42;
  private static final float BLANK_ROW_POINTS = 15;

  /** In per cent: small enough for the widest fonts that may stand in for ours. */
  private static final short TURNED_SCALE = 82;

  private static final double NEARLY_ALL = 0.95;
  private static final float MOST_ROW_POINTS = 409;

  /** A sheet that is longer than its paper by no more than this is shrunk to one page. */
  private static final double LITTLE_TOO_LONG = 1.25;

  private static final double MARGIN_INCHES = 0.5;
  private static final double BOTTOM_MARGIN_INCHES = 0.7;
  private static final double FOOTER_MARGIN_INCHES = 0.3;
  private static final int MOST_WIDTH = 255 * 256;

  /** A title's letters are larger and bold. */
  private static final double TITLE_SCALE = 1.1 * Styles.TITLE_POINTS / Styles.BODY_POINTS;

  private final SXSSFSheet sheet;
  private final Styles styles;
  private final Layout layout;
  private final int last;
  private boolean turned;
  private int next;
  private double points;

  /** Where the present page of paper began, as far as {@link #keepTogether} knows. */
  private double pageTop;

  private final List<Integer> breaks = new ArrayList<>();

  /**
   * Opens a sheet.
   *
   * @param footer with the codes of a spreadsheet for page numbers
   */
  public PaperSheet(
      SXSSFWorkbook workbook, String name, Styles styles, Layout layout, String footer) {
    this.sheet = workbook.createSheet(name);
    this.styles = styles;
    this.layout = layout;
    this.last = layout.columns() - 1;
    IntStream.rangeClosed(0, last)
        .forEach(
            c -> {
              int width = (int) Math.ceil(layout.width(c) * 256);
              sheet.setColumnWidth(c, Math.min(MOST_WIDTH, width));
            });
    setUpPaper(footer);
  }

  /** The width that a title needs, in digits of the body font. */
  public static double titleWidth(String title) {
    return TextWidth.of(title) * TITLE_SCALE;
  }

  /** The sheet itself, for what is not content: validation, protection, filters. */
  public SXSSFSheet sheet() {
    return sheet;
  }

  /**
   * Locks all cells but those to be filled in, without a password: against slips, not against
   * people. Filters, widths, heights and looks stay free.
   */
  public static void lock(SXSSFSheet sheet) {
    sheet.enableLocking();
    sheet.lockFormatCells(false);
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockAutoFilter(false);
    sheet.lockSort(false);
  }

  /** The number of the next row, from 0. */
  public int next() {
    return next;
  }

  private void setUpPaper(String footer) {
    XSSFPrintSetup setup = (XSSFPrintSetup) sheet.getPrintSetup();
    setup.setPaperSize(PaperSize.A4_PAPER);
    setup.setLandscape(layout.paper() == Paper.ACROSS);
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

  /** One line over all columns, in large letters. */
  public void title(String title) {
    put(row(TITLE_ROW_POINTS), 0, last, new Cell.Written(title, Look.TITLE));
  }

  /** What stands above a table. */
  void above(Caption caption) {
    title(caption.title());
    if (caption.hasByline()) {
      byline(
          new Cell.Written(SafeText.of(caption.office()), Look.BYLINE_LEFT),
          new Cell.Written(SafeText.of(caption.date()), Look.BYLINE_RIGHT));
    }
  }

  /** A line between title and table, whose cells are not merged but run on over blank ones. */
  public void byline(Cell left, Cell right) {
    SXSSFRow row = row(BYLINE_ROW_POINTS);
    put(row, 0, left);
    put(row, last, right);
  }

  /** The head of the table; {@code fixed} columns and all above the table's rows stay in sight. */
  public void head(int headRows, int fixed) {
    int top = next;
    int[] lines = layout.headLines(headRows);
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
      merge(top + block.top(), top + block.bottom(), block.left(), block.right());
    }
    sheet.setRepeatingRows(CellRangeAddress.valueOf((top + 1) + ":" + next));
    sheet.createFreezePane(fixed, next);
  }

  /** A row of the table, a cell a column; what is too wide goes on in further lines. */
  public void body(List<Cell> cells) {
    Cell[] shown = cells.toArray(Cell[]::new);
    int lines = 1;
    for (int c = 0; c < shown.length; c++) {
      if (shown[c].seen() instanceof Cell.Written words && words.width() > layout.room(c, c)) {
        shown[c] = shown[c].with(words.look().wrapping());
        lines = Math.max(lines, layout.lines(words.text(), c, c));
      }
    }
    boolean entered = cells.stream().anyMatch(cell -> cell instanceof Cell.Entry);
    float air = entered ? ENTRY_AIR_POINTS : 0;
    SXSSFRow row = row(Math.min(MOST_ROW_POINTS, height(lines) + air));
    for (int c = 0; c < shown.length; c++) {
      put(row, c, shown[c]);
    }
  }

  /** A line above or below the table. */
  public void line(Line line) {
    int lines = 1;
    boolean signed = false;
    for (Line.Placed placed : line.cells()) {
      if (placed.cell().seen() instanceof Cell.Written words) {
        lines = Math.max(lines, layout.lines(words.text(), placed.column(), end(placed)));
        signed |= words.look().part() == Look.Part.SIGNATURE;
      }
    }
    SXSSFRow row = row(signed ? SIGNATURE_ROW_POINTS : height(lines));
    for (Line.Placed placed : line.cells()) {
      put(row, placed.column(), end(placed), placed.cell());
    }
  }

  /** Blank rows that are together so many points high; returns the number of the first. */
  int space(double height) {
    int first = next;
    for (double left = height; left > 0; left -= BLANK_ROW_POINTS) {
      row((float) Math.min(left, BLANK_ROW_POINTS));
    }
    return first;
  }

  /** How high a page is whose sheet goes on by {@link #turnPage}, with a little left over. */
  static double pagePoints(Paper paper) {
    return paper.points() * NEARLY_ALL * 100 / TURNED_SCALE;
  }

  /** How high all rows together are. */
  double points() {
    return points;
  }

  /** What follows begins on a further page of paper. The sheet has to be as wide as its paper. */
  void turnPage() {
    sheet.setRowBreak(next - 1);
    if (!turned) {
      turned = true;
      // A sheet that is fitted to its paper does not mind where its pages should end.
      sheet.setFitToPage(false);
      sheet.getPrintSetup().setScale(TURNED_SCALE);
    }
  }

  private int end(Line.Placed placed) {
    return placed.columns() == 0 ? last : Math.min(last, placed.column() + placed.columns() - 1);
  }

  /** Begins a new page of paper if rows of this height would be torn apart by its end. */
  public void keepTogether(double height) {
    double page = layout.paper().points() / layout.scale();
    if ((points - pageTop) % page + height > page && height < page) {
      breaks.add(next - 1);
      pageTop = points;
    }
  }

  /** Ends the sheet. */
  public void close() {
    if (!turned && points * layout.scale() < layout.paper().points() * LITTLE_TOO_LONG) {
      ((XSSFPrintSetup) sheet.getPrintSetup()).setFitHeight((short) 1);
    } else {
      breaks.forEach(sheet::setRowBreak);
    }
  }

  private SXSSFRow row(float height) {
    SXSSFRow row = sheet.createRow(next++);
    row.setHeightInPoints(height);
    points += height;
    return row;
  }

  /** The height of a row with so many lines of text. */
  public static float height(int lines) {
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

  /** Puts content into a cell: nothing else does, but for the cells of a rebuilt return. */
  private void put(Row row, int column, Cell cell) {
    if (cell instanceof Cell.Live live) {
      put(row, column, live.shown());
      if (live.seen() instanceof Cell.Written) {
        // Words of a formula need no mark that keeps them from being one.
        row.getCell(column).setCellStyle(styles.style(live.look(), GENERAL, false));
      }
      // The library keeps what stands there already as the result.
      row.getCell(column).setCellFormula(live.formula().get());
      return;
    }
    if (cell instanceof Cell.Jump jump) {
      put(row, column, jump.shown());
      link(row.getCell(column), jump.target().get());
      return;
    }
    var target = row.createCell(column);
    if (cell instanceof Cell.Link link) {
      target.setCellValue(link.text());
      target.setCellStyle(styles.style(cell.look(), GENERAL, false));
      link(target, link.target());
    } else if (cell instanceof Cell.Figure figure) {
      target.setCellValue(figure.value());
      target.setCellStyle(styles.style(cell.look(), figure.form().pattern(), false));
    } else if (cell instanceof Cell.Written words) {
      boolean quoted = SafeText.looksLikeFormula(words.text());
      boolean entry = words.look().part() == Look.Part.ENTRY;
      target.setCellValue(words.text());
      target.setCellStyle(styles.style(cell.look(), entry ? Cell.Entry.TEXT : GENERAL, quoted));
    } else {
      String pattern = cell instanceof Cell.Entry entry ? entry.pattern() : GENERAL;
      target.setCellStyle(styles.style(cell.look(), pattern, false));
    }
  }

  private void link(org.apache.poi.ss.usermodel.Cell from, String target) {
    var links = sheet.getWorkbook().getCreationHelper();
    var hyperlink = links.createHyperlink(HyperlinkType.DOCUMENT);
    hyperlink.setAddress(target);
    from.setHyperlink(hyperlink);
  }
}
