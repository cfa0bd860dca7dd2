package peaceindex.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import peaceindex.panel.Field;
import peaceindex.panel.Unit;
import peaceindex.problem.Text;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.Column;
import peaceindex.report.workbook.Look;
import peaceindex.report.workbook.Paper;
import peaceindex.report.workbook.Styles;
import peaceindex.report.workbook.Words;
import peaceindex.report.workbook.Xlsx;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/**
 * The form of one unit: a line a figure.
 *
 * <pre>
 * 单位名称         青石镇
 * 单位代码         990121101
 * 填报月份         2026年1月
 * 序号  数据项     数值     计量单位
 *   1   常住人口            人
 * </pre>
 *
 * The value stands right beside its label, so that no reader has to know units of measurement to
 * find it.
 */
final class UnitForm implements Xlsx.Content {
  private static final int VALUE_COLUMN = 2;
  private static final double VALUE_WIDTH = 16;
  private static final double WIDEST_LABEL = 48;

  private final Survey survey;
  private final Unit unit;

  UnitForm(Survey survey, Unit unit) {
    this.survey = survey;
    this.unit = unit;
  }

  @Override
  public void fill(WorkbookWriter workbook, Styles styles) {
    List<Field> fields = survey.fields("");
    Words words = survey.words();
    List<BlankSheet.Given> given = new ArrayList<>();
    given.add(
        new BlankSheet.Given(survey.suited(survey.returns().unitName()), words.in(unit.name())));
    if (!unit.code().isEmpty()) {
      given.add(new BlankSheet.Given(survey.suited(survey.returns().unitCode()), unit.code()));
    }
    List<Column<Integer>> columns =
        List.of(
            Column.of(survey.heading("number"), i -> Cell.centred(String.valueOf(i + 1))),
            Column.<Integer>of(
                    survey.heading("item"), i -> Cell.word(words.in(fields.get(i).name())))
                .upTo(WIDEST_LABEL),
            Column.of(
                survey.heading("value"),
                i -> new Cell.Entry(VALUE_WIDTH, Cell.Entry.ANY, Look.ENTRY)),
            Column.of(
                survey.heading("measure"), i -> Cell.centred(words.in(fields.get(i).unit()))));
    BlankSheet sheet =
        BlankSheet.write(
            survey,
            workbook,
            styles,
            Paper.UPRIGHT,
            BlankSheet.title(survey, "form", Text.of("")),
            given,
            columns,
            IntStream.range(0, fields.size()).boxed().toList(),
            0);
    for (int i = 0; i < fields.size(); i++) {
      EntryRule rule = Guarded.rule(fields.get(i), fields, survey);
      int row = sheet.firstRow() + i;
      int whole = rule.whole().map(fields::indexOf).orElse(i);
      sheet
          .guarded()
          .figures(rule, Area.cell(row, VALUE_COLUMN), sheet.firstRow() + whole, VALUE_COLUMN);
    }
    sheet.end(fields);
  }
}
