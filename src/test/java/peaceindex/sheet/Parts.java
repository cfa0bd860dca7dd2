package peaceindex.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An .xlsx put together by hand, for what no proper program writes: a workbook with one sheet named
 * 表1, of which any part can be replaced, added or lost.
 */
final class Parts {
  static final String WORKBOOK = "xl/workbook.xml";
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String STRINGS = "xl/sharedStrings.xml";
  static final String STYLES = "xl/styles.xml";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A zip with nothing in it. */
  static Parts none() {
    return new Parts();
  }

  /** A workbook whose only sheet holds {@code rows}, written within {@code <sheetData>}. */
  static Parts rows(String rows) {
    return sheet("<sheetData>" + rows + "</sheetData>");
  }

  /** A workbook whose only sheet holds {@code content}, written within {@code <worksheet>}. */
  static Parts sheet(String content) {
    return none()
        .part("[Content_Types].xml", "<Types/>")
        .part(
            "_rels/.rels",
            """
            <Relationships>
              <Relationship Id="r1" Target="xl/workbook.xml"
                  Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
            </Relationships>
            """)
        .part(
            WORKBOOK,
            """
            <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
              <sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets>
            </workbook>
            """)
        .part(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships>
              <Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
              <Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>
              <Relationship Id="rId3" Type="x/styles" Target="./styles.xml"/>
            </Relationships>
            """)
        .part(STRINGS, "<sst><si><t>青石镇</t></si><si><t>白马镇</t></si></sst>")
        .part(
            STYLES,
            """
            <styleSheet>
              <numFmts><numFmt numFmtId="170" formatCode="0.0&quot;%&quot;"/></numFmts>
              <fonts><font/><font><b/><strike/></font></fonts>
              <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
              <cellXfs>
                <xf numFmtId="0"/>
                <xf numFmtId="10"/>
                <xf numFmtId="14"/>
                <xf numFmtId="0" fontId="1"/>
                <xf numFmtId="170"/>
              </cellXfs>
            </styleSheet>
            """)
        .part(SHEET, "<worksheet>" + content + "</worksheet>");
  }

  Parts part(String name, String content) {
    parts.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Parts part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  Parts without(String name) {
    parts.remove(name);
    return this;
  }

  /** The content of a part. */
  String text(String name) {
    return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
