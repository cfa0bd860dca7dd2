package peaceindex.returns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.Frequency;
import peaceindex.panel.Labels;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.returns.check.Checks;
import peaceindex.sheet.Cells;
import peaceindex.sheet.SheetReader;
import peaceindex.sheet.Workbook;

/**
 * Reads a folder of returns into a panel.
 *
 * <p>Corrections are read first, so what they say is already there when the return they correct is
 * read, and is kept. Otherwise the same figure twice is either the same return twice or a conflict,
 * and in a conflict neither is used. At the end every period is checked for sense, and for who is
 * missing and late.
 */
public final class ReturnsReader {

  /** Told after every file how many of how many are done. */
  public interface Progress {
    void step(int done, int of);
  }

  /**
   * What was read.
   *
   * @param files number of files that were opened
   */
  public record Result(Panel panel, Problems problems, int files) {}

  private final ReturnsLayout layout;
  private final Roster roster;
  private final Frequency frequency;
  private final FieldLabels labels;
  private final FigureReader figures;
  private final Panel panel;
  private final Problems problems = new Problems();
  private final Set<String> correctionFiles = new HashSet<>();

  /** A pair of files with the same unit and period: whether any figure differs. */
  private final Map<Overlap, Boolean> overlaps = new LinkedHashMap<>();

  private record Overlap(String file, String other, Period period, int unit) {}

  private ReturnsReader(ReturnsLayout layout, Roster roster, Frequency frequency) {
    this.layout = layout;
    this.roster = roster;
    this.frequency = frequency;
    this.labels = new FieldLabels(layout.fields());
    this.figures = new FigureReader(layout);
    this.panel = new Panel(roster, layout.fields());
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
    return new ReturnsReader(layout, roster, frequency).readFolder(folder, shown, progress);
  }

  private Result readFolder(Path folder, String shown, Progress progress) throws IOException {
    String register = layout.receipts().map(ReturnsLayout.ReceiptsLayout::file).orElse("");
    InputFolder input =
        InputFolder.list(folder, shown, frequency, layout.corrections(), register, problems);
    Receipts receipts =
        layout
            .receipts()
            .map(
                of ->
                    Receipts.read(
                        folder.resolve(register),
                        shown + "/" + register,
                        of,
                        roster,
                        frequency,
                        problems))
            .orElse(Receipts.none());
    List<ReturnFile> ordered = correctionsFirst(input.files(), receipts);
    int done = 0;
    for (ReturnFile file : ordered) {
      readFile(file);
      progress.step(++done, ordered.size());
    }
    reportOverlaps();
    for (Period period : panel.periods()) {
      Checks.run(panel, period, problems);
    }
    reportMissingUnits(input, shown);
    layout.receipts().ifPresent(of -> receipts.reportLate(of.dueDay(), roster, problems));
    return new Result(panel, problems, ordered.size());
  }

  private List<ReturnFile> correctionsFirst(List<ReturnFile> files, Receipts receipts) {
    Map<String, Integer> sameName = new HashMap<>();
    for (ReturnFile file : files) {
      sameName.merge(nameInPeriod(file), 1, Integer::sum);
    }
    List<ReturnFile> corrections = new ArrayList<>();
    List<ReturnFile> others = new ArrayList<>();
    for (ReturnFile file : files) {
      boolean shared = sameName.getOrDefault(nameInPeriod(file), 1) > 1;
      Optional<Period> period =
          file.folder().isPresent() ? file.folder() : PeriodText.only(file.name(), frequency);
      boolean named =
          period.isPresent() && receipts.isCorrection(file.shown(), period.get(), shared);
      if (file.correction() || named) {
        corrections.add(file);
        correctionFiles.add(file.shown());
      } else {
        others.add(file);
      }
    }
    corrections.addAll(others);
    return corrections;
  }

  private static String nameInPeriod(ReturnFile file) {
    return file.folder().map(Period::toString).orElse("") + "/" + Labels.key(file.name());
  }

  private void readFile(ReturnFile file) {
    SheetReader.Result result = SheetReader.read(file.path(), file.shown());
    result.problem().ifPresent(problems::add);
    if (result.workbook().isEmpty()) {
      return;
    }
    Workbook workbook = result.workbook().get();
    boolean any = false;
    for (Cells cells : workbook.sheets()) {
      any |= readTables(file, cells) || readForm(file, cells);
    }
    for (String hidden : workbook.hidden()) {
      problems.add(Code.HIDDEN_SHEET, CellRef.sheet(file.shown(), hidden));
    }
    if (!any) {
      problems.add(Code.NO_TABLE_FOUND, CellRef.file(file.shown()));
    }
  }

