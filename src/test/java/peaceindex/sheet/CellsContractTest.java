package peaceindex.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One sheet in every format that is read: whichever way a cell comes in, the same is true of it.
 *
 * <pre>
 *      A                 B                  C               D (hidden)
 * 1    标题 ——— merged ———————————————————
 * 2    12.5              青石镇, comment    98.6%           8
 * 3    2025-12-31        TRUE               #DIV/0!
 * 4    =1+2              struck out: 40     旧 struck, 新
 * 5    7        (the row is hidden)
 * </pre>
 */
class CellsContractTest {

  /** What a format can say beside numbers, texts, percentages and merged cells. */
  private enum Ability {
    MERGES,
    TYPES,
    FORMULAS,
    STRIKES,
    COMMENTS,
    HIDING
  }

  private enum Medium {
    XLSX("xlsx", Ability.values()),
    XLSX_BY_HAND("xlsx", Ability.values()),
    XLS("xls", Ability.values()),
    SPREADSHEET_ML("xml", Ability.values()),
    HTML("html", Ability.MERGES, Ability.STRIKES, Ability.HIDING),
    CSV("csv");

    final String extension;
    final Set<Ability> abilities;

    Medium(String extension, Ability... abilities) {
      this.extension = extension;
      this.abilities = Set.of(abilities);
    }

    byte[] bytes() throws IOException {
      return switch (this) {
        case XLSX -> byPoi(new XSSFWorkbook());
        case XLSX_BY_HAND -> BY_HAND.zip();
        case XLS -> byPoi(new HSSFWorkbook());
        case SPREADSHEET_ML -> SPREADSHEET.getBytes(StandardCharsets.UTF_8);
        case HTML -> PAGE.getBytes(StandardCharsets.UTF_8);
        case CSV -> TEXT.getBytes(StandardCharsets.UTF_8);
      };
    }
  }

