package peaceindex.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A county as a live workbook, from figures to ranks: with every function that a scored workbook
 * may use. What stands beside its formulas is POI's own result, so that another program's can be
 * told apart from it.
 *
 * <p>Sheets: {@code rank} (A unit, B group, C score, D rank, E rank within the group, F band, G
 * unit in that place), {@code score}, {@code norm}, {@code ref}, {@code par} and {@code data};
 * units in rows 2 and below; indicators in columns C and beyond. The unit in row 4 lacks a figure.
 */
final class LiveCounty {
  private static final int INDICATORS = 12;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final int last;

  private LiveCounty(int units) {
    this.last = units + 1;
  }

  static Path write(int units, Path file) throws IOException {
    LiveCounty county = new LiveCounty(units);
    try (XSSFWorkbook workbook = county.workbook;
        OutputStream out = Files.newOutputStream(file)) {
      county.fill(units);
      XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
      workbook.write(out);
    }
    return file;
  }

  private void fill(int units) {
    Sheet rank = workbook.createSheet("rank");
    Sheet score = workbook.createSheet("score");
    Sheet norm = workbook.createSheet("norm");
    Sheet ref = workbook.createSheet("ref");
    Sheet par = workbook.createSheet("par");
    Sheet data = workbook.createSheet("data");
    Random random = new Random(11);
    for (int i = 0; i < INDICATORS; i++) {
      set(par, 1, i + 2, 1 + i % 3);
      String column = column(i + 2);
      String all = "data!" + column + "$2:" + column + "$" + last;
      formula(ref, 1, i + 2, "MIN(" + all + ")");
      formula(ref, 2, i + 2, "MAX(" + all + ")");
      formula(ref, 3, i + 2, "AVERAGE(" + all + ")");
      formula(ref, 4, i + 2, "STDEV(" + all + ")");
    }
    name("weights", "par!$C$2:$" + column(INDICATORS + 1) + "$2");
    set(par, 2, 2, 60);
    name("pass", "par!$C$3");
    for (int u = 0; u < units; u++) {
      int row = u + 1;
      int excel = row + 1;
      text(data, row, 0, "unit " + (u + 1));
      text(data, row, 1, u * 3 < units ? "street" : "town");
      for (int i = 0; i < INDICATORS; i++) {
        String at = column(i + 2);
        String figure = "data!" + at + excel;
        if (u == 2 && i == 1) {
          text(data, row, i + 2, "—");
        } else {
          set(data, row, i + 2, Math.round(random.nextDouble() * 1e4) / 1e2);
        }
        String scaled =
            i % 3 == 0
                ? "50+10*(" + figure + "-ref!" + at + "$4)/ref!" + at + "$5"
                : "100*(" + figure + "-ref!" + at + "$2)/(ref!" + at + "$3-ref!" + at + "$2)";
        formula(
            norm, row, i + 2, "IF(ISNUMBER(" + figure + "),MIN(100,MAX(0," + scaled + ")),\"—\")");
      }
      String range = "norm!C" + excel + ":" + column(INDICATORS + 1) + excel;
      formula(
          score,
          row,
          2,
          "IF(COUNT("
              + range
              + ")<"
              + INDICATORS
              + ",\"—\",ROUND(ROUND(SUMPRODUCT("
              + range
              + ",weights)/SUM(weights),9),2))");
      formula(rank, row, 0, "data!A" + excel);
      formula(rank, row, 1, "data!B" + excel);
      formula(rank, row, 2, "score!C" + excel);
      formula(
          rank,
          row,
          3,
          "IF(ISNUMBER(C" + excel + "),RANK(C" + excel + ",C$2:C$" + last + ",0),\"—\")");
      formula(
          rank,
          row,
          4,
          "IF(ISNUMBER(C"
              + excel
              + "),COUNTIFS(B$2:B$"
              + last
              + ",B"
              + excel
              + ",C$2:C$"
              + last
              + ",\">\"&C"
              + excel
              + ")+1,\"—\")");
      formula(
          rank,
          row,
          5,
          "IF(ISNUMBER(C" + excel + "),IF(C" + excel + ">=pass,\"good\",\"poor\"),\"\")");
      formula(
          rank,
          row,
          6,
          "IFERROR(INDEX(A$2:A$" + last + ",MATCH(" + row + ",D$2:D$" + last + ",0)),\"—\")");
    }
  }

  private void name(String name, String range) {
    Name defined = workbook.createName();
    defined.setNameName(name);
    defined.setRefersToFormula(range);
  }

  private static void set(Sheet sheet, int row, int column, double value) {
    row(sheet, row).createCell(column).setCellValue(value);
  }

  private static void text(Sheet sheet, int row, int column, String value) {
    row(sheet, row).createCell(column).setCellValue(value);
  }

  private static void formula(Sheet sheet, int row, int column, String formula) {
    row(sheet, row).createCell(column).setCellFormula(formula);
  }

  private static Row row(Sheet sheet, int row) {
    return sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
  }

  private static String column(int column) {
    return CellReference.convertNumToColString(column);
  }
}
