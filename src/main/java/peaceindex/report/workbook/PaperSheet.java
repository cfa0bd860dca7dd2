package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.CellFormat;
import peaceindex.report.workbook.ooxml.SheetWriter;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/**
 * One sheet that is ready to be printed, filled from the top down: a title, lines, a head that is
 * repeated on every page of paper, rows, lines below. Everything that the program says in a cell
 * goes through here; what a stranger said, through {@link RebuiltSheet}.
 */
public final class PaperSheet {
  private static final float LINE_POINTS = 13.5f;
  private static final float ROW_AIR_POINTS = 4.5f;

  /** More of it where a figure may be written by hand. */
  private static final float ENTRY_AIR_POINTS = 5;

  private static final float TITLE_ROW_POINTS = 34;
  private static final float BYLINE_ROW_POINTS = 20;
  private static final float SIGNATURE_ROW_POINTS = 42;
  private static final float BLANK_ROW_POINTS = 15;

  /** In per cent: small enough for the widest fonts that may stand in for ours. */
  private static final int TURNED_SCALE = 82;

  private static final double NEARLY_ALL = 0.95;
  private static final float MOST_ROW_POINTS = 409;

  /** A sheet that is longer than its paper by no more than this is shrunk to one page. */
  private static final double LITTLE_TOO_LONG = 1.25;

  private static final int PARTS = 256;

  private static final double MARGIN_INCHES = 0.5;
  private static final double BOTTOM_MARGIN_INCHES = 0.7;
  private static final double FOOTER_MARGIN_INCHES = 0.3;

  /** A title's letters are larger and bold. */
  private static final double TITLE_SCALE = 1.1 * Styles.TITLE_POINTS / Styles.BODY_POINTS;

  private final SheetWriter sheet;
  private final Styles styles;
  private final Layout layout;
  private final int last;

  /** The look and pattern that a column had last, and the format that they are. */
  private final @Nullable Look[] looks;

  private final @Nullable String[] patterns;
  private final int[] formats;

  /** The forms of figures without cells, and the formats that they are; -1 for none yet. */
  private final NumberForm[] forms;

