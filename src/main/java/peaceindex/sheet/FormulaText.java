package peaceindex.sheet;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaParsingWorkbook;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;

/**
 * A formula as it is written at a place. At another place, which shares it, its relative references
 * are moved by as much.
 */
record FormulaText(int row, int column, String text) implements FormulaSheet.Tokens {

  @Override
  public Ptg[] of(FormulaParsingWorkbook book, int sheet, int atRow, int atColumn) {
    if (text.length() > Recalculation.MAX_CHARACTERS) {
      throw new FormulaParseException("too long");
    }
    Ptg[] tokens = FormulaParser.parse(text, book, FormulaType.CELL, sheet, atRow);
    for (Ptg token : tokens) {
      if (token instanceof RefPtgBase at) {
        at.setRow(moved(at.getRow(), at.isRowRelative(), atRow - row, MAX_ROWS));
        at.setColumn(moved(at.getColumn(), at.isColRelative(), atColumn - column, MAX_COLUMNS));
      } else if (token instanceof AreaPtgBase area) {
        area.setFirstRow(
            moved(area.getFirstRow(), area.isFirstRowRelative(), atRow - row, MAX_ROWS));
        area.setLastRow(moved(area.getLastRow(), area.isLastRowRelative(), atRow - row, MAX_ROWS));
        area.setFirstColumn(
            moved(
                area.getFirstColumn(), area.isFirstColRelative(), atColumn - column, MAX_COLUMNS));
        area.setLastColumn(
            moved(area.getLastColumn(), area.isLastColRelative(), atColumn - column, MAX_COLUMNS));
      }
    }
    return tokens;
  }

  private static final int MAX_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
  private static final int MAX_COLUMNS = SpreadsheetVersion.EXCEL2007.getMaxColumns();

  /** Beyond the sheet's end Excel goes on at its beginning; nobody means that. */
  private static int moved(int index, boolean relative, int by, int end) {
    int to = relative ? index + by : index;
    if (to < 0 || to >= end) {
      throw new FormulaParseException("outside the sheet");
    }
    return to;
  }
}
