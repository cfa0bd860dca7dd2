package peaceindex.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The form of 2025: one unit, one month, a label and its value on each line.
 *
 * <p>Every unit fills it in by habits of its own, the same ones each month: see {@link Habits}.
 */
final class ReturnForm {

  /** The folder of a month that holds the corrections. */
  static final String CORRECTIONS = "更正";

  private static final int LABEL = 0;
  private static final int VALUE = 1;

  /** How a unit fills in its forms. */
  private enum Habits {
    /** Full names with the unit in brackets, percentages as plain numbers. */
    BY_THE_BOOK(true, false, false, false),
    /** Names without units, percentages as Excel percentages, the month as 2025-03. */
    SPREADSHEET(false, false, true, true),
    /** The other names of the fields, percentages as plain numbers. */
    OLD_NAMES(false, true, false, false),
    /** Full names with the unit in brackets, and Excel percentages all the same. */
    MIXED(true, false, true, false);

    private final boolean bracketedUnits;
    private final boolean aliases;
    private final boolean excelPercent;
    private final boolean isoMonth;

    Habits(boolean bracketedUnits, boolean aliases, boolean excelPercent, boolean isoMonth) {
      this.bracketedUnits = bracketedUnits;
      this.aliases = aliases;
      this.excelPercent = excelPercent;
      this.isoMonth = isoMonth;
    }

    static Habits of(SampleUnit unit) {
      return values()[unit.position() % values().length];
    }

    String label(SampleField field) {
      String name = aliases ? field.alias() : field.label();
      return bracketedUnits ? name + field.bracketedUnit() : name;
    }

    String month(YearMonth month) {
      return isoMonth ? month.toString() : ConsolidatedWorkbook.inWords(month);
    }
  }

  private final XSSFSheet sheet;
  private final SheetStyles styles;
  private final SampleReturn filed;
  private final Habits habits;
  private int row;

  private ReturnForm(XSSFSheet sheet, SheetStyles styles, SampleReturn filed) {
    this.sheet = sheet;
    this.styles = styles;
    this.filed = filed;
    this.habits = Habits.of(filed.unit());
  }

  static String fileName(SampleReturn filed) {
    return filed.unit().displayName() + "_" + filed.month() + ".xlsx";
  }

  static void write(SampleReturn filed, LocalDate day, String remark, Path folder)
      throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("月报表");
      new ReturnForm(sheet, new SheetStyles(workbook), filed).fill(day, remark);
      ReproducibleXlsx.write(workbook, folder.resolve(fileName(filed)));
    }
  }

  private void fill(LocalDate day, String remark) {
    wide("平安建设月报表", styles.title);
    line("填报单位", unitName());
    line("单位代码", filed.unit().code());
    line("填报月份", habits.month(filed.month()));
    figures(SampleField.POPULATION, SampleField.POPULATION);
    wide("一、矛盾纠纷化解", styles.heading);
    figures(SampleField.DISPUTES_RECEIVED, SampleField.HOTLINE_CLOSED);
    wide("二、治安防控", styles.heading);
    figures(SampleField.CRIMINAL_CASES, SampleField.HAZARDS_FIXED);
    wide("三、群众评价", styles.heading);
    figures(SampleField.SAFETY_SENSE, SampleField.AWARENESS);
    line("备注", remark);
    line("填报日期", inWords(day));
    layOut();
  }

  /** Two units sign with their longer name. */
  private String unitName() {
    String name = filed.unit().displayName();
    boolean inFull = filed.unit() == SampleUnit.DONGHU || filed.unit() == SampleUnit.BEIYUAN;
    return inFull ? name + "办事处" : name;
  }

  private static String inWords(LocalDate day) {
    return ConsolidatedWorkbook.inWords(YearMonth.from(day)) + day.getDayOfMonth() + "日";
  }

  private void wide(String value, XSSFCellStyle style) {
    SheetStyles.merge(sheet, new CellRangeAddress(row, row, LABEL, VALUE), value, style);
    row++;
  }

  private void line(String label, String value) {
    SheetStyles.put(sheet, row, LABEL, label, styles.label);
    if (value.isEmpty()) {
      SheetStyles.cell(sheet, row, VALUE, styles.text);
    } else {
      SheetStyles.put(sheet, row, VALUE, value, styles.text);
    }
    row++;
  }

  private void figures(SampleField first, SampleField last) {
    EnumSet.range(first, last).forEach(this::figure);
  }

  private void figure(SampleField field) {
    SheetStyles.put(sheet, row, LABEL, habits.label(field), styles.label);
    double value = filed.figure(field);
    if (!field.isPercentage()) {
      SheetStyles.put(sheet, row, VALUE, value, styles.count);
    } else if (habits.excelPercent) {
      SheetStyles.put(sheet, row, VALUE, value / 10_000, styles.percent);
    } else {
      SheetStyles.put(sheet, row, VALUE, value / 100, styles.decimal);
    }
    row++;
  }

  private void layOut() {
    SheetStyles.widths(sheet, 36, 30);
    SheetStyles.height(sheet, 0, 36);
    for (int i = 1; i < row; i++) {
      SheetStyles.height(sheet, i, 24);
    }
    SheetStyles.page(sheet, false);
  }
}
