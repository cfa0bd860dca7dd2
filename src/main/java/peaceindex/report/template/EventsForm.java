package peaceindex.report.template;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
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
  public void fill(SXSSFWorkbook workbook, Styles styles) {
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
    String units =
        list(
            workbook,
            styles,
            words.say("template.units"),
            List.of(
                Column.of(
                    survey.suited(layout.unit()),
                    (Unit unit) -> Cell.word(SafeText.of(words.in(unit.name()))))),
            survey.roster().units());
    String rules =
        list(
            workbook,
            styles,
            words.say("template.events.rules"),
            List.of(
                Column.of(
                    survey.suited(layout.rule()),
                    (Kind kind) -> Cell.word(SafeText.of(words.in(kind.name())))),
                Column.of(words.say("template.events.points"), EventsForm::points)),
            kinds);
    DataValidationHelper helper = sheet.sheet().getDataValidationHelper();
    mind(sheet, helper.createFormulaListConstraint(units), first, UNIT_COLUMN, "rule.choice");
    mind(
        sheet,
        helper.createDateConstraint(
            OperatorType.BETWEEN, "DATE(2000,1,1)", "DATE(2099,12,31)", Cell.Entry.DATE),
        first,
        DATE_COLUMN,
        "events.date");
    mind(sheet, helper.createFormulaListConstraint(rules), first, RULE_COLUMN, "rule.choice");
    mind(
        sheet,
        helper.createIntegerConstraint(OperatorType.BETWEEN, "1", MOST_TIMES),
        first,
        TIMES_COLUMN,
        "events.times");
  }

  private static Cell points(Kind kind) {
    return Cell.centred(Double.isNaN(kind.points()) ? "" : Figures.plain(kind.points()));
  }

  private Column<Integer> column(List<String> labels, double width, String pattern) {
    return Column.of(
        survey.suited(labels), line -> new Cell.Entry(width, pattern, Look.ENTRY_CENTRED));
  }

  /** Writes a list on a sheet of its own; where its first column stands. */
  private <R> String list(
      SXSSFWorkbook workbook, Styles styles, String name, List<Column<R>> columns, List<R> rows) {
    Table<R> table = new Table<>(columns, rows, List.of(), 0, false);
    PaperSheet sheet =
        new PaperSheet(
            workbook,
            name,
            styles,
            Layout.of(table, PaperSheet.titleWidth(name), Paper.UPRIGHT),
            words.say("footer"));
    sheet.title(name);
    sheet.head(1, 0);
    int first = sheet.next();
    for (R row : rows) {
      sheet.body(columns.stream().map(column -> column.cell().apply(row)).toList());
    }
    sheet.close();
    sheet.sheet().enableLocking();
    return new CellRangeAddress(first, sheet.next() - 1, 0, 0).formatAsString(name, true);
  }

  private void mind(
      PaperSheet sheet, DataValidationConstraint rule, int first, int column, String message) {
    SXSSFSheet on = sheet.sheet();
    DataValidation validation =
        on.getDataValidationHelper()
            .createValidation(
                rule, new CellRangeAddressList(first, first + MINDED, column, column));
    validation.createErrorBox(words.say("template.error"), words.say("template." + message));
    validation.setShowErrorBox(true);
    on.addValidationData(validation);
  }
}
