package peaceindex.report.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import peaceindex.panel.Field;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.report.workbook.ooxml.SheetWriter;
import peaceindex.report.workbook.ooxml.WorkbookWriter;
import peaceindex.sheet.Cells;

/**
 * A workbook to be mailed back: first a list of what is wrong with a return, then its sheets, built
 * anew, with the cells that are wrong marked.
 *
 * @param file the return as problems show it
 * @param period the period it belongs to, {@link Period#ALL} if none is known
 * @param problems everything that is wrong with it
 * @param sheets its visible sheets; none if it could not be read
 * @param fields the fields by id
 * @param absent what stands in a blank cell that should not be blank; may be empty
 */
public record ReturnedWorkbook(
    String file,
    Period period,
    List<Problem> problems,
    List<Cells> sheets,
    Map<String, Field> fields,
    Redaction redaction,
    String absent,
    Text organisation,
    Lang lang) {
  /** A return with more cells gets only the list: nobody looks through it by eye. */
  private static final int MOST_CELLS = 1_000_000;

  /** More links than this are slow to open, and nobody follows them. */
  private static final int MOST_LINKS = 5_000;

  private static final double MESSAGE_WIDTH = 50;

  /** Writes the workbook. */
  public void write(Path to) throws IOException {
    Words words = new Words(lang);
    Xlsx.write(
        to,
        period,
        lang,
        (workbook, styles) -> {
          Map<Cells, String> names = names(words);
          Map<String, String> links = new LinkedHashMap<>();
          names.forEach((cells, name) -> links.putIfAbsent(shown(cells), name));
          TableSheet.write(
              table(words, links), caption(words), workbook, styles, TableSheet.MOST_ROWS);
          names.forEach(
              (cells, name) -> {
                SheetWriter sheet = workbook.sheet(name);
                new RebuiltSheet(
                        cells, shown(cells), problems, redaction, absent, sheet, words, styles)
                    .write();
              });
        });
  }

  /** A sheet's name as problems show it. */
  private static String shown(Cells cells) {
    return CellRef.sheet(cells.file(), cells.sheet()).sheet();
  }

  private boolean isTooLarge() {
    return sheets.stream().mapToLong(Cells::size).sum() > MOST_CELLS;
  }

  /** The sheets to be built, with names that are valid and each used once. */
  private Map<Cells, String> names(Words words) {
    Map<Cells, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    taken.add(words.say("sheet.returned").toLowerCase(Locale.ROOT));
    for (Cells cells : isTooLarge() ? List.<Cells>of() : sheets) {
      String safe = WorkbookWriter.safeName(SafeText.of(redaction.name(cells.sheet())), '_');
      String name = safe;
      for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
        String end = " (" + number + ")";
        int room = Math.min(safe.length(), WorkbookWriter.LONGEST_NAME - end.length());
        name = safe.substring(0, room) + end;
      }
      names.put(cells, name);
    }
    return names;
  }

  private Caption caption(Words words) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return new Caption(
        words.say("sheet.returned"),
        SafeText.of(words.say("title.returned", "file", name)),
        Caption.office(organisation, words),
        "",
        words.say("footer"));
  }

  private Table<Problem> table(Words words, Map<String, String> links) {
    boolean linked = problems.size() <= MOST_LINKS;
    List<Column<Problem>> columns =
        List.of(
            column(words, "severity", p -> Cell.centred(words.in(p.severity().label()))),
            column(words, "problem", p -> Cell.centred(p.code().id())),
            column(words, "sheet", p -> Cell.word(sheet(p.where()))),
            column(words, "cell", p -> cell(p.where(), linked ? links : Map.of())),
            column(words, "field", p -> Cell.word(field(p, words))),
            column(words, "statement", p -> Cell.word(Messages.statement(p, lang)))
                .upTo(MESSAGE_WIDTH),
            column(words, "advice", p -> Cell.word(Messages.advice(p, lang))).upTo(MESSAGE_WIDTH));
    List<Line> notes =
        sheets.isEmpty()
            ? List.of(Line.note(words.say("note.returned.unread")))
            : isTooLarge()
                ? List.of(Line.note(words.say("note.returned.tooLarge")))
                : List.of(
                    Line.note(words.say("note.returned.marks")),
                    Line.note(words.say("note.returned.leftOut")));
    return new Table<>(columns, problems, notes, 0, false);
  }

  private static String sheet(Place place) {
    return place instanceof CellRef cell ? cell.sheet() : "";
  }

  private static Cell cell(Place place, Map<String, String> links) {
    if (!(place instanceof CellRef where) || where.cell().isEmpty()) {
      return Cell.centred("");
    }
    String sheet = links.getOrDefault(where.sheet(), "");
    return sheet.isEmpty()
        ? Cell.centred(where.cell())
        : Cell.link(where.cell(), sheet, where.cell());
  }

  /** In quotation marks, so that this list is never taken for a return itself. */
  private String field(Problem problem, Words words) {
    Field field = fields.get(problem.field());
    return field == null ? "" : words.say("quoted", "name", field.name());
  }

  private static Column<Problem> column(Words words, String key, Function<Problem, Cell> cell) {
    return Column.of(words.say("column." + key), cell);
  }
}
