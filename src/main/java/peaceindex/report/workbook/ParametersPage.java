package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import peaceindex.report.Findings;
import peaceindex.report.workbook.excel.Excel;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.SheetWriter;
import peaceindex.report.workbook.ooxml.Validation;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/** The numbers that the rules set, each in an open cell: change one, and everything follows. */
final class ParametersPage implements Page {
  static final String VALUE = "value";
  static final String CHANGED = "changed";
  private static final String SET = "set";

  @Override
  public String name() {
    return "parameters";
  }

  @Override
  public boolean isShown(Findings findings, Formulas formulas) {
    return formulas.isOn();
  }

  @Override
  public Object key(Object row) {
    return ((Parameters.Entry) row).key();
  }

  @Override
  public Table<?> table(Findings findings) {
    return table(findings, Formulas.none(findings, new Words(findings.lang())));
  }

  @Override
  public Table<?> table(Findings findings, Formulas formulas) {
    Words words = formulas.words();
    List<Parameters.Entry> entries = formulas.parameters().all();
    List<Column<Parameters.Entry>> columns = new ArrayList<>();
    columns.add(column(words, "node", entry -> Cell.word(entry.item())));
    if (entries.stream().anyMatch(entry -> !entry.group().isEmpty())) {
      columns.add(column(words, "group", entry -> Cell.centred(entry.group())));
    }
    columns.add(column(words, "parameter", entry -> Cell.word(entry.label())));
    columns.add(
        column(
                words,
                "trial",
                entry -> Cell.number(entry.value(), NumberForm.PLAIN).with(Look.ENTRY))
            .keyed(VALUE));
    columns.add(
        column(words, "set", entry -> Cell.number(entry.value(), NumberForm.PLAIN)).keyed(SET));
    columns.add(
        column(
                words,
                "changed",
                entry ->
                    formulas.live(
                        Cell.centred(""),
                        () -> {
                          Grid here = formulas.grid(name());
                          return "IF("
                              + here.here(entry.key(), VALUE)
                              + "="
                              + here.here(entry.key(), SET)
                              + ",\"\","
                              + Excel.text(words.say("changed"))
                              + ")";
                        }))
            .keyed(CHANGED));
    columns.add(column(words, "definedName", entry -> Cell.word(entry.name())));
    return new Table<>(
        columns,
        entries,
        List.of(Line.note(words.say("note.parameters")), Line.note(words.say("note.trial"))),
        1,
        false);
  }

  private static Column<Parameters.Entry> column(
      Words words, String key, java.util.function.Function<Parameters.Entry, Cell> cell) {
    return Column.of(words.say("column." + key), cell);
  }

  @Override
  public void write(
      Findings findings,
      Formulas formulas,
      Table<?> table,
      Caption caption,
      WorkbookWriter workbook,
      Styles styles) {
    guard(formulas, TableSheet.write(table, caption, workbook, styles, TableSheet.MOST_ROWS));
  }

  /** Lets nothing but numbers into the open cells, and no weight below 0. */
  private static void guard(Formulas formulas, SheetWriter sheet) {
    Grid grid = formulas.grid("parameters");
    List<Area> weights = new ArrayList<>();
    List<Area> others = new ArrayList<>();
    for (Parameters.Entry entry : formulas.parameters().all()) {
      Area cell = Area.cell(grid.row(entry.key()), grid.column(VALUE));
      (entry.isWeight() ? weights : others).add(cell);
    }
    Words words = formulas.words();
    guard(sheet, weights, "0", words.say("open.rule.weight"), words);
    guard(sheet, others, "-1E+300", words.say("open.rule.number"), words);
  }

  private static void guard(
      SheetWriter sheet, List<Area> cells, String least, String rule, Words words) {
    if (!cells.isEmpty()) {
      sheet.validate(
          cells,
          new Validation(new Validation.NoLess(least), words.say("open.rule"), rule).notBlank());
    }
  }

  /** How many units have a place in the list. */
  private static String ranked(Formulas formulas) {
    return "COUNT(" + formulas.column("calculation", CalculationPage.ORDER) + ")";
  }

  /** A line that says, once any parameter was changed, that what is seen is a trial. */
  static List<Line> trial(Formulas formulas) {
    if (!formulas.isOn()) {
      return List.of();
    }
    Words words = formulas.words();
    return List.of(
        Line.of(
            new Cell.Live(
                Cell.note(""),
                () ->
                    "IF(COUNTIF("
                        + formulas.grid("parameters").all(CHANGED)
                        + ","
                        + Excel.text(words.say("changed"))
                        + ")>0,"
                        + Excel.text(words.say("isTrial"))
                        + "&IF("
                        + ranked(formulas)
                        + "<>"
                        + formulas.standing().ranking().size()
                        + ","
                        + Excel.text(words.say("isTrial.ranked"))
                        + "&"
                        + ranked(formulas)
                        + ",\"\"),\"\")")));
  }
}
