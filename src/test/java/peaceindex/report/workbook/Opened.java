package peaceindex.report.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import peaceindex.report.Findings;
import peaceindex.report.Report;

/** A workbook read back: every cell as a number, a string, or an empty string. */
record Opened(XSSFWorkbook workbook) {

  static Opened of(Report report, Findings findings, Path folder) throws IOException {
    Path file = folder.resolve(report.fileName());
    report.write(findings, file);
    try (InputStream in = Files.newInputStream(file)) {
      return new Opened(new XSSFWorkbook(in));
    }
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    workbook.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  XSSFSheet sheet(String name) {
    return workbook.getSheet(name);
  }

  List<List<Object>> rows(String name) {
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : sheet(name)) {
      List<Object> cells = new ArrayList<>();
      for (int c = 0; c < row.getLastCellNum(); c++) {
        cells.add(value(row.getCell(c)));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** The first row that begins with these cells. */
  List<Object> row(String name, Object... beginning) {
    return rows(name).stream()
        .filter(
            row ->
                row.size() >= beginning.length
                    && row.subList(0, beginning.length).equals(List.of(beginning)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such row in " + rows(name)));
  }

  /** Everything written on a sheet, one line a row. */
  String text(String name) {
    StringBuilder text = new StringBuilder();
    rows(name).forEach(row -> text.append(row).append('\n'));
    return text.toString();
  }

  static Object value(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) {
      return "";
    }
    // Of a formula what is written beside it.
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return type == CellType.NUMERIC
        ? (Object) cell.getNumericCellValue()
        : cell.getStringCellValue();
  }
}
