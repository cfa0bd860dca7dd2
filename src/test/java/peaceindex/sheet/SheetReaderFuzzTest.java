package peaceindex.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;

/**
 * Thousands of spoiled files: always a workbook or a problem that can be said in both languages,
 * never an exception, and every cell of a workbook can be asked. The seed is fixed, so a failure
 * comes again.
 */
@Timeout(120)
class SheetReaderFuzzTest {
  private static final int FILES = 400;

  /** What is put into XML: bounds of numbers, other types, tags out of place. */
  private static final List<String> ODDITIES =
      List.of(
          "",
          "0",
          "-1",
          "1048577",
          "2147483648",
          "99999999999",
          "NaN",
          "1e308",
          "XFE1",
          "A0",
          "A1:",
          "&#0;",
          "&a;",
          "<c>",
          "</c>",
          "<row>",
          "<is>",
          "<f/>",
          "t='shared'",
          "ref='B1'",
          "B:B",
          "SUM(A1:XFD1048576)",
          "<v/>",
          "t='s'",
          "]]>",
          "<!--",
          "<!DOCTYPE a>",
          "<S>",
          "ss:Index='0'",
          "ss:Span='-5'",
          "<table>",
          "</table>",
          "rowspan=0",
          "colspan=65535",
          "\"",
          "'",
          ",",
          "\n",
          "\u0000",
          "\uD800",
          "好");

  @TempDir Path folder;

  static Stream<Arguments> seeds() throws IOException {
    String spreadsheet =
        """
        <?xml version="1.0"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
          <Styles><Style ss:ID="p" ss:Parent="q"><NumberFormat ss:Format="0.0%"/></Style>
            <Style ss:ID="q"><Font ss:StrikeThrough="1"/></Style></Styles>
          <Worksheet ss:Name="表1"><Table><Column ss:Index="2" ss:Span="1" ss:Hidden="1"/>
            <Row ss:Index="2" ss:Span="1"><Cell ss:MergeAcross="2" ss:MergeDown="1"
              ss:StyleID="p"><Data ss:Type="Number">12.5</Data></Cell>
              <Cell ss:Index="6"><Data ss:Type="String">甲<S>乙</S></Data>
                <Comment><Data>x</Data></Comment></Cell>
              <Cell><Data ss:Type="DateTime">2025-12-31T00:00:00.000</Data></Cell></Row>
          </Table></Worksheet>
        </Workbook>
        """;
    String page =
        """
        <html><head><meta charset=utf-8></head><body><table><col style="width:0"><caption>甲</caption>
        <tr><th rowspan=2>单位<th colspan=3>数</tr><tr><td>1<td x:num="0.5">50%<td><s>旧</s>新</tr>
        </table><table><tr><td><table><tr><td>98.6%</table></table></body></html>
        """;
    String text = "标题\n单位,\"数\n（件）\",率\n青石镇,40,98.6%\n\"甲,乙\",007,1e5\n";
    return Stream.of(
        Arguments.of("xlsx by POI", byPoi(new XSSFWorkbook(), false), false),
        Arguments.of("xls by POI", byPoi(new HSSFWorkbook(), false), false),
        Arguments.of("xlsx to calculate", byPoi(new XSSFWorkbook(), true), false),
        Arguments.of("xls to calculate", byPoi(new HSSFWorkbook(), true), false),
        Arguments.of("xml", spreadsheet.getBytes(StandardCharsets.UTF_8), true),
        Arguments.of("html", page.getBytes(StandardCharsets.UTF_8), true),
        Arguments.of("html in GBK", page.getBytes(Charset.forName("GBK")), true),
        Arguments.of("csv", text.getBytes(StandardCharsets.UTF_8), true),
        Arguments.of("csv in UTF-16", text.getBytes(StandardCharsets.UTF_16), true));
  }

