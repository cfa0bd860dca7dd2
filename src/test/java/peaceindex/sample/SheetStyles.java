package peaceindex.sample;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks that the workbooks share, and the small steps of filling a sheet with them. */
final class SheetStyles {

  private static final String BODY_FONT = "宋体";
  private static final String HEADING_FONT = "黑体";
  private static final byte[] HEADER_FILL = {(byte) 0xDD, (byte) 0xEB, (byte) 0xF7};
  private static final byte[] TOTAL_FILL = {(byte) 0xF2, (byte) 0xF2, (byte) 0xF2};

  /** In inches. */
  private static final double SIDE_MARGIN = 0.4;

  final XSSFCellStyle title;
  final XSSFCellStyle header;
  final XSSFCellStyle heading;
  final XSSFCellStyle label;
  final XSSFCellStyle text;
  final XSSFCellStyle serial;
  final XSSFCellStyle count;
  final XSSFCellStyle decimal;
  final XSSFCellStyle percent;
  final XSSFCellStyle date;
  final XSSFCellStyle totalText;
  final XSSFCellStyle totalCount;

  private final XSSFWorkbook workbook;

  SheetStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    title = style(font(HEADING_FONT, 16, true), HorizontalAlignment.CENTER, "General");
    header = filled(bordered(HEADING_FONT, HorizontalAlignment.CENTER, "General"), HEADER_FILL);
    heading = filled(bordered(HEADING_FONT, HorizontalAlignment.LEFT, "General"), HEADER_FILL);
    label = bordered(BODY_FONT, HorizontalAlignment.LEFT, "General");
    text = bordered(BODY_FONT, HorizontalAlignment.CENTER, "@");
    serial = bordered(BODY_FONT, HorizontalAlignment.CENTER, "0");
    count = bordered(BODY_FONT, HorizontalAlignment.RIGHT, "#,##0");
    decimal = bordered(BODY_FONT, HorizontalAlignment.RIGHT, "0.00");
    percent = bordered(BODY_FONT, HorizontalAlignment.RIGHT, "0.00%");
    date = bordered(BODY_FONT, HorizontalAlignment.CENTER, "yyyy-mm-dd");
    totalText = filled(bordered(HEADING_FONT, HorizontalAlignment.CENTER, "General"), TOTAL_FILL);
    totalCount = filled(bordered(HEADING_FONT, HorizontalAlignment.RIGHT, "#,##0"), TOTAL_FILL);
  }

  /**
   * A cell with a style and no value; for the covered part of merged cells, so that borders close.
   */
  static XSSFCell cell(XSSFSheet sheet, int row, int column, XSSFCellStyle style) {
    XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell cell = line.createCell(column);
    cell.setCellStyle(style);
    return cell;
  }

  static void put(XSSFSheet sheet, int row, int column, String value, XSSFCellStyle style) {
    cell(sheet, row, column, style).setCellValue(value);
  }

  static void put(XSSFSheet sheet, int row, int column, double value, XSSFCellStyle style) {
    cell(sheet, row, column, style).setCellValue(value);
  }

  /** One text over several cells. */
  static void merge(XSSFSheet sheet, CellRangeAddress range, String value, XSSFCellStyle style) {
    range.forEach(at -> cell(sheet, at.getRow(), at.getColumn(), style));
    sheet.getRow(range.getFirstRow()).getCell(range.getFirstColumn()).setCellValue(value);
    sheet.addMergedRegion(range);
  }

  static void height(XSSFSheet sheet, int row, int points) {
    sheet.getRow(row).setHeightInPoints(points);
  }

  /** Widths in characters of the body font. */
  static void widths(XSSFSheet sheet, int... characters) {
    for (int column = 0; column < characters.length; column++) {
      sheet.setColumnWidth(column, characters[column] * 256);
    }
  }

  /** A4, as wide as the paper and as many pages as it takes. */
  static void page(XSSFSheet sheet, boolean landscape) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(landscape);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, SIDE_MARGIN);
    sheet.setMargin(PageMargin.RIGHT, SIDE_MARGIN);
  }

  private XSSFFont font(String name, int points, boolean bold) {
    XSSFFont font = workbook.createFont();
    font.setFontName(name);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    return font;
  }

  private XSSFCellStyle style(XSSFFont font, HorizontalAlignment alignment, String format) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setAlignment(alignment);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private XSSFCellStyle bordered(String fontName, HorizontalAlignment alignment, String format) {
    XSSFCellStyle style = style(font(fontName, 11, false), alignment, format);
    style.setWrapText(true);
    style.setIndention((short) (alignment == HorizontalAlignment.CENTER ? 0 : 1));
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private static XSSFCellStyle filled(XSSFCellStyle style, byte[] rgb) {
    style.setFillForegroundColor(new XSSFColor(rgb, null));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }
}
