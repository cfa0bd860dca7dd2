package peaceindex.returns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Frequency;
import peaceindex.panel.Labels;
import peaceindex.panel.Lateness;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Privacy;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.returns.ReturnsLayout.ReceiptsLayout;
import peaceindex.sheet.Cells;
import peaceindex.sheet.SheetReader;

/**
 * The clerk's register of receipts: an Excel list with a line a return.
 *
 * <pre>
 * 单位名称 | 文件名              | 所属月份 | 收到日期   | 类别
 * 青石镇   | 青石镇_2025-12.xlsx | 2025-12  | 2026-01-04 | 首报
 * </pre>
 *
 * Unit or file, period and date are needed; columns stand in any order, others are never read.
 * Lateness comes from here alone, never from the times of files.
 */
final class Receipts {

  /**
   * One line of the register.
   *
   * @param unit number of the unit, -1 where the line names a file only
   * @param file name of the file as the clerk wrote it; may be empty
   */
  private record Line(
      CellRef where,
      int unit,
      String file,
      Period period,
      LocalDate received,
      boolean correction) {}

  /** Whose lateness matters; where only some returns are read, not everybody's. */
  interface Interest {

    /**
     * @param unit number of the unit, -1 where the register names a file only
     */
    boolean in(Period period, int unit, String file);
  }

  private final List<Line> lines = new ArrayList<>();

  private Receipts() {}

  /** Nothing was registered. */
  static Receipts none() {
    return new Receipts();
  }

  /** Reads the register; a line that cannot be used is a problem and is left out. */
  static Receipts read(
      Path file,
      String shown,
      ReceiptsLayout layout,
      Roster roster,
      Frequency frequency,
      Problems problems) {
    Receipts receipts = new Receipts();
    if (!Files.exists(file)) {
      return receipts;
    }
    SheetReader.Result result = SheetReader.read(file, shown);
    result.problem().ifPresent(problems::add);
    if (result.workbook().isEmpty()) {
      return receipts;
    }
    boolean found = false;
    for (Cells cells : result.workbook().get().sheets()) {
      Optional<Header> header = Header.find(cells, layout);
      if (header.isPresent()) {
        found = true;
        receipts.readLines(cells, header.get(), layout, roster, frequency, problems);
      }
    }
    if (!found) {
      String expected =
          String.join(
              " / ", layout.unit().get(0), layout.period().get(0), layout.received().get(0));
      problems.add(
          Code.REGISTER_UNREADABLE,
          CellRef.file(shown),
          "found",
          Messages.phrase("register.noHeader"),
          "expected",
          expected);
    }
    return receipts;
  }

  private record Header(int row, int unit, int file, int period, int received, int kind) {

    static Optional<Header> find(Cells cells, ReceiptsLayout layout) {
      Map<Integer, Header> byRow = new HashMap<>();
      for (int cell = 0; cell < cells.size(); cell++) {
        int row = cells.row(cell);
        int column = cells.column(cell);
        String text = cells.text(cell);
        Header header = byRow.getOrDefault(row, new Header(row, -1, -1, -1, -1, -1));
        header = header.with(text, column, layout);
        byRow.put(row, header);
        boolean last = cell + 1 == cells.size() || cells.row(cell + 1) != row;
        if (last && header.isComplete()) {
          return Optional.of(header);
        }
      }
      return Optional.empty();
    }

    private Header with(String text, int column, ReceiptsLayout layout) {
      return new Header(
          row,
          pick(unit, text, column, layout.unit()),
          pick(file, text, column, layout.fileName()),
          pick(period, text, column, layout.period()),
          pick(received, text, column, layout.received()),
          pick(kind, text, column, layout.kind()));
    }

    private static int pick(int before, String text, int column, List<String> labels) {
      return before < 0 && Vocabulary.keys(labels).contains(Labels.key(text)) ? column : before;
    }

    private boolean isComplete() {
      return (unit >= 0 || file >= 0) && period >= 0 && received >= 0;
    }
  }

  private void readLines(
      Cells cells,
      Header header,
      ReceiptsLayout layout,
      Roster roster,
      Frequency frequency,
      Problems problems) {
    for (int row = header.row() + 1; row <= cells.lastRow(); row++) {
      String unitName = text(cells, row, header.unit());
      // Files are shown, and so found again, without the numbers of persons.
      String file = Privacy.mask(text(cells, row, header.file()));
      Optional<Period> period = period(cells, row, header.period(), frequency);
      Optional<LocalDate> received = day(cells, row, header.received());
      if (unitName.isEmpty() && file.isEmpty() && period.isEmpty() && received.isEmpty()) {
        continue;
      }
      int unit = roster.byCode(unitName) >= 0 ? roster.byCode(unitName) : roster.byName(unitName);
      CellRef where = CellRef.at(cells.file(), cells.sheet(), row, header.received());
      if ((unit < 0 && file.isEmpty()) || period.isEmpty() || received.isEmpty()) {
        String key =
            period.isEmpty()
                ? "register.noPeriod"
                : received.isEmpty() ? "register.noDate" : "register.noUnit";
        problems.add(Code.REGISTER_LINE, where, "found", Messages.phrase(key));
        continue;
      }
      boolean correction =
          Vocabulary.keys(layout.correction())
              .contains(Labels.key(text(cells, row, header.kind())));
      lines.add(new Line(where, unit, file, period.get(), received.get(), correction));
    }
  }

