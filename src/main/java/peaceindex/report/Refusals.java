package peaceindex.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;

/**
 * Why figures are not used: which of the errors found is about a figure. The error nearest to the
 * figure is taken: about its cell, about its unit and field, about its unit, about its sheet or
 * file.
 */
public final class Refusals {
  private final Panel panel;
  private final Map<String, List<Problem>> byUnit = new HashMap<>();
  private final Map<String, List<Problem>> byFile = new HashMap<>();
  private final Map<CellRef, Problem> byCell = new HashMap<>();

  public Refusals(Findings findings) {
    this.panel = findings.panel();
    for (Problem problem : findings.problems()) {
      if (!problem.isError() || !(problem.where() instanceof CellRef where)) {
        continue;
      }
      if (!problem.unit().isEmpty()) {
        byUnit.computeIfAbsent(problem.unit(), unit -> new ArrayList<>()).add(problem);
      }
      if (where.row() >= 0 && where.cell().indexOf(':') < 0) {
        byCell.putIfAbsent(where, problem);
      } else {
        byFile.computeIfAbsent(where.file(), file -> new ArrayList<>()).add(problem);
      }
    }
  }

  /** The error that speaks of a figure; empty if none does. */
  public Optional<Problem> of(Period period, int unit, int field) {
    Optional<CellRef> origin = panel.origin(period, unit, field);
    List<Problem> own = byUnit.getOrDefault(panel.roster().get(unit).id(), List.of());
    List<Problem> there = byFile.getOrDefault(origin.map(CellRef::file).orElse(""), List.of());
    String fieldId = panel.fields().get(field).id();
    Predicate<Problem> isOfPeriod = problem -> isOf(problem, period, origin);
    return Stream.of(
            origin.map(byCell::get).stream(),
            there.stream().filter(p -> origin.filter(cell -> covers(p, cell)).isPresent()),
            own.stream().filter(p -> p.field().equals(fieldId)).filter(isOfPeriod),
            own.stream().filter(p -> p.field().isEmpty()).filter(isOfPeriod),
            there.stream().filter(p -> origin.filter(cell -> isAbout(p, cell)).isPresent()),
            own.stream().filter(isOfPeriod))
        .flatMap(found -> found)
        .findFirst();
  }

  /** Whether a range holds a cell. */
  private static boolean covers(Problem problem, CellRef cell) {
    CellRef range = (CellRef) problem.where();
    CellRef last = range.last();
    return range.sheet().equals(cell.sheet())
        && range.row() >= 0
        && range.row() <= cell.row()
        && range.column() <= cell.column()
        && last.row() >= cell.row()
        && last.column() >= cell.column();
  }

  /** Whether an error is about the sheet or the file of a cell. */
  private static boolean isAbout(Problem problem, CellRef cell) {
    CellRef where = (CellRef) problem.where();
    return where.cell().isEmpty()
        && problem.unit().isEmpty()
        && problem.field().isEmpty()
        && (where.sheet().isEmpty() || where.sheet().equals(cell.sheet()));
  }

  /** Whether an error says that it is of a period; one that does not, whether it is of the file. */
  private static boolean isOf(Problem problem, Period period, Optional<CellRef> origin) {
    Object said = problem.arguments().get("period");
    return said == null || said instanceof Text
        ? origin.filter(cell -> cell.file().equals(problem.where().file())).isPresent()
        : said.toString().equals(period.toString());
  }
}
