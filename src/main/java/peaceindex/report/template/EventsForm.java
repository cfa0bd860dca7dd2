package peaceindex.report.template;

import java.util.List;
import java.util.stream.IntStream;
import peaceindex.panel.Figures;
import peaceindex.panel.Labels;
import peaceindex.panel.Unit;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.Column;
import peaceindex.report.workbook.Layout;
import peaceindex.report.workbook.Line;
import peaceindex.report.workbook.Look;
import peaceindex.report.workbook.Paper;
import peaceindex.report.workbook.PaperSheet;
import peaceindex.report.workbook.SafeText;
import peaceindex.report.workbook.Styles;
import peaceindex.report.workbook.Table;
import peaceindex.report.workbook.Words;
import peaceindex.report.workbook.Xlsx;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.Validation;
import peaceindex.report.workbook.ooxml.WorkbookWriter;
import peaceindex.returns.EventsLayout;
import peaceindex.returns.EventsLayout.Kind;

/**
 * The register of events, empty: units and rules are chosen from the lists on the other sheets. Its
 * columns are those that are read, and no others: a column for remarks would be one for names.
 */
final class EventsForm implements Xlsx.Content {
  /** Lines with borders; one may write on below. */
  private static final int LINES = 30;

  /** Lines that are minded, those below the borders too. */
  private static final int MINDED = 5000;

  private static final String MOST_TIMES = "999";
  private static final int UNIT_COLUMN = 0;
  private static final int DATE_COLUMN = 1;
  private static final int RULE_COLUMN = 2;
  private static final int TIMES_COLUMN = 3;

  private final Survey survey;
  private final EventsLayout layout;
  private final List<Kind> kinds;
  private final Words words;

  EventsForm(Survey survey) {
    this.survey = survey;
    this.layout = survey.returns().events();
    this.kinds = layout.kinds().at(survey.period()).orElse(List.of());
    this.words = survey.words();
  }

  /** Whether any event counts in the period. */
  boolean isNeeded() {
    return !kinds.isEmpty();
  }

  /** What it is called: by which it is known for a register even while nothing stands in it. */
  String title() {
    String title = words.say("template.events");
    boolean known =
        layout.title().stream().anyMatch(word -> Labels.key(title).contains(Labels.key(word)));
    return known || layout.title().isEmpty() ? title : survey.suited(layout.title());
  }

  @Override
  public void fill(WorkbookWriter workbook, Styles styles) {
    double widestRule =
        kinds.stream()
            .mapToDouble(kind -> Cell.word(SafeText.of(words.in(kind.name()))).width())
            .max()
            .orElse(0);
    List<Column<Integer>> columns =
        List.of(
            column(layout.unit(), 16, Cell.Entry.TEXT),
            column(layout.date(), 14, Cell.Entry.DATE),
            column(layout.rule(), Math.max(30, Math.min(50, widestRule + 2)), Cell.Entry.TEXT),
            column(layout.times(), 8, Cell.Entry.ANY));
    Table<Integer> table =
        new Table<>(columns, IntStream.range(0, LINES).boxed().toList(), List.of(), 0, false);
    String title = SafeText.of(title());
    PaperSheet sheet =
        new PaperSheet(
            workbook,
            words.say("template.events.tab"),
            styles,
            Layout.of(table, PaperSheet.titleWidth(title), Paper.UPRIGHT),
            words.say("footer"));
    sheet.title(title);
    sheet.head(1, 0);
    int first = sheet.next();
    for (Integer line : table.rows()) {
      sheet.body(columns.stream().map(column -> column.cell().apply(line)).toList());
    }
    sheet.line(Line.note(words.say("template.events.note")));
    sheet.close();
    ListSheet units = new ListSheet(words.say("template.units"), survey.roster().units().size(), 0);
    ListSheet rules = new ListSheet(words.say("template.events.rules"), kinds.size(), 0);
    mind(sheet, new Validation.Listed(units.listed()), first, UNIT_COLUMN, "rule.choice");
    mind(sheet, Register.DAYS, first, DATE_COLUMN, "events.date");
    mind(sheet, new Validation.Listed(rules.listed()), first, RULE_COLUMN, "rule.choice");
    mind(sheet, new Validation.Whole("1", MOST_TIMES), first, TIMES_COLUMN, "events.times");
    units.write(
        workbook,
        styles,
        words,
        List.of(
            Column.of(
                survey.suited(layout.unit()),
                (Unit unit) -> Cell.word(SafeText.of(words.in(unit.name()))))),
        survey.roster().units());
    rules.write(
        workbook,
        styles,
        words,
        List.of(
            Column.of(
                survey.suited(layout.rule()),
                (Kind kind) -> Cell.word(SafeText.of(words.in(kind.name())))),
            Column.of(words.say("template.events.points"), EventsForm::points)),
        kinds);
  }

  private static Cell points(Kind kind) {
    return Cell.centred(Double.isNaN(kind.points()) ? "" : Figures.plain(kind.points()));
  }

  private Column<Integer> column(List<String> labels, double width, String pattern) {
    return Column.of(
        survey.suited(labels), line -> new Cell.Entry(width, pattern, Look.ENTRY_CENTRED));
  }

  private void mind(PaperSheet sheet, Validation.Rule rule, int first, int column, String message) {
    sheet
        .sheet()
        .validate(
            List.of(Area.column(first, first + MINDED, column)),
            new Validation(rule, words.say("template.error"), words.say("template." + message)));
  }
}
