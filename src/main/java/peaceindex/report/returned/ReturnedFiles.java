package peaceindex.report.returned;

import java.io.IOException;
import java.nio.file.DirectoryStream;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import peaceindex.panel.Field;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Severity;
import peaceindex.report.Checked;
import peaceindex.report.Delivery;
import peaceindex.report.FileNames;
import peaceindex.report.Manifest;
import peaceindex.report.Placement;
import peaceindex.report.workbook.Redaction;
import peaceindex.report.workbook.ReminderWorkbook;
import peaceindex.report.workbook.ReminderWorkbook.Reason;
import peaceindex.report.workbook.ReminderWorkbook.Reminder;
import peaceindex.report.workbook.ReturnedWorkbook;
import peaceindex.returns.ReturnsLayout;
import peaceindex.returns.ReturnsReader.Source;
import peaceindex.sheet.Cells;
import peaceindex.sheet.SheetReader;

/**
 * The folders {@code output/PERIOD/returned}: a workbook for every return with errors, and {@code
 * list.xlsx} of whom to call. A return whose period is not known has its workbook in {@code
 * output/returned}.
 *
 * <p>All is written aside and then moved into place. The workbook of a return that has been mended
 * goes away with the next check that reads it; a check of some returns leaves those of the others.
 * Files that the user put there or has changed are neither replaced nor deleted.
 */
public final class ReturnedFiles {
  private static final String FOLDER = "returned";
  private static final String LIST = "list.xlsx";
  private static final Manifest MANIFEST = new Manifest(".returned");

  /** How a file is written that is not there yet. */
  private interface Content {
    void write(Path file) throws IOException;
  }

  /**
   * A file to be written.
   *
   * @param source the return it is made of; empty for a list
   */
  private record Wanted(String source, Content content) {}

  private final Checked checked;
  private final Scope scope;
  private final Path output;
  private final String shown;
  private final Redaction redaction;
  private final String absent;
  private final Map<String, Field> fields = new HashMap<>();

  /** What is wanted in each folder, by the name of the period; empty where none is known. */
  private final Map<String, List<Wanted>> plan = new TreeMap<>();

  /** The periods for which a list can be made, because it is known who is missing. */
  private final Set<String> listed = new HashSet<>();

  /**
   * Plans what is to be written.
   *
   * @param scope how much the check has seen
   * @param shown the output folder as problems show it
   */
  public ReturnedFiles(
      Checked checked, ReturnsLayout layout, Scope scope, Path output, String shown) {
    this.checked = checked;
    this.scope = scope;
    this.output = output;
    this.shown = shown;
    Lang lang = checked.lang();
    this.redaction =
        new Whitelist(layout, checked.panel().roster(), Messages.say("book.rebuilt.leftOut", lang));
    this.absent = absent(layout.missing(), lang);
    checked.panel().fields().all().forEach(field -> fields.put(field.id(), field));
    // Lists first: their name is not to be taken by a return of the same name.
    planLists();
    planWorkbooks();
  }

  /**
   * What stands in a blank cell that should not be blank: a word of the language that is read as
   * "nothing" again.
   */
  private static String absent(List<String> missing, Lang lang) {
    String letters = lang == Lang.ZH ? ".*\\p{IsHan}.*" : ".*[A-Za-z].*";
    return missing.stream()
        .filter(word -> word.matches(letters))
        .max(
            Comparator.comparing((String word) -> word.startsWith("未"))
                .thenComparing(String::length))
        .orElse("");
  }

  private void planWorkbooks() {
    Map<String, List<Problem>> byFile = new HashMap<>();
    for (Problem problem : checked.problems()) {
      byFile.computeIfAbsent(problem.where().file(), f -> new ArrayList<>()).add(problem);
    }
    for (Source source : checked.sources()) {
      List<Problem> problems = byFile.getOrDefault(source.shown(), List.of());
      if (problems.stream().anyMatch(Problem::isError)) {
        want(name(source.period()), source.shown(), file -> write(source, problems, file));
      }
    }
  }

  private void planLists() {
    Map<String, Optional<Period>> periods = new HashMap<>();
    checked.sources().forEach(source -> periods.put(source.shown(), source.period()));
    Map<Optional<Period>, List<Reminder>> reminders = new HashMap<>();
    for (Problem problem : checked.problems()) {
      Optional<Reason> reason = reason(problem);
      if (reason.isPresent()) {
        Optional<Period> period =
            problem.arguments().get("period") instanceof Period of
                ? Optional.of(of)
                : periods.getOrDefault(problem.where().file(), Optional.empty());
        reminders
            .computeIfAbsent(period, p -> new ArrayList<>())
            .add(new Reminder(reason.get(), problem));
      }
    }
    checked.judged().forEach(period -> listed.add(period.toString()));
    reminders.forEach(
        (period, all) -> {
          boolean unread = period.filter(p -> checked.panel().has(p)).isEmpty();
          if (unread && !scope.folders().isEmpty()) {
            listed.add(name(period));
          }
          if (listed.contains(name(period))) {
            want(name(period), "", file -> write(period, all, file));
          }
        });
  }

  private static Optional<Reason> reason(Problem problem) {
    if (Checked.isRefusal(problem)) {
      return Optional.of(Reason.UNREADABLE);
    }
    if (problem.severity() == Severity.INFO) {
      return Optional.empty();
    }
    return switch (problem.code()) {
      case UNIT_MISSING -> Optional.of(Reason.MISSING);
      case RETURN_LATE -> Optional.of(Reason.LATE);
      case UNIT_TWICE, UNIT_REPEATED, RETURNS_CONFLICT, RETURN_TWICE, SHEET_AMBIGUOUS ->
          Optional.of(Reason.DUPLICATE);
      case PERIOD_UNKNOWN, PERIOD_CONTRADICTS -> Optional.of(Reason.WRONG_PERIOD);
      default -> Optional.empty();
    };
  }

