package peaceindex.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The monthly workbook of 2024: all units in one table under a header of two rows. */
final class ConsolidatedWorkbook {

  private static final int GROUP_ROW = 1;
  private static final int HEADER_ROW = 2;
  private static final int FIRST_UNIT_ROW = 3;

  /** 序号, 单位代码 and 单位名称 stand before the figures. */
  private static final List<String> LEADING = List.of("序号", "单位代码", "单位名称");

  private static final int LAST_COLUMN = LEADING.size() + SampleField.ALL.size() - 1;

  private final XSSFSheet sheet;
  private final SheetStyles styles;

  private ConsolidatedWorkbook(XSSFSheet sheet, SheetStyles styles) {
    this.sheet = sheet;
    this.styles = styles;
  }

  static String fileName(YearMonth month) {
    return "青禾县平安建设月报_" + inWords(month) + ".xlsx";
  }

  static void write(YearMonth month, List<SampleReturn> returns, Path folder) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet(inWords(month));
      new ConsolidatedWorkbook(sheet, new SheetStyles(workbook)).fill(month, returns);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      ReproducibleXlsx.write(workbook, folder.resolve(fileName(month)));
    }
  }

  /** The month as officials write it, e.g. 2024年1月. */
  static String inWords(YearMonth month) {
    return month.getYear() + "年" + month.getMonthValue() + "月";
  }

  private void fill(YearMonth month, List<SampleReturn> returns) {
    String title = "青禾县平安建设月报表（" + inWords(month) + "）";
    SheetStyles.merge(sheet, new CellRangeAddress(0, 0, 0, LAST_COLUMN), title, styles.title);
    header();
    for (int i = 0; i < returns.size(); i++) {
      unitRow(FIRST_UNIT_ROW + i, i + 1, returns.get(i));
    }
    int totalRow = FIRST_UNIT_ROW + returns.size();
    totalRow(totalRow);
    remarkRow(totalRow + 1, month);
    layOut(totalRow);
  }

  private void header() {
    for (int column = 0; column < LEADING.size(); column++) {
      tallHeader(column, LEADING.get(column));
    }
    for (SampleField field : SampleField.ALL) {
      if (field.group().isEmpty()) {
        tallHeader(column(field), field.label() + field.bracketedUnit());
      } else {
        groupedHeader(field);
      }
    }
  }

  private void tallHeader(int column, String label) {
    CellRangeAddress both = new CellRangeAddress(GROUP_ROW, HEADER_ROW, column, column);
    SheetStyles.merge(sheet, both, label, styles.header);
  }

  /**
   * The group over its two fields; only the hazards show their unit, as tables grown by hand do.
   */
  private void groupedHeader(SampleField field) {
    String unit = field.group().equals("安全隐患") ? field.bracketedUnit() : "";
    int column = column(field);
    boolean opensGroup = !SampleField.ALL.get(field.position() - 1).group().equals(field.group());
    if (opensGroup) {
      CellRangeAddress pair = new CellRangeAddress(GROUP_ROW, GROUP_ROW, column, column + 1);
      SheetStyles.merge(sheet, pair, field.group(), styles.header);
    }
    SheetStyles.put(sheet, HEADER_ROW, column, field.subLabel() + unit, styles.header);
  }

  private void unitRow(int row, int number, SampleReturn filed) {
    SheetStyles.put(sheet, row, 0, number, styles.serial);
    SheetStyles.put(sheet, row, 1, filed.unit().code(), styles.text);
    SheetStyles.put(sheet, row, 2, filed.unit().displayName(), styles.text);
    for (SampleField field : SampleField.ALL) {
      double value = filed.figure(field);
      if (field.isPercentage()) {
        SheetStyles.put(sheet, row, column(field), value / 100, styles.decimal);
      } else {
        SheetStyles.put(sheet, row, column(field), value, styles.count);
      }
    }
  }

  /** Sums of the counts; a sum of percentages would mean nothing. */
  private void totalRow(int row) {
    CellRangeAddress leading = new CellRangeAddress(row, row, 0, LEADING.size() - 1);
    SheetStyles.merge(sheet, leading, Anomalies.TOTAL, styles.totalText);
    for (SampleField field : SampleField.ALL) {
      int column = column(field);
      if (field.isPercentage()) {
        SheetStyles.put(sheet, row, column, "—", styles.totalText);
      } else {
        XSSFCell total = SheetStyles.cell(sheet, row, column, styles.totalCount);
        CellRangeAddress units = new CellRangeAddress(FIRST_UNIT_ROW, row - 1, column, column);
        total.setCellFormula("SUM(" + units.formatAsString() + ")");
      }
    }
  }

  private void remarkRow(int row, YearMonth month) {
    String remark =
        Anomalies.REMARK
            + "：数据截至"
            + month.getMonthValue()
            + "月"
            + month.lengthOfMonth()
            + "日24时；群众安全感、群众满意度、平安建设知晓率来自抽样调查。";
    CellRangeAddress whole = new CellRangeAddress(row, row, 0, LAST_COLUMN);
    SheetStyles.merge(sheet, whole, remark, styles.label);
  }

  private void layOut(int totalRow) {
    SheetStyles.widths(sheet, 6, 13, 12);
    for (SampleField field : SampleField.ALL) {
      // Percentages get one line, so that no label breaks inside its bracketed unit.
      int characters = field.isPercentage() ? 19 : 12;
      sheet.setColumnWidth(column(field), characters * 256);
    }
    sheet.setColumnWidth(column(SampleField.POPULATION), 16 * 256);
    SheetStyles.height(sheet, 0, 36);
    SheetStyles.height(sheet, GROUP_ROW, 28);
    SheetStyles.height(sheet, HEADER_ROW, 32);
    for (int row = FIRST_UNIT_ROW; row <= totalRow + 1; row++) {
      SheetStyles.height(sheet, row, 28);
    }
    sheet.createFreezePane(LEADING.size(), FIRST_UNIT_ROW);
    SheetStyles.page(sheet, true);
  }

  private static int column(SampleField field) {
    return LEADING.size() + field.position();
  }
}
