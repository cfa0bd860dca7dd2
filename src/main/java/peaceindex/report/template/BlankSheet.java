package peaceindex.report.template;

import java.util.ArrayList;
import java.util.List;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.Lang;
import peaceindex.problem.Text;
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
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/**
 * What all blank returns look like: a title, who reports and for when, the table, how it is to be
 * filled in, and room for the seal. No room for names: this is about totals, not about persons.
 *
 * <p>The period stands in a cell of its own with a drop-down and nowhere else, so that a form can
 * be used again next month.
 */
final class BlankSheet {
  /** Periods offered, so that a form lasts a year, or a quarter where periods are short. */
  private static final int THIRDS = 9;

  private static final int WEEKS = 13;
  private static final int MONTHS = 12;

  private static final int YEARS = 5;

  /** Columns that a label above the table takes up, and its value. */
  private static final int SPAN = 2;

  private static final Look LABEL = Look.HEADING;

  /** A line above the table that says who reports. */
  record Given(String label, String value) {}

  private final Survey survey;
  private final Words words;
  private final PaperSheet paper;
  private final Guarded guarded;
  private final int firstRow;
  private final int lastRow;

  private BlankSheet(Survey survey, PaperSheet paper, Guarded guarded, int firstRow, int lastRow) {
    this.survey = survey;
    this.words = survey.words();
    this.paper = paper;
    this.guarded = guarded;
    this.firstRow = firstRow;
    this.lastRow = lastRow;
  }

  /**
   * Writes the sheet up to the end of the table.
   *
   * @param fixed columns that stay in sight
   */
  static <R> BlankSheet write(
      Survey survey,
      WorkbookWriter workbook,
      Styles styles,
      Paper paper,
      String title,
      List<Given> given,
      List<Column<R>> columns,
      List<R> rows,
      int fixed) {
    Table<R> table = new Table<>(columns, rows, List.of(), fixed, false);
    String line = SafeText.of(title);
    Layout layout = Layout.of(table, PaperSheet.titleWidth(line), paper);
    Words words = survey.words();
    PaperSheet sheet =
        new PaperSheet(workbook, words.say("template.tab"), styles, layout, words.say("footer"));
    Guarded guarded = new Guarded(sheet.sheet(), survey);
    sheet.title(line);
    given.forEach(
        g -> sheet.line(pair(g.label(), new Cell.Written(SafeText.of(g.value()), Look.CENTRED))));
    if (survey.period().frequency() != Frequency.NONE) {
      int row = sheet.next();
      List<String> periods =
          periods(survey.period()).stream().filter(survey::asksTheSameIn).map(words::in).toList();
      sheet.line(pair(periodLabel(survey), new Cell.Written(periods.get(0), Look.ENTRY_CENTRED)));
      int last = Math.min(columns.size() - 1, 2 * SPAN - 1);
      guarded.choice(new Area(row, SPAN, row, last), periods);
    }
    sheet.head(table.headRows(), fixed);
    int first = sheet.next();
    for (R row : rows) {
      sheet.body(columns.stream().map(column -> column.cell().apply(row)).toList());
    }
    return new BlankSheet(survey, sheet, guarded, first, sheet.next() - 1);
  }

  private static Line pair(String label, Cell value) {
    return new Line(
        List.of(
            new Line.Placed(0, SPAN, new Cell.Written(SafeText.of(label), LABEL)),
            new Line.Placed(SPAN, SPAN, value)));
  }

  /** Of the labels that a return may bear the one that says what sort of period it is for. */
  private static String periodLabel(Survey survey) {
    List<String> all = survey.returns().period();
    String word =
        switch (survey.period().frequency()) {
          case TEN_DAYS -> survey.lang() == Lang.ZH ? "旬" : "Period";
          case WEEK -> survey.lang() == Lang.ZH ? "周" : "Week";
          case MONTH, QUARTER, HALF_YEAR, YEAR, YEAR_TO_DATE, NONE -> "";
        };
    List<String> fitting = all.stream().filter(label -> label.contains(word)).toList();
    return survey.suited(fitting.isEmpty() ? all : fitting);
  }

  private static List<Period> periods(Period first) {
    List<Period> periods = new ArrayList<>();
    Period period = first;
    int count =
        switch (first.frequency()) {
          case TEN_DAYS -> THIRDS;
          case WEEK -> WEEKS;
          case MONTH -> MONTHS;
          case QUARTER, HALF_YEAR, YEAR, YEAR_TO_DATE, NONE -> YEARS;
        };
    for (int i = 0; i < count; i++) {
      periods.add(period);
      period = period.next().orElse(period);
    }
    return periods;
  }

  Guarded guarded() {
    return guarded;
  }

  /** The table's first row. */
  int firstRow() {
    return firstRow;
  }

  /** The table's last row. */
  int lastRow() {
    return lastRow;
  }

  /** The title of a blank return; {@code key} says which. */
  static String title(Survey survey, String key, Text source) {
    return survey
        .words()
        .say(
            "template.title." + key,
            "area",
            survey.index().area(),
            "index",
            survey.index().name(),
            "source",
            source);
  }

  /** The lines below the table, and the locks: the end of the sheet. */
  void end(List<Field> fields) {
    List<String> notes = new ArrayList<>();
    notes.add(words.say("template.note.entry"));
    notes.add(words.say("template.note.zero"));
    if (fields.stream().anyMatch(field -> field.kind() == FieldKind.PERCENTAGE)) {
      notes.add(words.say("template.note.percentage"));
    }
    survey
        .notApplicable()
        .ifPresent(word -> notes.add(words.say("template.note.notApplicable", "word", word)));
    notes.add(words.say("template.note.persons"));
    paper.line(Line.of(Cell.caption(survey.heading("notes"))));
    for (int i = 0; i < notes.size(); i++) {
      paper.line(Line.note(words.say("template.note", "number", i + 1, "text", notes.get(i))));
    }
    paper.line(Line.of(new Cell.Written(SafeText.of(words.say("template.seal")), Look.SIGNATURE)));
    paper.close();
    guarded.lock();
  }
}
