package peaceindex.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The short way through a workbook says what the general one says, or nothing at all: on whatever
 * is put into the parts of one, and wherever a byte is spoiled.
 */
@Timeout(180)
class UsualWorkbookTest {
  private static final int FILES = 600;

  /** What is put into XML: all that the short way must not go on at, or must get right. */
  private static final List<String> ODDITIES =
      List.of(
          "<!-- x -->",
          "<![CDATA[7]]>",
          "<?x y?>",
          "<!DOCTYPE a>",
          "&amp;",
          "&lt;&#65;&#x4e2d;",
          "&#0;",
          "&#x1F;",
          "&nbsp;",
          "&",
          "&#xD800;",
          "&#x110000;",
          "]]>",
          ">",
          "<",
          "\r\n",
          "\t",
          "\u0001",
          "\uFFFF",
          "\uFFFD",
          "\u0085",
          "\u2028",
          "\uD83D\uDE00",
          "é",
          "<x:y/>",
          "<:y/>",
          "<y:/>",
          " a:b='1'",
          " xmlns:a='u' a:b='1'",
          " xmlns:a=''",
          " xmlns='u'",
          " r='B2'",
          " r=\"B2\"",
          " s='1'",
          " s = '1'",
          " s=1",
          " t='str'",
          " t='b'",
          " t='d'",
          " hidden='1'",
          " ht='0'",
          " ht='0.0'",
          "<v>1</v>",
          "<v/>",
          "<f>1</f>",
          "<f/>",
          "<is><t>甲</t></is>",
          "<c/>",
          "</c>",
          "<row/>",
          "</row>",
          "</sheetData>",
          "1e3",
          "-0",
          "-",
          ".5",
          "5.",
          "+1",
          "0x1p3",
          "1d",
          " 1 ",
          "00012",
          "12345678901234567",
          "123456789012345678901",
          "0.1",
          "123.456",
          "0.000001",
          "9007199254740993",
          "NaN",
          "A1048577",
          "XFE1",
          "A0",
          "a1",
          "$A$1",
          "A1:B2",
          "A",
          "1",
          "2147483648",
          "_x000D_",
          "x_x0041_",
          "<a>".repeat(60),
          "x".repeat(40_000),
          " ".repeat(300_000),
          "好".repeat(12_000),
          "<b z='" + "y".repeat(70_000) + "'/>");

  private static final String ROWS =
      """
      <cols><col min="2" max="3" hidden="1"/></cols><sheetData>
      <row r="1" spans="1:3" hidden="1"><c r="A1" t="s" s="3"><v>0</v></c><c r="B1" s="1"><v>0.5</v></c>
      <c r="C1" s="2"><v>46022</v></c></row><row r="2" ht="15.75"><c t="inlineStr"><is><r><rPr><strike/></rPr>
      <t>甲</t></r><r><t xml:space="preserve"> 乙&amp;丙 </t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>x_x0041_</v></c>
      <c s="2"><f t="shared" si="0" ref="D2:D3">SUM(A$1:B1)</f><v>-12.75</v></c></row>
      <row><c r="D4" t="e"><v>#N/A</v></c><c r="B4" t="b"><v>1</v></c><c r="D4"><v>7</v></c></row>
      <row r="5"><c r="A5" s="3" t="s"><v>0</v></c><c r="B5"><v>-1.50</v></c><c r="C5" t="s"><v>0</v></c></row></sheetData>
      <mergeCells count="1"><mergeCell ref="A3:C4"/></mergeCells><drawing r:id="rId1"/>
      """;

  @TempDir Path folder;

  private static Parts parts() {
    Parts parts = Parts.sheet(ROWS);
    return parts.part(
        Parts.SHEET,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
            + parts.text(Parts.SHEET).replace("<worksheet>", "<worksheet xmlns:r='http://x'>"));
  }

  /** Whether the short way was gone to its end; whatever it says has to be right. */
  private boolean compare(String what, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.xlsx"), bytes);
    List<String> general = Shown.all(SheetReader.readGenerally(file, "input/a.xlsx"));
    assertThat(Shown.all(SheetReader.read(file, "input/a.xlsx"))).as(what).isEqualTo(general);
    return SheetReader.readShortly(bytes, "input/a.xlsx", new KnownParts()).isPresent();
  }

