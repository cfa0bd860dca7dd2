package peaceindex.report.workbook.ooxml;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook to a file, sheet after sheet. Only one sheet is open at a time: the next one
 * ends the one before.
 *
 * <p>What goes wrong with the file itself is an {@link UncheckedIOException} while sheets are
 * filled, and an {@link IOException} at the end.
 */
public final class WorkbookWriter implements Closeable {
  /** A sheet's name is no longer. */
  public static final int LONGEST_NAME = 31;

  private static final String FORBIDDEN = "\\/?*[]:";
  private static final int COMPONENT_BYTES = 1 << 12;

  private record Name(String name, String target, int sheet, boolean hidden) {}

  private final ZipParts zip;
  private final Formats formats;
  private final SharedTexts texts = new SharedTexts();
  private final CellBegins cellBegins = new CellBegins();
  private final List<String> sheets = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final List<Name> names = new ArrayList<>();
  private final XmlBytes types = new XmlBytes(COMPONENT_BYTES);
  private final XmlBytes cells = new XmlBytes(ZipParts.BUFFER);
  private final XmlBytes small = new XmlBytes(COMPONENT_BYTES);
  private boolean locked;
  private @Nullable SheetWriter open;
  private int drawings;
  private int charts;
  private int comments;

  /**
   * @param creator the program, as the workbook names it
   * @param created the day that the workbook bears
   * @param plain the format of all cells that have none of their own; its font is the measure of
   *     column widths
   */
  public WorkbookWriter(Path file, String creator, LocalDate created, CellFormat plain)
      throws IOException {
    this.zip = new ZipParts(file);
    this.formats = new Formats(plain);
    properties(creator, created);
  }

  /** The number by which cells call a format. */
  public int format(CellFormat format) {
    return formats.number(format);
  }

  /**
   * Every sheet from now on is kept from slips of the hand, without a password: what may be done
   * all the same is in {@link SheetWriter#lock}.
   */
  public void lockAll() {
    locked = true;
  }

  /**
   * Begins the next sheet.
   *
   * @throws IllegalArgumentException if the name is none that a sheet can have, or taken
   */
  public SheetWriter sheet(String name) {
    endSheet();
    if (!name.equals(safeName(name, ' ')) || !taken.add(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("no name for a sheet");
    }
    sheets.add(name);
    try {
      zip.begin(part(sheets.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SheetWriter sheet = new SheetWriter(this, name, sheets.size() == 1, cells);
    if (locked) {
      sheet.lock(true);
    }
    open = sheet;
    return sheet;
  }

  private static String part(int sheet) {
    return "xl/worksheets/sheet" + sheet + ".xml";
  }

  /** Gives cells a name for formulas. */
  public void name(String name, String target) {
    names.add(new Name(name, target, -1, false));
  }

  /**
   * A name that a sheet can have, as much like {@code name} as can be.
   *
   * @param instead what takes the place of a character that cannot stand in it
   */
  public static String safeName(String name, char instead) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), LONGEST_NAME); i++) {
      char c = name.charAt(i);
      boolean quote = c == '\'' && (i == 0 || i == Math.min(name.length(), LONGEST_NAME) - 1);
      boolean bad = c < ' ' || FORBIDDEN.indexOf(c) >= 0 || quote;
      safe.append(bad ? instead : c);
    }
    return safe.isEmpty() ? "null" : safe.toString();
  }

  Formats formats() {
    return formats;
  }

  SharedTexts texts() {
    return texts;
  }

  CellBegins cellBegins() {
    return cellBegins;
  }

  /** A name of the sheet that is open, such as the one for what is repeated on every page. */
  void sheetName(String name, String target, boolean hidden) {
    names.add(new Name(name, target, sheets.size() - 1, hidden));
  }

