package peaceindex.report.workbook.ooxml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one sheet. Rows go from the top down, cells of a row from left to right. Widths, the pane
 * and the page have to be said before the first rows are packed, which is after about 250 KB of
 * them; all else until the sheet ends.
 *
 * <p>Heights are in points, widths in digits of the workbook's font.
 */
public final class SheetWriter {
  static final String DRAWING = "rId1";
  static final String COMMENTS = "rId2";
  static final String BOXES = "rId3";

  /** A program shows no wider column. */
  private static final double WIDEST = 255;

  /** Kept free for what stands before the first row, as it is packed together with it. */
  private static final int HEAD_BYTES = 1 << 12;

  /**
   * In rows from here on a cell that follows the one before does not say where it stands, which the
   * standard leaves open: a third of a long sheet would be nothing else.
   */
  private static final int LONG = 5_000;

  private static final byte[] NEXT = ascii("<c");
  private static final byte[] VALUE_END = ascii("</v></c>");
  private static final byte[] NOTHING = ascii("/>");

  private final WorkbookWriter workbook;
  private final String name;
  private final boolean first;
  private final XmlBytes xml;
  private final XmlBytes tail = new XmlBytes(HEAD_BYTES);
  private final PageSetup page = new PageSetup();
  private final List<Area> merges = new ArrayList<>();
  private final List<Integer> breaks = new ArrayList<>();
  private final Conditions conditions;
  private final Validations validations = new Validations();
  private final XmlBytes links = new XmlBytes(1 << 10);
  private final Drawing drawing = new Drawing();
  private final Comments comments = new Comments();
  private double[] widths = {};

  /** Where the digits of the row's number stand, with the mark behind them. */
  private int rowDigits;

  private int rowDigitsEnd;

  /** The text that each column had last, and its number: many stand there again and again. */
  private @Nullable String[] lastTexts = {};

  private int[] lastNumbers = {};
  private int frozenRows;
  private int frozenColumns;
  private int row = -1;
  private int column = -1;
  private boolean begun;
  private boolean locked;
  private boolean lenient;
  private String filter = "";

