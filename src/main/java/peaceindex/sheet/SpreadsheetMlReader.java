package peaceindex.sheet;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import peaceindex.sheet.Cells.Fact;

/**
 * Reads the XML spreadsheet of Excel 2003, which many systems write under the name of .xls:
 *
 * <pre>{@code
 * <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" …>
 *  <Styles><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style></Styles>
 *  <Worksheet ss:Name="月报"><Table>
 *   <Row ss:Index="3"><Cell ss:MergeAcross="1"><Data ss:Type="String">单位</Data></Cell></Row>
 *   <Row><Cell ss:StyleID="p"><Data ss:Type="Number">0.986</Data></Cell></Row>
 *  </Table></Worksheet>
 * </Workbook>
 * }</pre>
 *
 * <p>A style may take over from another one; a cell without one has its row's or its column's.
 */
final class SpreadsheetMlReader {

  /** A style as written; {@code null} where it says nothing. */
  private record Style(String parent, @Nullable NumberFormats format, @Nullable Boolean struck) {}

  /** A style in its effect. */
  private record Effect(NumberFormats format, boolean struck) {}

  private static final int MAX_PARENTS = 20;

  private final Xml xml;
  private final String shown;
  private final Map<String, Style> styles = new HashMap<>();
  private final List<Cells> sheets = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();
  private boolean epoch1904;

  private SpreadsheetMlReader(Xml xml, String shown) {
    this.xml = xml;
    this.shown = shown;
  }

  static Workbook read(String text, String shown) throws XMLStreamException {
    SpreadsheetMlReader reader =
        new SpreadsheetMlReader(GeneralXml.of(new StringReader(text.strip())), shown);
    reader.readWorkbook();
    return new Workbook(reader.sheets, reader.hidden);
  }

  private void readWorkbook() throws XMLStreamException {
    while (xml.next()) {
      if (xml.isStart("Date1904")) {
        epoch1904 = true;
      } else if (xml.isStart("Style")) {
        readStyle();
      } else if (xml.isStart("Worksheet")) {
        if (sheets.size() + hidden.size() == Guard.MAX_SHEETS) {
          throw Refused.tooLarge("bound.sheets", Guard.MAX_SHEETS + 1L, Guard.MAX_SHEETS);
        }
        readSheet();
      }
    }
  }

  private void readStyle() throws XMLStreamException {
    String id = xml.attribute("ID");
    String parent = xml.attribute("Parent");
    NumberFormats format = null;
    Boolean struck = null;
    while (xml.next() && !xml.isEnd("Style")) {
      if (xml.isStart("NumberFormat")) {
        format = NumberFormats.ofName(xml.attribute("Format"));
      } else if (xml.isStart("Font")) {
        struck = xml.isTrue("StrikeThrough");
      }
    }
    styles.put(id, new Style(parent, format, struck));
  }

  private Effect effect(String id) {
    NumberFormats format = null;
    Boolean struck = null;
    String next = id.isEmpty() ? "Default" : id;
    for (int i = 0; i < MAX_PARENTS && (format == null || struck == null); i++) {
      Style style = styles.get(next);
      if (style == null) {
        // A style that is named must be there, as its format is part of the figure.
        if (!next.equals("Default")) {
          throw Refused.damaged("damage.styles");
        }
        break;
      }
      format = format == null ? style.format() : format;
      struck = struck == null ? style.struck() : struck;
      next = style.parent().isEmpty() ? "Default" : style.parent();
    }
    return new Effect(format == null ? NumberFormats.GENERAL : format, struck != null && struck);
  }

  private void readSheet() throws XMLStreamException {
    String name = xml.attribute("Name");
    Cells.Builder cells = new Cells.Builder(shown, name, epoch1904);
    boolean visible = true;
    while (xml.next() && !xml.isEnd("Worksheet")) {
      if (xml.isStart("Table")) {
        readTable(cells);
      } else if (xml.isStart("Visible")) {
        visible = !xml.text().startsWith("Sheet");
      }
    }
    if (visible) {
      sheets.add(cells.build());
    } else {
      hidden.add(name);
    }
  }

