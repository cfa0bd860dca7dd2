package peaceindex.report.workbook;

import peaceindex.sheet.Cells;

/** What of a stranger's sheet may be shown to anybody. */
public interface Redaction {

  /** Looks at a sheet as a whole, as a heading decides about the cells below it. */
  OfSheet of(Cells cells);

  /** The name of a sheet as it may be shown. */
  String name(String sheet);

  /** What may be shown of the cells of one sheet. */
  interface OfSheet {

    /** The text of a cell as it may be shown; empty if nothing may be. */
    String text(int cell);

    /** Whether the number, date or other content of a cell may be shown. */
    boolean shows(int cell);
  }
}
