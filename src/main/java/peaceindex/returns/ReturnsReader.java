package peaceindex.returns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import peaceindex.panel.Frequency;
import peaceindex.panel.Labels;
import peaceindex.panel.Lateness;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Severity;
import peaceindex.problem.Text;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.returns.check.Checks;
import peaceindex.sheet.Cells;
import peaceindex.sheet.Fingerprint;
import peaceindex.sheet.ReadAhead;
import peaceindex.sheet.SheetReader;
import peaceindex.sheet.Workbook;

/**
 * Reads returns into a panel: every file a sheet at a time, as a table or else as a form;
 * corrections first. At the end every period is checked for sense, and for who is missing and late.
 */
public final class ReturnsReader {

  /** Told how far reading has come. */
  public interface Progress {
    /** Told after every file how many of how many are done. */
    void step(int done, int of);

    /** Told when all files are read and what they say together is looked at. */
    default void checking() {}
  }

  /**
   * What was read, and what was wrong with it.
   *
   * @param files the files, in the order of their names
   * @param inputs all files that were opened, registers too, in the order of their names
   * @param judged the periods of which it is known who is missing
   * @param raws what stands in the cells of the figures, if it was asked for
   */
  public record Result(
      Panel panel,
      Problems problems,
      List<Source> files,
      List<InputFile> inputs,
      Set<Period> judged,
      Raws raws) {}

  /**
   * A file that was read.
   *
   * @param shown as problems and origins show it
   * @param period the period to which it belongs, as far as that is known
   * @param registers the sheets that hold a register of events, of which nothing is shown again
   */
  public record Source(Path path, String shown, Optional<Period> period, Set<String> registers) {

    /** A file without a register. */
    public Source(Path path, String shown, Optional<Period> period) {
      this(path, shown, period, Set.of());
    }
  }

  private final ReturnsLayout layout;
  private final Roster roster;
  private final Frequency frequency;
  private final Panel panel;
  private final Problems problems;
  private final Raws raws;
  private final Merger merger;
  private final PeriodFinder periods;
  private final WorkbookReader workbooks;
  private final EventsRegister events;

  /** The files that hold a register of events and no return. */
  private final Set<String> registers = new HashSet<>();

  /** The sheets that hold one, by file. */
  private final Map<String, Set<String>> registerSheets = new HashMap<>();

  private final Set<String> corrected = new HashSet<>();

  /** The files that were opened. */
  private final Map<String, Fingerprint> opened = new HashMap<>();

  private ReturnsReader(ReturnsLayout layout, Roster roster, Frequency frequency, Raws raws) {
    this.layout = layout;
    this.roster = roster;
    this.frequency = frequency;
    this.problems = new Problems(layout.severities());
    this.panel = new Panel(roster, layout.fields());
    this.raws = raws;
    FigureReader figures = new FigureReader(layout);
    this.merger = new Merger(panel, figures, layout.corrections(), raws, problems);
    Vocabulary words = new Vocabulary(layout, frequency);
    UnitFinder units = new UnitFinder(roster, problems);
    this.periods = new PeriodFinder(frequency, problems);
    Sources sources = new Sources(layout.sources(), problems);
    Desk desk = new Desk(layout.fields(), words, units, periods, sources, merger, problems);
    this.workbooks = new WorkbookReader(desk);
    this.events = new EventsRegister(layout.events(), words, units, frequency, panel, problems);
  }

  /**
   * Reads all returns below a folder.
   *
   * @param shown the folder as problems and origins show it
   * @throws IOException if the folder itself cannot be listed
   */
  public static Result read(
      Path folder,
      String shown,
      ReturnsLayout layout,
      Roster roster,
      Frequency frequency,
      Progress progress)
      throws IOException {
    return new ReturnsReader(layout, roster, frequency, Raws.ignored())
        .read(Targets.all(folder, shown), progress);
  }

  /**
   * Reads what was named, and keeps what stands in the cells of the figures. Who is missing is
   * judged only for folders of periods that are read as a whole, who was late only for what is
   * read.
   *
   * @throws IOException if a folder cannot be listed
   */
  public static Result read(
      Targets targets, ReturnsLayout layout, Roster roster, Frequency frequency, Progress progress)
      throws IOException {
    return new ReturnsReader(layout, roster, frequency, Raws.kept()).read(targets, progress);
  }

