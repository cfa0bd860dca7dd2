package peaceindex.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The clerk's register of what arrived when; it was begun with the forms of 2025. */
final class ReceiptsWorkbook {

  static final String FILE = "收件登记表.xlsx";

  private static final List<String> HEADERS =
      List.of("序号", "单位名称", "文件名", "所属月份", "收到日期", "类别", "备注");
  private static final int HEADER_ROW = 1;

  /**
   * One line of the register.
   *
   * @param typedDate whether the clerk typed the date as text instead of entering a date
   */
  record Receipt(
      SampleReturn filed, LocalDate received, boolean correction, boolean typedDate, String note) {}

  private final XSSFSheet sheet;
  private final SheetStyles styles;

  private ReceiptsWorkbook(XSSFSheet sheet, SheetStyles styles) {
    this.sheet = sheet;
    this.styles = styles;
  }

  static void write(List<Receipt> receipts, Path folder) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("收件登记");
      new ReceiptsWorkbook(sheet, new SheetStyles(workbook)).fill(receipts);
      ReproducibleXlsx.write(workbook, folder.resolve(FILE));
    }
  }

  private void fill(List<Receipt> receipts) {
    CellRangeAddress top = new CellRangeAddress(0, 0, 0, HEADERS.size() - 1);
    SheetStyles.merge(sheet, top, "收件登记表", styles.title);
    for (int column = 0; column < HEADERS.size(); column++) {
      SheetStyles.put(sheet, HEADER_ROW, column, HEADERS.get(column), styles.header);
    }
    for (int i = 0; i < receipts.size(); i++) {
      line(HEADER_ROW + 1 + i, i + 1, receipts.get(i));
    }
    layOut();
  }

  private void line(int row, int number, Receipt receipt) {
    SampleReturn filed = receipt.filed();
    SheetStyles.put(sheet, row, 0, number, styles.serial);
    SheetStyles.put(sheet, row, 1, filed.unit().displayName(), styles.text);
    SheetStyles.put(sheet, row, 2, ReturnForm.fileName(filed), styles.text);
    SheetStyles.put(sheet, row, 3, filed.month().toString(), styles.text);
    if (receipt.typedDate()) {
      SheetStyles.put(sheet, row, 4, receipt.received().toString(), styles.text);
    } else {
      SheetStyles.cell(sheet, row, 4, styles.date).setCellValue(receipt.received());
    }
    SheetStyles.put(sheet, row, 5, receipt.correction() ? "更正" : "首报", styles.text);
    if (receipt.note().isEmpty()) {
      SheetStyles.cell(sheet, row, 6, styles.text);
    } else {
      SheetStyles.put(sheet, row, 6, receipt.note(), styles.text);
    }
  }

  private void layOut() {
    SheetStyles.widths(sheet, 7, 14, 28, 13, 15, 9, 26);
    SheetStyles.height(sheet, 0, 36);
    SheetStyles.height(sheet, HEADER_ROW, 26);
    for (int row = HEADER_ROW + 1; row <= sheet.getLastRowNum(); row++) {
      SheetStyles.height(sheet, row, 20);
    }
    sheet.createFreezePane(0, HEADER_ROW + 1);
    sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
    SheetStyles.page(sheet, false);
  }
}
