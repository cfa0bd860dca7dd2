package peaceindex.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook written down cell by cell, one a line: {@code data!A1 : 3} holds a number, {@code
 * data!A2 : "甲"} a text, {@code ranking!B2 : =data!A1*2 -> 6} a formula and the result written
 * beside it, {@code weight : data!$A$1} a defined name. Results are numbers, texts in quotes, TRUE,
 * FALSE, errors such as {@code #N/A}, or {@code none}.
 */
record LiveBook(String lines) {

  Path write(Path file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
        String[] halves = line.strip().split(" : ", 2);
        enter(workbook, halves[0].strip(), halves[1].strip());
      }
      workbook.write(out);
    }
    return file;
  }

  private static void enter(XSSFWorkbook workbook, String place, String content) {
    if (!place.contains("!")) {
      Name name = workbook.createName();
      name.setNameName(place);
      name.setRefersToFormula(content);
      return;
    }
    XSSFCell cell = cell(workbook, place);
    if (!content.startsWith("=")) {
      set(cell, content);
      return;
    }
    String[] parts = content.substring(1).split(" -> ", 2);
    formula(cell, parts[0].strip());
    set(cell, parts[1].strip());
  }

  /** As it is, also a function that the library does not know. */
  private static void formula(XSSFCell cell, String formula) {
    cell.setCellValue(0);
    cell.getCTCell().addNewF().setStringValue(formula);
  }

  private static void set(Cell cell, String value) {
    Map<String, Boolean> truths = Map.of("TRUE", true, "FALSE", false);
    if (value.startsWith("\"")) {
      cell.setCellValue(value.substring(1, value.length() - 1));
    } else if (truths.containsKey(value)) {
      cell.setCellValue(truths.get(value));
    } else if (value.startsWith("#")) {
      cell.setCellErrorValue(FormulaError.forString(value).getCode());
    } else if (value.equals("none")) {
      ((XSSFCell) cell).getCTCell().unsetV();
    } else {
      cell.setCellValue(Double.parseDouble(value));
    }
  }

  private static XSSFCell cell(XSSFWorkbook workbook, String place) {
    CellReference at = new CellReference(place);
    XSSFSheet sheet = workbook.getSheet(at.getSheetName());
    if (sheet == null) {
      sheet = workbook.createSheet(at.getSheetName());
    }
    Row row = sheet.getRow(at.getRow());
    if (row == null) {
      row = sheet.createRow(at.getRow());
    }
    return (XSSFCell) row.createCell(at.getCol());
  }
}
