package peaceindex.report.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import peaceindex.panel.Period;
import peaceindex.panel.Unit;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;

/**
 * One list of whom to call: whose return is missing, was late, came twice, is of the wrong month or
 * cannot be read.
 *
 * @param period {@link Period#ALL} if none is known
 * @param units the units by id
 */
public record ReminderWorkbook(
    Period period,
    List<Reminder> reminders,
    Map<String, Unit> units,
    Text organisation,
    Lang lang) {

  /** Why somebody is called. */
  public enum Reason {
    MISSING,
    LATE,
    DUPLICATE,
    WRONG_PERIOD,
    UNREADABLE
  }

  /** One line. */
  public record Reminder(Reason reason, Problem problem) {}

  private static final double FILE_WIDTH = 40;
  private static final double MESSAGE_WIDTH = 46;

  /** Writes the workbook. */
  public void write(Path to) throws IOException {
    Words words = new Words(lang);
    Xlsx.write(
        to,
        period,
        lang,
        (workbook, styles) ->
            TableSheet.write(table(words), caption(words), workbook, styles, TableSheet.MOST_ROWS));
  }

  private Caption caption(Words words) {
    return new Caption(
        words.say("sheet.reminders"),
        words.say("title.reminders", "period", words.in(period)).strip(),
        Caption.office(organisation, words),
        "",
        words.say("footer"));
  }

  private Table<Reminder> table(Words words) {
    List<Column<Reminder>> columns =
        List.of(
            column(words, "reminder", r -> Cell.centred(words.say("reminder." + r.reason()))),
            column(words, "unit", r -> Cell.word(unit(r.problem(), words))),
            column(words, "file", r -> Cell.word(r.problem().where().show())).upTo(FILE_WIDTH),
            column(words, "problem", r -> Cell.centred(r.problem().code().id())),
            column(words, "statement", r -> Cell.word(Messages.statement(r.problem(), lang)))
                .upTo(MESSAGE_WIDTH),
            column(words, "advice", r -> Cell.word(Messages.advice(r.problem(), lang)))
                .upTo(MESSAGE_WIDTH));
    String note = words.say("note.reminders", "count", reminders.size());
    return new Table<>(columns, reminders, List.of(Line.note(note)), 0, true);
  }

  private String unit(Problem problem, Words words) {
    Unit unit = units.get(problem.unit());
    return unit == null ? "" : words.in(unit.name());
  }

  private static Column<Reminder> column(Words words, String key, Function<Reminder, Cell> cell) {
    return Column.of(words.say("column." + key), cell);
  }
}
