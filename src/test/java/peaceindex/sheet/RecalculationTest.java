package peaceindex.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.LittleEndian;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Formulas without a result, or with one that may be stale, in this workbook:
 *
 * <pre>
 *      A       B          D              隐 (hidden) A     二月 A
 * 1    10      甲         the formula    7                100
 * 2    20      乙                        =A1*2
 * 3    30      甲
 * 4            '12
 * 5    =A1+A2  ' (a blank)
 * 6    46 struck out
 * 7    TRUE
 * 8    #DIV/0!
 * 9    =TODAY()
 * </pre>
 */
class RecalculationTest {
  @TempDir Path folder;

  /** In which file, and why the formula is calculated at all. */
  private enum Case {
    NO_RESULTS(new XSSFWorkbook(), false),
    ASKS_FOR_IT(new XSSFWorkbook(), true),
    OLD_ASKS_FOR_IT(new HSSFWorkbook(), true);

    final Class<? extends Workbook> kind;
    final boolean asks;

    Case(Workbook kind, boolean asks) {
      this.kind = kind.getClass();
      this.asks = asks;
    }

    Workbook open() {
      return kind == HSSFWorkbook.class ? new HSSFWorkbook() : new XSSFWorkbook();
    }
  }

  private static void fill(Workbook workbook) {
    Sheet sheet = workbook.createSheet("表1");
    Sheet hidden = workbook.createSheet("隐");
    workbook.setSheetHidden(1, true);
    Sheet other = workbook.createSheet("二月");
    set(sheet, "A1", 10);
    set(sheet, "A2", 20);
    set(sheet, "A3", 30);
    set(sheet, "B1", "甲");
    set(sheet, "B2", "乙");
    set(sheet, "B3", "甲");
    set(sheet, "B4", "12");
    set(sheet, "B5", " ");
    cell(sheet, "A5").setCellFormula("A1+A2");
    set(sheet, "A6", 46);
    Font font = workbook.createFont();
    font.setStrikeout(true);
    CellStyle struck = workbook.createCellStyle();
    struck.setFont(font);
    cell(sheet, "A6").setCellStyle(struck);
    cell(sheet, "A7").setCellValue(true);
    cell(sheet, "A8").setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode());
    cell(sheet, "A9").setCellFormula("TODAY()");
    set(hidden, "A1", 7);
    cell(hidden, "A2").setCellFormula("A1*2");
    set(other, "A1", 100);
  }

  private static Cell cell(Sheet sheet, String address) {
    CellReference at = new CellReference(address);
    var row = sheet.getRow(at.getRow());
    row = row == null ? sheet.createRow(at.getRow()) : row;
    var cell = row.getCell(at.getCol());
    return cell == null ? row.createCell(at.getCol()) : cell;
  }

  private static void set(Sheet sheet, String address, Object value) {
    if (value instanceof Number number) {
      cell(sheet, address).setCellValue(number.doubleValue());
    } else {
      cell(sheet, address).setCellValue((String) value);
    }
  }

  private List<Cells> read(Workbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    workbook.close();
    return read(out.toByteArray());
  }

  private List<Cells> read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.xlsx"), bytes);
    var workbook = SheetReader.read(file, "a.xlsx").workbook().orElseThrow();
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    return workbook.sheets();
  }

  private static String at(Cells cells, String address) {
    return Shown.cells(cells).stream()
        .filter(line -> line.startsWith(address + " "))
        .map(line -> line.substring(address.length() + 1))
        .findFirst()
        .orElse("");
  }

  private static final String NONE = "NO_RESULT FORMULA";

  @ParameterizedTest(name = "={0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # formula                           | its result; NONE where there is none
          1+2                                 | 3
          A1+A2                               | 30
          A1*A2/4-1                           | 49
          -A1%                                | -0.1
          2^10                                | 1024
          (A1+A2)*2                           | 60
          SUM(A1:A3)                          | 60
          SUM(A1,A3,5)                        | 45
          SUM(A:A)                            | NONE
          SUM(B:B)                            | 0
          AVERAGE(A1:A3)                      | 20
          MAX(A1:A3)-MIN(A1:A3)               | 20
          COUNT(A1:B4)                        | 3
          COUNTA(B1:B4)                       | 4
          PRODUCT(A1:A2)                      | 200
          MEDIAN(A1:A3)                       | 20
          SUMPRODUCT(A1:A3,A1:A3)             | 1400
          SUMIF(B1:B3,"甲",A1:A3)             | 40
          COUNTIF(B1:B3,"甲")                 | 2
          COUNTIF(A1:A3,">=20")               | 2
          COUNTIF(B1:B3,"*"&"甲*")            | 2
          COUNTIF(B1:B3,"*甲*甲*")            | NONE
          ROUND(A1/A3*100,2)                  | 33.33
          ROUND(1.005,2)                      | 1.01
          ROUND(-2.5,0)                       | -3
          ROUNDUP(0.11,1)                     | 0.2
          ROUNDDOWN(0.19,1)                   | 0.1
          INT(-0.5)                           | -1
          MOD(-3,2)                           | 1
          ABS(-3)                             | 3
          SQRT(A1*A1)                         | 10
          IF(A1>5,A2,A3)                      | 20
          IF(A1>50,A2)                        | BOOLEAN
          IF(A1=0,0,ROUND(A2/A1*100,1))       | 200
          IF(ISERROR(A1/0),0,1)               | 0
          AND(A1>5,A2>5)                      | BOOLEAN
          RANK(A2,A1:A3)                      | 2
          LARGE(A1:A3,1)                      | 30
          VLOOKUP("乙",B1:B3,1,FALSE)         | '乙
          INDEX(A1:A3,2)                      | 20
          INDEX(A1:A3,MATCH("乙",B1:B3,0))    | 20
          LEFT(B1,1)&LEN(B2)                  | '甲1
          B4+1                                | 13
          A1&"起"                             | '10起
          A5*2                                | 60
          1/0                                 | ERROR
          A1/A4                               | ERROR
          A8+1                                | ERROR
          B1+1                                | ERROR
          B5+1                                | ERROR
          # other sheets, hidden ones too
          二月!A1+1                           | 101
          SUM(二月!A1:A9)                     | 100
          隐!A1                               | 7
          隐!A2+1                             | 15
          # blank is nought in a sum, but no figure
          A1+A4                               | 10
          SUM(A4,C1)                          | 0
          A4                                  | NONE
          (A4)                                | NONE
          二月!A9                             | NONE
          IF(A1>5,A4,1)                       | NONE
          IF(A1>50,A4,0)                      | 0
          INDEX(A1:A4,4)                      | NONE
          # what was withdrawn, is no number or has no result
          A6                                  | NONE
          SUM(A1:A6)                          | NONE
          A7+1                                | NONE
          A9-1                                | NONE
          # depends on the day, on chance, on the machine, on other places or files
          TODAY()                             | NONE
          NOW()-NOW()                         | NONE
          RAND()                              | NONE
          INDIRECT("A1")                      | NONE
          OFFSET(A1,1,0)                      | NONE
          CELL("row",A1)                      | NONE
          INFO("osversion")                   | NONE
          HYPERLINK("http://localhost","1")   | NONE
          1+IF(A1>5,TODAY(),1)                | NONE
          # not certain
          SUM(A1:A3*2)                        | NONE
          SUMPRODUCT((B1:B3="甲")*A1:A3)      | NONE
          SUMPRODUCT(A1:A3*A1:A3)             | NONE
          A1:A3*2                             | NONE
          A1:A3                               | NONE
          ROUND(A1:A3,0)                      | NONE
          COUNTIF(B1:B3,B1:B2)                | NONE
          SUM({1,2})                          | NONE
          SUM((A1,A3))                        | NONE
          SUBTOTAL(9,A1:A3)                   | NONE
          TEXT(A1,"0")                        | NONE
          MYMACRO(1)                          | NONE
          D1                                  | NONE
          D1+1                                | NONE
          SUM(D:D)                            | NONE
          """)
  void formulas(String formula, String expected) throws IOException {
    for (Case kind : Case.values()) {
      Workbook workbook = kind.open();
      fill(workbook);
      Cell cell = cell(workbook.getSheetAt(0), "D1");
      if (formula.startsWith("MYMACRO") && kind == Case.OLD_ASKS_FOR_IT) {
        continue;
      }
      cell.setCellFormula(formula);
      if (kind.asks) {
        cell.setCellValue(999);
        workbook.setForceFormulaRecalculation(true);
      }
      assertThat(at(read(workbook).get(0), "D1"))
          .as("%s", kind)
          .isEqualTo(expected.equals("NONE") ? NONE : expected + " FORMULA RECALCULATED");
    }
  }

  /** The old format calls these by another way, and they stay without a result there. */
  @ParameterizedTest(name = "={0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SUMIFS(A1:A3,B1:B3,"甲",A1:A3,">10") | 30
          COUNTIFS(B1:B3,"甲",A1:A3,">10")     | 1
          AVERAGEIF(B1:B3,"甲",A1:A3)          | 20
          IFERROR(A1/0,5)                      | 5
          IFERROR(A1/A4,0)                     | 0
          ROUND(IFERROR(A1/A2,0)*100,1)        | 50
          sumifs(A:A,B:B,"乙")                 | NONE
          SUMIFS(A1:A3,B1:B3,B1:B2)            | NONE
          WEBSERVICE("http://localhost")       | NONE
          XLOOKUP(A1,A1:A3,A1:A3)              | NONE
          RANDBETWEEN(1,2)                     | NONE
          [1]表1!A1                            | NONE
          '[其他.xlsx]表1'!A1+1                | NONE
          表1:二月!A1                          | NONE
          SUM(表1:二月!A1)                     | NONE
          没有!A1                              | NONE
          #REF!+1                              | NONE
          某名                                 | NONE
          表[列]                               | NONE
          1+                                   | NONE
          A1 A2                                | NONE
          A1048576+1                           | 1
          A1048577                             | NONE
          XFE1                                 | NONE
          """)
  void asTheyAreWritten(String formula, String expected) throws IOException {
    assertThat(at(read(byHand(formula)).get(0), "D1"))
        .isEqualTo(expected.equals("NONE") ? NONE : expected + " FORMULA RECALCULATED");
  }

  private static byte[] byHand(String formula) {
    String escaped = formula.replace("&", "&amp;").replace("<", "&lt;");
    Parts parts =
        Parts.rows(
            """
            <row><c><v>10</v></c><c t='inlineStr'><is><t>甲</t></is></c>
              <c r='D1'><f>%s</f></c></row>
            <row><c><v>20</v></c><c t='inlineStr'><is><t>乙</t></is></c></row>
            <row><c><v>30</v></c><c t='inlineStr'><is><t>甲</t></is></c></row>
            <row r='9'><c><f>TODAY()</f></c></row>
            """
                .formatted(escaped));
    String workbook = parts.text(Parts.WORKBOOK);
    return parts
        .part(
            Parts.WORKBOOK,
            workbook.replace("</sheets>", "<sheet name='二月' sheetId='2' r:id='rId1'/></sheets>"))
        .zip();
  }

  @ParameterizedTest
  @EnumSource
  void theFormatStays(Case kind) throws IOException {
    Workbook workbook = kind.open();
    Sheet sheet = workbook.createSheet("表1");
    String[] formats = {"0.0%", "yyyy-mm-dd", "0.0\"%\""};
    for (int row = 0; row < formats.length; row++) {
      Cell cell = cell(sheet, "A" + (row + 1));
      cell.setCellFormula(row == 1 ? "46000+21" : "0.5+0.25");
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat(formats[row]));
      cell.setCellStyle(style);
    }
    workbook.setForceFormulaRecalculation(kind.asks);
    assertThat(Shown.cells(read(workbook).get(0)))
        .containsExactly(
            "A1 0.75 PERCENT FORMULA RECALCULATED",
            "A2 #2025-12-30 FORMULA RECALCULATED",
            "A3 0.75 FORMULA RECALCULATED");
  }

  @Test
  void storedResultsAreTakenWhereOthersAreMissing() throws IOException {
    assertThat(
            Shown.cells(
                read(Parts.rows(
                            """
                                <row><c><f>1+2</f><v>40</v></c><c><f>A1*2</f></c>
                                <c t='str'><f>""</f><v></v></c><c><f>C1&amp;"x"</f></c>
                                <c><f>C1+1</f></c></row>
                                """)
                        .zip())
                    .get(0)))
        .containsExactly(
            "A1 40 FORMULA",
            "B1 80 FORMULA RECALCULATED",
            "D1 'x FORMULA RECALCULATED",
            "E1 ERROR FORMULA RECALCULATED");
  }

  @Test
  void sharedFormulasMoveWithTheirCells() throws IOException {
    assertThat(
            Shown.cells(
                read(Parts.rows(
                            """
                                <row><c><v>1</v></c><c><f t='shared' si='0' ref='B1:B3'>A1*2+$A$1+SUM(A$1:A1)</f></c>
                                  <c><f t='shared' si='9'/></c></row>
                                <row><c><v>2</v></c><c><f t='shared' si='0'/></c></row>
                                <row><c><v>3</v></c><c><f t='shared' si='0'/></c></row>
                                """)
                        .zip())
                    .get(0)))
        .containsExactly(
            "A1 1",
            "B1 4 FORMULA RECALCULATED",
            "C1 NO_RESULT FORMULA",
            "A2 2",
            "B2 8 FORMULA RECALCULATED",
            "A3 3",
            "B3 13 FORMULA RECALCULATED");
  }

  @Test
  void whatOneFormulaFillsIsNotCalculated() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("表1");
      set(sheet, "A1", 1);
      set(sheet, "A2", 2);
      sheet.setArrayFormula("A1:A2*2", CellRangeAddress.valueOf("B1:B2"));
      cell(sheet, "C1").setCellFormula("SUM(B2:B2)");
      cell(sheet, "C2").setCellFormula("SUM(A1:A2)");
      assertThat(Shown.cells(read(workbook).get(0)))
          .containsExactly(
              "A1 1",
              "B1 NO_RESULT FORMULA",
              "C1 NO_RESULT FORMULA",
              "A2 2",
              "C2 3 FORMULA RECALCULATED");
    }
  }

  /** As Excel and LibreOffice write them: the cells point to the first, behind which it stands. */
  @Test
  void theSharedFormulasOfAnOldWorkbook() throws IOException {
    byte[] stream;
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("表1");
      for (int row = 1; row <= 3; row++) {
        set(sheet, "A" + row, row);
        cell(sheet, "B" + row).setCellFormula("A" + row + "*2");
      }
      workbook.setForceFormulaRecalculation(true);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(out.toByteArray()));
          InputStream in = file.createDocumentInputStream("Workbook")) {
        stream = in.readAllBytes();
      }
    }
    ByteArrayOutputStream shared = new ByteArrayOutputStream();
    boolean first = true;
    for (int at = 0; at < stream.length; ) {
      int id = LittleEndian.getUShort(stream, at);
      int length = LittleEndian.getUShort(stream, at + 2);
      if (id == FormulaRecord.sid) {
        // The head of the record, and then as its formula: see B1.
        shared.write(HexFormat.of().parseHex("06001B00"));
        shared.write(stream, at + 4, 20);
        shared.write(HexFormat.of().parseHex("0500" + "0100000100"));
        if (first) {
          // B1:B3, used three times: the cell to the left, 2, times.
          shared.write(HexFormat.of().parseHex("BC041300"));
          shared.write(HexFormat.of().parseHex("00000200" + "0101" + "0003" + "0900"));
          shared.write(HexFormat.of().parseHex("4C0000FFC0" + "1E0200" + "05"));
        }
        first = false;
      } else {
        shared.write(stream, at, 4 + length);
      }
      at += 4 + length;
    }
    var read = XlsReader.read(new ByteArrayInputStream(shared.toByteArray()), "a.xls");
    assertThat(Shown.cells(read.sheets().get(0)))
        .containsExactly(
            "A1 1",
            "B1 2 FORMULA RECALCULATED",
            "A2 2",
            "B2 4 FORMULA RECALCULATED",
            "A3 3",
            "B3 6 FORMULA RECALCULATED");
  }

  @Test
  void circlesHaveNoResultNorHasWhatHangsOnThem() throws IOException {
    assertThat(
            Shown.cells(
                read(Parts.rows(
                            """
                                <row><c><f>B1+1</f></c><c><f>C1+1</f></c><c><f>A1+1</f></c>
                                  <c><f>SUM(A1:C1)</f></c><c><f>1+1</f></c><c><f>E1+D1</f></c>
                                  <c><f>E1*E1</f></c></row>
                                """)
                        .zip())
                    .get(0)))
        .containsExactly(
            "A1 NO_RESULT FORMULA",
            "B1 NO_RESULT FORMULA",
            "C1 NO_RESULT FORMULA",
            "D1 NO_RESULT FORMULA",
            "E1 2 FORMULA RECALCULATED",
            "F1 NO_RESULT FORMULA",
            "G1 4 FORMULA RECALCULATED");
  }

  /** Upwards and downwards, so that whichever end is begun with, one chain is long. */
  @Test
  @Timeout(30)
  void chainsMayBeAsLongAsTheSheet() throws IOException {
    int rows = 20_000;
    StringBuilder text = new StringBuilder();
    for (int row = 1; row <= rows; row++) {
      text.append("<row><c><f>").append(row == 1 ? "1" : "A" + (row - 1) + "+1").append("</f></c>");
      text.append("<c><f>").append(row == rows ? "1" : "B" + (row + 1) + "+1");
      text.append("</f></c></row>");
    }
    Cells cells = read(Parts.rows(text.toString()).zip()).get(0);
    assertThat(at(cells, "A" + rows)).isEqualTo(rows + " FORMULA RECALCULATED");
    assertThat(at(cells, "B1")).isEqualTo(rows + " FORMULA RECALCULATED");
  }

  @Test
  void aFormulaThatIsAllBracketsBringsNothingDown() throws IOException {
    String deep = "(".repeat(4_000) + "1" + ")".repeat(4_000);
    String sum = "1" + "+1".repeat(4_000);
    assertThat(
            Shown.cells(
                read(Parts.rows(
                            "<row><c><f>%s</f></c><c><f>%s</f></c><c><f>%s</f></c></row>"
                                .formatted(deep, sum, "1+".repeat(5_000) + "1"))
                        .zip())
                    .get(0)))
        .element(1)
        .isEqualTo("B1 4001 FORMULA RECALCULATED");
  }

  @Test
  @Timeout(60)
  void beyondTheBoundsFormulasHaveNoResult() throws IOException {
    StringBuilder text = new StringBuilder();
    int rows = Recalculation.MAX_FORMULAS + 1;
    for (int row = 0; row < rows; row++) {
      text.append("<row><c><f>1+1</f></c></row>");
    }
    Cells cells = read(Parts.rows(text.toString()).zip()).get(0);
    assertThat(cells.size()).isEqualTo(rows);
    assertThat(at(cells, "A1")).isEqualTo(NONE);
  }

  /** Whatever stands in a formula, there is a result or none; the others are not disturbed. */
  @Test
  @Timeout(60)
  void spoiledFormulas() throws IOException {
    String[] words = {
      "A1",
      "$B$2",
      "A1:B9",
      "A:A",
      "1:1",
      "二月!A1",
      "'表1'!B2",
      "(",
      ")",
      "((",
      ",",
      ";",
      "+",
      "-",
      "*",
      "/",
      "^",
      "%",
      "&amp;",
      "&lt;&gt;",
      "=",
      "\"",
      "'",
      "!",
      "#REF!",
      "#N/A",
      "{1,2}",
      "{",
      "SUM(",
      "IF(",
      "IFERROR(",
      "SUMIFS(",
      "INDEX(",
      "VLOOKUP(",
      "ROUND(",
      "TODAY()",
      "[1]",
      "@",
      ":",
      "1",
      "0.5",
      "1E999",
      "TRUE",
      "XFD1048576",
      "XFE1",
      " ",
      "好",
      "_xlfn.XLOOKUP(",
      "LET(x,1,x)",
      "A1#"
    };
    Random random = new Random(20251231);
    for (int book = 0; book < 20; book++) {
      StringBuilder text = new StringBuilder("<row><c><v>1</v></c><c><f>A1+1</f></c></row>");
      for (int row = 0; row < 100; row++) {
        text.append("<row><c r='D").append(row + 2).append("'><f>");
        for (int i = random.nextInt(9); i >= 0; i--) {
          text.append(words[random.nextInt(words.length)]);
        }
        text.append("</f></c></row>");
      }
      Cells cells = read(Parts.rows(text.toString()).zip()).get(0);
      assertThat(at(cells, "B1")).isEqualTo("2 FORMULA RECALCULATED");
    }
  }

  /** Sums of all rows above, ten thousand times: more than anybody means. */
  @Test
  @Timeout(60)
  void formulasThatLookAtTooMuchHaveNoResult() throws IOException {
    StringBuilder text = new StringBuilder();
    IntStream.rangeClosed(1, 10_000)
        .forEach(row -> text.append("<row><c><v>1</v></c><c><f>SUM(A$1:A10000)</f></c></row>"));
    List<String> lines =
        new ArrayList<>(Shown.cells(read(Parts.rows(text.toString()).zip()).get(0)));
    assertThat(lines).contains("B1 10000 FORMULA RECALCULATED", "B10000 NO_RESULT FORMULA");
  }
}
