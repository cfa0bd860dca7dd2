package peaceindex.sheet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import peaceindex.sheet.Cells.Fact;
import peaceindex.sheet.Container.Relation;

/**
 * Reads the XML format (.xlsx, .xlsm) as a stream, without building POI's model of the workbook:
 * names of sheets, shared strings, formats, then sheet by sheet. Formatting without content costs
 * time, but no memory.
 *
 * <p>A formula's stored result is taken, unless there is none or the workbook asks for all formulas
 * to be calculated anew: those are calculated in a second reading ({@link Recalculation}). Phonetic
 * text is no part of a string. Macros and links to other files are never looked at.
 */
final class XlsxReader {

  /** What a style says of a cell. */
  private record Style(NumberFormats format, boolean struck) {
    static final Style NONE = new Style(NumberFormats.GENERAL, false);
  }

  /** The styles in the order in which cells name them. */
  private record Styles(List<Style> all) {}

  /** What the workbook itself says. */
  private record Contents(List<SheetEntry> sheets, boolean epoch1904, boolean recalculates) {}

  private record SheetEntry(String name, boolean hidden, String relation) {}

  private final String shown;
  private final Container container;

  /** Whether a formula without a result ends the reading. */
  private final boolean shortly;

  private final List<RichText> strings = new ArrayList<>();
  private List<Style> styles = List.of();
  private boolean hasStyles;
  private boolean epoch1904;
  private boolean recalculates;

  /** Set while formulas are collected, to calculate them. */
  private @Nullable FormulaSheet collecting;

  private XlsxReader(Container container, String shown, boolean shortly) {
    this.container = container;
    this.shown = shown;
    this.shortly = shortly;
  }

  /** Reads the workbook in a container, or says what else the container holds. */
  static Workbook read(Container container, String shown) throws IOException, XMLStreamException {
    return open(container, shown, false);
  }

  private static Workbook open(Container container, String shown, boolean shortly)
      throws IOException, XMLStreamException {
    String workbook =
        related(container.relations(""), "officeDocument")
            .orElseThrow(() -> otherContent(container));
    if (workbook.endsWith(".bin")) {
      throw Refused.unreadFormat("content.xlsb");
    }
    walkContentTypes(container);
    return new XlsxReader(container, shown, shortly).workbook(workbook);
  }

  /**
   * Reads a usual workbook. Formulas whose results are to be found are not usual, as that takes
   * another reading.
   */
  static Workbook readShortly(Container container, String shown)
      throws IOException, XMLStreamException {
    return open(container, shown, true);
  }

  /** Nothing in the list of contents is needed, but what is wrong with it warns of the rest. */
  private static void walkContentTypes(Container container) throws IOException, XMLStreamException {
    if (container.has("[Content_Types].xml")) {
      container.read(
          "[Content_Types].xml",
          Boolean.class,
          xml -> {
            while (xml.next()) {
              // Reading it is the test.
            }
            return true;
          });
    }
  }

  private static Refused otherContent(Container container) {
    if (container.has("xl/workbook.xml")) {
      return Refused.damaged("damage.part");
    }
    if (container.has("mimetype") && container.has("content.xml")) {
      return Refused.unreadFormat("content.ods");
    }
    return container.has("[Content_Types].xml")
        ? Refused.unreadFormat("content.office")
        : Refused.noSpreadsheet("content.archive");
  }

  private static Optional<String> related(List<Relation> relations, String type) {
    for (Relation relation : relations) {
      if (relation.type().equals(type)) {
        return Optional.of(relation.target());
      }
    }
    return Optional.empty();
  }

  private Workbook workbook(String part) throws IOException, XMLStreamException {
    Contents contents = container.read(part, Contents.class, XlsxReader::readContents);
    List<SheetEntry> entries = contents.sheets();
    epoch1904 = contents.epoch1904();
    recalculates = contents.recalculates();
    if (entries.size() > Guard.MAX_SHEETS) {
      throw Refused.tooLarge("bound.sheets", entries.size(), Guard.MAX_SHEETS);
    }
    List<Relation> relations = container.relations(part);
    Optional<String> stringsPart = related(relations, "sharedStrings");
    if (stringsPart.isPresent()) {
      readStrings(stringsPart.get());
    }
    Optional<String> stylesPart = related(relations, "styles");
    if (stylesPart.isPresent()) {
      readStyles(stylesPart.get());
    }
    List<Cells> sheets = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    for (SheetEntry entry : entries) {
      Relation relation = relation(relations, entry);
      if (entry.hidden()) {
        hidden.add(entry.name());
      } else if (relation.type().equals("worksheet")) {
        if (!container.has(relation.target())) {
          throw Refused.damaged("damage.sheet", "sheet", entry.name());
        }
        Cells.Builder cells = new Cells.Builder(shown, entry.name(), epoch1904);
        readSheet(relation.target(), cells);
        sheets.add(cells.build());
      }
      // Chart sheets and macro sheets hold no cells.
    }
    if (shortly) {
      return new Workbook(sheets, hidden);
    }
    List<Cells> calculated =
        Recalculation.of(
            sheets,
            new FormulaBook(shown, epoch1904),
            book -> readFormulas(entries, relations, book));
    return new Workbook(calculated, hidden);
  }