  // Tables

  private boolean readTables(ReturnFile file, Cells cells) {
    Optional<Table> table = Table.find(cells, 0, layout, labels);
    if (table.isEmpty() || isFormLabel(cells, table.get())) {
      return false;
    }
    int top = 0;
    while (table.isPresent()) {
      Table now = table.get();
      Optional<Table> next = Table.find(cells, now.lastRow() + 1, layout, labels);
      int end = next.map(Table::firstRow).orElse(cells.lastRow() + 1);
      List<String> titles = textsAbove(cells, top, now.firstRow());
      Optional<Period> period = period(file, cells.sheet(), titles, Optional.empty());
      if (period.isPresent()) {
        readRows(file, cells, now, end, period.get());
      }
      top = now.lastRow() + 1;
      table = next;
    }
    return true;
  }

  /** In a form the unit stands to the right of its label, so the label heads no column. */
  private boolean isFormLabel(Cells cells, Table table) {
    int column = table.nameColumn() >= 0 ? table.nameColumn() : table.codeColumn();
    for (int row = table.firstRow(); row <= table.lastRow(); row++) {
      int right = cells.mergeAt(row, column).lastColumn() + 1;
      int cell = cells.at(row, right);
      if (cell >= 0 && unitOf(cells.text(cell)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int unitOf(String nameOrCode) {
    int byCode = roster.byCode(nameOrCode);
    return byCode >= 0 ? byCode : roster.byName(nameOrCode);
  }

  private static List<String> textsAbove(Cells cells, int fromRow, int toRow) {
    List<String> texts = new ArrayList<>();
    for (int cell = cells.firstInRow(fromRow); cell < cells.firstInRow(toRow); cell++) {
      texts.add(cells.text(cell));
    }
    return texts;
  }

  private void readRows(ReturnFile file, Cells cells, Table table, int end, Period period) {
    Set<Integer> doubledFields = new HashSet<>();
    table
        .doubled()
        .forEach(
            (column, other) -> {
              int field = table.columns().getOrDefault(other, -1);
              doubledFields.add(field);
              problems.add(
                  Problem.of(
                          Code.FIELD_TWICE,
                          CellRef.at(cells.file(), cells.sheet(), table.lastRow(), column),
                          "field",
                          layout.fields().get(field).name(),
                          "other",
                          CellRef.address(table.lastRow(), other))
                      .about("", layout.fields().get(field).id()));
            });
    Map<Integer, Integer> columns = new TreeMap<>(table.columns());
    columns.values().removeIf(field -> isFromOtherSource(file, cells, table.firstRow(), field));
    for (int row = table.lastRow() + 1; row < end; row++) {
      int unit = unitOfRow(cells, table, row);
      if (unit < 0) {
        continue;
      }
      panel.arrived(period, unit);
      for (Map.Entry<Integer, Integer> entry : columns.entrySet()) {
        int column = entry.getKey();
        int field = entry.getValue();
        if (doubledFields.contains(field)) {
          long origin = panel.origins().pack(cells.file(), cells.sheet(), row, column);
          panel.mark(period, unit, field, CellStatus.UNUSABLE, origin);
        } else {
          enter(cells, row, column, period, unit, field);
        }
      }
    }
  }

  /** The unit of a row, or -1 if the row is none of a unit; says so if it should have been. */
  private int unitOfRow(Cells cells, Table table, int row) {
    int nameCell = table.nameColumn() < 0 ? -1 : cells.shownAt(row, table.nameColumn());
    int codeCell = table.codeColumn() < 0 ? -1 : cells.shownAt(row, table.codeColumn());
    String name = nameCell < 0 ? "" : cells.text(nameCell).strip();
    String code = codeCell < 0 ? "" : cells.text(codeCell).strip();
    int byName = name.isEmpty() ? -1 : roster.byName(name);
    int byCode = code.isEmpty() ? -1 : roster.byCode(code);
    if (byName >= 0 && byCode >= 0 && byName != byCode) {
      problems.add(
          Code.UNIT_CODE_AND_NAME_DIFFER,
          cells.where(codeCell),
          "code",
          code,
          "expected",
          roster.get(byCode).name(),
          "found",
          name);
      return -1;
    }
    if (byCode >= 0 && byName < 0 && !name.isEmpty()) {
      // A code that is right beside a name that nobody knows: a careful reader asks.
      problems.add(unknownUnit(cells.where(nameCell), name).about(roster.get(byCode).id()));
      return -1;
    }
    if (byCode >= 0 || byName >= 0) {
      return Math.max(byCode, byName);
    }
    if (hasFigures(cells, table, row) && !isTotalOrRemark(cells, table, row)) {
      int cell = nameCell >= 0 ? nameCell : codeCell;
      int column = table.nameColumn() >= 0 ? table.nameColumn() : table.codeColumn();
      CellRef where =
          cell >= 0 ? cells.where(cell) : CellRef.at(cells.file(), cells.sheet(), row, column);
      problems.add(unknownUnit(where, name.isEmpty() ? code : name));
    }
    return -1;
  }

  private static boolean hasFigures(Cells cells, Table table, int row) {
    return table.columns().keySet().stream()
        .map(column -> cells.at(row, column))
        .anyMatch(cell -> cell >= 0 && cells.kind(cell) == Cells.Kind.NUMBER);
  }

  private boolean isTotalOrRemark(Cells cells, Table table, int row) {
    int firstField = table.columns().keySet().stream().min(Integer::compare).orElse(0);
    int last = Math.max(firstField - 1, Math.max(table.nameColumn(), table.codeColumn()));
    for (int cell = cells.firstInRow(row); cell < cells.firstInRow(row + 1); cell++) {
      String text = cells.text(cell);
      if (cells.column(cell) <= last
          && !text.isEmpty()
          && (FieldLabels.beginsWith(text, layout.total())
              || FieldLabels.beginsWith(text, layout.remark()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A name that nobody knows is quoted only if it looks like the name of a unit: it may as well be
   * a person's.
   */
  private Problem unknownUnit(CellRef where, String name) {
    Optional<String> nearest = roster.nearestName(name);
    boolean administrative = name.matches("(?s).*(?:镇|乡|街道|街道办|办事处|区|县|市|州|省|旗|苏木|场)");
    Text found =
        name.isEmpty()
            ? Messages.phrase("quote.blank")
            : nearest.isPresent() || administrative || name.matches("[0-9]{1,12}")
                ? Text.of(name)
                : Messages.phrase("quote.text", "length", name.length());
    Text hint = nearest.map(n -> Messages.phrase("hint.nearest", "name", n)).orElse(Text.of(""));
    return Problem.of(Code.UNKNOWN_UNIT, where, "found", found, "hint", hint);
  }

  // Forms

  private boolean readForm(ReturnFile file, Cells cells) {
    Form form = Form.find(cells, layout, labels);
    if (form.entries().isEmpty()) {
      return false;
    }
    int unit = unitOfForm(file, cells, form);
    Optional<String> periodText =
        form.period() >= 0 ? Optional.of(periodText(cells, form.period())) : form.periodText();
    Optional<Period> period =
        period(file, cells.sheet(), textsAbove(cells, 0, form.firstRow()), periodText);
    if (unit < 0 || period.isEmpty()) {
      return true;
    }
    panel.arrived(period.get(), unit);
    Map<Integer, Form.Entry> seen = new HashMap<>();
    for (Form.Entry entry : form.entries()) {
      int field = entry.field();
      Form.Entry before = seen.putIfAbsent(field, entry);
      if (before != null) {
        problems.add(
            Problem.of(
                    Code.FIELD_TWICE,
                    cells.where(entry.label()),
                    "field",
                    layout.fields().get(field).name(),
                    "other",
                    CellRef.address(cells.row(before.label()), cells.column(before.label())))
                .about(roster.get(unit).id(), layout.fields().get(field).id()));
        long origin =
            panel.origins().pack(cells.file(), cells.sheet(), before.row(), before.column());
        panel.mark(period.get(), unit, field, CellStatus.UNUSABLE, origin);
      } else if (!isFromOtherSource(file, cells, entry.row(), field)) {
        enter(cells, entry.row(), entry.column(), period.get(), unit, field);
      }
    }
    return true;
  }

  private String periodText(Cells cells, int cell) {
    return cells.kind(cell) == Cells.Kind.DATE
        ? PeriodText.of(cells.date(cell), frequency).toString()
        : cells.text(cell);
  }

  private int unitOfForm(ReturnFile file, Cells cells, Form form) {
    String name =
        form.unitNameText().orElse(form.unitName() >= 0 ? cells.text(form.unitName()).strip() : "");
    String code = form.unitCode() >= 0 ? cells.text(form.unitCode()).strip() : "";
    CellRef where =
        form.unitName() >= 0
            ? cells.where(form.unitName())
            : CellRef.sheet(cells.file(), cells.sheet());
    int byCode = code.isEmpty() ? -1 : roster.byCode(code);
    int byName = name.isEmpty() ? -1 : unitOf(name);
    if (byCode >= 0 && byName >= 0 && byCode != byName) {
      problems.add(
          Code.UNIT_CODE_AND_NAME_DIFFER,
          where,
          "code",
          code,
          "expected",
          roster.get(byCode).name(),
          "found",
          name);
      return -1;
    }
    if (name.isEmpty() && code.isEmpty()) {
      Collection<String> titles = textsAbove(cells, 0, form.firstRow());
      byName = unitIn(titles);
      byName = byName >= 0 ? byName : unitIn(List.of(file.name()));
    }
    if (byName < 0 && (byCode < 0 || !name.isEmpty())) {
      problems.add(unknownUnit(where, name.isEmpty() ? code : name));
      return -1;
    }
    return Math.max(byCode, byName);
  }

  /** The one unit whose name stands in the texts; of names within names the longest. */
  private int unitIn(Collection<String> texts) {
    String all = Labels.key(String.join(" ", texts));
    int found = -1;
    int longest = 1;
    for (int unit = 0; unit < roster.size(); unit++) {
      for (String name : Roster.names(roster.get(unit))) {
        String key = Labels.key(name);
        if (key.length() > longest && all.contains(key)) {
          longest = key.length();
          found = unit;
        }
      }
    }
    return found;
  }

  // Periods and sources

  /** The period on which title, label, file name and folder agree. */
  private Optional<Period> period(
      ReturnFile file, String sheet, List<String> titles, Optional<String> labelled) {
    if (frequency == Frequency.NONE) {
      return Optional.of(Period.ALL);
    }
    Map<Period, Text> found = new TreeMap<>();
    file.folder().ifPresent(p -> say(found, p, "period.folder"));
    PeriodText.find(file.name(), frequency).forEach(p -> say(found, p, "period.file"));
    titles.forEach(
        title -> PeriodText.find(title, frequency).forEach(p -> say(found, p, "period.title")));
    labelled.ifPresent(
        text -> PeriodText.find(text, frequency).forEach(p -> say(found, p, "period.label")));
    if (found.size() == 1) {
      return Optional.of(found.keySet().iterator().next());
    }
    CellRef where = CellRef.sheet(file.shown(), sheet);
    if (found.isEmpty()) {
      problems.add(Code.PERIOD_UNKNOWN, where);
    } else {
      Text all =
          found.values().stream()
              .reduce((a, b) -> a.plus(new Text("，", ", ")).plus(b))
              .orElse(Text.of(""));
      problems.add(Code.PERIOD_CONTRADICTS, where, "found", all);
    }
    return Optional.empty();
  }

  private static void say(Map<Period, Text> found, Period period, String key) {
    found.putIfAbsent(period, Messages.phrase(key, "period", period));
  }

  private boolean isFromOtherSource(ReturnFile file, Cells cells, int row, int field) {
    Field of = layout.fields().get(field);
    if (of.source().isEmpty()) {
      return false;
    }
    String name = Labels.key(file.name());
    Optional<ReturnsLayout.Source> source =
        layout.sources().stream().filter(s -> s.id().equals(of.source())).findFirst();
    if (source.isEmpty()
        || source.get().fileNames().stream().anyMatch(n -> name.contains(Labels.key(n)))) {
      return false;
    }
    problems.add(
        Problem.of(
                Code.FIELD_FROM_OTHER_SOURCE,
                CellRef.at(cells.file(), cells.sheet(), row, 0),
                "field",
                of.name(),
                "expected",
                source.get().name())
            .about("", of.id()));
    return true;
  }

  // Entering figures

  private void enter(Cells cells, int row, int column, Period period, int unit, int field) {
    long origin = panel.origins().pack(cells.file(), cells.sheet(), row, column);
    Optional<CellRef> before = panel.origin(period, unit, field);
    String other = before.map(CellRef::file).orElse("");
    if (correctionFiles.contains(other) && !correctionFiles.contains(cells.file())) {
      overlaps.put(new Overlap(cells.file(), other, period, unit), false);
      return;
    }
    FigureReader.Figure figure =
        figures.read(cells, cells.at(row, column), layout.fields().get(field));
    CellStatus status = panel.status(period, unit, field);
    if (before.isPresent() && status != CellStatus.NOT_REPORTED) {
      meet(figure, period, unit, field, origin, before.get(), status);
      return;
    }
    if (before.isPresent() && figure.status() == CellStatus.NOT_REPORTED) {
      return;
    }
    String unitId = roster.get(unit).id();
    String fieldId = layout.fields().get(field).id();
    figure.problem().ifPresent(p -> problems.add(p.about(unitId, fieldId)));
    if (figure.status() == CellStatus.REPORTED) {
      panel.put(period, unit, field, figure.value(), origin);
    } else {
      panel.mark(period, unit, field, figure.status(), origin);
    }
  }

  /** A second figure for the same unit, period and field. */
  private void meet(
      FigureReader.Figure figure,
      Period period,
      int unit,
      int field,
      long origin,
      CellRef before,
      CellStatus status) {
    CellRef here = panel.origins().cell(origin).orElse(before);
    Overlap overlap = new Overlap(here.file(), before.file(), period, unit);
    boolean same =
        figure.status() == status
            && (status != CellStatus.REPORTED
                || figure.value() == panel.value(period, unit, field));
    if (figure.status() == CellStatus.NOT_REPORTED || same) {
      overlaps.putIfAbsent(overlap, false);
      return;
    }
    overlaps.put(overlap, true);
    if (status == CellStatus.REPORTED) {
      problems.add(
          Problem.of(
                  Code.RETURNS_CONFLICT,
                  here,
                  "unit",
                  roster.get(unit).name(),
                  "period",
                  period,
                  "field",
                  layout.fields().get(field).name(),
                  "found",
                  shown(figure),
                  "expected",
                  number(panel.value(period, unit, field)),
                  "other",
                  before.show(),
                  "folder",
                  layout.corrections())
              .about(roster.get(unit).id(), layout.fields().get(field).id()));
    }
    panel.mark(period, unit, field, CellStatus.UNUSABLE, panel.packedOrigin(period, unit, field));
  }

  private static Text shown(FigureReader.Figure figure) {
    return figure.status() == CellStatus.REPORTED
        ? Text.of(number(figure.value()))
        : Messages.phrase("quote.unreadable");
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private void reportOverlaps() {
    overlaps.forEach(
        (overlap, differs) -> {
          boolean corrected =
              correctionFiles.contains(overlap.other())
                  && !correctionFiles.contains(overlap.file());
          if (!differs) {
            problems.add(
                Problem.of(
                        corrected ? Code.RETURN_SUPERSEDED : Code.RETURN_TWICE,
                        CellRef.file(overlap.file()),
                        "unit",
                        roster.get(overlap.unit()).name(),
                        "period",
                        overlap.period(),
                        "other",
                        overlap.other())
                    .about(roster.get(overlap.unit()).id()));
          }
        });
  }

  private void reportMissingUnits(InputFolder input, String shown) {
    for (Period period : panel.periods()) {
      String folder = input.folders().contains(period) ? folderOf(input, period, shown) : shown;
      for (int unit = 0; unit < roster.size(); unit++) {
        if (!panel.hasArrived(period, unit)) {
          problems.add(
              Problem.of(
                      Code.UNIT_MISSING,
                      CellRef.file(folder),
                      "unit",
                      roster.get(unit).name(),
                      "period",
                      period)
                  .about(roster.get(unit).id()));
        }
      }
    }
  }

  private static String folderOf(InputFolder input, Period period, String shown) {
    return input.files().stream()
        .filter(f -> f.folder().equals(Optional.of(period)))
        .map(f -> f.shown().split("/"))
        .filter(parts -> parts.length > shown.split("/").length)
        .map(parts -> String.join("/", List.of(parts).subList(0, shown.split("/").length + 1)))
        .findFirst()
        .orElse(shown);
  }
}
