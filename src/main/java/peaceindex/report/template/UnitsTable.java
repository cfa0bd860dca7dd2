package peaceindex.report.template;

import java.util.ArrayList;
import java.util.List;
import peaceindex.panel.Field;
import peaceindex.panel.Group;
import peaceindex.panel.Unit;
import peaceindex.problem.Text;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.Column;
import peaceindex.report.workbook.Heading;
import peaceindex.report.workbook.Look;
import peaceindex.report.workbook.Paper;
import peaceindex.report.workbook.SafeText;
import peaceindex.report.workbook.Styles;
import peaceindex.report.workbook.Words;
import peaceindex.report.workbook.Xlsx;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/**
 * The consolidated return: a row a unit, a column a figure. The units are written in, and can be
 * chosen anew from the roster on the second sheet, which is there to be seen: a hidden sheet would
 * have to be explained.
 */
final class UnitsTable implements Xlsx.Content {
  private static final int UNIT_COLUMN = 1;
  private static final int FIRST_FIELD = 2;
  private static final double VALUE_WIDTH = 6;
  private static final double WIDEST_UNIT = 30;

  private final Survey survey;
  private final List<Field> fields;
  private final String title;

  /** A table of the figures that the units themselves report. */
  static UnitsTable ofUnits(Survey survey) {
    return new UnitsTable(survey, survey.fields(""), BlankSheet.title(survey, "all", Text.of("")));
  }

  /** A table of the figures that a department supplies. */
  static UnitsTable ofSource(Survey survey, String id, Text name) {
    return new UnitsTable(survey, survey.fields(id), BlankSheet.title(survey, "source", name));
  }

  private UnitsTable(Survey survey, List<Field> fields, String title) {
    this.survey = survey;
    this.fields = fields;
    this.title = title;
  }

  @Override
  public void fill(WorkbookWriter workbook, Styles styles) {
    Words words = survey.words();
    List<Unit> units = survey.units();
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(Column.of(survey.heading("number"), i -> Cell.centred(String.valueOf(i + 1))));
    columns.add(
        Column.<Integer>of(
                survey.suited(survey.returns().unitName()),
                i -> new Cell.Written(SafeText.of(words.in(units.get(i).name())), Look.ENTRY_WORD))
            .upTo(WIDEST_UNIT));
    for (Field field : fields) {
      columns.add(
          Column.of(
              Heading.of(field, words),
              i -> new Cell.Entry(VALUE_WIDTH, Cell.Entry.ANY, Look.ENTRY)));
    }
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      rows.add(i);
    }
    BlankSheet sheet =
        BlankSheet.write(
            survey, workbook, styles, Paper.ACROSS, title, List.of(), columns, rows, FIRST_FIELD);
    ListSheet roster = new ListSheet(words.say("template.units"), units.size(), UNIT_COLUMN);
    sheet.guarded().distinctChoice(cells(sheet, UNIT_COLUMN), roster.listed());
    for (int i = 0; i < fields.size(); i++) {
      EntryRule rule = Guarded.rule(fields.get(i), fields, survey);
      int whole = rule.whole().map(fields::indexOf).orElse(i);
      sheet
          .guarded()
          .figures(rule, cells(sheet, FIRST_FIELD + i), sheet.firstRow(), FIRST_FIELD + whole);
    }
    sheet.end(fields);
    roster.write(workbook, styles, words, rosterColumns(), units);
  }

  private static Area cells(BlankSheet sheet, int column) {
    return Area.column(sheet.firstRow(), sheet.lastRow(), column);
  }

  private List<Column<Unit>> rosterColumns() {
    Words words = survey.words();
    List<Column<Unit>> columns = new ArrayList<>();
    columns.add(
        Column.of(survey.suited(survey.returns().unitCode()), unit -> Cell.centred(unit.code())));
    columns.add(
        Column.of(
            survey.suited(survey.returns().unitName()), unit -> Cell.word(words.in(unit.name()))));
    if (!survey.roster().groups().isEmpty()) {
      columns.add(Column.of(words.say("column.group"), unit -> Cell.centred(group(unit))));
    }
    return columns;
  }

  private String group(Unit unit) {
    return survey
        .roster()
        .group(unit.group())
        .map(Group::name)
        .map(name -> survey.words().in(name))
        .orElse("");
  }
}