  private Result read(Targets targets, Progress progress) throws IOException {
    String register = layout.receipts().map(ReturnsLayout.ReceiptsLayout::file).orElse("");
    InputFolder input =
        InputFolder.list(targets, frequency, layout.corrections(), register, problems);
    Receipts receipts = receipts(targets, register);
    List<ReturnFile> files = correctionsFirst(input.files(), receipts);
    try (ReadAhead ahead = new ReadAhead(files.stream().map(ReturnFile::asked).toList())) {
      for (int i = 0; i < files.size(); i++) {
        readFile(files.get(i), ahead.next());
        progress.step(i + 1, files.size());
      }
    }
    progress.checking();
    merger.reportOverlaps();
    events.finish();
    panel.excuseNotDue();
    Checks.run(panel, layout.sense()::jump, problems);
    // After the checks: what the roster says is the clerk's own and not a return.
    new RosterFigures(panel, problems).enter();
    Set<Period> judged = reportMissingUnits(input);
    reportLate(receipts, targets, judged, input.files());
    Contents contents = Contents.of(panel);
    return new Result(
        panel,
        problems,
        sources(returns(input), contents),
        inputs(input.files(), contents, targets, register),
        judged,
        raws);
  }

  /** The files but those that only hold a register. */
  private List<ReturnFile> returns(InputFolder input) {
    return input.files().stream().filter(file -> !registers.contains(file.shown())).toList();
  }

  private List<Source> sources(List<ReturnFile> files, Contents contents) {
    return files.stream()
        .sorted(Comparator.comparing(ReturnFile::shown))
        .map(
            file ->
                new Source(
                    file.path(),
                    file.shown(),
                    periodOf(file, contents),
                    registerSheets.getOrDefault(file.shown(), Set.of())))
        .toList();
  }

  private Optional<Period> periodOf(ReturnFile file, Contents contents) {
    if (file.folder().isPresent()) {
      return file.folder();
    }
    Optional<Period> held = contents.periodOf(file.shown());
    return held.isPresent() ? held : periods.periodOf(file);
  }

  private List<InputFile> inputs(
      List<ReturnFile> files, Contents contents, Targets targets, String register) {
    List<InputFile> inputs = new ArrayList<>();
    for (ReturnFile file : files) {
      String shown = file.shown();
      InputFile.Kind kind =
          registers.contains(shown)
              ? InputFile.Kind.EVENTS
              : corrected.contains(shown) ? InputFile.Kind.CORRECTION : InputFile.Kind.RETURN;
      Fingerprint content = opened.getOrDefault(shown, Fingerprint.unknown(shown));
      inputs.add(new InputFile(content, kind, periodOf(file, contents)));
    }
    Path receipts = targets.input().resolve(register);
    if (layout.receipts().isPresent() && Files.isRegularFile(receipts)) {
      String shown = targets.shownInput() + "/" + register;
      Fingerprint content = Fingerprint.of(receipts, shown);
      inputs.add(new InputFile(content, InputFile.Kind.RECEIPTS, Optional.empty()));
    }
    inputs.sort(Comparator.comparing(InputFile::file));
    return inputs;
  }

  /** The register; what is wrong with it matters only where all returns are read. */
  private Receipts receipts(Targets targets, String register) {
    Path file = targets.input().resolve(register);
    String shown = targets.shownInput() + "/" + register;
    Problems told = targets.isWhole() ? problems : new Problems();
    return layout
        .receipts()
        .map(of -> Receipts.read(file, shown, of, roster, frequency, told))
        .orElse(Receipts.none());
  }

  private void reportLate(
      Receipts receipts, Targets targets, Set<Period> judged, List<ReturnFile> files) {
    if (layout.receipts().isEmpty()) {
      return;
    }
    Set<String> names =
        files.stream().map(file -> Labels.key(file.name())).collect(Collectors.toSet());
    Receipts.Interest interest =
        (period, unit, file) ->
            targets.isWhole()
                || judged.contains(period)
                || (unit >= 0 ? panel.hasArrived(period, unit) : names.contains(Labels.key(file)));
    int dueDay = layout.receipts().get().dueDay();
    receipts.reportLate(dueDay, panel, corrected, interest, problems);
  }

