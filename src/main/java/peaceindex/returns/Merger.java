package peaceindex.returns;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.Figures;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Unit;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Severity;
import peaceindex.problem.Text;
import peaceindex.returns.Vocabulary.Label;
import peaceindex.sheet.Cells;

/**
 * Enters figures into the panel, where those of several files meet.
 *
 * <p>Corrections are entered first, so what they say is already there when the return they correct
 * comes, and stays. Otherwise the same figure twice is either the same return twice or a conflict,
 * and in a conflict neither is used.
 */
final class Merger {
  private final Panel panel;
  private final FigureReader figures;
  private final String corrections;
  private final Problems problems;
  private final Set<String> correctionFiles = new HashSet<>();
  private final Remarks remarks;
  private final Raws raws;

  /** Two files that hold figures of the same unit and period: whether any of them differs. */
  private final Map<Overlap, Boolean> overlaps = new LinkedHashMap<>();

  /**
   * @param where the later file, or the later sheet where both are of one file
   * @param other the earlier file or sheet
   */
  private record Overlap(CellRef where, String other, Period period, int unit) {

    static Overlap of(CellRef here, CellRef before, Period period, int unit) {
      return here.file().equals(before.file())
          ? new Overlap(CellRef.sheet(here.file(), here.sheet()), before.sheet(), period, unit)
          : new Overlap(CellRef.file(here.file()), before.file(), period, unit);
    }
  }

  /** Two sheets of the present workbook that differ over units: which of them, and when. */
  private final Map<Sheets, Set<Place>> ambiguous = new LinkedHashMap<>();

  private record Sheets(String file, String sheet, String other) {}

  /** One place of the panel. */
  private record Place(Period period, int unit, int field) {}

  /**
   * @param corrections the folder for corrections, for advice
   * @param raws told what stands in the cells that become figures
   */
  Merger(Panel panel, FigureReader figures, String corrections, Raws raws, Problems problems) {
    this.panel = panel;
    this.raws = raws;
    this.figures = figures;
    this.corrections = corrections;
    this.problems = problems;
    this.remarks = new Remarks(panel.roster(), panel.fields(), problems);
  }

  /** Declares that the present workbook is done: says what holds for whole columns and sheets. */
  void end() {
    remarks.report();
    refuseAmbiguous();
  }

  /** Declares that a file is a correction. All corrections are entered before any other file. */
  void isCorrection(String file) {
    correctionFiles.add(file);
  }

  /** Enters that a return of this unit came with these cells, whatever is in it. */
  void arrived(Cells cells, Period period, int unit) {
    panel.arrived(period, unit, panel.origins().pack(cells.file(), cells.sheet(), 0, 0));
  }

  /**
   * Enters the figure of a cell, which may be empty.
   *
   * @param label of the field, with the measure in which figures under it are given
   * @return the figure, {@code NaN} if it cannot be used
   */
  double enter(Cells cells, int row, int column, Period period, int unit, Label label) {
    int field = label.field();
    int cell = cells.at(row, column);
    // Most figures are the first ones of their places, and plain numbers.
    if (cell >= 0
        && panel.packedOrigin(period, unit, field) == Origins.NONE
        && FigureReader.isUnremarkable(cells, cell, panel.fields().get(field), label.factor())
        && !isHidden(cells, row, column)) {
      double value = FigureReader.plain(cells, cell);
      long origin = origin(cells, row, column);
      panel.put(period, unit, field, value, origin);
      raws.note(origin, cells, cell, value);
      return value;
    }
    return enterRemarkable(cells, row, column, period, unit, label);
  }

  private double enterRemarkable(
      Cells cells, int row, int column, Period period, int unit, Label label) {
    int field = label.field();
    FigureReader.Figure figure = figure(cells, row, column, label);
    if (panel.packedOrigin(period, unit, field) == Origins.NONE) {
      enterFirst(figure, cells, row, column, new Place(period, unit, field));
      return figure.value();
    }
    Place place = new Place(period, unit, field);
    Optional<CellRef> before = panel.origin(period, unit, field);
    String other = before.map(CellRef::file).orElse("");
    if (isSuperseded(cells.file(), other)) {
      overlaps.put(Overlap.of(cells.where(row, column), before.orElseThrow(), period, unit), false);
      return figure.value();
    }
    boolean blank = figure.status() == CellStatus.NOT_REPORTED;
    if (before.isPresent() && panel.status(period, unit, field) != CellStatus.NOT_REPORTED) {
      meet(figure, place, cells.where(row, column), before.get());
    } else if (before.isEmpty() || !blank) {
      enterFirst(figure, cells, row, column, place);
    }
    return figure.value();
  }

