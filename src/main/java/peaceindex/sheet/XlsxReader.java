package peaceindex.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import peaceindex.problem.CellRef;
import peaceindex.problem.Messages;

/**
 * Reads the XML format (.xlsx, .xlsm) as a stream, without building POI's model of the workbook:
 * names of sheets, shared strings, formats, then sheet by sheet.
 *
 * <p>Document types and external entities are switched off. A formula's stored result is taken;
 * without one the cell is {@link Cells.Kind#NO_RESULT}. Phonetic text is no part of a string.
 */
final class XlsxReader {
  /** The workbook's own part, in the usual and in the strict form of the standard. */
  private static final String STRICT_DOCUMENT =
      "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";

  private static final int MAX_ROW = 1 << 20;
  private static final int MAX_COLUMN = 1 << 14;

  private final String shown;
  private final XMLInputFactory xml;
  private final List<String> strings = new ArrayList<>();
  private final List<NumberFormats> formats = new ArrayList<>();
  private boolean epoch1904;

  private XlsxReader(String shown) {
    this.shown = shown;
    this.xml = XMLInputFactory.newDefaultFactory();
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  static SheetReader.Result read(Path file, String shown, CellRef where) throws IOException {
    try (OPCPackage container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      PackagePart workbook = workbookPart(container);
      if (workbook == null || !workbook.getContentType().contains("sheet")) {
        return SheetReader.Result.refused(
            SheetReader.notAWorkbook(where, Messages.phrase("content.office")));
      }
      return SheetReader.Result.of(new XlsxReader(shown).workbook(workbook));
    } catch (OpenXML4JException | XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static @Nullable PackagePart workbookPart(OPCPackage container)
      throws InvalidFormatException {
    for (String type : List.of(PackageRelationshipTypes.CORE_DOCUMENT, STRICT_DOCUMENT)) {
      for (PackageRelationship relation : container.getRelationshipsByType(type)) {
        PackagePart part =
            container.getPart(PackagingURIHelper.createPartName(relation.getTargetURI()));
        if (part != null) {
          return part;
        }
      }
    }
    return null;
  }

  private record SheetEntry(String name, boolean hidden, String relation) {}

  private Workbook workbook(PackagePart workbook)
      throws IOException, OpenXML4JException, XMLStreamException {
    List<SheetEntry> entries = new ArrayList<>();
    try (InputStream in = workbook.getInputStream()) {
      XMLStreamReader reader = xml.createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (reader.getLocalName().equals("workbookPr")) {
          epoch1904 = isTrue(reader.getAttributeValue(null, "date1904"));
        } else if (reader.getLocalName().equals("sheet")) {
          entries.add(sheetEntry(reader));
        }
      }
    }
    if (entries.size() > Guard.MAX_SHEETS) {
      throw new Guard.TooLarge("bound.sheets", entries.size(), Guard.MAX_SHEETS);
    }
    readStrings(related(workbook, "/sharedStrings"));
    readFormats(related(workbook, "/styles"));

    List<Cells> sheets = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    for (SheetEntry entry : entries) {
      if (entry.hidden()) {
        hidden.add(entry.name());
        continue;
      }
      PackageRelationship relation = workbook.getRelationship(entry.relation());
      if (relation == null) {
        throw new InvalidFormatException("a sheet's part is missing");
      }
      // Chart sheets and macro sheets hold no cells.
      if (relation.getRelationshipType().endsWith("/worksheet")) {
        sheets.add(readSheet(entry.name(), partOf(workbook, relation)));
      }
    }
    return new Workbook(sheets, hidden);
  }

  private static SheetEntry sheetEntry(XMLStreamReader reader) {
    String relation = "";
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals("id")) {
        relation = reader.getAttributeValue(i);
      }
    }
    String state = reader.getAttributeValue(null, "state");
    boolean hidden = state != null && !state.equals("visible");
    return new SheetEntry(attribute(reader, "name"), hidden, relation);
  }

  private @Nullable PackagePart related(PackagePart workbook, String kind)
      throws InvalidFormatException {
    for (PackageRelationship relation : workbook.getRelationships()) {
      if (relation.getRelationshipType().endsWith(kind)) {
        return partOf(workbook, relation);
      }
    }
    return null;
  }

  private PackagePart partOf(PackagePart workbook, PackageRelationship relation)
      throws InvalidFormatException {
    PackagePart part = workbook.getRelatedPart(relation);
    if (part == null) {
      throw new InvalidFormatException("a part of the workbook is missing");
    }
    return part;
  }

