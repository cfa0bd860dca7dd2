package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.sheet.Cells;
import peaceindex.sheet.SheetReader;
import peaceindex.workbooks.TextWorkbook;

/** Sheets built anew: where remarks land, and what a hostile or odd sheet becomes. */
class ReturnedWorkbookTest {
  @TempDir Path folder;

  /** Shows everything. */
  private static final Redaction OPEN =
      new Redaction() {
        @Override
        public OfSheet of(Cells cells) {
          return new OfSheet() {
            @Override
            public String text(int cell) {
              return cells.text(cell);
            }

            @Override
            public boolean shows(int cell) {
              return true;
            }
          };
        }

        @Override
        public String name(String sheet) {
          return sheet;
        }
      };

  private static Problem at(String sheet, String cells) {
    return Problem.of(Code.NEGATIVE, new CellRef("a.xlsx", sheet, cells), "field", "F", "found", 1);
  }

  private XSSFWorkbook rebuild(TextWorkbook original, Problem... problems) throws IOException {
    Path file = original.write(folder.resolve("a.xlsx"));
    Path out = folder.resolve("out.xlsx");
    new ReturnedWorkbook(
            "a.xlsx",
            Period.ALL,
            List.of(problems),
            SheetReader.read(file, "a.xlsx").workbook().orElseThrow().sheets(),
            Map.of(),
            OPEN,
            "未报",
            Text.of(""),
            Lang.ZH)
        .write(out);
    try (InputStream in = Files.newInputStream(out)) {
      return new XSSFWorkbook(in);
    }
  }

  private static Cell cell(Sheet sheet, String address) {
    CellReference at = new CellReference(address);
    return sheet.getRow(at.getRow()).getCell(at.getCol());
  }

  @Test
  void aRangeIsColouredAsAWholeAndCommentedOnce() throws IOException {
    XSSFWorkbook workbook = rebuild(TextWorkbook.of("a | b\n1 | 2\n3 |\n5 | 6"), at("表1", "B2:B4"));
    Sheet sheet = workbook.getSheet("表1");
    for (String address : List.of("B2", "B3", "B4")) {
      assertThat(cell(sheet, address).getCellStyle().getFillForegroundColorColor()).isNotNull();
    }
    assertThat(cell(sheet, "A2").getCellStyle().getFillForegroundColorColor()).isNull();
    assertThat(sheet.getCellComments().keySet()).extracting(Object::toString).containsExactly("B2");
    assertThat(cell(sheet, "B3").getStringCellValue()).isEqualTo("未报");
    assertThat(workbook.getSheetAt(0).getHyperlinkList().get(0).getAddress())
        .isEqualTo("'表1'!B2:B4");
  }

  @Test
  void aRemarkInsideAMergedRangeIsOnTheCellThatIsSeen() throws IOException {
    Sheet sheet = rebuild(TextWorkbook.of("a | < | <\n1 | 2 | 3"), at("表1", "C1")).getSheet("表1");
    assertThat(sheet.getCellComments().keySet()).extracting(Object::toString).containsExactly("A1");
    assertThat(sheet.getMergedRegions()).hasSize(1);
  }

  @Test
  void aRemarkBeyondTheLastRowHasItsRow() throws IOException {
    Sheet sheet = rebuild(TextWorkbook.of("a | b\n1 | 2"), at("表1", "D9")).getSheet("表1");
    assertThat(cell(sheet, "D9").getStringCellValue()).isEqualTo("未报");
  }

  @Test
  void sheetNamesAreValidAndUsedOnce() throws IOException {
    XSSFWorkbook workbook =
        rebuild(
            TextWorkbook.empty().sheet("退回说明", "a | b").sheet("it's", "a | b"), at("it's", "A1"));
    assertThat(workbook.getSheetName(0)).isEqualTo("退回说明");
    assertThat(workbook.getSheetName(1)).isEqualTo("退回说明 (2)");
    assertThat(workbook.getSheetAt(0).getHyperlinkList().get(0).getAddress())
        .isEqualTo("'it''s'!A1");
  }

  @Test
  void aDateCountsFrom1900AndAStruckOutFigureStaysSo() throws IOException {
    Path file = folder.resolve("b.xlsx");
    try (XSSFWorkbook made = new XSSFWorkbook()) {
      made.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
      var row = made.createSheet("s").createRow(0);
      row.createCell(0).setCellValue(1);
      var struck = made.createCellStyle();
      var font = made.createFont();
      font.setStrikeout(true);
      struck.setFont(font);
      row.getCell(0).setCellStyle(struck);
      row.createCell(1).setCellValue(44927 - 1462);
      var date = made.createCellStyle();
      date.setDataFormat((short) 14);
      row.getCell(1).setCellStyle(date);
      try (var out = Files.newOutputStream(file)) {
        made.write(out);
      }
    }
    Path out = folder.resolve("out.xlsx");
    new ReturnedWorkbook(
            "b.xlsx",
            Period.ALL,
            List.of(),
            SheetReader.read(file, "b.xlsx").workbook().orElseThrow().sheets(),
            Map.of(),
            OPEN,
            "",
            Text.of(""),
            Lang.ZH)
        .write(out);
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(out))) {
      Sheet sheet = workbook.getSheet("s");
      assertThat(workbook.isDate1904()).isFalse();
      assertThat(cell(sheet, "B1").getLocalDateTimeCellValue().toLocalDate())
          .isEqualTo("2023-01-01");
      assertThat(workbook.getFontAt(cell(sheet, "A1").getCellStyle().getFontIndex()).getStrikeout())
          .isTrue();
    }
  }
}