  private void enterFirst(
      FigureReader.Figure figure, Cells cells, int row, int column, Place place) {
    say(figure, cells, row, column, place);
    long origin = origin(cells, row, column);
    if (figure.isReported()) {
      panel.put(place.period(), place.unit(), place.field(), figure.value(), origin);
      raws.note(origin, cells, cells.at(row, column), figure.value());
    } else {
      panel.mark(place.period(), place.unit(), place.field(), figure.status(), origin);
    }
  }

  /** What a cell under a label says, without entering it. */
  FigureReader.Figure figure(Cells cells, int row, int column, Label label) {
    Field field = panel.fields().get(label.field());
    int cell = cells.at(row, column);
    FigureReader.Figure figure = figures.read(cells, cell, field, label.factor());
    return figure.isReported() && isRefused(figure, cells, row, column) ? figure.refused() : figure;
  }

  /** Whether two rows say the same in a column. */
  boolean areEqual(Cells cells, int column, int row, int other, Label label) {
    FigureReader.Figure a = figure(cells, row, column, label);
    FigureReader.Figure b = figure(cells, other, column, label);
    return a.status() == b.status() && Double.compare(a.value(), b.value()) == 0;
  }

  private long origin(Cells cells, int row, int column) {
    return panel
        .origins()
        .pack(
            cells.file(), cells.sheet(), cells.sentRow(row, column), cells.sentColumn(row, column));
  }

  /** Says what there is to say of a figure that counts, now or once for its column. */
  private void say(FigureReader.Figure figure, Cells cells, int row, int column, Place place) {
    for (Problem problem : figure.problems()) {
      problems.add(about(problem, place));
    }
    if (anyError(figure)) {
      return;
    }
    for (Code code : figure.remarks()) {
      boolean converted = code == Code.SCALED;
      remarks.add(
          code,
          cells,
          row,
          column,
          place.unit(),
          place.field(),
          figure.conversion().filter(c -> converted).map(c -> c.measure()).orElse(Text.of("")),
          figure.conversion().filter(c -> converted).map(c -> c.example()).orElse(""));
    }
    if (figure.status() != CellStatus.NOT_REPORTED && isHidden(cells, row, column)) {
      remarks.addToSheet(Code.HIDDEN_CELLS, cells, row, column, place.unit(), place.field());
    }
  }

  private static boolean isHidden(Cells cells, int row, int column) {
    return cells.isRowHidden(row) || cells.isColumnHidden(column);
  }

  /** Whether what is said of a figure is an error here. */
  private boolean isRefused(FigureReader.Figure figure, Cells cells, int row, int column) {
    for (Code remark : figure.remarks()) {
      if (isError(remark)) {
        return true;
      }
    }
    return anyError(figure) || (isHidden(cells, row, column) && isError(Code.HIDDEN_CELLS));
  }

  private boolean anyError(FigureReader.Figure figure) {
    for (Problem problem : figure.problems()) {
      if (isError(problem.code())) {
        return true;
      }
    }
    return false;
  }

  private boolean isError(Code code) {
    return problems.severity(code) == Severity.ERROR;
  }

  /** Withdraws the figure that came from a cell, if it still stands. */
  void withdraw(Cells cells, int row, int column, Period period, int unit, int field) {
    if (panel.packedOrigin(period, unit, field) == origin(cells, row, column)) {
      panel.withdraw(period, unit, field);
    }
  }

  /** Enters that a figure cannot be used, for a reason that was already said. */
  void refuse(Cells cells, int row, int column, Period period, int unit, int field) {
    String other = panel.origin(period, unit, field).map(CellRef::file).orElse("");
    if (!isSuperseded(cells.file(), other)) {
      panel.mark(period, unit, field, CellStatus.UNUSABLE, origin(cells, row, column));
    }
  }

  private boolean isSuperseded(String file, String other) {
    return correctionFiles.contains(other) && !correctionFiles.contains(file);
  }

