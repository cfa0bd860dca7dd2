package peaceindex.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

class SheetReaderTest {
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path folder;

  private SheetReader.Result read(String name, byte[] bytes) throws IOException {
    return read(Files.write(folder.resolve(name), bytes), "input/" + name);
  }

  /** {@link SheetReaderGenerallyTest} reads another way. */
  SheetReader.Result read(Path file, String shown) {
    return SheetReader.read(file, shown);
  }

  private List<String> cells(String name, byte[] bytes) throws IOException {
    SheetReader.Result result = read(name, bytes);
    assertThat(result.problem().map(p -> Messages.text(p, Lang.EN))).isEmpty();
    return Shown.cells(result.workbook().orElseThrow().sheets().get(0));
  }

  /** The code of the problem and what was found, in English; empty if there is none. */
  private String problem(String name, byte[] bytes) throws IOException {
    SheetReader.Result result = read(name, bytes);
    result.problem().ifPresent(p -> assertThat(Messages.text(p, Lang.ZH)).doesNotContain("{"));
    return result
        .problem()
        .map(p -> p.code().id() + " " + english(p.arguments().get("found")))
        .orElse("");
  }

  private static String english(Object found) {
    return found instanceof Text text ? text.in(Lang.EN) : String.valueOf(found);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // What odd but honest .xlsx hold ------------------------------------------------------------

  static Stream<Arguments> oddWorkbooks() {
    return Stream.of(
        arguments(
            "numbers go on after a reference",
            "<c r='C3'><v>1</v></c><c><v>2</v></c>",
            "C3 1; D3 2"),
        arguments("a percentage", "<c s='1'><v>0.5</v></c>", "A1 0.5 PERCENT"),
        arguments("a quoted percent sign is a letter", "<c s='4'><v>94.3</v></c>", "A1 94.3"),
        arguments("a date", "<c s='2'><v>46022</v></c>", "A1 #2025-12-31"),
        arguments("an ISO date", "<c t='d'><v>2025-12-31</v></c>", "A1 #2025-12-31"),
        arguments("an ISO time of day", "<c t='d'><v>T12:00</v></c>", "A1 'T12:00"),
        arguments("a shared string", "<c t='s'><v> 1 </v></c>", "A1 '白马镇"),
        arguments("an inline string", "<c t='inlineStr'><is><t>甲</t></is></c>", "A1 '甲"),
        arguments(
            "rich text",
            "<c t='inlineStr'><is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></is></c>",
            "A1 '甲乙"),
        arguments(
            "phonetic text is left out",
            "<c t='inlineStr'><is><t>甲</t><rPh sb='0' eb='1'><t>jia</t></rPh></is></c>",
            "A1 '甲"),
        arguments(
            "a run with a font of its own is not struck by the cell's",
            "<c s='3' t='inlineStr'><is><r><t>旧</t></r><r><rPr/><t>新</t></r></is></c>",
            "A1 '新 PARTLY_STRUCK"),
        arguments(
            "struck out in all runs",
            "<c t='inlineStr'><is><r><rPr><strike/></rPr><t>甲</t></r></is></c>",
            "A1 '甲 STRUCK"),
        arguments(
            "a strike that is switched off",
            "<c t='inlineStr'><is><r><rPr><strike val='0'/></rPr><t>甲</t></r></is></c>",
            "A1 '甲"),
        arguments("a struck-out number", "<c s='3'><v>40</v></c>", "A1 40 STRUCK"),
        arguments(
            "an escaped character",
            "<c t='inlineStr'><is><t>甲_x0020_乙_x</t></is></c>",
            "A1 '甲 乙_x"),
        arguments("a formula with a text", "<c t='str'><f>A2</f><v>甲</v></c>", "A1 '甲 FORMULA"),
        arguments("a formula with an empty text", "<c t='str'><f>A2</f><v></v></c>", ""),
        arguments("a formula never calculated", "<c><f>A2</f></c>", "A1 NO_RESULT FORMULA"),
        arguments("an error", "<c t='e'><v>#N/A</v></c>", "A1 ERROR"),
        arguments("not a finite number", "<c><v>1e999</v></c>", "A1 ERROR"),
        arguments("formatting only", "<c s='3'/><c/>", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void oddWorkbooks(String what, String cells, String expected) throws IOException {
    assertThat(cells("a.xlsx", Parts.rows("<row>" + cells + "</row>").zip()))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split("; ")));
  }

  @Test
  void strictWorkbooksDifferInTheirNamespacesOnly() throws IOException {
    Parts parts = Parts.rows("<row><c t='s'><v>0</v></c></row>");
    parts.part(
        "_rels/.rels",
        parts
            .text("_rels/.rels")
            .replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml"));
    parts.part(
        Parts.SHEET,
        parts
            .text(Parts.SHEET)
            .replace("<worksheet", "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/main'")
            .replace("</worksheet", "</x:worksheet")
            .replaceAll("<(/?)(sheetData|row|c|v)\\b", "<$1x:$2"));
    assertThat(cells("a.xlsx", parts.zip())).containsExactly("A1 '青石镇");
  }

  @ParameterizedTest(name = "{index}: {0}{1}")
  @CsvSource({
    "<workbookPr date1904='1'/>, '', A1 #2029-12-31 FORMULA",
    "'', <calcPr calcId='1'/>, A1 #2025-12-30 FORMULA",
    "'', <calcPr fullCalcOnLoad='1'/>, A1 #2025-12-31 FORMULA RECALCULATED",
    "'', <calcPr calcCompleted='0'/>, A1 #2025-12-31 FORMULA RECALCULATED",
  })
  void theWorkbooksOwnSettings(String before, String after, String expected) throws IOException {
    Parts parts = Parts.rows("<row><c s='2'><f>46000+22</f><v>46021</v></c></row>");
    String workbook = parts.text(Parts.WORKBOOK);
    parts.part(
        Parts.WORKBOOK,
        workbook
            .replace("<sheets>", before + "<sheets>")
            .replace("</sheets>", "</sheets>" + after));
    var read = read("a.xlsx", parts.zip()).workbook().orElseThrow();
    assertThat(Shown.cells(read.sheets().get(0))).containsExactly(expected);
  }

  @Test
  void hiddenSheetsAreNamedOnly() throws IOException {
    Parts parts = Parts.rows("<row><c><v>1</v></c></row>");
    parts.part(
        Parts.WORKBOOK,
        parts
            .text(Parts.WORKBOOK)
            .replace("<sheets>", "<sheets><sheet name='旧' state='veryHidden' r:id='rId1'/>"));
    var workbook = read("a.xlsx", parts.zip()).workbook().orElseThrow();
    assertThat(workbook.hidden()).containsExactly("旧");
    assertThat(workbook.sheets()).hasSize(1);
  }

  // What is refused ---------------------------------------------------------------------------

  private static Parts figures() {
    return Parts.rows("<row><c t='s'><v>0</v></c><c s='1'><v>0.5</v></c></row>");
  }

  static Stream<Arguments> lostAndStrangeParts() {
    String rels = "xl/_rels/workbook.xml.rels";
    return Stream.of(
        arguments("no workbook", figures().without(Parts.WORKBOOK), "P102 a part"),
        arguments("no sheet", figures().without(Parts.SHEET), "P102 the content of sheet \"表1\""),
        arguments("no relations", figures().without(rels), "P102 the content of sheet \"表1\""),
        arguments("no relations of the file", figures().without("_rels/.rels"), "P102 a part"),
        arguments("no strings", figures().without(Parts.STRINGS), "P102 a part"),
        arguments("fewer strings", figures().part(Parts.STRINGS, "<sst/>"), "P102 texts"),
        arguments("no formats", figures().without(Parts.STYLES), "P102 formats"),
        arguments("fewer formats", figures().part(Parts.STYLES, "<styleSheet/>"), "P102 formats"),
        arguments(
            "half a sheet",
            figures().part(Parts.SHEET, "<worksheet><sheetData>"),
            "P102 faulty content: XMLStreamException"),
        arguments(
            "letters for a number",
            Parts.rows("<row><c><v>x</v></c></row>"),
            "P102 faulty content: NumberFormatException"),
        arguments(
            "a sheet elsewhere",
            figures()
                .part(
                    rels,
                    "<Relationships><Relationship Id='rId1' Type='x/worksheet' TargetMode='External' "
                        + "Target='http://127.0.0.1/a.xml'/></Relationships>"),
            "P102 the content of sheet"),
        arguments(
            "a document type",
            figures().part(Parts.SHEET, "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet>&a;</worksheet>"),
            "P114 a document type"),
        arguments(
            "a file elsewhere as entity",
            figures()
                .part(
                    Parts.STRINGS,
                    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                        + "<sst><si><t>&a;</t></si></sst>"),
            "P114 a document type"),
        arguments(
            "deep nesting", Parts.sheet("<a>".repeat(300) + "</a>".repeat(300)), "P114 nested"),
        arguments("a path upwards", figures().part("../x.xml", ""), "P114 a file inside has a"),
        arguments("an absolute path", figures().part("/x.xml", ""), "P114 a file inside has a"),
        arguments("a drive", figures().part("C:x.xml", ""), "P114 a file inside has a"),
        arguments("a backslash", figures().part("xl\\x.xml", ""), "P114 a file inside has a"),
        arguments("one name twice", figures().part("XL/Workbook.xml", ""), "P114 two files"),
        arguments(
            "a giant text",
            Parts.rows(
                "<row><c t='inlineStr'><is><t>" + "x".repeat(32_768) + "</t></is></c></row>"),
            "P104 32768 characters"),
        arguments(
            "a row below the last",
            Parts.rows("<row r='1048577'><c><v>1</v></c></row>"),
            "P104 1048577 rows"),
        arguments(
            "a column right of the last",
            Parts.rows("<row><c r='XFE1'><v>1</v></c></row>"),
            "P104 16385 columns"),
        arguments(
            "a binary workbook",
            figures()
                .part(
                    "_rels/.rels",
                    figures().text("_rels/.rels").replace("workbook.xml", "workbook.bin")),
            "P101 an Excel binary workbook"),
        arguments(
            "a Word document",
            figures().part(Parts.WORKBOOK, "<document/>"),
            "P112 a Word document"),
        arguments(
            "a presentation",
            figures().part(Parts.WORKBOOK, "<presentation/>"),
            "P112 a presentation"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void lostAndStrangeParts(String what, Parts parts, String expected) throws IOException {
    assertThat(problem("a.xlsx", parts.zip())).startsWith(expected);
  }

  static Stream<Arguments> otherContents() {
    byte[] whole = figures().zip();
    return Stream.of(
        arguments("zero bytes", new byte[0], "P101 an empty file"),
        arguments("cut off", Arrays.copyOf(whole, whole.length - 40), "P102 incomplete"),
        arguments("the beginning only", Arrays.copyOf(whole, 20), "P102 incomplete"),
        arguments("a picture", bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10), "P112 a picture"),
        arguments("a photograph", bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 16), "P112 a picture"),
        arguments("a telephone's photograph", utf8("\0\0\0\030ftypheic"), "P112 a picture"),
        arguments("a PDF", utf8("%PDF-1.7 ..."), "P112 a PDF"),
        arguments("an archive", utf8("Rar!\u0007\u0001"), "P112 an archive"),
        arguments("a zip", zipOfEmptyFiles("a.txt"), "P112 an archive"),
        arguments(
            "OpenDocument", zipOfEmptyFiles("mimetype", "content.xml"), "P101 an OpenDocument"),
        arguments("Excel 4", bytes(0x09, 0x04, 6, 0, 0, 0, 0x10, 0), "P101 Excel 95"),
        arguments("noise", bytes(1, 2, 3, 0xFF, 0xFE, 0x81), "P101 an unknown format"),
        arguments("an unknown encoding", bytes('a', ',', 0xFF, 0xFF, '\n'), "P101 text in an"),
        arguments("text", utf8("甲乙丙丁\n你好"), "P101 text without columns"),
        arguments("a web page", utf8("<html><body>x</body></html>"), "P101 a web page"),
        arguments("XML", utf8("<?xml version='1.0'?><a/>"), "P101 XML"),
        arguments(
            "an open quote", utf8("a,b\n1,\"2\n3,4\n5,6"), "P102 the quotation mark in line 2"),
        arguments(
            "a document type in an XML spreadsheet",
            utf8(
                "<?xml version='1.0'?><!DOCTYPE Workbook><Workbook "
                    + "xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"),
            "P114 a document"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void otherContents(String what, byte[] bytes, String expected) throws IOException {
    assertThat(problem("a.xlsx", bytes)).startsWith(expected);
    assertThat(read("b.xls", bytes).workbook()).isEmpty();
  }

  private static byte[] zipOfEmptyFiles(String... names) {
    Parts parts = Parts.none();
    for (String name : names) {
      parts.part(name, "");
    }
    return parts.zip();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  // Passwords ---------------------------------------------------------------------------------

  @ParameterizedTest(name = "{0} under {1}")
  @CsvSource({
    "a.xlsx, VelvetSweatshop, ''",
    "a.xlsx, secret, P103 null",
    "a.xls, VelvetSweatshop, ''",
    "a.xls, secret, P103 null",
  })
  void excelsOwnPasswordOpensSilently(String name, String password, String expected)
      throws Exception {
    byte[] bytes = name.endsWith("x") ? encrypted(figures().zip(), password) : old(password);
    assertThat(problem(name, bytes)).isEqualTo(expected);
  }

  private static byte[] encrypted(byte[] workbook, String password) throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream out = encryptor.getDataStream(container)) {
        out.write(workbook);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  /** The library's own parser would write to the console, where only problems belong. */
  @ParameterizedTest
  @ValueSource(ints = {0, 8, 20, 300, -1})
  void aDamagedEncryptionIsRefusedInSilence(int spoiltByte) throws Exception {
    byte[] bytes = encrypted(figures().zip(), "VelvetSweatshop");
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      byte[] info =
          container.createDocumentInputStream(EncryptionInfo.ENCRYPTION_INFO_ENTRY).readAllBytes();
      if (spoiltByte < 0) {
        info = Arrays.copyOf(info, 12);
      } else {
        info[spoiltByte] = (byte) (spoiltByte == 0 ? 9 : 0);
      }
      container.getRoot().getEntry(EncryptionInfo.ENCRYPTION_INFO_ENTRY).delete();
      container.createDocument(
          new ByteArrayInputStream(info), EncryptionInfo.ENCRYPTION_INFO_ENTRY);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      container.writeFilesystem(out);
      bytes = out.toByteArray();
    }
    assertThat(isRefusedInSilence(bytes)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {Parts.SHEET, Parts.WORKBOOK, "_rels/.rels"})
  void aWrongByteInXmlIsRefusedInSilence(String part) throws IOException {
    Parts parts = Parts.rows("<row><c><v>1</v></c></row>");
    byte[] xml = parts.text(part).getBytes(StandardCharsets.UTF_8);
    xml[xml.length / 2] = (byte) 0xFF;
    assertThat(isRefusedInSilence(parts.part(part, xml).zip())).isTrue();
  }

  private boolean isRefusedInSilence(byte[] bytes) throws IOException {
    PrintStream console = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      return read("a.xlsx", bytes).workbook().isEmpty() && written.size() == 0;
    } finally {
      System.setErr(console);
    }
  }

  private static byte[] old(String password) throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword(password);
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("表1").createRow(0).createCell(0).setCellValue(40);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  // Old workbooks -----------------------------------------------------------------------------

  @Test
  void anOldWorkbookMayAskToBeCalculatedAnewAndHideSheets() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("表1").createRow(0).createCell(0).setCellFormula("1+2");
      workbook.createSheet("旧");
      workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
      workbook.setForceFormulaRecalculation(true);
      var read = read("a.xls", written(workbook)).workbook().orElseThrow();
      assertThat(Shown.cells(read.sheets().get(0))).containsExactly("A1 3 FORMULA RECALCULATED");
      assertThat(read.hidden()).containsExactly("旧");
      assertThat(read.sheets()).hasSize(1);
    }
  }

  @Test
  void formulasOfTextInOldWorkbooks() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      var row = workbook.createSheet("表1").createRow(0);
      row.createCell(0).setCellFormula("\"青石\"&\"镇\"");
      row.createCell(1).setCellFormula("1/0");
      row.createCell(2).setCellFormula("1=1");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      assertThat(cells("a.xls", written(workbook)))
          .containsExactly("A1 '青石镇 FORMULA", "B1 ERROR FORMULA", "C1 BOOLEAN FORMULA");
    }
  }

  private static byte[] written(Workbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return out.toByteArray();
  }

  @Test
  void excel95IsRefused() throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      byte[] start = bytes(0x09, 0x08, 8, 0, 0x00, 0x05, 5, 0, 0, 0, 0, 0, 10, 0, 0, 0);
      container.createDocument(new ByteArrayInputStream(start), "Book");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      container.writeFilesystem(out);
      assertThat(problem("a.xls", out.toByteArray())).startsWith("P101 Excel 95");
    }
  }

  @Test
  void aCutOffOldWorkbookIsRefused() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("表1").createRow(0).createCell(0).setCellValue(1);
      byte[] whole = written(workbook);
      assertThat(problem("a.xls", Arrays.copyOf(whole, whole.length / 2))).startsWith("P102");
    }
  }

  // Names that mislead ------------------------------------------------------------------------

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a.xlsx, ''",
    "a.XLSM, ''",
    "a, ''",
    "a.xls, P111 .xls",
    "a.csv, P111 .csv",
    "张三.电话 不明, P111 unknown"
  })
  void aNameThatSaysSomethingElseIsAWarning(String name, String expected) throws IOException {
    assertThat(problem(name, figures().zip())).isEqualTo(expected);
    assertThat(read(name, figures().zip()).workbook()).isPresent();
  }

  // Text in columns ---------------------------------------------------------------------------

  static Stream<Charset> encodings() {
    return Stream.of(
        StandardCharsets.UTF_8,
        GBK,
        Charset.forName("GB18030"),
        StandardCharsets.UTF_16LE,
        StandardCharsets.UTF_16BE);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void textInAnyEncodingWithAndWithoutMark(Charset charset) throws IOException {
    String text = "单位,受理数\r\n青石镇,40\r\n";
    List<String> expected = List.of("A1 '单位", "B1 '受理数", "A2 '青石镇", "B2 40");
    assertThat(cells("a.csv", text.getBytes(charset))).isEqualTo(expected);
    if (!charset.equals(GBK)) {
      assertThat(cells("a.csv", ("\uFEFF" + text).getBytes(charset))).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "单位,数/青石镇,40                | A1 '单位; B1 '数; A2 '青石镇; B2 40",
        "单位;数/青石镇;40                | A1 '单位; B1 '数; A2 '青石镇; B2 40",
        "单位~数/青石镇~40                | A1 '单位; B1 '数; A2 '青石镇; B2 40",
        "单位，数/青石镇，40              | A1 '单位; B1 '数; A2 '青石镇; B2 40",
        "甲，乙/丙，丁，戊                | P101",
        "标题，甲/单位,数/青石镇,40       | A1 '标题，甲; A2 '单位; B2 '数; A3 '青石镇; B3 40",
        "a,b;c/1,2;3/4,5;6,7              | A1 'a,b; B1 'c; A2 '1,2; B2 3; A3 '4,5; B3 '6,7",
        "\"a,b\",c/\"甲/乙\",\"d\"\"e\"   | A1 'a,b; B1 'c; A2 '甲 乙; B2 'd\"e",
        "sep=;/a;b,c                      | A1 'a; B1 'b,c",
        "a,,b/,,                          | A1 'a; C1 'b",
        "x,=\"007\"                       | A1 'x; B1 '007",
      })
  void separators(String text, String expected) throws IOException {
    byte[] bytes = utf8(text.strip().replace('/', '\n').replace('~', '\t'));
    if (expected.startsWith("P")) {
      assertThat(problem("a.csv", bytes)).startsWith(expected);
    } else {
      assertThat(String.join("; ", cells("a.csv", bytes)).replace('\n', ' ')).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12 | 12",
        "-3.5 | -3.5",
        "+4 | 4",
        ".5 | 0.5",
        "0 | 0",
        "98.6% | 0.986 PERCENT",
        "0.07% | 7.0E-4 PERCENT",
        "330102001000 | 330102001000",
        "007 | '007",
        "1e3 | '1e3",
        "1,234 | '1,234",
        "12.5‰ | '12.5‰",
        "１２ | '１２",
        "330102199001011234 | '330102199001011234",
        "2025-12-31 | '2025-12-31",
        "TRUE | 'TRUE",
        "12. | '12.",
        "无 | '无",
      })
  void aFieldIsANumberOnlyIfItLosesNothing(String field, String expected) throws IOException {
    assertThat(cells("a.tsv", utf8("x\t" + field))).containsExactly("A1 'x", "B1 " + expected);
    assertThat(cells("a.html", utf8("<table><tr><td>" + field + "</table>")))
        .containsExactly("A1 " + expected);
  }

  // Web pages ---------------------------------------------------------------------------------

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<td rowspan=2>a<td>1<tr><td>2 | A1 'a merged to A2; B1 1; B2 2",
        "<td colspan=2>a<td>1<tr><td>2<td>3<td>4 | A1 'a merged to B1; C1 1; A2 2; B2 3; C2 4",
        "<td>a<br>b | A1 'a b",
        "<td> a&nbsp; <b>b</b> | A1 'a\u00a0 b",
        "<td x:num=0.98765>98.8% | A1 0.98765 PERCENT",
        "<td x:str>12 | A1 '12",
        "<td style='mso-number-format:\"\\@\"'>12 | A1 '12",
        "<td><span style='text-decoration: line-through'>40</span> 41 | A1 41 PARTLY_STRUCK",
        "<td>a</table><table><tr><td>b | A1 'a; A3 'b",
        "<td><table><tr><td>a</table> | A1 'a",
        "<td colspan=99999999999>a | A1 'a",
        "<td><script>x</script>a<!-- b --> | A1 'a",
      })
  void webPages(String row, String expected) throws IOException {
    String page = "<html><body><table><tr>" + row + "</table></body></html>";
    assertThat(String.join("; ", cells("a.htm", utf8(page))).replace('\n', ' '))
        .isEqualTo(expected);
  }

  @Test
  void aWebPageUnderTheNameOfAWorkbookInGbk() throws IOException {
    String page = "<html><meta charset=gb2312><table><tr><td>青石镇<td>40</table></html>";
    SheetReader.Result result = read("表1.xls", page.getBytes(GBK));
    assertThat(result.problem().map(p -> Messages.line(p, Lang.ZH)))
        .contains(
            "input/表1.xls: 警告 P111: 扩展名与内容不符（扩展名 .xls，实际是网页），"
                + "已照此使用。请用 Excel 或 WPS 打开后另存为 .xlsx");
    Cells cells = result.workbook().orElseThrow().sheets().get(0);
    assertThat(Shown.cells(cells)).containsExactly("A1 '青石镇", "B1 40");
    assertThat(cells.sheet()).isEqualTo("表1");
  }

  // XML spreadsheets --------------------------------------------------------------------------

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<Row ss:Index='3'><Cell ss:Index='2'>%n</Cell><Cell>%n</Cell></Row> | B3 1; C3 1",
        "<Row><Cell ss:MergeDown='1'>%n</Cell></Row><Row><Cell ss:Index='2'>%n</Cell></Row>"
            + " | A1 1 merged to A2; B2 1",
        "<Row><Cell ss:MergeAcross='1'>%n</Cell><Cell>%n</Cell></Row> | A1 1 merged to B1; C1 1",
        "<Row ss:Span='2'/><Row><Cell>%n</Cell></Row> | A4 1",
        "<Row ss:StyleID='p'><Cell>%n</Cell></Row> | A1 1 PERCENT",
        "<Column ss:StyleID='p'/><Row><Cell>%n</Cell></Row> | A1 1 PERCENT",
        "<Row><Cell ss:StyleID='d'>%n</Cell></Row> | A1 #1900-01-01",
        "<Row><Cell ss:Formula='=1'/></Row> | A1 NO_RESULT FORMULA",
        "<Row><Cell ss:StyleID='lost'>%n</Cell></Row> | P102 formats",
      })
  void xmlSpreadsheets(String rows, String expected) throws IOException {
    String text =
        """
        <?xml version="1.0" encoding="GBK"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
          <Styles>
            <Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>
            <Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>
          </Styles>
          <Worksheet ss:Name="旧"><Table/><WorksheetOptions><Visible>SheetHidden</Visible>
            </WorksheetOptions></Worksheet>
          <Worksheet ss:Name="表1"><Table>ROWS</Table></Worksheet>
        </Workbook>
        """
            .replace("ROWS", rows.replace("%n", "<Data ss:Type='Number'>1</Data>"));
    byte[] bytes = text.getBytes(GBK);
    if (expected.startsWith("P")) {
      assertThat(problem("a.xml", bytes)).startsWith(expected);
      return;
    }
    assertThat(String.join("; ", cells("a.xml", bytes))).isEqualTo(expected);
    assertThat(read("a.xml", bytes).workbook().orElseThrow().hidden()).containsExactly("旧");
  }
}
