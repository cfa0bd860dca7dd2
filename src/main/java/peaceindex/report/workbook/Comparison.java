package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;

/**
 * Results of formulas beside the figures that were written for them, cell by cell.
 *
 * <p>Numbers are the same if they differ by no more than {@link #TOLERANCE}, relative to max(1,
 * |figure|); texts, and with them the marks of what is missing, if they are equal to the letter.
 */
final class Comparison {
  static final double TOLERANCE = 1e-9;

  /**
   * A cell whose formula results in something else.
   *
   * @param cell address such as {@code C7}
   * @param written what the engine has written
   */
  record Difference(String sheet, String cell, Computed written, Computed computed) {}

  private final List<Difference> differences = new ArrayList<>();
  private int formulas;
  private double largest;
  private Optional<Difference> farthest = Optional.empty();

  void add(String sheet, String cell, Computed written, Computed computed) {
    formulas++;
    double distance = written.distance(computed);
    if (distance > TOLERANCE) {
      differences.add(new Difference(sheet, cell, written, computed));
    }
    if (distance > largest) {
      largest = distance;
      farthest = Optional.of(new Difference(sheet, cell, written, computed));
    }
  }

  /** How many formulas were compared. */
  int formulas() {
    return formulas;
  }

  /** The largest distance of all, the tolerated ones included; see {@link Computed#distance}. */
  double largest() {
    return largest;
  }

  /** Where that is; nowhere if all are exactly the same. */
  Optional<Difference> farthest() {
    return farthest;
  }

  /** The cells that differ, in the order in which they were compared. */
  List<Difference> differences() {
    return List.copyOf(differences);
  }

  /**
   * The differences as problems.
   *
   * @param file the workbook as problems show it
   */
  List<Problem> problems(String file) {
    return differences.stream()
        .map(
            d ->
                Problem.of(
                    Code.RECALCULATION_DIFFERS,
                    new CellRef(file, d.sheet(), d.cell()),
                    "found",
                    d.computed().shown(),
                    "expected",
                    d.written().shown()))
        .toList();
  }
}
