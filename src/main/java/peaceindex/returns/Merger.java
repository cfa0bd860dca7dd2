package peaceindex.returns;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.Figures;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Unit;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.sheet.Cells;
import peaceindex.sheet.Workbook;

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

  /** Whether the stored results of the present workbook's formulas may be out of date. */
  private boolean stale;

  /** Two files that hold figures of the same unit and period: whether any of them differs. */
  private final Map<Overlap, Boolean> overlaps = new LinkedHashMap<>();

  private record Overlap(String file, String other, Period period, int unit) {}

  /** One place of the panel. */
  private record Place(Period period, int unit, int field) {}

  /**
   * @param corrections the folder for corrections, for advice
   */
  Merger(Panel panel, FigureReader figures, String corrections, Problems problems) {
    this.panel = panel;
    this.figures = figures;
    this.corrections = corrections;
    this.problems = problems;
  }

  /** Declares from which workbook the cells that follow come. */
  void begin(Workbook workbook) {
    stale = workbook.recalculates();
  }

  /** Declares that a file is a correction. All corrections are entered before any other file. */
  void isCorrection(String file) {
    correctionFiles.add(file);
  }

  /** Enters that a return of this unit came, whatever is in it. */
  void arrived(Period period, int unit) {
    panel.arrived(period, unit);
  }

  /** Enters the figure of a cell, which may be empty. */
  void enter(Cells cells, int row, int column, Period period, int unit, int field) {
    Place place = new Place(period, unit, field);
    Optional<CellRef> before = panel.origin(period, unit, field);
    String other = before.map(CellRef::file).orElse("");
    if (isSuperseded(cells.file(), other)) {
      overlaps.put(new Overlap(cells.file(), other, period, unit), false);
      return;
    }
    long origin = panel.origins().pack(cells.file(), cells.sheet(), row, column);
    int cell = cells.at(row, column);
    Field asked = panel.fields().get(field);
    FigureReader.Figure figure =
        stale && cell >= 0 && cells.is(cell, Cells.Fact.FORMULA)
            ? figures.stale(cells, cell, asked)
            : figures.read(cells, cell, asked, BigDecimal.ONE);
    boolean blank = figure.status() == CellStatus.NOT_REPORTED;
    if (before.isPresent() && panel.status(period, unit, field) != CellStatus.NOT_REPORTED) {
      meet(figure, place, CellRef.at(cells.file(), cells.sheet(), row, column), before.get());
    } else if (before.isEmpty() || !blank) {
      figure.problems().forEach(p -> problems.add(about(p, place)));
      remarks(figure, place, CellRef.at(cells.file(), cells.sheet(), row, column));
      if (figure.status() == CellStatus.REPORTED) {
        panel.put(period, unit, field, figure.value(), origin);
      } else {
        panel.mark(period, unit, field, figure.status(), origin);
      }
    }
  }

  /** Enters that a figure cannot be used, for a reason that was already said. */
  void refuse(Cells cells, int row, int column, Period period, int unit, int field) {
    String other = panel.origin(period, unit, field).map(CellRef::file).orElse("");
    if (!isSuperseded(cells.file(), other)) {
      long origin = panel.origins().pack(cells.file(), cells.sheet(), row, column);
      panel.mark(period, unit, field, CellStatus.UNUSABLE, origin);
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
    Overlap overlap = new Overlap(here.file(), before.file(), place.period(), place.unit());
    if (figure.status() == CellStatus.NOT_REPORTED || same) {
      overlaps.putIfAbsent(overlap, false);
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

  private void remarks(FigureReader.Figure figure, Place place, CellRef here) {
    for (Code code : figure.remarks()) {
      Map<String, Object> arguments = new LinkedHashMap<>();
      arguments.put("count", 1);
      arguments.put("field", field(place).name());
      figure
          .conversion()
          .ifPresent(
              how -> {
                arguments.put("found", how.measure());
                arguments.put("example", how.example());
              });
      problems.add(
          new Problem(code, code.severity(), here, unit(place).id(), field(place).id(), arguments));
    }
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
        unit(place).name(),
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
                isSuperseded(overlap.file(), overlap.other())
                    ? Code.RETURN_SUPERSEDED
                    : Code.RETURN_TWICE;
            Problem said =
                problems.add(
                    Problem.of(
                            code,
                            CellRef.file(overlap.file()),
                            "unit",
                            unit.name(),
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
