package peaceindex.report.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import peaceindex.panel.Field;
import peaceindex.panel.Roster;
import peaceindex.problem.CellRef;
import peaceindex.problem.LineRef;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.report.Findings;

/** Everything that was found wrong in the returns, to be sent back to those who can mend it. */
final class ProblemsPage implements Page {
  private static final double FILE_WIDTH = 34;
  private static final double MESSAGE_WIDTH = 66;

  @Override
  public String name() {
    return "problems";
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    Map<String, Text> units = new HashMap<>();
    Roster roster = findings.panel().roster();
    for (int unit = 0; unit < roster.size(); unit++) {
      units.put(roster.get(unit).id(), roster.name(unit, findings.period()));
    }
    Map<String, Text> fields = new HashMap<>();
    for (Field field : findings.panel().fields().all()) {
      fields.put(field.id(), field.name());
    }
    List<Column<Problem>> columns =
        List.of(
            column(words, "severity", p -> Cell.centred(words.in(p.severity().label()))),
            column(words, "problem", p -> Cell.centred(p.code().id())),
            column(words, "file", p -> Cell.word(p.where().file())).upTo(FILE_WIDTH),
            column(words, "sheet", p -> Cell.word(sheet(p.where()))),
            column(words, "cell", p -> Cell.word(cell(p.where()))),
            column(words, "unit", p -> Cell.word(name(units, p.unit(), words))),
            column(words, "field", p -> Cell.word(name(fields, p.field(), words))),
            column(words, "message", p -> Cell.word(Messages.text(p, findings.lang())))
                .upTo(MESSAGE_WIDTH));
    List<Problem> problems = findings.problems();
    String note =
        problems.isEmpty()
            ? words.say("note.noProblems")
            : words.say("note.problems", "count", problems.size());
    return new Table<>(columns, problems, List.of(Line.note(note)), 0, true);
  }

  private static String sheet(Place place) {
    return place instanceof CellRef cell ? cell.sheet() : "";
  }

  private static String cell(Place place) {
    if (place instanceof LineRef line) {
      return line.line() == 0 ? "" : line.line() + ":" + line.column();
    }
    return place instanceof CellRef cell ? cell.cell() : "";
  }

  /** The name of a unit or a field; what is not known is shown by its id. */
  private static String name(Map<String, Text> names, String id, Words words) {
    return words.in(names.getOrDefault(id, Text.of(id)));
  }

  private static Column<Problem> column(Words words, String key, Function<Problem, Cell> cell) {
    return Column.of(words.say("column." + key), cell);
  }
}