  private static String text(Cells cells, int row, int column) {
    int cell = column < 0 ? -1 : cells.at(row, column);
    return cell < 0 ? "" : cells.text(cell).strip();
  }

  private static Optional<Period> period(Cells cells, int row, int column, Frequency frequency) {
    if (frequency == Frequency.NONE) {
      return Optional.of(Period.ALL);
    }
    int cell = cells.at(row, column);
    if (cell >= 0 && cells.kind(cell) == Cells.Kind.DATE) {
      return Optional.of(Period.of(cells.date(cell), frequency));
    }
    return PeriodText.only(text(cells, row, column), frequency);
  }

  private static Optional<LocalDate> day(Cells cells, int row, int column) {
    int cell = cells.at(row, column);
    if (cell >= 0 && cells.kind(cell) == Cells.Kind.DATE) {
      LocalDate date = cells.date(cell);
      return date.getYear() >= 1990 && date.getYear() < 2100 ? Optional.of(date) : Optional.empty();
    }
    return PeriodText.day(text(cells, row, column));
  }

  /** Whether the register calls any file a correction. */
  boolean nameCorrections() {
    return lines.stream().anyMatch(Line::correction);
  }

  /**
   * Whether the register calls this file a correction. Where two files of a period share the name
   * that the clerk wrote, the one in the folder for corrections is meant, so the other is none.
   *
   * @param shown the file's path
   * @param sameName whether another file of the period has the same name
   */
  boolean isCorrection(String shown, Period period, boolean sameName) {
    String path = Labels.key(shown);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return lines.stream()
        .filter(line -> line.correction() && line.period().equals(period))
        .map(line -> Labels.key(line.file().replace('\\', '/')))
        .filter(file -> !file.isEmpty())
        .anyMatch(
            file ->
                file.contains("/") ? path.endsWith("/" + file) : file.equals(name) && !sameName);
  }

  /**
   * Says which of the returns that matter were late. Corrections are never late. Where
   * configuration makes it an error to be late, the figures of the late return are not used.
   *
   * <p>The panel learns whose returns they were: a return once, however often it is registered. A
   * line that names a file only is of the unit whose return that file is; of a file of several
   * units nobody can tell who was late, so nobody was.
   *
   * @param corrections the files that are corrections
   */
  void reportLate(
      int dueDay, Panel panel, Set<String> corrections, Interest interest, Problems problems) {
    Roster roster = panel.roster();
    Set<String> known = new HashSet<>();
    for (Line line : lines) {
      Optional<LocalDate> due = due(line.period(), dueDay);
      if (line.correction()
          || due.isEmpty()
          || !line.received().isAfter(due.get())
          || !interest.in(line.period(), line.unit(), line.file())) {
        continue;
      }
      int whose = line.unit() >= 0 ? line.unit() : onlyUnit(line, panel);
      if (whose >= 0 && known.add(whose + "/" + line.period() + "/" + Labels.key(line.file()))) {
        CellRef at = line.where();
        long origin = panel.origins().pack(at.file(), at.sheet(), at.row(), at.column());
        panel.add(new Lateness(whose, line.period(), false, line.file(), origin));
      }
      Text unit = line.unit() >= 0 ? roster.name(line.unit(), line.period()) : Text.of(line.file());
      Problem late =
          Problem.of(
                  Code.RETURN_LATE,
                  line.where(),
                  "unit",
                  unit,
                  "period",
                  line.period(),
                  "found",
                  line.received(),
                  "expected",
                  due.get())
              .about(line.unit() >= 0 ? roster.get(line.unit()).id() : "");
      if (problems.add(late).isError()) {
        withdraw(line, panel, corrections);
      }
    }
  }

  /** The one unit whose return a line's file is; -1 if there is none, or there are several. */
  private static int onlyUnit(Line line, Panel panel) {
    int only = -1;
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      if (Lateness.isNamed(panel.arrivedWith(line.period(), unit), line.file())) {
        if (only >= 0) {
          return -1;
        }
        only = unit;
      }
    }
    return only;
  }

  /** Withdraws the figures of a line's file, or of its unit where it names no file. */
  private static void withdraw(Line line, Panel panel, Set<String> corrections) {
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      boolean concerned = line.unit() < 0 || line.unit() == unit;
      for (int field = 0; concerned && field < panel.fields().size(); field++) {
        String file = panel.origin(line.period(), unit, field).map(CellRef::file).orElse("");
        if (panel.status(line.period(), unit, field) == CellStatus.REPORTED
            && !corrections.contains(file)
            && (line.file().isEmpty() || Lateness.isNamed(file, line.file()))) {
          panel.withdraw(line.period(), unit, field);
        }
      }
    }
  }

  /** The last day in time: the {@code dueDay}th after the period; empty without periods. */
  private static Optional<LocalDate> due(Period period, int dueDay) {
    return period.frequency() == Frequency.NONE
        ? Optional.empty()
        : Optional.of(period.lastDay().plusDays(dueDay));
  }
}
