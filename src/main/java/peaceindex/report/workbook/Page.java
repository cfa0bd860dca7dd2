package peaceindex.report.workbook;

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

  /** What stands on it. */
  Table<?> table(Findings findings);
}
