package peaceindex.report.workbook.ooxml;

import java.util.List;

/** What may be typed into the cells of a sheet. */
final class Validations {
  private final XmlBytes xml = new XmlBytes(1 << 10);
  private int count;

  void add(List<Area> areas, Validation validation) {
    count++;
    Validation.Rule rule = validation.rule();
    String type =
        rule instanceof Validation.NoLess
            ? "decimal\" operator=\"greaterThanOrEqual"
            : rule instanceof Validation.Whole
                ? "whole"
                : rule instanceof Validation.Day
                    ? "date"
                    : rule instanceof Validation.Custom ? "custom" : "list";
    xml.markup("<dataValidation type=\"").markup(type);
    xml.markup(validation.blank() ? "\" allowBlank=\"1\"" : "\"");
    if (!validation.hint().isEmpty()) {
      xml.markup(" showInputMessage=\"1\"");
    }
    xml.markup(" showErrorMessage=\"1\" errorTitle=\"").text(validation.title());
    xml.markup("\" error=\"").text(validation.message());
    if (!validation.hint().isEmpty()) {
      xml.markup("\" promptTitle=\"").text(validation.hintTitle());
      xml.markup("\" prompt=\"").text(validation.hint());
    }
    xml.markup("\" sqref=\"");
    List<Area> joined = Area.joined(areas);
    for (int i = 0; i < joined.size(); i++) {
      xml.markup(i == 0 ? "" : " ").markup(joined.get(i).name());
    }
    xml.markup("\">");
    formulas(rule);
    xml.markup("</dataValidation>");
  }

  private void formulas(Validation.Rule rule) {
    if (rule instanceof Validation.NoLess number) {
      formula(1, number.least());
    } else if (rule instanceof Validation.Whole whole) {
      formula(1, whole.least());
      formula(2, whole.most());
    } else if (rule instanceof Validation.Day day) {
      formula(1, day.first());
      formula(2, day.last());
    } else if (rule instanceof Validation.Choice choice) {
      formula(1, "\"" + String.join(",", choice.words()).replace("\"", "\"\"") + "\"");
    } else if (rule instanceof Validation.Listed listed) {
      formula(1, listed.area());
    } else if (rule instanceof Validation.Custom custom) {
      formula(1, custom.formula());
    }
  }

  private void formula(int number, String formula) {
    xml.markup("<formula").number(number).markup(">").text(formula);
    xml.markup("</formula").number(number).markup(">");
  }

  /** Adds them to a sheet that has any. */
  void write(XmlBytes sheet) {
    if (count > 0) {
      sheet.markup("<dataValidations count=\"").number(count).markup("\">");
      sheet.append(xml).markup("</dataValidations>");
    }
  }
}