  private static byte[] byPoi(Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("表1");
    for (int row = 0; row < 5; row++) {
      sheet.createRow(row);
    }
    sheet.getRow(0).createCell(0).setCellValue("标题");
    sheet.addMergedRegion(CellRangeAddress.valueOf("A1:C1"));
    Row second = sheet.getRow(1);
    second.createCell(0).setCellValue(12.5);
    second.createCell(1).setCellValue("青石镇");
    comment(second.getCell(1));
    second.createCell(2).setCellValue(0.986);
    second.getCell(2).setCellStyle(format(workbook, "0.0%"));
    second.createCell(3).setCellValue(8);
    sheet.setColumnHidden(3, true);
    Row third = sheet.getRow(2);
    third.createCell(0).setCellValue(LocalDate.of(2025, 12, 31));
    third.getCell(0).setCellStyle(format(workbook, "yyyy-mm-dd"));
    third.createCell(1).setCellValue(true);
    third.createCell(2).setCellErrorValue(FormulaError.DIV0.getCode());
    Row fourth = sheet.getRow(3);
    fourth.createCell(0).setCellFormula("1+2");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(fourth.getCell(0));
    Font struck = workbook.createFont();
    struck.setStrikeout(true);
    CellStyle struckStyle = workbook.createCellStyle();
    struckStyle.setFont(struck);
    fourth.createCell(1).setCellValue(40);
    fourth.getCell(1).setCellStyle(struckStyle);
    RichTextString text = workbook.getCreationHelper().createRichTextString("旧新");
    text.applyFont(0, 1, struck);
    text.applyFont(1, 2, workbook.getFontAt(0));
    fourth.createCell(2).setCellValue(text);
    sheet.getRow(4).createCell(0).setCellValue(7);
    sheet.getRow(4).setZeroHeight(true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    workbook.close();
    return out.toByteArray();
  }

  private static void comment(Cell cell) {
    CreationHelper helper = cell.getSheet().getWorkbook().getCreationHelper();
    Drawing<?> drawing = cell.getSheet().createDrawingPatriarch();
    var comment = drawing.createCellComment(helper.createClientAnchor());
    comment.setString(helper.createRichTextString("张三说的"));
    cell.setCellComment(comment);
  }

  private static CellStyle format(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  /** Inline strings, no dimension, no cell references, no row numbers. */
  private static final Parts BY_HAND =
      Parts.sheet(
              """
              <cols><col min="4" max="4" width="0" customWidth="1"/></cols>
              <sheetData>
                <row><c t="inlineStr"><is><t>标题</t></is></c></row>
                <row><c><v>12.5</v></c><c t="s"><v>0</v></c><c s="1"><v>0.986</v></c>
                     <c><v>8</v></c></row>
                <row><c s="2"><v>46022</v></c><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c></row>
                <row><c><f>1+2</f><v>3</v></c><c s="3"><v>40</v></c><c t="inlineStr"><is>
                     <r><rPr><strike/></rPr><t>旧</t></r><r><t>新</t></r>
                     <rPh><t>xin</t></rPh></is></c></row>
                <row ht="0" customHeight="1"><c><v>7</v></c></row>
              </sheetData>
              <mergeCells><mergeCell ref="A1:C1"/></mergeCells>
              """)
          .part(
              "xl/worksheets/_rels/sheet1.xml.rels",
              "<Relationships><Relationship Id='r' Type='x/comments' Target='../comments1.xml'/>"
                  + "</Relationships>")
          .part(
              "xl/comments1.xml",
              "<comments><commentList><comment ref='B2'><text><t>张三说的</t></text></comment>"
                  + "</commentList></comments>");

  private static final String SPREADSHEET =
      """
      <?xml version="1.0"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
                xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
       <Styles>
        <Style ss:ID="percent"><NumberFormat ss:Format="0.0%"/></Style>
        <Style ss:ID="child" ss:Parent="percent"><Font ss:Bold="1"/></Style>
        <Style ss:ID="struck"><Font ss:StrikeThrough="1"/></Style>
       </Styles>
       <Worksheet ss:Name="表1"><Table>
        <Column/><Column ss:Index="4" ss:Hidden="1"/>
        <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">标题</Data></Cell></Row>
        <Row><Cell><Data ss:Type="Number">12.5</Data></Cell>
         <Cell><Data ss:Type="String">青石镇</Data>
          <Comment ss:Author="x"><ss:Data>张三说的</ss:Data></Comment></Cell>
         <Cell ss:StyleID="child"><Data ss:Type="Number">0.986</Data></Cell>
         <Cell><Data ss:Type="Number">8</Data></Cell></Row>
        <Row><Cell><Data ss:Type="DateTime">2025-12-31T00:00:00.000</Data></Cell>
         <Cell><Data ss:Type="Boolean">1</Data></Cell>
         <Cell><Data ss:Type="Error">#DIV/0!</Data></Cell></Row>
        <Row><Cell ss:Formula="=1+2"><Data ss:Type="Number">3</Data></Cell>
         <Cell ss:StyleID="struck"><Data ss:Type="Number">40</Data></Cell>
         <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>旧</S><B>新</B></ss:Data></Cell></Row>
        <Row ss:Index="5" ss:Height="0"><Cell><Data ss:Type="Number">7</Data></Cell></Row>
       </Table></Worksheet>
      </Workbook>
      """;

  private static final String PAGE =
      """
      <html><head><meta charset="utf-8"></head><body><table>
       <col><col><col><col style="display: none">
       <tr><th colspan=3>标题</th></tr>
       <tr><td>12.5<td>青石镇<td>98.6%<td>8
       <tr><td>2025-12-31<td>TRUE<td>#DIV/0!
       <tr><td>3<td><del>40</del><td><s>旧</s>新
       <tr style="display:none"><td>7
      </table></body></html>
      """;

  private static final String TEXT =
      """
      标题
      12.5,青石镇,98.6%,8
      2025-12-31,TRUE,#DIV/0!
      3,"40",新
      7
      """;

  @TempDir Path folder;

  private Cells read(Medium medium) throws IOException {
    byte[] bytes = medium.bytes();
    Path file = Files.write(folder.resolve("表1." + medium.extension), bytes);
    SheetReader.Result result = read(file, "input/表1." + medium.extension);
    assertThat(result.problem()).isEmpty();
    assertThat(result.workbook()).isPresent();
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    List<Cells> sheets = result.workbook().get().sheets();
    assertThat(sheets).hasSize(1);
    assertThat(sheets.get(0).sheet()).isEqualTo("表1");
    return sheets.get(0);
  }

  /** {@link CellsContractGenerallyTest} reads another way. */
  SheetReader.Result read(Path file, String shown) {
    return SheetReader.read(file, shown);
  }

  private static void needs(Medium medium, Ability ability) {
    assumeTrue(medium.abilities.contains(ability));
  }

  private static String at(Cells cells, String address) {
    return Shown.cells(cells).stream()
        .filter(line -> line.startsWith(address + " "))
        .map(line -> line.substring(address.length() + 1))
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @EnumSource
  void numbersAndTexts(Medium medium) throws IOException {
    Cells cells = read(medium);
    assertThat(at(cells, "A2")).isEqualTo("12.5");
    assertThat(at(cells, "B2")).startsWith("'青石镇");
    assertThat(at(cells, "C4")).startsWith("'新");
    assertThat(cells.at(1, 4)).isEqualTo(-1);
    assertThat(cells.lastRow()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void percentages(Medium medium) throws IOException {
    Cells cells = read(medium);
    int cell = cells.at(1, 2);
    assertThat(cells.number(cell)).isEqualTo(0.986);
    assertThat(cells.isPercent(cell)).isTrue();
    assertThat(cells.isPercent(cells.at(1, 0))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void datesTruthValuesAndErrors(Medium medium) throws IOException {
    Cells cells = read(medium);
    if (medium.abilities.contains(Ability.TYPES)) {
      assertThat(at(cells, "A3")).isEqualTo("#2025-12-31");
      assertThat(at(cells, "B3")).isEqualTo("BOOLEAN");
      assertThat(at(cells, "C3")).isEqualTo("ERROR");
    } else {
      assertThat(at(cells, "A3")).isEqualTo("'2025-12-31");
      assertThat(at(cells, "B3")).isEqualTo("'TRUE");
    }
  }

  @ParameterizedTest
  @EnumSource
  void formulas(Medium medium) throws IOException {
    needs(medium, Ability.FORMULAS);
    assertThat(at(read(medium), "A4")).isEqualTo("3 FORMULA");
  }

  @ParameterizedTest
  @EnumSource
  void mergedCells(Medium medium) throws IOException {
    needs(medium, Ability.MERGES);
    Cells cells = read(medium);
    assertThat(at(cells, "A1")).isEqualTo("'标题 merged to C1");
    assertThat(cells.shownAt(0, 2)).isEqualTo(cells.at(0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void struckOut(Medium medium) throws IOException {
    needs(medium, Ability.STRIKES);
    Cells cells = read(medium);
    assertThat(at(cells, "B4")).isEqualTo("40 STRUCK");
    assertThat(at(cells, "C4")).isEqualTo("'新 PARTLY_STRUCK");
  }

  @ParameterizedTest
  @EnumSource
  void comments(Medium medium) throws IOException {
    needs(medium, Ability.COMMENTS);
    Cells cells = read(medium);
    assertThat(at(cells, "B2")).isEqualTo("'青石镇 comment");
    assertThat(cells.hasComment(1, 0)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void hiddenRowsAndColumns(Medium medium) throws IOException {
    needs(medium, Ability.HIDING);
    Cells cells = read(medium);
    assertThat(at(cells, "A5")).isEqualTo("7 hidden");
    assertThat(at(cells, "D2")).isEqualTo("8 hidden");
    assertThat(cells.isRowHidden(3)).isFalse();
    assertThat(cells.isColumnHidden(2)).isFalse();
  }
}
