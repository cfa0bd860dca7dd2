package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table, as wide as they are. A table is gone through twice, once to be measured and
 * once to be written; what figures stand in its first rows is kept in between.
 */
final class Body<R> {
  /** Rows whose figures are kept, which are some megabytes then. */
  private static final int MOST_KEPT = 1 << 16;

  private final Table<R> table;
  private final Extent[] extents;
  private final List<double[]> kept = new ArrayList<>();

  Body(Table<R> table) {
    this.table = table;
    List<Column<R>> columns = table.columns();
    this.extents = new Extent[columns.size()];
    for (int c = 0; c < extents.length; c++) {
      extents[c] = new Extent(columns.get(c).widest());
    }
    for (R row : table.rows()) {
      double[] figures = new double[extents.length];
      for (int c = 0; c < extents.length; c++) {
        Column<R> column = columns.get(c);
        double figure = column.figure(row);
        column.measure(row, figure, extents[c]);
        figures[c] = alone(column, figure);
      }
      if (kept.size() < MOST_KEPT) {
        kept.add(figures);
      }
    }
  }

  Table<R> table() {
    return table;
  }

  /** What the rows need in a column, up to the width at which it wraps. */
  double width(int column) {
    return extents[column].width();
  }

  /** Whether a cell of a column is wider than that. */
  boolean wraps(int column) {
    return extents[column].wraps();
  }

  /**
   * The figures of a row, a column each, as {@link Column#figure} says them; {@code NaN} where
   * something stands behind the figure.
   *
   * @param number of the row, from 0
   */
  double[] figures(int number, R row) {
    return number < kept.size() ? kept.get(number) : figures(row);
  }

  private double[] figures(R row) {
    List<Column<R>> columns = table.columns();
    double[] figures = new double[columns.size()];
    for (int c = 0; c < figures.length; c++) {
      Column<R> column = columns.get(c);
      figures[c] = alone(column, column.figure(row));
    }
    return figures;
  }

  /** The figure if nothing stands behind it. */
  private static double alone(Column<?> column, double figure) {
    return column.whole() == null ? figure : Double.NaN;
  }
}
