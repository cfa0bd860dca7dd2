package peaceindex.report;

/** Whether every unit gets a slip of its own scores, to be sent without showing the others. */
public enum Slips {
  NONE,
  /** One workbook for the office, a sheet a unit. */
  SHEETS,
  /** A workbook a unit. */
  WORKBOOKS;

  /**
   * With more units a workbook of a sheet each is of no use: it takes minutes to open, and every
   * sheet needs a file of its own while it is written.
   */
  public static final int MOST_SHEETS = 200;
}
