package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import peaceindex.panel.Period;
import peaceindex.report.FileUse;
import peaceindex.report.Findings;
import peaceindex.report.Provenance;
import peaceindex.report.RulesNotes;

/**
 * From what the workbook was computed: program, rules and every file with its checksum, and what
 * became of each.
 */
final class SourcesPage implements Page {
  private static final double FILE_WIDTH = 52;
  private static final double STATE_WIDTH = 26;
  private static final double CHECKSUM_WIDTH = 66;

  @Override
  public String name() {
    return "sources";
  }

  @Override
  public boolean isShown(Findings findings, Formulas formulas) {
    return findings.provenance().isKnown();
  }

  /** No formula asks for a row of it. */
  @Override
  public Object key(Object row) {
    return ((FileUse) row).content().file();
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    List<FileUse> files = FileUse.all(findings);
    // Nearly all files are of one kind, of one of a few periods, and used.
    Map<FileUse.Role, Cell> roles = new EnumMap<>(FileUse.Role.class);
    for (FileUse.Role role : FileUse.Role.values()) {
      roles.put(role, Cell.centred(words.say("role." + role.name())));
    }
    Map<List<Period>, Cell> periods = new HashMap<>();
    for (FileUse file : files) {
      periods.computeIfAbsent(file.periods(), of -> Cell.centred(periods(of, words)));
    }
    Cell used = Cell.word(words.say("fileState.USED"));
    List<Column<FileUse>> columns =
        List.of(
            column(words, "role", f -> roles.getOrDefault(f.role(), Cell.EMPTY)),
            column(words, "file", f -> Cell.word(f.content().file())).upTo(FILE_WIDTH),
            column(words, "period", f -> periods.getOrDefault(f.periods(), Cell.EMPTY)),
            column(words, "units", f -> count(f.units())),
            column(words, "usedFigures", f -> count(f.used())),
            column(words, "refusedFigures", f -> count(f.refused())),
            column(words, "state", f -> state(f, used, words)).upTo(STATE_WIDTH),
            column(words, "bytes", f -> bytes(f.content().bytes())),
            column(words, "checksum", f -> Cell.word(f.content().sha256())).upTo(CHECKSUM_WIDTH));
    return new Table<>(columns, files, below(findings, words), 0, true);
  }

  private static String periods(List<Period> periods, Words words) {
    if (periods.isEmpty()) {
      return "";
    }
    Period first = periods.get(0);
    return periods.size() == 1
        ? first.toString()
        : words.say(
            "periods",
            "first",
            first,
            "last",
            periods.get(periods.size() - 1),
            "count",
            periods.size());
  }

  private static Cell count(long count) {
    return count == 0 ? Cell.EMPTY : Cell.number(count, NumberForm.WHOLE);
  }

  private static Cell bytes(long bytes) {
    return Cell.number(bytes < 0 ? Double.NaN : bytes, NumberForm.WHOLE);
  }

  private static Cell state(FileUse file, Cell used, Words words) {
    if (file.role() == FileUse.Role.CONFIGURATION) {
      return Cell.word("");
    }
    return file.states().isEmpty() ? used : Cell.word(states(file, words));
  }

  private static String states(FileUse file, Words words) {
    String states =
        file.states().stream()
            .map(state -> words.say("fileState." + state.name()))
            .collect(Collectors.joining(words.say("semicolon")));
    String codes = String.join(words.say("comma"), file.codes());
    return codes.isEmpty() ? states : words.say("because", "what", states, "why", codes);
  }

  private static List<Line> below(Findings findings, Words words) {
    Provenance provenance = findings.provenance();
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.note(
            words.say(
                "note.program",
                "name",
                Provenance.PROGRAM,
                "version",
                provenance.version(),
                "index",
                findings.index().id(),
                "period",
                findings.period())));
    if (!words.in(findings.standing().tree().versionName()).isEmpty()) {
      // The rules in force are the first of the notes on rules.
      lines.add(Line.note(RulesNotes.of(findings).get(0)));
    }
    lines.add(Line.note(words.say("note.files")));
    lines.add(Line.note(words.say("note.checksum")));
    return lines;
  }

  private static Column<FileUse> column(Words words, String key, Function<FileUse, Cell> cell) {
    return Column.of(words.say("column." + key), cell);
  }
}