  private static String name(Optional<Period> period) {
    return period.map(Period::toString).orElse("");
  }

  private void want(String period, String source, Content content) {
    plan.computeIfAbsent(period, p -> new ArrayList<>()).add(new Wanted(source, content));
  }

  /** The return is opened once more, so that only one at a time is held in memory. */
  private void write(Source source, List<Problem> problems, Path file) throws IOException {
    boolean refused = problems.stream().anyMatch(Checked::isRefusal);
    SheetReader.Result read = SheetReader.read(source.path(), source.shown());
    List<Cells> sheets =
        read.workbook().map(workbook -> workbook.sheets()).orElse(List.of()).stream()
            .filter(sheet -> !source.registers().contains(sheet.sheet()))
            .toList();
    new ReturnedWorkbook(
            source.shown(),
            source.period().orElse(Period.ALL),
            problems,
            refused ? List.of() : sheets,
            fields,
            redaction,
            absent,
            checked.page().organisation(),
            checked.lang())
        .write(file);
  }

  /** The units by id, under the names that they have in a period. */
  private Map<String, Unit> units(Period period) {
    Roster roster = checked.panel().roster();
    Map<String, Unit> units = new HashMap<>();
    for (int unit = 0; unit < roster.size(); unit++) {
      units.put(roster.get(unit).id(), roster.get(unit, period));
    }
    return units;
  }

  private void write(Optional<Period> period, List<Reminder> reminders, Path file)
      throws IOException {
    List<Reminder> sorted =
        reminders.stream().sorted(Comparator.comparing(Reminder::reason)).toList();
    new ReminderWorkbook(
            period.orElse(Period.ALL),
            sorted,
            units(period.orElse(Period.ALL)),
            checked.page().organisation(),
            checked.lang())
        .write(file);
  }

  /** A file that stands where a folder should be. */
  public Optional<Path> inTheWay() {
    return plan.keySet().stream()
        .map(period -> Placement.fileAbove(folder(period)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Writes what is wanted and removes what is not wrong any more; what was written. */
  public List<Path> write() throws Delivery.FailedException {
    List<Path> written = new ArrayList<>();
    String at = shown;
    try {
      for (String period : folders()) {
        at = shown + (period.isEmpty() ? "/" : "/" + period + "/") + FOLDER;
        Path folder = folder(period);
        try (Delivery.Staged staged = new Delivery(folder, at).stage(() -> items(folder, period))) {
          staged.place().stream()
              .filter(name -> !name.equals(MANIFEST.name()))
              .forEach(name -> written.add(folder.resolve(name)));
          deleteIfEmpty(folder);
        }
      }
    } catch (IOException e) {
      throw new Delivery.FailedException(Placement.problem(e, at), e);
    }
    return written;
  }

  private Path folder(String period) {
    return (period.isEmpty() ? output : output.resolve(period)).resolve(FOLDER);
  }

  /** The folders where something is to be written, and those where something was. */
  private Set<String> folders() throws IOException {
    Set<String> folders = new java.util.TreeSet<>(plan.keySet());
    if (Files.isRegularFile(folder("").resolve(MANIFEST.name()))) {
      folders.add("");
    }
    if (Files.isDirectory(output)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(output)) {
        for (Path one : all) {
          if (Files.isRegularFile(one.resolve(FOLDER).resolve(MANIFEST.name()))) {
            folders.add(String.valueOf(one.getFileName()));
          }
        }
      }
    }
    return folders;
  }

  /** What is wanted of a folder, what goes away, and last the list of what is there then. */
  private List<Delivery.Item> items(Path folder, String period) throws IOException {
    List<Manifest.Entry> before = MANIFEST.read(folder);
    List<Manifest.Entry> entries =
        new ArrayList<>(before.stream().filter(entry -> !isCovered(entry, period)).toList());
    List<Manifest.Entry> gone = new ArrayList<>(before);
    gone.removeAll(entries);
    FileNames names = names(folder, gone);
    List<Delivery.Item> items = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (Wanted one : plan.getOrDefault(period, List.of())) {
      String name = names.ofFile(one.source().isEmpty() ? LIST : one.source());
      given.add(name);
      items.add(
          new Delivery.Item(
              name,
              file -> {
                one.content().write(file);
                entries.add(new Manifest.Entry(Manifest.hash(file), name, one.source()));
                return true;
              }));
    }
    gone.stream()
        .filter(entry -> !given.contains(entry.name()))
        .forEach(entry -> items.add(new Delivery.Item(entry.name(), file -> false)));
    items.add(
        new Delivery.Item(
            MANIFEST.name(),
            file -> {
              Manifest.write(file, entries);
              return !entries.isEmpty();
            }));
    return items;
  }

  /** Whether this check knows better than the one that wrote a file. */
  private boolean isCovered(Manifest.Entry entry, String period) {
    return entry.source().isEmpty()
        ? scope.whole() || listed.contains(period)
        : scope.covers(entry.source());
  }

  /** Every name in the folder is taken, but for those of files that go away. */
  private static FileNames names(Path folder, List<Manifest.Entry> gone) throws IOException {
    Set<String> free = new HashSet<>();
    gone.forEach(entry -> free.add(entry.name()));
    FileNames names = new FileNames();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        all.map(path -> String.valueOf(path.getFileName()))
            .filter(name -> !free.contains(name))
            .forEach(names::take);
      }
    }
    return names;
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    boolean empty;
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder)) {
      empty = all.findAny().isEmpty();
    }
    if (empty) {
      Files.delete(folder);
    }
  }
}
