package peaceindex.report.workbook;

import peaceindex.report.Findings;

/** One sheet of a workbook. */
interface Page {

  /**
   * The page's key among the messages: {@code book.sheet.NAME} is what its tab says and {@code
   * book.head.NAME} ends its title.
   */
  String name();

  /** What stands on it. */
  Table<?> table(Findings findings);
}