  private static byte[] byPoi(Workbook workbook, boolean anew) throws IOException {
    var sheet = workbook.createSheet("表1");
    for (int row = 0; row < 6; row++) {
      sheet.createRow(row).createCell(0).setCellValue("单位" + row);
      sheet.getRow(row).createCell(1).setCellValue(row * 1.5);
      sheet.getRow(row).createCell(2).setCellFormula("SUM(B$1:B1)+" + row);
    }
    if (anew) {
      workbook.setForceFormulaRecalculation(true);
    } else {
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    }
    sheet.addMergedRegion(CellRangeAddress.valueOf("D1:F3"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    workbook.close();
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("seeds")
  void spoiledFiles(String what, byte[] seed, boolean text) throws IOException {
    Random random = new Random(what.hashCode());
    for (int i = 0; i < FILES; i++) {
      byte[] bytes =
          text && random.nextBoolean() ? withOddities(seed, random) : spoil(seed, random);
      check(bytes, what + " " + i);
    }
  }

  /** Bytes changed, cut off, left out or doubled, now and then many. */
  private static byte[] spoil(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    int changes = 1 + random.nextInt(random.nextBoolean() ? 3 : 60);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(200));
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, from);
      case 1 -> join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
      case 2 -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
      default -> bytes;
    };
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static byte[] withOddities(byte[] seed, Random random) {
    return withOddities(new String(seed, StandardCharsets.UTF_8), random)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Some stretches between signs replaced. */
  private static String withOddities(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      int from = random.nextInt(text.length() + 1);
      int to = from;
      while (to < text.length() && "<>\"'=, /".indexOf(text.charAt(to)) < 0) {
        to++;
      }
      text.replace(from, to, ODDITIES.get(random.nextInt(ODDITIES.size())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("partNames")
  void spoiledParts(String name) throws IOException {
    Random random = new Random(name.hashCode());
    String rows =
        """
        <cols><col min="2" max="3" hidden="1"/></cols><sheetData>
        <row r="1" hidden="1"><c r="A1" t="s" s="3"><v>0</v></c><c r="B1" s="1"><v>0.5</v></c>
        <c r="C1" t="d"><v>2025-12-31</v></c></row><row><c t="inlineStr"><is><r><rPr><strike/></rPr>
        <t>甲</t></r></is></c><c t="str"><f>A1</f><v>x_x0041_</v></c><c s="2"><f t="shared" si="0" ref="D2:D3">SUM(A$1:B1)</f></c>
        <c><f t="array" ref="E2:E3">A1</f></c></row><row><c r="D3"><f t="shared" si="0"/></c></row></sheetData>
        <mergeCells><mergeCell ref="A3:C4"/></mergeCells>
        """;
    for (int i = 0; i < FILES / 2; i++) {
      Parts parts = Parts.sheet(rows);
      parts.part(name, withOddities(parts.text(name), random));
      check(parts.zip(), name + " " + i);
    }
  }

  static Stream<String> partNames() {
    return Stream.of(
        Parts.SHEET,
        Parts.WORKBOOK,
        Parts.STRINGS,
        Parts.STYLES,
        "_rels/.rels",
        "xl/_rels/workbook.xml.rels");
  }

  private void check(byte[] bytes, String which) throws IOException {
    Path file = Files.write(folder.resolve("a.xlsx"), bytes);
    SheetReader.Result result = SheetReader.read(file, "input/a.xlsx");
    assertThat(Shown.all(result))
        .as(which)
        .isEqualTo(Shown.all(SheetReader.readGenerally(file, "input/a.xlsx")));
    assertThat(Files.readAllBytes(file)).as(which).isEqualTo(bytes);
    if (result.workbook().isPresent()) {
      result.workbook().get().sheets().forEach(Shown::cells);
    } else {
      Problem problem = result.problem().orElseThrow();
      assertThat(problem.code()).as(which).isNotEqualTo(Code.WORKBOOK_TOO_SLOW);
      assertThat(Messages.line(problem, Lang.ZH)).as(which).doesNotContain("{");
      assertThat(Messages.line(problem, Lang.EN)).as(which).doesNotContain("{");
    }
  }
}
