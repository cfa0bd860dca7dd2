package peaceindex.report.workbook.ooxml;

/** How a sheet is printed. */
public final class PageSetup {
  private boolean landscape;
  private boolean centred;
  private boolean fits;
  private int pagesAcross;
  private int pagesDown;
  private int scale;
  private double side;
  private double top;
  private double bottom;
  private double foot;
  private String footer = "";

  /** A4 upright unless it is turned. */
  public PageSetup landscape(boolean turned) {
    landscape = turned;
    return this;
  }

  public PageSetup centred() {
    centred = true;
    return this;
  }

  /** Shrinks the sheet to so many pages; 0 is as many as it takes. */
  public PageSetup fit(int across, int down) {
    fits = true;
    pagesAcross = across;
    pagesDown = down;
    return this;
  }

  /** Prints at a size in per cent, which does not fit it to anything. */
  public PageSetup scale(int percent) {
    fits = false;
    scale = percent;
    return this;
  }

  /** Margins in inches; {@code atFoot} is how far the footer is from the edge. */
  public PageSetup margins(double atSides, double atTop, double atBottom, double atFoot) {
    side = atSides;
    top = atTop;
    bottom = atBottom;
    foot = atFoot;
    return this;
  }

  /** A line in the middle of the foot, with a spreadsheet's codes for page numbers. */
  public PageSetup footer(String text) {
    footer = text;
    return this;
  }

  boolean fits() {
    return fits;
  }

  void write(XmlBytes xml) {
    if (centred) {
      xml.markup("<printOptions horizontalCentered=\"1\"/>");
    }
    if (side > 0) {
      xml.markup("<pageMargins left=\"").number(side).markup("\" right=\"").number(side);
      xml.markup("\" top=\"").number(top).markup("\" bottom=\"").number(bottom);
      xml.markup("\" header=\"").number(foot).markup("\" footer=\"").number(foot).markup("\"/>");
    }
    xml.markup("<pageSetup paperSize=\"9\"");
    if (scale > 0) {
      xml.markup(" scale=\"").number(scale).markup("\"");
    }
    if (fits) {
      xml.markup(" fitToWidth=\"").number(pagesAcross);
      xml.markup("\" fitToHeight=\"").number(pagesDown).markup("\"");
    }
    xml.markup(landscape ? " orientation=\"landscape\"/>" : " orientation=\"portrait\"/>");
    if (!footer.isEmpty()) {
      xml.markup("<headerFooter><oddFooter>&amp;C").text(footer).markup("</oddFooter>");
      xml.markup("</headerFooter>");
    }
  }
}