  private void readStrings(@Nullable PackagePart part) throws IOException, XMLStreamException {
    if (part == null) {
      return;
    }
    try (InputStream in = part.getInputStream()) {
      XMLStreamReader reader = xml.createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (isStart(reader, reader.next(), "si")) {
          strings.add(richText(reader, "si"));
        }
      }
    }
  }

  /** The text of a rich string up to the end of {@code element}, without phonetic runs. */
  private static String richText(XMLStreamReader reader, String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int phonetic = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (isStart(reader, event, "rPh")) {
        phonetic++;
      } else if (isEnd(reader, event, "rPh")) {
        phonetic--;
      } else if (isStart(reader, event, "t") && phonetic == 0) {
        text.append(reader.getElementText());
      } else if (isEnd(reader, event, element)) {
        break;
      }
    }
    return text.toString();
  }

  private void readFormats(@Nullable PackagePart part) throws IOException, XMLStreamException {
    if (part == null) {
      return;
    }
    Map<Integer, String> codes = new HashMap<>();
    boolean cellFormats = false;
    try (InputStream in = part.getInputStream()) {
      XMLStreamReader reader = xml.createXMLStreamReader(in);
      while (reader.hasNext()) {
        int event = reader.next();
        if (isStart(reader, event, "numFmt")) {
          codes.put(number(reader, "numFmtId"), attribute(reader, "formatCode"));
        } else if (isStart(reader, event, "cellXfs")) {
          cellFormats = true;
        } else if (isEnd(reader, event, "cellXfs")) {
          cellFormats = false;
        } else if (cellFormats && isStart(reader, event, "xf")) {
          int id = number(reader, "numFmtId");
          formats.add(NumberFormats.of(id, codes.getOrDefault(id, "")));
        }
      }
    }
  }

  private Cells readSheet(String name, PackagePart part) throws IOException, XMLStreamException {
    Cells.Builder cells = new Cells.Builder(shown, name, epoch1904);
    int row = -1;
    int column = -1;
    int count = 0;
    try (InputStream in = part.getInputStream()) {
      XMLStreamReader reader = xml.createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (reader.getLocalName()) {
          case "row" -> {
            String number = reader.getAttributeValue(null, "r");
            row = number == null ? row + 1 : Integer.parseInt(number) - 1;
            column = -1;
          }
          case "c" -> {
            String reference = reader.getAttributeValue(null, "r");
            if (reference == null) {
              column++;
            } else {
              CellReference at = new CellReference(reference);
              row = at.getRow();
              column = at.getCol();
            }
            if (row < 0 || row >= MAX_ROW || column < 0 || column >= MAX_COLUMN) {
              throw new IOException("a cell outside the sheet");
            }
            if (readCell(reader, row, column, cells) && ++count > Guard.MAX_CELLS) {
              throw new Guard.TooLarge("bound.cells", count, Guard.MAX_CELLS);
            }
          }
          case "mergeCell" -> {
            CellRangeAddress range = CellRangeAddress.valueOf(attribute(reader, "ref"));
            cells.merge(
                new Cells.Merge(
                    range.getFirstRow(),
                    range.getLastRow(),
                    range.getFirstColumn(),
                    range.getLastColumn()));
          }
          default -> {
            // Widths, views, print settings: nothing to read.
          }
        }
      }
    }
    return cells.build();
  }

  /** Reads one {@code <c>} to its end; whether it held anything. */
  private boolean readCell(XMLStreamReader reader, int row, int column, Cells.Builder cells)
      throws XMLStreamException {
    String type = attribute(reader, "t");
    NumberFormats format = formatOf(reader.getAttributeValue(null, "s"));
    boolean formula = false;
    String value = null;
    while (reader.hasNext()) {
      int event = reader.next();
      if (isStart(reader, event, "f")) {
        formula = true;
      } else if (isStart(reader, event, "v")) {
        value = reader.getElementText();
      } else if (isStart(reader, event, "is")) {
        value = richText(reader, "is");
      } else if (isEnd(reader, event, "c")) {
        break;
      }
    }
    if (value == null || value.isEmpty()) {
      if (formula && !type.equals("str")) {
        cells.other(row, column, Cells.Kind.NO_RESULT);
      }
      return formula;
    }
    switch (type) {
      case "s" -> cells.text(row, column, strings.get(Integer.parseInt(value.strip())));
      case "str", "inlineStr" -> cells.text(row, column, value);
      case "b" -> cells.other(row, column, Cells.Kind.BOOLEAN);
      case "e" -> cells.other(row, column, Cells.Kind.ERROR);
      case "d" -> cells.text(row, column, value);
      default ->
          cells.number(row, column, Double.parseDouble(value), format.isDate(), format.isPercent());
    }
    return true;
  }

  private NumberFormats formatOf(@Nullable String style) {
    int index = style == null ? -1 : Integer.parseInt(style);
    return index >= 0 && index < formats.size() ? formats.get(index) : NumberFormats.GENERAL;
  }

  private static boolean isStart(XMLStreamReader reader, int event, String name) {
    return event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals(name);
  }

  private static boolean isEnd(XMLStreamReader reader, int event, String name) {
    return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(name);
  }

  private static String attribute(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static int number(XMLStreamReader reader, String name) {
    String value = attribute(reader, name);
    return value.isEmpty() ? 0 : Integer.parseInt(value);
  }

  private static boolean isTrue(@Nullable String value) {
    return value != null && (value.equals("1") || value.equals("true"));
  }
}