  private static Relation relation(List<Relation> relations, SheetEntry entry) {
    for (Relation relation : relations) {
      if (relation.id().equals(entry.relation())) {
        return relation;
      }
    }
    throw Refused.damaged("damage.sheet", "sheet", entry.name());
  }

  /** Reads all sheets of cells once more, those that are hidden too, as formulas may need them. */
  private void readFormulas(List<SheetEntry> entries, List<Relation> relations, FormulaBook book)
      throws IOException, XMLStreamException {
    for (int tab = 0; tab < entries.size(); tab++) {
      SheetEntry entry = entries.get(tab);
      for (Relation relation : relations) {
        if (relation.id().equals(entry.relation())
            && relation.type().equals("worksheet")
            && container.has(relation.target())) {
          collecting = book.add(tab, entry.name(), entry.hidden());
          readSheet(relation.target(), collecting.builder());
          collecting.close();
          break;
        }
      }
    }
  }

  private static Contents readContents(Xml xml) throws XMLStreamException {
    List<SheetEntry> entries = new ArrayList<>();
    boolean epoch1904 = false;
    boolean recalculates = false;
    boolean root = true;
    while (xml.next()) {
      if (root && !xml.isStart("workbook")) {
        throw switch (xml.name()) {
          case "document" -> Refused.noSpreadsheet("content.document");
          case "presentation" -> Refused.noSpreadsheet("content.slides");
          default -> Refused.unreadFormat("content.office");
        };
      }
      root = false;
      if (xml.isStart("workbookPr")) {
        epoch1904 = xml.isTrue("date1904");
      } else if (xml.isStart("sheet")) {
        String state = xml.attribute("state");
        entries.add(
            new SheetEntry(
                xml.attribute("name"),
                !state.isEmpty() && !state.equals("visible"),
                xml.attribute("id")));
      } else if (xml.isStart("calcPr")) {
        recalculates =
            xml.isTrue("fullCalcOnLoad")
                || xml.attribute("calcCompleted").equals("0")
                || xml.attribute("calcCompleted").equals("false");
      }
    }
    return new Contents(List.copyOf(entries), epoch1904, recalculates);
  }

  private void readStrings(String part) throws IOException, XMLStreamException {
    try (Xml xml = container.xml(part)) {
      while (true) {
        String plain = xml.readPlainString();
        if (plain != null) {
          add(RichText.of(unescape(plain)));
        } else if (!xml.next()) {
          return;
        } else if (xml.isStart("si")) {
          add(richText(xml, "si"));
        }
      }
    }
  }

  private void add(RichText string) {
    if (strings.size() == Guard.MAX_CELLS) {
      throw Refused.tooLarge("bound.cells", strings.size() + 1L, Guard.MAX_CELLS);
    }
    strings.add(string);
  }