  private void readTable(Cells.Builder cells) throws XMLStreamException {
    Map<Integer, String> columnStyles = new HashMap<>();
    int column = -1;
    int row = -1;
    while (xml.next() && !xml.isEnd("Table")) {
      if (xml.isStart("Column")) {
        column = xml.number("Index", column + 2) - 1;
        int last = Math.min(column + xml.number("Span", 0), Guard.MAX_COLUMNS - 1);
        if (xml.isTrue("Hidden") || xml.isZero("Width")) {
          cells.hideColumns(column, last);
        }
        String style = xml.attribute("StyleID");
        for (int i = column; i <= last && !style.isEmpty(); i++) {
          columnStyles.put(i, style);
        }
        column = last;
      } else if (xml.isStart("Row")) {
        row = xml.number("Index", row + 2) - 1;
        int span = xml.number("Span", 0);
        if (xml.isTrue("Hidden") || xml.isZero("Height")) {
          for (int i = row; i <= Math.min((long) row + span, Guard.MAX_ROWS - 1); i++) {
            cells.hideRow(i);
          }
        }
        readRow(row, columnStyles, cells);
        row += span;
      }
    }
  }

  private void readRow(int row, Map<Integer, String> columnStyles, Cells.Builder cells)
      throws XMLStreamException {
    String rowStyle = xml.attribute("StyleID");
    int column = -1;
    while (xml.next() && !xml.isEnd("Row")) {
      if (xml.isStart("Cell")) {
        column = xml.number("Index", column + 2) - 1;
        int across = Math.max(0, xml.number("MergeAcross", 0));
        int down = Math.max(0, xml.number("MergeDown", 0));
        if (across > 0 || down > 0) {
          cells.merge(
              row,
              (int) Math.min((long) row + down, Guard.MAX_ROWS),
              column,
              (int) Math.min((long) column + across, Guard.MAX_COLUMNS));
        }
        String style = xml.attribute("StyleID");
        if (style.isEmpty()) {
          style = rowStyle.isEmpty() ? columnStyles.getOrDefault(column, "") : rowStyle;
        }
        readCell(row, column, effect(style), cells);
        column += across;
      }
    }
  }

  /** Reads one {@code <Cell>} to its end. */
  private void readCell(int row, int column, Effect style, Cells.Builder cells)
      throws XMLStreamException {
    boolean formula = xml.optional("Formula") != null;
    int bits = Fact.bits(Fact.FORMULA, formula);
    boolean any = false;
    while (xml.next() && !xml.isEnd("Cell")) {
      if (xml.isStart("Comment")) {
        cells.comment(row, column);
        xml.skip();
      } else if (xml.isStart("PhoneticText")) {
        xml.skip();
      } else if (xml.isStart("Data") && !any) {
        any = true;
        readData(row, column, style, bits, cells);
      }
    }
    if (formula && !any) {
      cells.other(row, column, Cells.Kind.NO_RESULT, bits | Fact.bits(Fact.STRUCK, style.struck()));
    }
  }

  private void readData(int row, int column, Effect style, int bits, Cells.Builder cells)
      throws XMLStreamException {
    int struckBits = bits | Fact.bits(Fact.STRUCK, style.struck());
    switch (xml.attribute("Type")) {
      case "Number" -> {
        String value = xml.text();
        cells.number(row, column, Double.parseDouble(value), style.format(), struckBits);
      }
      case "DateTime" -> XlsxReader.isoDate(xml.text(), epoch1904, row, column, cells, struckBits);
      case "Boolean" -> {
        xml.skip();
        cells.other(row, column, Cells.Kind.BOOLEAN, struckBits);
      }
      case "Error" -> {
        xml.skip();
        cells.other(row, column, Cells.Kind.ERROR, struckBits);
      }
      default -> richText().into(cells, row, column, style.struck(), bits);
    }
  }

  /** The runs of the element just begun; within {@code <S>} they are struck out. */
  private RichText richText() throws XMLStreamException {
    RichText text = new RichText();
    int outside = xml.depth() - 1;
    int struck = 0;
    while (xml.depth() > outside && xml.next()) {
      text.add(xml.before(), struck > 0 ? Boolean.TRUE : null);
      if (xml.name().equals("S")) {
        struck += xml.isStart() ? 1 : -1;
      }
    }
    return text;
  }
}
