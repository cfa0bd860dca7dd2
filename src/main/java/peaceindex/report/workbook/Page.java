package peaceindex.report.workbook;

import peaceindex.report.Findings;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/** One sheet of a workbook. */
interface Page {

  /**
   * The page's key among the messages: {@code book.sheet.NAME} is what its tab says and {@code
   * book.head.NAME} ends its title.
   */
  String name();

  /** Whether there is anything that it could ever show under the rules of the period. */
  default boolean isShown(Findings findings, Formulas formulas) {
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

  /**
   * Writes it as the next sheet.
   *
   * @param formulas of the workbook
   */
  default void write(
      Findings findings,
      Formulas formulas,
      Table<?> table,
      Caption caption,
      WorkbookWriter workbook,
      Styles styles) {
    TableSheet.write(table, caption, workbook, styles, TableSheet.MOST_ROWS);
  }
}