  /** Packs what there is of the open sheet. */
  void piece(XmlBytes content) {
    try {
      zip.piece(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endSheet() {
    SheetWriter sheet = open;
    if (sheet == null) {
      return;
    }
    open = null;
    boolean drawn = !sheet.drawing().isEmpty();
    boolean commented = !sheet.comments().isEmpty();
    drawings += drawn ? 1 : 0;
    comments += commented ? 1 : 0;
    try {
      zip.end(sheet.end());
      String type = Markup.SHEET_TYPES + "worksheet+xml";
      override("/" + part(sheets.size()), type);
      if (drawn || commented) {
        attachments(sheet, drawn, commented);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void attachments(SheetWriter sheet, boolean drawn, boolean commented) throws IOException {
    small.markup(Markup.DECLARATION).markup("<Relationships xmlns=\"");
    small.markup(Markup.PACKAGE).markup("relationships\">");
    if (drawn) {
      relation(SheetWriter.DRAWING, "drawing", "../drawings/drawing" + drawings + ".xml");
    }
    if (commented) {
      relation(SheetWriter.COMMENTS, "comments", "../comments" + comments + ".xml");
      relation(SheetWriter.BOXES, "vmlDrawing", "../drawings/vmlDrawing" + comments + ".vml");
    }
    small.markup("</Relationships>");
    zip.part("xl/worksheets/_rels/sheet" + sheets.size() + ".xml.rels", small);
    if (drawn) {
      drawing(sheet.drawing());
    }
    if (commented) {
      sheet.comments().write(small);
      zip.part("xl/comments" + comments + ".xml", small);
      override("/xl/comments" + comments + ".xml", Markup.SHEET_TYPES + "comments+xml");
      sheet.comments().writeBoxes(small);
      zip.part("xl/drawings/vmlDrawing" + comments + ".vml", small);
    }
  }

  private void drawing(Drawing drawing) throws IOException {
    drawing.write(small);
    zip.part("xl/drawings/drawing" + drawings + ".xml", small);
    override("/xl/drawings/drawing" + drawings + ".xml", Markup.DRAWING_TYPES + "+xml");
    List<Drawing.Placed> placed = drawing.charts();
    small.markup(Markup.DECLARATION).markup("<Relationships xmlns=\"");
    small.markup(Markup.PACKAGE).markup("relationships\">");
    for (int i = 0; i < placed.size(); i++) {
      relation("rId" + (i + 1), "chart", "../charts/chart" + (charts + i + 1) + ".xml");
    }
    small.markup("</Relationships>");
    zip.part("xl/drawings/_rels/drawing" + drawings + ".xml.rels", small);
    for (Drawing.Placed each : placed) {
      charts++;
      small.append(each.chart().xml());
      zip.part("xl/charts/chart" + charts + ".xml", small);
      override("/xl/charts/chart" + charts + ".xml", Markup.DRAWING_TYPES + "ml.chart+xml");
    }
  }

  private void relation(String id, String type, String target) {
    small.markup("<Relationship Id=\"").markup(id).markup("\" Type=\"").markup(Markup.RELATIONS);
    small.markup("/").markup(type).markup("\" Target=\"").markup(target).markup("\"/>");
  }

  private void override(String part, String type) {
    types.markup("<Override PartName=\"").markup(part).markup("\" ContentType=\"").markup(type);
    types.markup("\"/>");
  }

  /** First in the file, so that it is known from its first bytes for what it is. */
  private void properties(String creator, LocalDate created) throws IOException {
    small.markup(Markup.DECLARATION).markup("<Relationships xmlns=\"");
    small.markup(Markup.PACKAGE).markup("relationships\">");
    relation("rId1", "officeDocument", "xl/workbook.xml");
    small.markup("<Relationship Id=\"rId2\" Type=\"").markup(Markup.PACKAGE);
    small.markup("relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>");
    relation("rId3", "extended-properties", "docProps/app.xml");
    small.markup("</Relationships>");
    zip.part("_rels/.rels", small);

    small
        .markup(Markup.DECLARATION)
        .markup("<Properties xmlns=\"http://schemas.openxmlformats.org");
    small.markup("/officeDocument/2006/extended-properties\"><Application>").text(creator);
    small.markup("</Application></Properties>");
    zip.part("docProps/app.xml", small);
    override(
        "/docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml");

    String day = created + "T00:00:00Z";
    small.markup(Markup.DECLARATION).markup("<cp:coreProperties xmlns:cp=\"");
    small.markup(Markup.PACKAGE).markup("metadata/core-properties\" ");
    small.markup("xmlns:dc=\"http://purl.org/dc/elements/1.1/\" ");
    small.markup("xmlns:dcterms=\"http://purl.org/dc/terms/\" ");
    small.markup("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator>");
    small.text(creator).markup("</dc:creator><cp:lastModifiedBy>").text(creator);
    small.markup("</cp:lastModifiedBy><dcterms:created xsi:type=\"dcterms:W3CDTF\">").text(day);
    small.markup("</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">").text(day);
    small.markup("</dcterms:modified></cp:coreProperties>");
    zip.part("docProps/core.xml", small);
    override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  }

  /** Ends the workbook. Without it the file is none that a program would open. */
  public void finish() throws IOException {
    endSheet();
    zip.part("xl/sharedStrings.xml", texts.part());
    override("/xl/sharedStrings.xml", Markup.SHEET_TYPES + "sharedStrings+xml");
    formats.write(small);
    zip.part("xl/styles.xml", small);
    override("/xl/styles.xml", Markup.SHEET_TYPES + "styles+xml");
    workbook();
    zip.part("xl/workbook.xml", small);
    override("/xl/workbook.xml", Markup.SHEET_TYPES + "sheet.main+xml");
    relations();
    zip.part("xl/_rels/workbook.xml.rels", small);
    small.markup(Markup.DECLARATION).markup("<Types xmlns=\"").markup(Markup.PACKAGE);
    small.markup("content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.");
    small.markup("openxmlformats-package.relationships+xml\"/>");
    small.markup("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    if (comments > 0) {
      small.markup("<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-");
      small.markup("officedocument.vmlDrawing\"/>");
    }
    small.append(types).markup("</Types>");
    zip.part("[Content_Types].xml", small);
    zip.finish();
  }

  private void workbook() {
    small.markup(Markup.DECLARATION).markup("<workbook xmlns=\"").markup(Markup.MAIN);
    small.markup("\" xmlns:r=\"").markup(Markup.RELATIONS).markup("\"><workbookPr/><bookViews>");
    small.markup("<workbookView/></bookViews><sheets>");
    for (int i = 0; i < sheets.size(); i++) {
      small.markup("<sheet name=\"").text(sheets.get(i)).markup("\" sheetId=\"").number(i + 1L);
      small.markup("\" r:id=\"rId").number(i + 1L).markup("\"/>");
    }
    small.markup("</sheets>");
    if (!names.isEmpty()) {
      small.markup("<definedNames>");
      for (Name each : names) {
        small.markup("<definedName name=\"").text(each.name);
        if (each.sheet >= 0) {
          small.markup("\" localSheetId=\"").number(each.sheet);
        }
        small.markup(each.hidden ? "\" hidden=\"1\">" : "\">").text(each.target);
        small.markup("</definedName>");
      }
      small.markup("</definedNames>");
    }
    small.markup("</workbook>");
  }

  private void relations() {
    small.markup(Markup.DECLARATION).markup("<Relationships xmlns=\"");
    small.markup(Markup.PACKAGE).markup("relationships\">");
    int id = 0;
    for (int i = 0; i < sheets.size(); i++) {
      relation("rId" + ++id, "worksheet", "worksheets/sheet" + (i + 1) + ".xml");
    }
    relation("rId" + ++id, "styles", "styles.xml");
    relation("rId" + ++id, "sharedStrings", "sharedStrings.xml");
    small.markup("</Relationships>");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
