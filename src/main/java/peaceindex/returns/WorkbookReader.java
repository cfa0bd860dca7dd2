package peaceindex.returns;

import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;
import peaceindex.sheet.Workbook;

/** Enters a workbook, a sheet at a time: as a table or else as a form. */
final class WorkbookReader {
  private final Desk desk;
  private final TableReader tables;
  private final FormReader forms;

  WorkbookReader(Desk desk) {
    this.desk = desk;
    this.tables = new TableReader(desk);
    this.forms = new FormReader(desk);
  }

  void read(ReturnFile file, Workbook workbook) {
    desk.merger().begin(workbook);
    boolean any = false;
    for (Cells cells : workbook.sheets()) {
      any |= tables.read(file, cells) || forms.read(file, cells);
    }
    for (String hidden : workbook.hidden()) {
      desk.problems().add(Code.HIDDEN_SHEET, CellRef.sheet(file.shown(), hidden));
    }
    if (!any) {
      desk.problems().add(Code.NO_TABLE_FOUND, CellRef.file(file.shown()));
    }
  }
}
