package peaceindex.returns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.Figures;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.returns.Vocabulary.Label;
import peaceindex.sheet.Cells;

/**
 * Checks the totals of a table against their parts. A total may add up the rows since the total
 * before, all rows above, the rows up to the next total, or the whole table; it is wrong if it is
 * none of these. Only fields whose figures add up are checked, averages never, and no sum in which
 * a figure could not be read.
 */
final class Sums {
  private static final double TOLERANCE = 1e-6;

  /** The row of a unit and its figures; a unit that nobody knows is -1. */
  private record Part(int row, int unit, double[] figures) {}

  private record Total(int row, int parts, String label) {}

  private final Desk desk;
  private final Cells cells;
  private final List<Integer> columns;
  private final Map<Integer, Label> labels;
  private final Period period;
  private final List<Part> parts = new ArrayList<>();
  private final List<Total> totals = new ArrayList<>();

  Sums(Desk desk, Cells cells, Map<Integer, Label> labels, Period period) {
    this.period = period;
    this.desk = desk;
    this.cells = cells;
    this.labels = labels;
    this.columns = List.copyOf(labels.keySet());
  }

  /**
   * The figures of the next part in the order of the columns, to be filled in; one that stays
   * {@code NaN} could not be read.
   */
  double[] part(int row, int unit) {
    double[] figures = new double[columns.size()];
    Arrays.fill(figures, Double.NaN);
    parts.add(new Part(row, unit, figures));
    return figures;
  }

  /** A total stands in this row, below the parts so far. */
  void total(int row, String label) {
    if (desk.words().isSum(label)) {
      totals.add(new Total(row, parts.size(), label));
    }
  }

  /** Says which totals are wrong. */
  void report() {
    for (int i = 0; i < totals.size(); i++) {
      int before = i == 0 ? 0 : totals.get(i - 1).parts();
      int next = i + 1 < totals.size() ? totals.get(i + 1).parts() : parts.size();
      for (int c = 0; c < columns.size(); c++) {
        check(totals.get(i), c, before, next);
      }
    }
  }

  private void check(Total total, int c, int before, int next) {
    int column = columns.get(c);
    Label label = labels.getOrDefault(column, Label.NONE);
    Field field = desk.fields().get(label.field());
    if (!field.kind().isAdditive()) {
      return;
    }
    FigureReader.Figure figure = desk.merger().figure(cells, total.row(), column, label);
    if (figure.status() != CellStatus.REPORTED) {
      return;
    }
    int at = total.parts();
    List<Optional<Double>> sums =
        List.of(sum(c, 0, at), sum(c, before, at), sum(c, at, next), sum(c, 0, parts.size()));
    boolean known = sums.stream().allMatch(Optional::isPresent);
    boolean right =
        sums.stream()
            .flatMap(Optional::stream)
            .anyMatch(sum -> Math.abs(sum - figure.value()) <= TOLERANCE * Math.max(1, sum));
    if (!known || right || parts.isEmpty()) {
      return;
    }
    double expected = (at == before ? sums.get(3) : sums.get(1)).orElse(Double.NaN);
    Problem problem =
        Problem.of(
                Code.TOTAL_DIFFERS,
                cells.where(total.row(), column),
                "field",
                field.name(),
                "found",
                Figures.plain(figure.value()),
                "expected",
                Figures.plain(expected))
            .about("", field.id());
    if (desk.problems().add(problem).isError()) {
      for (Part part : parts) {
        if (part.unit() >= 0) {
          desk.merger().withdraw(cells, part.row(), column, period, part.unit(), label.field());
        }
      }
    }
  }

  /** The sum of some parts; empty if a figure among them is missing. */
  private Optional<Double> sum(int c, int from, int to) {
    double sum = 0;
    for (Part part : parts.subList(from, to)) {
      sum += part.figures()[c];
    }
    return Double.isNaN(sum) ? Optional.empty() : Optional.of(sum);
  }
}
