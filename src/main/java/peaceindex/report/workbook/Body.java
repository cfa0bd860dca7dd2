package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, as wide as they are. A table is gone through twice, once to be measured and
 * once to be written; what stands in its first rows is kept in between.
 */
final class Body<R> {
  /** Rows whose figures are kept, which are some megabytes then. */
  private static final int MOST_FIGURES = 1 << 16;

  /** Cells that are kept: those of a county, as more would be in the way of new ones. */
  private static final int MOST_CELLS = 1 << 14;

  /**
   * What stands in a row.
   *
   * @param figures of the columns, as {@link Column#figure} says them; {@code NaN} where there is a
   *     cell instead
   * @param cells where there is no figure alone, else null
   */
  record Row(double[] figures, @Nullable Cell[] cells) {}

  private final Table<R> table;
  private final List<Column<R>> columns;
  private final Extent[] extents;
  private final List<double[]> figures = new ArrayList<>();
  private final List<@Nullable Cell[]> cells = new ArrayList<>();

  Body(Table<R> table) {
    this.table = table;
    this.columns = table.columns();
    this.extents = new Extent[columns.size()];
    for (int c = 0; c < extents.length; c++) {
      extents[c] = new Extent(columns.get(c).widest());
    }
    int kept = 0;
    for (R row : table.rows()) {
      double[] of = figures(row);
      if (figures.size() < MOST_FIGURES) {
        figures.add(of);
      }
      if (kept < MOST_CELLS) {
        @Nullable Cell[] made = cells(row, of);
        cells.add(made);
        kept += measure(of, made);
      } else {
        measure(of, row);
      }
    }
  }

  /** Takes the widths of a row into account; how many of it are cells. */
  private int measure(double[] of, @Nullable Cell[] made) {
    int count = 0;
    for (int c = 0; c < of.length; c++) {
      Cell cell = made[c];
      if (cell == null) {
        extents[c].include(of[c], columns.get(c).form());
      } else {
        extents[c].include(cell);
        count++;
      }
    }
    return count;
  }

  /** The same, of cells as they are seen: what stands behind them is not asked for. */
  private void measure(double[] of, R row) {
    for (int c = 0; c < of.length; c++) {
      Column<R> column = columns.get(c);
      if (Double.isNaN(of[c])) {
        extents[c].include(column.cell().apply(row));
      } else {
        extents[c].include(of[c], column.form());
      }
    }
  }

  private double[] figures(R row) {
    double[] of = new double[extents.length];
    for (int c = 0; c < of.length; c++) {
      of[c] = columns.get(c).figure(row);
    }
    return of;
  }

  private @Nullable Cell[] cells(R row, double[] of) {
    @Nullable Cell[] made = new Cell[of.length];
    for (int c = 0; c < of.length; c++) {
      made[c] = Double.isNaN(of[c]) ? columns.get(c).written(row) : null;
    }
    return made;
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
   * What stands in a row.
   *
   * @param number of the row, from 0
   */
  Row row(int number, R row) {
    double[] of = number < figures.size() ? figures.get(number) : figures(row);
    return new Row(of, number < cells.size() ? cells.get(number) : cells(row, of));
  }
}