  private final int[] figureFormats;
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
      WorkbookWriter workbook, String name, Styles styles, Layout layout, String footer) {
    this.sheet = workbook.sheet(name);
    this.styles = styles;
    this.layout = layout;
    this.last = layout.columns() - 1;
    this.looks = new Look[last + 1];
    this.patterns = new String[last + 1];
    this.formats = new int[last + 1];
    this.forms = new NumberForm[last + 1];
    Arrays.fill(forms, NumberForm.PLAIN);
    this.figureFormats = new int[last + 1];
    Arrays.fill(figureFormats, -1);
    for (int c = 0; c <= last; c++) {
      // Programs count widths in parts of a digit.
      sheet.width(c, Math.ceil(layout.width(c) * PARTS) / PARTS);
    }
    setUpPaper(footer);
  }

  /** The width that a title needs, in digits of the body font. */
  public static double titleWidth(String title) {
    return TextWidth.of(title) * TITLE_SCALE;
  }

  /** The sheet itself, for what is not content: validation, protection, filters. */
  public SheetWriter sheet() {
    return sheet;
  }

  /** The number of the next row, from 0. */
  public int next() {
    return next;
  }

  private void setUpPaper(String footer) {
    sheet
        .page()
        .landscape(layout.paper() == Paper.ACROSS)
        .centred()
        .fit(1, 0)
        .margins(MARGIN_INCHES, MARGIN_INCHES, BOTTOM_MARGIN_INCHES, FOOTER_MARGIN_INCHES)
        .footer(footer);
  }

  /** One line over all columns, in large letters. */
  public void title(String title) {
    row(TITLE_ROW_POINTS);
    put(0, last, new Cell.Written(title, Look.TITLE));
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
    row(BYLINE_ROW_POINTS);
    if (last > 0) {
      put(0, left);
    }
    put(last, right);
  }

  /** The head of the table; {@code fixed} columns and all above the table's rows stay in sight. */
  public void head(int headRows, int fixed) {
    int top = next;
    int[] lines = layout.headLines(headRows);
    Cell[][] cells = new Cell[lines.length][last + 1];
    for (Layout.Block block : layout.blocks()) {
      for (int r = block.top(); r <= block.bottom(); r++) {
        Arrays.fill(cells[r], block.left(), block.right() + 1, new Cell.Empty(Look.HEADING));
      }
      cells[block.top()][block.left()] = new Cell.Written(block.heading().text(), Look.HEADING);
      merge(top + block.top(), top + block.bottom(), block.left(), block.right());
    }
    for (int r = 0; r < lines.length; r++) {
      row(height(lines[r]));
      for (int c = 0; c <= last; c++) {
        put(c, cells[r][c]);
      }
    }
    sheet.repeat(top, next - 1);
    sheet.freeze(next, fixed);
  }

  /** A row of the table, a cell a column; what is too wide goes on in further lines. */
  public void body(List<Cell> cells) {
    Cell[] shown = cells.toArray(new Cell[0]);
    int lines = 1;
    for (int c = 0; c < shown.length; c++) {
      lines = Math.max(lines, fit(shown, c));
    }
    row(shown, new double[0], lines);
  }

  /** In what form the figures of a column are shown for which there are no cells. */
  void figures(int column, NumberForm form) {
    forms[column] = form;
  }

  /**
   * A row of the very table for which the sheet was laid out.
   *
   * @param shown a cell a column, which may be changed; null where there is only a figure
   * @param figures in the forms of their columns
   */
  void body(@Nullable Cell[] shown, double[] figures) {
    int lines = 1;
    for (int c = 0; c < shown.length; c++) {
      if (layout.wraps(c)) {
        lines = Math.max(lines, fit(shown, c));
      }
    }
    row(shown, figures, lines);
  }

  /** Lets a cell wrap that is too wide; how many lines it needs. */
  private int fit(@Nullable Cell[] shown, int column) {
    Cell cell = shown[column];
    if (cell != null
        && cell.seen() instanceof Cell.Written words
        && isWider(words, layout.room(column, column))) {
      shown[column] = cell.with(words.look().wrapping());
      return layout.lines(words.text(), column, column);
    }
    return 1;
  }

  private void row(@Nullable Cell[] shown, double[] figures, int lines) {
    boolean entered = false;
    for (Cell cell : shown) {
      entered |= cell instanceof Cell.Entry;
    }
    float air = entered ? ENTRY_AIR_POINTS : 0;
    row(Math.min(MOST_ROW_POINTS, height(lines) + air));
    for (int c = 0; c < shown.length; c++) {
      Cell cell = shown[c];
      if (cell == null) {
        sheet.number(c, figures[c], figureFormat(c));
      } else {
        put(c, cell);
      }
    }
  }

  /** Most words are so short that they need not be measured. */
  private static boolean isWider(Cell.Written words, double room) {
    return words.text().length() * TextWidth.WIDEST > room && words.width() > room;
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
    row(signed ? SIGNATURE_ROW_POINTS : height(lines));
    for (Line.Placed placed : line.cells()) {
      put(placed.column(), end(placed), placed.cell());
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
    sheet.breakBelow(next - 1);
    if (!turned) {
      turned = true;
      // A sheet that is fitted to its paper does not mind where its pages should end.
      sheet.page().scale(TURNED_SCALE);
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
      sheet.page().fit(1, 1);
    } else {
      breaks.forEach(sheet::breakBelow);
    }
  }

  private void row(float height) {
    sheet.row(next++, height);
    points += height;
  }

  /** The height of a row with so many lines of text. */
  public static float height(int lines) {
    return Math.min(MOST_ROW_POINTS, lines * LINE_POINTS + ROW_AIR_POINTS);
  }

  /** One cell over the columns from {@code left} to {@code right}. */
  private void put(int left, int right, Cell cell) {
    for (int c = left; c <= right; c++) {
      put(c, c == left ? cell : new Cell.Empty(cell.look()));
    }
    merge(next - 1, next - 1, left, right);
  }

  private void merge(int top, int bottom, int left, int right) {
    if (top < bottom || left < right) {
      sheet.merge(new Area(top, left, bottom, right));
    }
  }

  /** Puts content into a cell: nothing else does, but for the cells of a rebuilt return. */
  private void put(int column, Cell cell) {
    if (cell instanceof Cell.Figure figure) {
      sheet.number(column, figure.value(), format(column, cell.look(), figure.form().pattern()));
    } else if (cell instanceof Cell.Written words) {
      sheet.text(column, words.text(), format(column, words));
    } else if (cell instanceof Cell.Live live) {
      live(column, live);
    } else if (cell instanceof Cell.Jump jump) {
      put(column, jump.shown());
      sheet.link(next - 1, column, jump.target().get());
    } else if (cell instanceof Cell.Link link) {
      sheet.text(column, link.text(), format(column, cell.look(), CellFormat.GENERAL));
      sheet.link(next - 1, column, link.target());
    } else {
      String pattern = cell instanceof Cell.Entry entry ? entry.pattern() : CellFormat.GENERAL;
      sheet.blank(column, format(column, cell.look(), pattern));
    }
  }

  private void live(int column, Cell.Live live) {
    Cell seen = live.seen();
    String formula = live.formula().get();
    if (seen instanceof Cell.Figure figure) {
      int format = format(column, live.look(), figure.form().pattern());
      sheet.formula(column, formula, figure.value(), format);
    } else {
      // Words of a formula need no mark that keeps them from being one.
      String words = seen instanceof Cell.Written written ? written.text() : "";
      sheet.formula(column, formula, words, format(column, live.look(), CellFormat.GENERAL));
    }
  }

  private int format(int column, Cell.Written words) {
    boolean entry = words.look().part() == Look.Part.ENTRY;
    String pattern = entry ? Cell.Entry.TEXT : CellFormat.GENERAL;
    return SafeText.looksLikeFormula(words.text())
        ? styles.format(words.look(), pattern, true)
        : format(column, words.look(), pattern);
  }

  private int figureFormat(int column) {
    if (figureFormats[column] < 0) {
      figureFormats[column] = styles.format(Look.NUMBER, forms[column].pattern(), false);
    }
    return figureFormats[column];
  }

  /** Most cells look like the one above. */
  private int format(int column, Look look, String pattern) {
    boolean same = look == looks[column] || look.equals(looks[column]);
    if (!same || !pattern.equals(patterns[column])) {
      looks[column] = look;
      patterns[column] = pattern;
      formats[column] = styles.format(look, pattern, false);
    }
    return formats[column];
  }
}
