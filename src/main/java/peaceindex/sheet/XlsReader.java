package peaceindex.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;

/** Reads the old binary format (.xls, and WPS .et, which is the same) through POI. */
final class XlsReader {

  private XlsReader() {}

  static SheetReader.Result read(Path file, String shown, CellRef where) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        return SheetReader.Result.refused(Problem.of(Code.WORKBOOK_ENCRYPTED, where));
      }
      if (InternalWorkbook.WORKBOOK_DIR_ENTRY_NAMES.stream()
          .noneMatch(root::hasEntryCaseInsensitive)) {
        return SheetReader.Result.refused(
            SheetReader.notAWorkbook(where, Messages.phrase("content.office")));
      }
      try (HSSFWorkbook workbook = new HSSFWorkbook(root, false)) {
        return SheetReader.Result.of(convert(workbook, shown));
      }
    }
  }

  private static Workbook convert(HSSFWorkbook workbook, String shown) {
    List<Cells> sheets = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    boolean epoch1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      if (workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i)) {
        hidden.add(workbook.getSheetName(i));
      } else {
        sheets.add(convert(workbook.getSheetAt(i), shown, epoch1904));
      }
    }
    return new Workbook(sheets, hidden);
  }

  private static Cells convert(HSSFSheet sheet, String shown, boolean epoch1904) {
    Cells.Builder cells = new Cells.Builder(shown, sheet.getSheetName(), epoch1904);
    for (Row row : sheet) {
      for (Cell cell : row) {
        add(cell, cells);
      }
    }
    for (CellRangeAddress range : sheet.getMergedRegions()) {
      cells.merge(
          new Cells.Merge(
              range.getFirstRow(),
              range.getLastRow(),
              range.getFirstColumn(),
              range.getLastColumn()));
    }
    return cells.build();
  }

  private static void add(Cell cell, Cells.Builder cells) {
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    CellType type = cell.getCellType();
    if (type == CellType.FORMULA) {
      type = cell.getCachedFormulaResultType();
    }
    switch (type) {
      case NUMERIC -> {
        CellStyle style = cell.getCellStyle();
        NumberFormats format = NumberFormats.of(style.getDataFormat(), style.getDataFormatString());
        cells.number(row, column, cell.getNumericCellValue(), format.isDate(), format.isPercent());
      }
      case STRING -> cells.text(row, column, cell.getRichStringCellValue().getString());
      case BOOLEAN -> cells.other(row, column, Cells.Kind.BOOLEAN);
      case ERROR -> cells.other(row, column, Cells.Kind.ERROR);
      default -> {
        // A blank cell is no cell.
      }
    }
  }
}
