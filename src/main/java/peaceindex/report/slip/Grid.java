package peaceindex.report.slip;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.Line;
import peaceindex.report.workbook.Look;
import peaceindex.report.workbook.PaperSheet;

/** Blocks below one another on one sheet, each of which divides its columns in its own way. */
final class Grid {
  /** A gap, a caption, and a head of three lines. */
  private static final double ABOVE_ROWS_POINTS = 2 * PaperSheet.height(1) + PaperSheet.height(3);

  private final PaperSheet sheet;
  private final int columns;

  Grid(PaperSheet sheet, int columns) {
    this.sheet = sheet;
    this.columns = columns;
  }

  /** The number of the next row, from 0. */
  int next() {
    return sheet.next();
  }

  int columns() {
    return columns;
  }

  /** A row whose cells go over so many columns each; the last one over all that are left. */
  void row(List<Integer> spans, List<Cell> cells) {
    List<Line.Placed> placed = placed(spans, cells);
    Line.Placed last = placed.remove(placed.size() - 1);
    placed.add(new Line.Placed(last.column(), 0, last.cell()));
    sheet.line(new Line(placed));
  }

  /** The same, but no further than the spans go: what is right of them stays free. */
  void cells(List<Integer> spans, List<Cell> cells) {
    sheet.line(new Line(placed(spans, cells)));
  }

  /** A row of headings, the last one over all columns that are left. */
  void head(List<Integer> spans, List<String> headings) {
    row(spans, headings.stream().map(Grid::heading).toList());
  }

  static Cell heading(String words) {
    return Cell.word(words).with(Look.HEADING);
  }

  /** A heading of a block, below some air. */
  void caption(String text) {
    gap();
    sheet.line(Line.of(Cell.caption(text)));
  }

  void note(String text) {
    sheet.line(Line.note(text));
  }

  /** So many rows of one line each, with a caption and a head above, stay on one page of paper. */
  void keepTogether(int rows) {
    sheet.keepTogether(rows * PaperSheet.height(1) + ABOVE_ROWS_POINTS);
  }

  void gap() {
    sheet.line(new Line(List.of()));
  }

  /** The first column alone, the others shared out by weights, at least one each. */
  List<Integer> spans(int... weights) {
    List<Integer> spans = new ArrayList<>(List.of(1));
    int whole = IntStream.of(weights).sum();
    int reached = 0;
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
      int end = Math.round((columns - 1) * sum / (float) whole);
      int span = Math.max(1, end - reached);
      spans.add(span);
      reached += span;
    }
    return spans;
  }

  private static List<Line.Placed> placed(List<Integer> spans, List<Cell> cells) {
    List<Line.Placed> placed = new ArrayList<>();
    int column = 0;
    for (int i = 0; i < cells.size(); i++) {
      placed.add(new Line.Placed(column, spans.get(i), wrapping(cells.get(i))));
      column += spans.get(i);
    }
    return placed;
  }

  private static Cell wrapping(Cell cell) {
    return cell instanceof Cell.Written ? cell.with(cell.look().wrapping()) : cell;
  }
}
