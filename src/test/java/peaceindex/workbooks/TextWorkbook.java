package peaceindex.workbooks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook written down as text, so that a test shows the return as a clerk would see it. A line
 * is a row, {@code |} separates cells:
 *
 * <pre>
 * 12.5         a number               98.6%        0.986 with a percent format
 * '12          text that looks like   #2025-03-01  a date
 * =1+2         a formula, calculated  =?1+2        a formula, never calculated
 * !DIV         an error value         !TRUE        a truth value
 * &lt;            merged with the left   ^            merged with the one above
 * ⏎            a line break within a text
 * </pre>
 *
 * Lines that begin with {@code @} are no rows but say what is done to the sheet:
 *
 * <pre>
 * &#64;hide 3        row 3 is hidden         &#64;hide C         column C is hidden
 * &#64;strike C3     C3 is struck out        &#64;strike C3 2    its first two characters are
 * &#64;comment C3    C3 carries a comment   &#64;format C3 0.0%  C3 is shown so
 * &#64;stored C3 9   the formula in C3 has this result, whatever it should be
 * &#64;recalculate   the workbook asks to be calculated anew when it is opened
 * </pre>
 */
public final class TextWorkbook {
  private final Map<String, String> sheets = new LinkedHashMap<>();
  private String hidden = "";

  private TextWorkbook() {}

  /** A workbook with one sheet. */
  public static TextWorkbook of(String text) {
    return new TextWorkbook().sheet("表1", text);
  }

  /** An empty workbook, to which sheets are added. */
  public static TextWorkbook empty() {
    return new TextWorkbook();
  }

  public TextWorkbook sheet(String name, String text) {
    sheets.put(name, text);
    return this;
  }

  public TextWorkbook hidden(String name) {
    hidden = name;
    return this;
  }

  /** Writes .xls or .xlsx by the file's name. */
  public Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    boolean old = file.toString().toLowerCase(Locale.ROOT).endsWith(".xls");
    try (Workbook workbook = old ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      for (Map.Entry<String, String> entry : sheets.entrySet()) {
        fill(workbook, workbook.createSheet(entry.getKey()), entry.getValue());
      }
      if (!hidden.isEmpty()) {
        workbook.setSheetHidden(workbook.getSheetIndex(hidden), true);
      }
      workbook.write(out);
    }
    return file;
  }

  private static void fill(Workbook workbook, Sheet sheet, String text) {
    Map<String, CellRangeAddress> merges = new LinkedHashMap<>();
    String[] lines = text.split("\n", -1);
    for (int row = 0; row < lines.length; row++) {
      if (lines[row].startsWith("@")) {
        continue;
      }
      String[] cells = lines[row].split("\\|", -1);
      for (int column = 0; column < cells.length; column++) {
        String content = cells[column].strip();
        if (content.equals("<") || content.equals("^")) {
          extend(merges, row, column, content.equals("<"));
        } else if (!content.isEmpty()) {
          if (sheet.getRow(row) == null) {
            sheet.createRow(row);
          }
          set(workbook, sheet.getRow(row).createCell(column), content);
        }
      }
    }
    merges.values().stream().distinct().forEach(sheet::addMergedRegion);
    for (String line : lines) {
      if (line.startsWith("@")) {
        treat(workbook, sheet, line.substring(1).strip().split(" +"));
      }
    }
  }

  private static void treat(Workbook workbook, Sheet sheet, String[] words) {
    switch (words[0]) {
      case "hide" -> hide(sheet, words[1]);
      case "strike" -> strike(workbook, cell(sheet, words[1]), words.length > 2 ? words[2] : "");
      case "format" -> cell(sheet, words[1]).setCellStyle(format(workbook, words[2]));
      case "stored" -> cell(sheet, words[1]).setCellValue(Double.parseDouble(words[2]));
      case "recalculate" -> workbook.setForceFormulaRecalculation(true);
      case "comment" -> comment(workbook, sheet, new CellReference(words[1]));
      default -> throw new IllegalArgumentException(String.join(" ", words));
    }
  }

  private static Cell cell(Sheet sheet, String address) {
    CellReference at = new CellReference(address);
    return sheet.getRow(at.getRow()).getCell(at.getCol());
  }

  private static void hide(Sheet sheet, String rowOrColumn) {
    if (Character.isDigit(rowOrColumn.charAt(0))) {
      sheet.getRow(Integer.parseInt(rowOrColumn) - 1).setZeroHeight(true);
    } else {
      sheet.setColumnHidden(CellReference.convertColStringToIndex(rowOrColumn), true);
    }
  }

  private static void strike(Workbook workbook, Cell cell, String characters) {
    Font font = workbook.createFont();
    font.setStrikeout(true);
    if (characters.isEmpty()) {
      CellStyle style = workbook.createCellStyle();
      style.setFont(font);
      cell.setCellStyle(style);
    } else {
      RichTextString text =
          workbook.getCreationHelper().createRichTextString(cell.getStringCellValue());
      text.applyFont(0, Integer.parseInt(characters), font);
      cell.setCellValue(text);
    }
  }

  private static void comment(Workbook workbook, Sheet sheet, CellReference at) {
    CreationHelper helper = workbook.getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setRow1(at.getRow());
    anchor.setCol1(at.getCol());
    anchor.setRow2(at.getRow() + 2);
    anchor.setCol2(at.getCol() + 2);
    Drawing<?> drawing =
        sheet.getDrawingPatriarch() == null
            ? sheet.createDrawingPatriarch()
            : sheet.getDrawingPatriarch();
    Comment comment = drawing.createCellComment(anchor);
    comment.setString(helper.createRichTextString("与张三核对过"));
    cell(sheet, at.formatAsString()).setCellComment(comment);
  }

  private static void extend(
      Map<String, CellRangeAddress> merges, int row, int column, boolean left) {
    int fromRow = left ? row : row - 1;
    int fromColumn = left ? column - 1 : column;
    CellRangeAddress range =
        merges.computeIfAbsent(
            fromRow + "," + fromColumn,
            key -> new CellRangeAddress(fromRow, fromRow, fromColumn, fromColumn));
    range.setLastRow(Math.max(range.getLastRow(), row));
    range.setLastColumn(Math.max(range.getLastColumn(), column));
    merges.put(row + "," + column, range);
  }

  private static void set(Workbook workbook, Cell cell, String content) {
    if (content.indexOf('⏎') >= 0) {
      cell.setCellValue(content.replace('⏎', '\n'));
      return;
    }
    char first = content.charAt(0);
    if (first == '\'') {
      cell.setCellValue(content.substring(1));
    } else if (first == '#') {
      cell.setCellValue(LocalDate.parse(content.substring(1)));
      cell.setCellStyle(format(workbook, "yyyy-mm-dd"));
    } else if (content.startsWith("=?")) {
      cell.setCellFormula(content.substring(2));
    } else if (first == '=') {
      cell.setCellFormula(content.substring(1));
      workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
    } else if (content.equals("!DIV")) {
      cell.setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode());
    } else if (content.equals("!TRUE")) {
      cell.setCellValue(true);
    } else if (content.matches("-?\\d+(\\.\\d+)?%")) {
      String number = content.substring(0, content.length() - 1);
      cell.setCellValue(new java.math.BigDecimal(number).movePointLeft(2).doubleValue());
      cell.setCellStyle(format(workbook, "0.00%"));
    } else if (content.matches("-?\\d+(\\.\\d+)?")) {
      cell.setCellValue(Double.parseDouble(content));
    } else {
      cell.setCellValue(content);
    }
  }

  private static CellStyle format(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }
}