  /** The runs of a string up to the end of {@code element}, without phonetic ones. */
  private static RichText richText(Xml xml, String element) throws XMLStreamException {
    RichText text = new RichText();
    Boolean struck = null;
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isStart("rPh")) {
        xml.skip();
      } else if (xml.isStart("rPr")) {
        // A run that has a font of its own does not take over the cell's.
        struck = false;
      } else if (xml.isStart("strike")) {
        struck = isOn(xml);
      } else if (xml.isStart("t")) {
        text.add(unescape(xml.text()), struck);
      } else if (xml.isEnd("r")) {
        struck = null;
      }
    }
    return text;
  }

  /** Characters that XML cannot hold are written as {@code _x000D_}. */
  private static String unescape(String text) {
    int next = text.indexOf("_x");
    return next < 0 ? text : unescape(text, next);
  }

  private static String unescape(String text, int first) {
    int next = first;
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (next >= 0) {
      String code = next + 7 <= text.length() ? text.substring(next + 2, next + 7) : "";
      if (code.matches("[0-9A-Fa-f]{4}_")) {
        out.append(text, from, next).append((char) Integer.parseInt(code.substring(0, 4), 16));
        from = next + 7;
      }
      next = text.indexOf("_x", Math.max(from, next + 2));
    }
    return out.append(text.substring(from)).toString();
  }

  private static boolean isOn(Xml xml) {
    return xml.optional("val") == null || xml.isTrue("val");
  }

  private void readStyles(String part) throws IOException, XMLStreamException {
    if (!container.has(part)) {
      throw Refused.damaged("damage.styles");
    }
    hasStyles = true;
    styles = container.read(part, Styles.class, XlsxReader::readStyles).all();
  }

  private static Styles readStyles(Xml xml) throws XMLStreamException {
    Map<Integer, String> codes = new HashMap<>();
    List<Boolean> struckFonts = new ArrayList<>();
    List<Style> styles = new ArrayList<>();
    while (xml.next()) {
      if (xml.isStart("numFmt")) {
        codes.put(xml.number("numFmtId", 0), xml.attribute("formatCode"));
      } else if (xml.isStart("fonts")) {
        while (xml.next() && !xml.isEnd("fonts")) {
          if (xml.isStart("font")) {
            struckFonts.add(false);
          } else if (xml.isStart("strike") && !struckFonts.isEmpty()) {
            struckFonts.set(struckFonts.size() - 1, isOn(xml));
          }
        }
      } else if (xml.isStart("cellXfs")) {
        while (xml.next() && !xml.isEnd("cellXfs")) {
          if (xml.isStart("xf")) {
            int id = xml.number("numFmtId", 0);
            int font = xml.number("fontId", 0);
            styles.add(
                new Style(
                    NumberFormats.of(id, codes.getOrDefault(id, "")),
                    font >= 0 && font < struckFonts.size() && struckFonts.get(font)));
          }
        }
      }
    }
    return new Styles(List.copyOf(styles));
  }

  private void readSheet(String part, Cells.Builder cells) throws IOException, XMLStreamException {
    try (Xml xml = container.xml(part)) {
      while (xml.next()) {
        if (xml.isStart("col")) {
          if (xml.isTrue("hidden") || xml.isZero("width")) {
            int first = xml.number("min", 1);
            cells.hideColumns(first - 1, xml.number("max", first) - 1);
          }
        } else if (xml.isStart("sheetData")) {
          readRows(xml, cells);
        } else if (xml.isStart("mergeCell")) {
          merge(xml.attribute("ref"), cells);
        } else if (xml.isStart("controls") || xml.isStart("drawing")) {
          // Their anchors name columns and rows too.
          xml.skip();
        }
      }
    }
    for (Relation relation : container.relations(part)) {
      if (relation.type().equals("comments") && container.has(relation.target())) {
        readComments(relation.target(), cells);
      }
    }
  }

  private void readRows(Xml xml, Cells.Builder cells) throws XMLStreamException {
    int row = -1;
    int column = -1;
    while (true) {
      if (xml.readPlainCell()) {
        row = Address.row(xml.cellAddress());
        column = Address.column(xml.cellAddress());
        readPlainCell(xml, row, column, cells);
      } else if (!xml.next() || xml.isEnd("sheetData")) {
        return;
      } else if (xml.isStart("row")) {
        // Rows and cells may leave out their numbers; they follow one another then.
        row = xml.number("r", row + 2) - 1;
        column = -1;
        if (xml.isTrue("hidden") || xml.isZero("ht")) {
          cells.hideRow(row);
        }
      } else if (xml.isStart("c")) {
        long address = xml.address("r");
        if (address == Address.NONE) {
          column++;
        } else {
          row = Address.row(address);
          column = Address.column(address);
        }
        readCell(xml, row, column, cells);
      }
    }
  }

  private void readPlainCell(Xml xml, int row, int column, Cells.Builder cells) {
    Style style = styleOf(xml.cellStyle());
    if (xml.isSharedString()) {
      string(xml.whole()).into(cells, row, column, style.struck(), 0);
    } else {
      int bits = Fact.bits(Fact.STRUCK, style.struck());
      cells.number(row, column, xml.decimal(), style.format(), bits);
    }
  }

  /** Reads one {@code <c>} to its end. */
  private void readCell(Xml xml, int row, int column, Cells.Builder cells)
      throws XMLStreamException {
    String type = xml.attribute("t");
    int styleIndex = xml.number("s", -1);
    boolean formula = false;
    FormulaSheet.Tokens tokens = null;
    boolean filled = false;
    RichText inline = null;
    while (xml.next() && !xml.isEnd("c")) {
      if (xml.isStart("f")) {
        formula = true;
        tokens = readFormula(xml, row, column);
      } else if (xml.isStart("v")) {
        filled = xml.readValue();
      } else if (xml.isStart("is")) {
        inline = richText(xml, "is");
      }
    }
    if (!filled && inline == null && !formula) {
      return;
    }
    Style style = styleOf(styleIndex);
    int bits = Fact.bits(Fact.FORMULA, formula);
    int struckBits = bits | Fact.bits(Fact.STRUCK, style.struck());
    if (formula && recalculates) {
      // Whatever is stored may be stale.
      noResult(tokens, row, column, style.format(), struckBits, cells);
    } else if (inline != null) {
      inline.into(cells, row, column, style.struck(), bits);
    } else if (!filled) {
      // A formula may give an empty text; that is a result.
      if (type.equals("str")) {
        cells.text(row, column, "", struckBits);
      } else {
        noResult(tokens, row, column, style.format(), struckBits, cells);
      }
    } else {
      switch (type) {
        case "s" -> string(xml.whole()).into(cells, row, column, style.struck(), bits);
        case "str", "inlineStr" -> cells.text(row, column, unescape(xml.value()), struckBits);
        case "b" -> cells.other(row, column, Cells.Kind.BOOLEAN, struckBits);
        case "e" -> cells.other(row, column, Cells.Kind.ERROR, struckBits);
        case "d" -> isoDate(xml.value(), epoch1904, row, column, cells, struckBits);
        default -> cells.number(row, column, xml.decimal(), style.format(), struckBits);
      }
    }
  }

  /**
   * Reads a formula if formulas are collected.
   *
   * @return how it is made for a cell; {@code null} if it is passed over
   */
  private FormulaSheet.@Nullable Tokens readFormula(Xml xml, int row, int column)
      throws XMLStreamException {
    if (collecting == null) {
      xml.skip();
      return null;
    }
    String type = xml.attribute("t");
    String shared = xml.attribute("si");
    String range = xml.attribute("ref");
    String text = xml.text();
    switch (type) {
      case "", "normal" -> {
        return new FormulaText(row, column, text);
      }
      case "shared" -> {
        if (!text.isEmpty()) {
          collecting.share(shared, new FormulaText(row, column, text));
        }
        return collecting.shared(shared);
      }
      default -> {
        return new FormulaSheet.Filling(CellRangeAddress.valueOf(range));
      }
    }
  }

  /** A formula whose result is not to be had from the file. */
  private void noResult(
      FormulaSheet.@Nullable Tokens tokens,
      int row,
      int column,
      NumberFormats format,
      int bits,
      Cells.Builder cells) {
    if (shortly) {
      throw new Unusual();
    }
    cells.other(row, column, Cells.Kind.NO_RESULT, bits);
    if (collecting != null && tokens != null) {
      collecting.formula(row, column, tokens, format);
    }
  }

  private RichText string(int index) {
    if (index < 0 || index >= strings.size()) {
      throw Refused.damaged("damage.strings");
    }
    return strings.get(index);
  }

  /** A date in ISO 8601 becomes what a date cell usually holds; anything else stays text. */
  static void isoDate(
      String value, boolean epoch1904, int row, int column, Cells.Builder cells, int bits) {
    String iso = value.strip().replaceFirst("Z$", "");
    try {
      LocalDateTime at =
          iso.indexOf('T') < 0 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso);
      double number = DateUtil.getExcelDate(at, epoch1904);
      if (number >= 0) {
        cells.number(row, column, number, NumberFormats.DATE, bits);
        return;
      }
    } catch (DateTimeParseException e) {
      // A time of day, or no date at all: as it stands.
    }
    cells.text(row, column, value, bits);
  }

  private Style styleOf(int index) {
    if (index >= 0 && index < styles.size()) {
      return styles.get(index);
    }
    // Small programs write no formats at all, but formats must not get lost in part.
    if (hasStyles && index > 0) {
      throw Refused.damaged("damage.styles");
    }
    return Style.NONE;
  }

  private void readComments(String part, Cells.Builder cells)
      throws IOException, XMLStreamException {
    try (Xml xml = container.xml(part)) {
      while (xml.next()) {
        if (xml.isStart("comment")) {
          String reference = xml.attribute("ref");
          xml.skip();
          long address = Address.of(reference);
          cells.comment(Address.row(address), Address.column(address));
        }
      }
    }
  }

  private static void merge(String reference, Cells.Builder cells) {
    int colon = reference.indexOf(':');
    String from = colon < 0 ? reference : reference.substring(0, colon);
    String to = colon < 0 ? reference : reference.substring(colon + 1);
    long first = Address.of(from);
    long last = Address.of(to);
    cells.merge(Address.row(first), Address.row(last), Address.column(first), Address.column(last));
  }
}
