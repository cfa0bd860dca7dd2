package peaceindex.report.workbook.ooxml;

import java.util.List;

/** The conditional formats of a sheet. */
final class Conditions {
  private final Formats formats;
  private final XmlBytes xml = new XmlBytes(1 << 10);
  private int priority;

  Conditions(Formats formats) {
    this.formats = formats;
  }

  /** Rules for the same cells. */
  void add(Area area, List<Condition> rules) {
    xml.markup("<conditionalFormatting sqref=\"").markup(area.name()).markup("\">");
    rules.forEach(this::write);
    xml.markup("</conditionalFormatting>");
  }

  XmlBytes xml() {
    return xml;
  }

  private void write(Condition rule) {
    priority++;
    if (rule instanceof Condition.Bar bar) {
      xml.markup("<cfRule type=\"dataBar\" priority=\"").number(priority);
      xml.markup("\"><dataBar minLength=\"0\" maxLength=\"100\">");
      ends(bar.least(), bar.most());
      colour(bar.colour());
      xml.markup("</dataBar></cfRule>");
    } else if (rule instanceof Condition.Scale scale) {
      xml.markup("<cfRule type=\"colorScale\" priority=\"").number(priority);
      xml.markup("\"><colorScale>");
      ends(scale.least(), scale.most());
      colour(scale.from());
      colour(scale.to());
      xml.markup("</colorScale></cfRule>");
    } else if (rule instanceof Condition.Equals equal) {
      xml.markup("<cfRule type=\"cellIs\" operator=\"equal");
      highlight(equal.highlight(), equal.formula());
    } else if (rule instanceof Condition.When when) {
      xml.markup("<cfRule type=\"expression");
      highlight(when.highlight(), when.formula());
    }
  }

  private void highlight(Highlight highlight, String formula) {
    xml.markup("\" dxfId=\"").number(formats.number(highlight));
    xml.markup("\" priority=\"").number(priority).markup("\"><formula>");
    xml.text(formula).markup("</formula></cfRule>");
  }

  private void ends(double least, double most) {
    xml.markup("<cfvo type=\"num\" val=\"").number(least);
    xml.markup("\"/><cfvo type=\"num\" val=\"").number(most).markup("\"/>");
  }

  private void colour(String colour) {
    xml.markup("<color rgb=\"FF").text(colour.substring(1)).markup("\"/>");
  }
}
