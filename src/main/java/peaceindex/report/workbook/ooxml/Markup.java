package peaceindex.report.workbook.ooxml;

/** Words of the standard that more than one part says. */
final class Markup {
  static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  static final String SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  static final String DRAWING_TYPES = "application/vnd.openxmlformats-officedocument.drawing";

  private Markup() {}
}
