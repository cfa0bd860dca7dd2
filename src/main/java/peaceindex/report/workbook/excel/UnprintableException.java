package peaceindex.report.workbook.excel;

/** A formula that no spreadsheet can hold: too long, or made of what stands in no cell. */
public final class UnprintableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnprintableException(String why) {
    super(why);
  }
}