  /** A second figure for the same unit, period and field. */
  private void meet(FigureReader.Figure figure, Place place, CellRef here, CellRef before) {
    CellStatus status = panel.status(place.period(), place.unit(), place.field());
    double value = panel.value(place.period(), place.unit(), place.field());
    boolean same =
        figure.status() == status && (status != CellStatus.REPORTED || figure.value() == value);
    Overlap overlap = Overlap.of(here, before, place.period(), place.unit());
    if (figure.status() == CellStatus.NOT_REPORTED || same) {
      overlaps.putIfAbsent(overlap, false);
      return;
    }
    if (here.file().equals(before.file()) && !here.sheet().equals(before.sheet())) {
      ambiguous
          .computeIfAbsent(
              new Sheets(here.file(), here.sheet(), before.sheet()), s -> new LinkedHashSet<>())
          .add(new Place(place.period(), place.unit(), -1));
      return;
    }
    overlaps.put(overlap, true);
    if (status == CellStatus.REPORTED) {
      figure.problems().forEach(p -> problems.add(about(p, place)));
      problems.add(about(conflict(figure, place, here, before, value), place));
    }
    panel.mark(
        place.period(),
        place.unit(),
        place.field(),
        CellStatus.UNUSABLE,
        panel.packedOrigin(place.period(), place.unit(), place.field()));
  }

  /**
   * Where two sheets of a workbook differ over a unit, nobody can say which one is meant: nothing
   * of either is used for that unit.
   */
  private void refuseAmbiguous() {
    ambiguous.forEach(
        (sheets, places) -> {
          for (Place place : places) {
            CellRef sheet = CellRef.sheet(sheets.file(), sheets.sheet());
            overlaps.remove(new Overlap(sheet, sheets.other(), place.period(), place.unit()));
            for (int field = 0; field < panel.fields().size(); field++) {
              Optional<CellRef> cell = panel.origin(place.period(), place.unit(), field);
              boolean ofThese =
                  cell.filter(c -> c.file().equals(sheets.file()))
                      .filter(
                          c -> c.sheet().equals(sheets.sheet()) || c.sheet().equals(sheets.other()))
                      .isPresent();
              if (ofThese) {
                panel.mark(
                    place.period(),
                    place.unit(),
                    field,
                    CellStatus.UNUSABLE,
                    panel.packedOrigin(place.period(), place.unit(), field));
              }
            }
          }
          Place first = places.iterator().next();
          Problem problem =
              Problem.of(
                  Code.SHEET_AMBIGUOUS,
                  CellRef.sheet(sheets.file(), sheets.sheet()),
                  "other",
                  sheets.other(),
                  "count",
                  places.stream().map(Place::unit).distinct().count(),
                  "period",
                  first.period());
          problems.add(places.size() == 1 ? problem.about(unit(first).id()) : problem);
        });
    ambiguous.clear();
  }

  private Problem conflict(
      FigureReader.Figure figure, Place place, CellRef here, CellRef before, double value) {
    Text found =
        figure.status() == CellStatus.REPORTED
            ? Text.of(Figures.plain(figure.value()))
            : Messages.phrase("quote.unreadable");
    return Problem.of(
        Code.RETURNS_CONFLICT,
        here,
        "unit",
        panel.roster().name(place.unit(), place.period()),
        "period",
        place.period(),
        "field",
        field(place).name(),
        "found",
        found,
        "expected",
        Figures.plain(value),
        "other",
        before.show(),
        "folder",
        corrections);
  }

  /** Says which returns were superseded and which came twice. */
  void reportOverlaps() {
    overlaps.forEach(
        (overlap, differs) -> {
          if (!differs) {
            Unit unit = panel.roster().get(overlap.unit());
            Code code =
                isSuperseded(overlap.where().file(), overlap.other())
                    ? Code.RETURN_SUPERSEDED
                    : Code.RETURN_TWICE;
            Problem said =
                problems.add(
                    Problem.of(
                            code,
                            overlap.where(),
                            "unit",
                            panel.roster().name(overlap.unit(), overlap.period()),
                            "period",
                            overlap.period(),
                            "other",
                            overlap.other())
                        .about(unit.id()));
            if (code == Code.RETURN_TWICE && said.isError()) {
              withdraw(overlap);
            }
          }
        });
  }

  /** Withdraws the unit's figures from the file with which another shares it. */
  private void withdraw(Overlap overlap) {
    for (int field = 0; field < panel.fields().size(); field++) {
      Optional<CellRef> cell = panel.origin(overlap.period(), overlap.unit(), field);
      if (cell.isPresent() && cell.get().file().equals(overlap.other())) {
        panel.withdraw(overlap.period(), overlap.unit(), field);
      }
    }
  }

  private Problem about(Problem problem, Place place) {
    return problem.about(unit(place).id(), field(place).id());
  }

  private Unit unit(Place place) {
    return panel.roster().get(place.unit());
  }

  private Field field(Place place) {
    return panel.fields().get(place.field());
  }
}
