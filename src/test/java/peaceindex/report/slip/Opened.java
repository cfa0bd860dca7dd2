package peaceindex.report.slip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of slips read back. */
record Opened(Path file, XSSFWorkbook workbook) {

  static Opened of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new Opened(file, new XSSFWorkbook(in));
    }
  }

  List<String> tabs() {
    List<String> tabs = new ArrayList<>();
    workbook.forEach(sheet -> tabs.add(sheet.getSheetName()));
    return tabs;
  }

  /** What stands in the rows of a sheet, numbers and strings, without blank cells. */
  List<List<Object>> rows(int sheet) {
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : workbook.getSheetAt(sheet)) {
      List<Object> cells = new ArrayList<>();
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.NUMERIC) {
          cells.add(cell.getNumericCellValue());
        } else if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().isEmpty()) {
          cells.add(cell.getStringCellValue());
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  /** The row below the one with these words. */
  List<Object> below(String words) {
    List<List<Object>> rows = rows(0);
    for (int r = 0; r < rows.size() - 1; r++) {
      if (rows.get(r).contains(words)) {
        return rows.get(r + 1);
      }
    }
    throw new AssertionError("no " + words + " in " + rows);
  }

  /** The row that begins with a text. */
  List<Object> row(String beginning) {
    return rows(0).stream()
        .filter(row -> !row.isEmpty() && row.get(0).equals(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + beginning + " in " + rows(0)));
  }

  List<XSSFChart> charts() {
    XSSFSheet sheet = workbook.getSheetAt(0);
    return sheet.getDrawingPatriarch() == null
        ? List.of()
        : sheet.getDrawingPatriarch().getCharts();
  }

  /** Every part of the package as text. */
  Map<String, String> parts() throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry part = all.nextElement();
        try (InputStream in = zip.getInputStream(part)) {
          parts.put(part.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return parts;
  }
}
