package peaceindex.report.workbook;

import java.util.List;
import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param head its headings from top to bottom; the last one fills up the rows of the head
 * @param cell what stands in it for a row
 * @param widest the width at which longer text is wrapped
 * @param key by which formulas find the column; empty if none asks for it
 * @param shade what its figures or words do to their ground
 * @param <R> what a row is about
 */
public record Column<R>(
    List<Heading> head, Function<R, Cell> cell, double widest, String key, Shade shade) {
  private static final double ANY = 60;

  public Column {
    head = List.copyOf(head);
  }

  public static <R> Column<R> of(List<Heading> head, Function<R, Cell> cell) {
    return new Column<>(head, cell, ANY, "", Shade.NONE);
  }

  public static <R> Column<R> of(String heading, Function<R, Cell> cell) {
    return of(List.of(new Heading(heading)), cell);
  }

  public Column<R> upTo(double width) {
    return new Column<>(head, cell, width, key, shade);
  }

  /** The same, to be found by formulas. */
  Column<R> keyed(String name) {
    return new Column<>(head, cell, widest, name, shade);
  }

  public Column<R> shaded(Shade with) {
    return new Column<>(head, cell, widest, key, with);
  }

  /** The heading in one row of a head. */
  public Heading heading(int row) {
    return head.get(Math.min(row, head.size() - 1));
  }
}
