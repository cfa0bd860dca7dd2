package peaceindex.report.workbook;

import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import peaceindex.report.Findings;

/** One sheet of a workbook. */
interface Page {

  /**
   * The page's key among the messages: {@code book.sheet.NAME} is what its tab says and {@code
   * book.head.NAME} ends its title.
   */
  String name();

  /** Whether there is anything that it could ever show under the rules of the period. */
  default boolean isShown(Findings findings) {
    return true;
  }

  /** What stands on it, with formulas where the workbook has any. */
  default Table<?> table(Findings findings, Formulas formulas) {
    return table(findings);
  }

  /** What stands on it, as figures. */
  Table<?> table(Findings findings);

  /** By what formulas find a row. */
  default Object key(Object row) {
    return row instanceof UnitRow of ? of.key() : row;
  }

  /** Writes it as the next sheet. */
  default void write(
      Findings findings, Table<?> table, Caption caption, SXSSFWorkbook workbook, Styles styles) {
    TableSheet.write(table, caption, workbook, styles, TableSheet.MOST_ROWS);
  }
}
