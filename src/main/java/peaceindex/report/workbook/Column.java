package peaceindex.report.workbook;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param head its headings from top to bottom; the last one fills up the rows of the head
 * @param cell what stands in it for a row
 * @param figures a shorter way to the cells that are nothing but a figure; null if there is none
 * @param widest the width at which longer text is wrapped
 * @param key by which formulas find the column; empty if none asks for it
 * @param shade what its figures or words do to their ground
 * @param <R> what a row is about
 */
public record Column<R>(
    List<Heading> head,
    Function<R, Cell> cell,
    @Nullable Figures<R> figures,
    double widest,
    String key,
    Shade shade) {
  private static final double ANY = 60;

  /**
   * Figures that are shown in one form, for which no cell is made: a large table has millions.
   *
   * @param of the figure of a row; {@code NaN} where the column's cell is to be asked for
   */
  record Figures<R>(ToDoubleFunction<R> of, NumberForm form) {}

  public Column {
    head = List.copyOf(head);
  }

  public static <R> Column<R> of(List<Heading> head, Function<R, Cell> cell) {
    return new Column<>(head, cell, null, ANY, "", Shade.NONE);
  }

  public static <R> Column<R> of(String heading, Function<R, Cell> cell) {
    return of(List.of(new Heading(heading)), cell);
  }

  /** The same, most of whose cells are figures in one form; see {@link Figures}. */
  Column<R> mostly(ToDoubleFunction<R> figure, NumberForm form) {
    return new Column<>(head, cell, new Figures<>(figure, form), widest, key, shade);
  }

  /** The same column with other cells. */
  Column<R> with(Function<R, Cell> other) {
    return new Column<>(head, other, null, widest, key, shade);
  }

  public Column<R> upTo(double width) {
    return new Column<>(head, cell, figures, width, key, shade);
  }

  /** The same, to be found by formulas. */
  Column<R> keyed(String name) {
    return new Column<>(head, cell, figures, widest, name, shade);
  }

  public Column<R> shaded(Shade with) {
    return new Column<>(head, cell, figures, widest, key, with);
  }

  /** Takes the width of a row's cell into account, which is nothing but a figure or none. */
  void measure(R row, double figure, Extent extent) {
    if (figures == null || Double.isNaN(figure)) {
      extent.include(cell.apply(row));
    } else {
      extent.include(figure, figures.form);
    }
  }

  /**
   * The figure of a row where that is all that stands there; otherwise {@code NaN}, and the cell
   * says what does.
   */
  double figure(R row) {
    if (figures == null) {
      return Double.NaN;
    }
    double figure = figures.of.applyAsDouble(row);
    return Math.abs(figure) < Cell.HUGE ? figure : Double.NaN;
  }

  /** The heading in one row of a head. */
  public Heading heading(int row) {
    return head.get(Math.min(row, head.size() - 1));
  }
}