  static Stream<Arguments> usual() throws IOException {
    return Stream.of(
        arguments("by hand", parts().zip()),
        arguments("by POI", byPoi(new XSSFWorkbook())),
        arguments("streamed by POI", byPoi(new SXSSFWorkbook())),
        arguments(
            "with a mark of the encoding",
            parts().part(Parts.STRINGS, "\uFEFF<sst><si><t>甲</t></si></sst>").zip()),
        arguments(
            "with what newer programs add",
            parts()
                .part(
                    Parts.WORKBOOK,
                    parts()
                        .text(Parts.WORKBOOK)
                        .replace(
                            "<sheets>",
                            "<mc:A xmlns:mc='http://y'><mc:B Requires='x15'><x:p xmlns:x='http://z' url=''/>"
                                + "</mc:B></mc:A><sheets>"))
                .zip()));
  }

  private static byte[] byPoi(org.apache.poi.ss.usermodel.Workbook workbook) throws IOException {
    var sheet = workbook.createSheet("表1");
    for (int row = 0; row < 40; row++) {
      sheet.createRow(row).createCell(0).setCellValue("单位<" + row + ">");
      sheet.getRow(row).createCell(1).setCellValue(row * 1.37);
      sheet.getRow(row).createCell(3).setCellValue(row % 2 == 0);
    }
    sheet.addMergedRegion(CellRangeAddress.valueOf("D1:F3"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    workbook.close();
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("usual")
  void usualWorkbooksAreReadTheShortWay(String what, byte[] bytes) throws IOException {
    assertThat(compare(what, bytes)).isTrue();
  }

  @Test
  void formulasToBeCalculatedAreNot() throws IOException {
    assertThat(compare("", Parts.rows("<row><c><f>1+2</f></c></row>").zip())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Parts.SHEET,
        Parts.WORKBOOK,
        Parts.STRINGS,
        Parts.STYLES,
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/_rels/workbook.xml.rels"
      })
  void oddPartsSayTheSame(String part) throws IOException {
    Random random = new Random(part.hashCode());
    int shortly = 0;
    for (int i = 0; i < FILES; i++) {
      Parts parts = parts();
      String odd = odd(parts.text(part), random);
      shortly += compare(odd, parts.part(part, odd).zip()) ? 1 : 0;
    }
    // Enough of them are usual after all.
    assertThat(shortly).isBetween(FILES / 50, FILES - FILES / 5);
  }

  /** One or two oddities at any place, some in place of what is there. */
  private static String odd(String xml, Random random) {
    StringBuilder text = new StringBuilder(xml);
    for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
      int from = random.nextInt(text.length() + 1);
      if (random.nextBoolean()) {
        // Where something ends.
        while (from < text.length() && "<>\"'/".indexOf(text.charAt(from)) < 0) {
          from++;
        }
      }
      int to = Math.min(text.length(), from + (random.nextBoolean() ? 0 : random.nextInt(6)));
      text.replace(from, to, ODDITIES.get(random.nextInt(ODDITIES.size())));
    }
    return text.toString();
  }

  @Test
  void spoiledBytesOfPartsSayTheSame() throws IOException {
    byte[] sheet = parts().text(Parts.SHEET).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(1);
    for (int i = 0; i < FILES; i++) {
      byte[] spoiled = sheet.clone();
      for (int k = 1 + random.nextInt(2); k > 0; k--) {
        spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
      }
      compare("byte " + i, parts().part(Parts.SHEET, spoiled).zip());
    }
  }

  @Test
  void spoiledBytesOfTheContainerSayTheSame() throws IOException {
    byte[] zip = parts().zip();
    Random random = new Random(2);
    int directory = zip.length - 700;
    for (int i = 0; i < FILES; i++) {
      byte[] spoiled = zip.clone();
      for (int k = 1 + random.nextInt(2); k > 0; k--) {
        int at =
            random.nextBoolean() ? random.nextInt(zip.length) : directory + random.nextInt(700);
        spoiled[at] = (byte) random.nextInt(256);
      }
      compare("byte " + i, spoiled);
    }
  }

  /** Numbers of all lengths are the doubles that Java makes of them. */
  @Test
  void numbersAreWhatJavaMakesOfThem() throws IOException {
    Random random = new Random(3);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      String number = Long.toString(random.nextLong() >> random.nextInt(63));
      int point = number.length() - random.nextInt(number.length() + 3);
      if (random.nextBoolean()) {
        boolean negative = number.startsWith("-");
        String digits = negative ? number.substring(1) : number;
        String padded = "0".repeat(Math.max(0, 1 - point)) + digits;
        int at = Math.max(1, Math.min(point, padded.length()));
        number = (negative ? "-" : "") + padded.substring(0, at) + "." + padded.substring(at) + "0";
      }
      rows.append("<row><c><v>").append(number).append("</v></c></row>");
    }
    assertThat(compare("", Parts.rows(rows.toString()).zip())).isTrue();
  }
}
