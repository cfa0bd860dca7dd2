package peaceindex.report.workbook;

import java.util.List;

/** A line below a table: cells at some of its columns, each over one or several of them. */
public record Line(List<Placed> cells) {

  /**
   * @param column the first column
   * @param columns how many columns it takes up; 0 for all that are left
   */
  public record Placed(int column, int columns, Cell cell) {}

  public Line {
    cells = List.copyOf(cells);
  }

  /** One cell over all columns. */
  public static Line of(Cell cell) {
    return new Line(List.of(new Placed(0, 0, cell)));
  }

  public static Line note(String text) {
    return of(Cell.note(text));
  }
}