  SheetWriter(WorkbookWriter workbook, String name, boolean first, XmlBytes xml) {
    this.workbook = workbook;
    this.name = name;
    this.first = first;
    this.xml = xml;
    this.conditions = new Conditions(workbook.formats());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public String name() {
    return name;
  }

  public PageSetup page() {
    return page;
  }

  /** How wide a column is. */
  public void width(int of, double digits) {
    if (of >= widths.length) {
      widths = Arrays.copyOf(widths, Math.max(of + 1, 2 * widths.length));
    }
    widths[of] = Math.min(WIDEST, digits);
  }

  /** How wide a column was said to be; 0 if nothing was. */
  public double width(int of) {
    return of < widths.length ? widths[of] : 0;
  }

  /** So many rows and columns stay in sight. */
  public void freeze(int rows, int columns) {
    frozenRows = rows;
    frozenColumns = columns;
  }

  /** Rows that are printed on every page, ends inclusive. */
  public void repeat(int from, int to) {
    workbook.sheetName(
        "_xlnm.Print_Titles",
        "'" + name.replace("'", "''") + "'!$" + (from + 1) + ":$" + (to + 1),
        false);
  }

  /** A further page begins below a row. */
  public void breakBelow(int after) {
    breaks.add(after);
  }

  public void merge(Area area) {
    merges.add(area);
  }

  /** Offers to filter the rows of an area whose first one is their head. */
  public void filter(Area area) {
    filter = area.name();
    workbook.sheetName("_xlnm._FilterDatabase", area.on(name), true);
  }

  /**
   * Locks all cells whose format says so, without a password.
   *
   * @param leniently whether looks, widths, heights, order and filters stay free
   */
  public void lock(boolean leniently) {
    locked = true;
    lenient = leniently;
  }

  /** Adds rules to cells; the first that holds wins. */
  public void highlight(Area area, List<Condition> rules) {
    conditions.add(area, rules);
  }

  /** Lets only what is valid into cells. */
  public void validate(List<Area> areas, Validation validation) {
    validations.add(areas, validation);
  }

  /** Leads from a cell to another place of the workbook, such as {@code 'Sheet 1'!B3}. */
  public void link(int from, int fromColumn, String target) {
    links.markup("<hyperlink ref=\"").markup(Area.name(from, fromColumn));
    links.markup("\" location=\"").text(target).markup("\"/>");
  }

  /** A remark at a cell, shown when the mouse is on it. */
  public void comment(int at, int atColumn, Area box, String author, String text) {
    comments.add(at, atColumn, box, author, text);
  }

  /**
   * A chart over cells.
   *
   * @param about what it shows, for those who cannot see it
   */
  public void chart(Anchor anchor, String about, ChartPart chart) {
    drawing.add(anchor, about, chart);
  }

  /**
   * Begins a row.
   *
   * @param points its height; 0 for the usual one
   * @throws IllegalArgumentException if it is not below the row before
   */
  public void row(int number, double points) {
    if (number <= row) {
      throw new IllegalArgumentException("rows go down");
    }
    endRow();
    if (xml.size() > ZipParts.PIECE) {
      begin();
      workbook.piece(xml);
    }
    row = number;
    column = -1;
    xml.markup("<row r=\"");
    rowDigits = xml.size();
    xml.number(number + 1L).markup("\"");
    rowDigitsEnd = xml.size();
    if (points > 0) {
      xml.markup(" ht=\"").number(points).markup("\" customHeight=\"1\">");
    } else {
      xml.markup(">");
    }
  }

  private void endRow() {
    if (row >= 0) {
      xml.markup("</row>");
    }
  }

  /** A number. */
  public void number(int at, double value, int format) {
    cell(at);
    xml.append(workbook.formats().ofNumber(format)).number(value).append(VALUE_END);
  }

  /** A text; an empty one is a cell without content. */
  public void text(int at, String text, int format) {
    if (text.isEmpty()) {
      blank(at, format);
    } else {
      cell(at);
      xml.append(workbook.formats().ofText(format)).number(number(at, text)).append(VALUE_END);
    }
  }

  private int number(int of, String text) {
    if (of >= lastTexts.length) {
      lastTexts = Arrays.copyOf(lastTexts, 2 * (of + 1));
      lastNumbers = Arrays.copyOf(lastNumbers, lastTexts.length);
    }
    if (text.equals(lastTexts[of])) {
      workbook.texts().again();
    } else {
      lastTexts[of] = text;
      lastNumbers[of] = workbook.texts().number(text);
    }
    return lastNumbers[of];
  }

  /** A cell without content. */
  public void blank(int at, int format) {
    cell(at);
    xml.append(workbook.formats().of(format)).append(NOTHING);
  }

  /** A formula, and the number to which it comes. */
  public void formula(int at, String formula, double value, int format) {
    cell(at);
    xml.append(workbook.formats().of(format))
        .markup("><f>")
        .text(formula)
        .markup("</f><v>")
        .number(value)
        .append(VALUE_END);
  }

  /** A formula, and the text to which it comes. */
  public void formula(int at, String formula, String text, int format) {
    cell(at);
    xml.append(workbook.formats().of(format))
        .markup(" t=\"str\"><f>")
        .text(formula)
        .markup("</f><v>");
    xml.text(SharedTexts.escaped(text)).append(VALUE_END);
  }

  private void cell(int at) {
    if (at <= column) {
      throw new IllegalArgumentException("cells go to the right");
    }
    if (row >= LONG && at == column + 1) {
      xml.append(NEXT);
    } else {
      xml.append(workbook.cellBegins().of(at)).repeat(rowDigits, rowDigitsEnd);
    }
    column = at;
  }

  Drawing drawing() {
    return drawing;
  }

  Comments comments() {
    return comments;
  }

  /** Puts what stands before the rows before them. */
  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    XmlBytes head = tail;
    head.markup(Markup.DECLARATION).markup("<worksheet xmlns=\"").markup(Markup.MAIN);
    head.markup("\" xmlns:r=\"").markup(Markup.RELATIONS).markup("\">");
    if (page.fits()) {
      head.markup("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    }
    head.markup("<sheetViews><sheetView").markup(first ? " tabSelected=\"1\"" : "");
    head.markup(" workbookViewId=\"0\"");
    if (frozenRows + frozenColumns > 0) {
      head.markup(">");
      pane(head);
      head.markup("</sheetView></sheetViews>");
    } else {
      head.markup("/></sheetViews>");
    }
    head.markup("<sheetFormatPr defaultRowHeight=\"15\"/>");
    boolean any = false;
    for (int c = 0; c < widths.length; c++) {
      if (widths[c] > 0) {
        head.markup(any ? "" : "<cols>");
        any = true;
        head.markup("<col min=\"").number(c + 1L).markup("\" max=\"").number(c + 1L);
        head.markup("\" width=\"").number(widths[c]).markup("\" customWidth=\"1\"/>");
      }
    }
    head.markup(any ? "</cols><sheetData>" : "<sheetData>");
    xml.insert(head);
    head.clear();
  }

  private void pane(XmlBytes head) {
    String pane = frozenRows == 0 ? "topRight" : frozenColumns == 0 ? "bottomLeft" : "bottomRight";
    head.markup("<pane");
    if (frozenColumns > 0) {
      head.markup(" xSplit=\"").number(frozenColumns).markup("\"");
    }
    if (frozenRows > 0) {
      head.markup(" ySplit=\"").number(frozenRows).markup("\"");
    }
    head.markup(" topLeftCell=\"").markup(Area.name(frozenRows, frozenColumns));
    head.markup("\" activePane=\"").markup(pane).markup("\" state=\"frozen\"/>");
    head.markup("<selection pane=\"").markup(pane).markup("\"/>");
  }

  /** The last piece of the part. */
  XmlBytes end() {
    endRow();
    begin();
    xml.markup("</sheetData>");
    if (locked) {
      xml.markup("<sheetProtection sheet=\"1\"");
      if (lenient) {
        xml.markup(" formatCells=\"0\" formatColumns=\"0\" formatRows=\"0\" sort=\"0\"");
        xml.markup(" autoFilter=\"0\"");
      }
      xml.markup("/>");
    }
    if (!filter.isEmpty()) {
      xml.markup("<autoFilter ref=\"").markup(filter).markup("\"/>");
    }
    if (!merges.isEmpty()) {
      xml.markup("<mergeCells count=\"").number(merges.size()).markup("\">");
      for (Area area : merges) {
        xml.markup("<mergeCell ref=\"").markup(area.name()).markup("\"/>");
      }
      xml.markup("</mergeCells>");
    }
    xml.append(conditions.xml());
    validations.write(xml);
    if (links.size() > 0) {
      xml.markup("<hyperlinks>").append(links).markup("</hyperlinks>");
    }
    page.write(xml);
    if (!breaks.isEmpty()) {
      xml.markup("<rowBreaks count=\"").number(breaks.size()).markup("\" manualBreakCount=\"");
      xml.number(breaks.size()).markup("\">");
      for (int after : breaks) {
        xml.markup("<brk id=\"").number(after + 1L).markup("\" max=\"16383\" man=\"1\"/>");
      }
      xml.markup("</rowBreaks>");
    }
    if (!drawing.isEmpty()) {
      xml.markup("<drawing r:id=\"").markup(DRAWING).markup("\"/>");
    }
    if (!comments.isEmpty()) {
      xml.markup("<legacyDrawing r:id=\"").markup(BOXES).markup("\"/>");
    }
    return xml.markup("</worksheet>");
  }
}
