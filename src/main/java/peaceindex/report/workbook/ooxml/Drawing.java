package peaceindex.report.workbook.ooxml;

import java.util.ArrayList;
import java.util.List;

/** The charts that lie on a sheet. */
final class Drawing {

  /** A chart in its place. */
  record Placed(Anchor anchor, String about, ChartPart chart) {}

  private final List<Placed> charts = new ArrayList<>();

  void add(Anchor anchor, String about, ChartPart chart) {
    charts.add(new Placed(anchor, about, chart));
  }

  boolean isEmpty() {
    return charts.isEmpty();
  }

  List<Placed> charts() {
    return charts;
  }

  void write(XmlBytes xml) {
    xml.markup(Markup.DECLARATION).markup("<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.");
    xml.markup("org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.");
    xml.markup("org/drawingml/2006/main\">");
    for (int i = 0; i < charts.size(); i++) {
      write(charts.get(i), i + 1, xml);
    }
    xml.markup("</xdr:wsDr>");
  }

  private static void write(Placed placed, int number, XmlBytes xml) {
    Anchor anchor = placed.anchor;
    xml.markup("<xdr:twoCellAnchor editAs=\"twoCell\">");
    corner("from", anchor.top(), anchor.left(), anchor.intoTop(), anchor.intoLeft(), xml);
    corner("to", anchor.bottom(), anchor.right(), anchor.intoBottom(), anchor.intoRight(), xml);
    xml.markup("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"");
    xml.number(number + 1L).markup("\" name=\"Chart ").number(number).markup("\" descr=\"");
    xml.text(placed.about).markup("\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>");
    xml.markup("<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>");
    xml.markup("<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006");
    xml.markup(
        "/chart\"><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart");
    xml.markup("\" xmlns:r=\"").markup(Markup.RELATIONS).markup("\" r:id=\"rId").number(number);
    xml.markup("\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>");
    xml.markup("</xdr:twoCellAnchor>");
  }

  private static void corner(
      String corner, int row, int column, int intoRow, int intoColumn, XmlBytes xml) {
    xml.markup("<xdr:").markup(corner).markup("><xdr:col>").number(column);
    xml.markup("</xdr:col><xdr:colOff>").number(intoColumn).markup("</xdr:colOff><xdr:row>");
    xml.number(row).markup("</xdr:row><xdr:rowOff>").number(intoRow);
    xml.markup("</xdr:rowOff></xdr:").markup(corner).markup(">");
  }
}
