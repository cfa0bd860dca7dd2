package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaceindex.problem.Lang;
import peaceindex.report.Findings;
import peaceindex.report.SyntheticFindings;

class TableSheetTest {

  @Test
  void aFullSheetGoesOnOnTheNext(@TempDir Path folder) throws IOException {
    Findings findings = SyntheticFindings.of(15, 1, Lang.ZH);
    Path file = folder.resolve("data.xlsx");
    Xlsx.write(
        file,
        findings.period(),
        Lang.ZH,
        (workbook, styles) ->
            TableSheet.write(new DataPage(), findings, new Words(Lang.ZH), workbook, styles, 100));
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
      int written = 0;
      for (Sheet sheet : workbook) {
        assertThat(sheet.getLastRowNum()).isLessThan(100);
        assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("单位");
        written += sheet.getLastRowNum() + 1 - 3;
      }
      assertThat(workbook.getSheetName(2)).isEqualTo("数据 (3)");
      assertThat(written).isEqualTo(15 * 13 + 1);
    }
  }
}
