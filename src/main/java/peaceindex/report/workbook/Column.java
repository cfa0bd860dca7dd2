package peaceindex.report.workbook;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param head its headings from top to bottom; the last one fills up the rows of the head
 * @param cell what is seen in it for a row
 * @param whole the same cell with what stands behind it, a formula or where it leads; null if there
 *     is nothing behind
 * @param figures a shorter way to the cells that are nothing but a figure; null if there is none
 * @param widest the width at which longer text is wrapped
 * @param key by which formulas find the column; empty if none asks for it
 * @param shade what its figures or words do to their ground
 * @param <R> what a row is about
 */
public record Column<R>(
    List<Heading> head,
    Function<R, Cell> cell,
    @Nullable Function<R, Cell> whole,
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
    return new Column<>(head, cell, null, null, ANY, "", Shade.NONE);
  }

  public static <R> Column<R> of(String heading, Function<R, Cell> cell) {
    return of(List.of(new Heading(heading)), cell);
  }

  /** The same, most of whose cells are figures in one form; see {@link Figures}. */
  Column<R> mostly(ToDoubleFunction<R> figure, NumberForm form) {
    return new Column<>(head, cell, whole, new Figures<>(figure, form), widest, key, shade);
  }

  /** The same with something behind its cells, which look as before. */
  Column<R> behind(Function<R, Cell> all) {
    return new Column<>(head, cell, all, figures, widest, key, shade);
  }

  public Column<R> upTo(double width) {
    return new Column<>(head, cell, whole, figures, width, key, shade);
  }

  /** The same, to be found by formulas. */
  Column<R> keyed(String name) {
    return new Column<>(head, cell, whole, figures, widest, name, shade);
  }

  public Column<R> shaded(Shade with) {
    return new Column<>(head, cell, whole, figures, widest, key, with);
  }

  /** The cell of a row as it is written. */
  Cell written(R row) {
    return whole == null ? cell.apply(row) : whole.apply(row);
  }

  /**
   * The figure of a row where that is all that stands there; otherwise {@code NaN}, and the cell
   * says what does.
   */
  double figure(R row) {
    if (figures == null || whole != null) {
      return Double.NaN;
    }
    double figure = figures.of.applyAsDouble(row);
    return Math.abs(figure) < Cell.HUGE ? figure : Double.NaN;
  }

  /** The form of the cells that are nothing but a figure; of no meaning where there are none. */
  NumberForm form() {
    return figures == null ? NumberForm.PLAIN : figures.form;
  }

  /** The heading in one row of a head. */
  public Heading heading(int row) {
    return head.get(Math.min(row, head.size() - 1));
  }
}