  private List<ReturnFile> correctionsFirst(List<ReturnFile> files, Receipts receipts) {
    Map<String, Integer> sameName = new HashMap<>();
    boolean anyNamed = receipts.nameCorrections();
    if (anyNamed) {
      files.forEach(file -> sameName.merge(nameInPeriod(file), 1, Integer::sum));
    }
    List<ReturnFile> corrections = new ArrayList<>();
    List<ReturnFile> others = new ArrayList<>();
    for (ReturnFile file : files) {
      if (file.correction() || (anyNamed && isNamed(file, receipts, sameName))) {
        merger.isCorrection(file.shown());
        corrected.add(file.shown());
        corrections.add(file);
      } else {
        others.add(file);
      }
    }
    corrections.addAll(others);
    return corrections;
  }

  /** Whether the register names a file as a correction. */
  private boolean isNamed(ReturnFile file, Receipts receipts, Map<String, Integer> sameName) {
    boolean shared = sameName.getOrDefault(nameInPeriod(file), 1) > 1;
    return periods
        .periodOf(file)
        .filter(period -> receipts.isCorrection(file.shown(), period, shared))
        .isPresent();
  }

  private static String nameInPeriod(ReturnFile file) {
    return file.folder().map(Period::toString).orElse("") + "/" + Labels.key(file.name());
  }

  private void readFile(ReturnFile file, SheetReader.Result result) {
    opened.put(file.shown(), result.content());
    Optional<Problem> problem = result.problem();
    boolean refused =
        problem.isPresent() && problems.severity(problem.get().code()) == Severity.ERROR;
    boolean found = false;
    boolean isRegister = false;
    if (!refused && result.workbook().isPresent()) {
      Workbook whole = result.workbook().get();
      Workbook rest = events.read(file, whole);
      found = workbooks.read(file, rest);
      isRegister = noteRegisters(file, whole, rest) || (!found && events.isUnreadable(file, rest));
    }
    if (!found && isRegister) {
      registers.add(file.shown());
    }
    if (!found && !isRegister && file.mayBeNotes()) {
      problems.add(Code.FILE_PASSED_OVER, CellRef.file(file.shown()), "found", Text.of(".txt"));
      return;
    }
    if (problem.isPresent()) {
      problems.add(problem.get());
    }
    if (!found && !isRegister && !refused) {
      problems.add(Code.NO_TABLE_FOUND, CellRef.file(file.shown()));
    }
  }

  /** Notes which sheets hold a register; whether any does. */
  private boolean noteRegisters(ReturnFile file, Workbook whole, Workbook rest) {
    if (rest.sheets().size() == whole.sheets().size()) {
      return false;
    }
    Set<String> sheets = new HashSet<>();
    for (Cells cells : whole.sheets()) {
      sheets.add(cells.sheet());
    }
    for (Cells cells : rest.sheets()) {
      sheets.remove(cells.sheet());
    }
    registerSheets.put(file.shown(), Set.copyOf(sheets));
    return !sheets.isEmpty();
  }

  /** Says who is missing; the periods of which that is known. */
  private Set<Period> reportMissingUnits(InputFolder input) {
    Set<Period> judged = new TreeSet<>();
    // A month whose returns could not be read at all is a month, too.
    Set<Period> periods = new TreeSet<>(panel.periods());
    returns(input).forEach(file -> file.folder().ifPresent(periods::add));
    for (Period period : periods) {
      Optional<String> folder = input.folderOf(period);
      for (int unit = 0; folder.isPresent() && unit < roster.size(); unit++) {
        judged.add(period);
        if (roster.isActive(unit, period) && !panel.hasArrived(period, unit)) {
          CellRef where = CellRef.file(folder.get());
          long origin = panel.origins().pack(folder.get(), "", 0, 0);
          panel.add(new Lateness(unit, period, true, origin));
          problems.add(
              Problem.of(
                      Code.UNIT_MISSING, where, "unit", roster.name(unit, period), "period", period)
                  .about(roster.get(unit).id()));
        }
      }
    }
    return judged;
  }
}
