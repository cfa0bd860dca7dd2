package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where there is room for what: widths of columns and heights of rows, measured before anything is
 * written, so that nothing is cut and no number turns into #####.
 */
public final class Layout {
  /** Air in a cell, in digits. */
  static final double AIR = 1.5;

  /** A table that is wider than its page by no more than this keeps its headings on fewer lines. */
  private static final double LITTLE_TOO_WIDE = 1.12;

  /** A small table is not drawn out further than this. */
  private static final double MOST_STRETCH = 1.6;

  /** A heading is broken into no more lines, where the page is too narrow for fewer. */
  private static final int HEADING_LINES = 3;

  /** Readers break lines a little earlier than we count. */
  private static final double CAUTION = 0.94;

  /** A merged cell of a table's head. */
  record Block(Heading heading, int top, int left, int bottom, int right) {}

  private final List<Block> blocks;
  private final double[] widths;

  /** The columns in whose rows a cell may need more lines than one. */
  private final boolean[] wraps;

  private final Paper paper;

  private Layout(List<Block> blocks, double[] widths, boolean[] wraps, Paper paper) {
    this.blocks = blocks;
    this.widths = widths;
    this.wraps = wraps;
    this.paper = paper;
  }

  /**
   * @param least the width that all columns together need for what stands above the table
   */
  public static <R> Layout of(Table<R> table, double least, Paper paper) {
    return of(new Body<>(table), least, paper);
  }

  /** The same for a table whose rows are measured already. */
  static <R> Layout of(Body<R> body, double least, Paper paper) {
    double page = paper.digits();
    double[] rows = widths(body);
    List<Block> blocks = blocks(body.table());
    double[] widths = rows;
    for (int lines = 1; lines <= HEADING_LINES; lines++) {
      widths = rows.clone();
      for (Block block : blocks) {
        int allowed = lines - 1 + block.heading().lines();
        double needed =
            Math.max(block.heading().least(), TextWidth.narrowest(block.heading().text(), allowed));
        widen(widths, block.left(), block.right(), needed / CAUTION);
      }
      if (room(widths, 0, widths.length - 1) + AIR <= page * LITTLE_TOO_WIDE) {
        break;
      }
    }
    widen(widths, 0, widths.length - 1, least);
    double all = room(widths, 0, widths.length - 1) + AIR;
    double stretch = Math.max(1, Math.min(MOST_STRETCH, page / all));
    for (int c = 0; c < widths.length; c++) {
      widths[c] = (widths[c] + AIR) * stretch - AIR;
    }
    boolean[] wraps = new boolean[widths.length];
    for (int c = 0; c < widths.length; c++) {
      wraps[c] = body.wraps(c);
    }
    return new Layout(blocks, widths, wraps, paper);
  }

  /** What the rows need, up to the width at which a column wraps; and the lines below. */
  private static <R> double[] widths(Body<R> body) {
    Table<R> table = body.table();
    double[] widths = new double[table.columns().size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = body.width(c);
    }
    for (Line line : table.below()) {
      for (Line.Placed placed : line.cells()) {
        if (placed.columns() == 1) {
          int c = placed.column();
          double widest = table.columns().get(c).widest();
          widths[c] = Math.max(widths[c], Math.min(widest, placed.cell().width()));
        }
      }
    }
    return widths;
  }

  /** Shares out what is lacking evenly. */
  private static void widen(double[] widths, int left, int right, double needed) {
    double lacking = needed - room(widths, left, right);
    for (int c = left; lacking > 0 && c <= right; c++) {
      widths[c] += lacking / (right - left + 1);
    }
  }

  private static double room(double[] widths, int left, int right) {
    double room = (right - left) * AIR;
    for (int c = left; c <= right; c++) {
      room += widths[c];
    }
    return room;
  }

  private static List<Block> blocks(Table<?> table) {
    Map<Heading, Integer> places = new HashMap<>();
    List<Block> blocks = new ArrayList<>();
    int headRows = table.headRows();
    for (int c = 0; c < table.columns().size(); c++) {
      for (int r = 0; r < headRows; r++) {
        Heading heading = table.columns().get(c).heading(r);
        Integer place = places.putIfAbsent(heading, blocks.size());
        if (place == null) {
          blocks.add(new Block(heading, r, c, r, c));
        } else {
          Block b = blocks.get(place);
          blocks.set(
              place,
              new Block(heading, Math.min(b.top(), r), b.left(), Math.max(b.bottom(), r), c));
        }
      }
    }
    return blocks;
  }

  int columns() {
    return widths.length;
  }

  Paper paper() {
    return paper;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Whether a cell of a row of the table may be wider than its column. */
  boolean wraps(int column) {
    return wraps[column];
  }

  /** The width of a column with the air in it. */
  double width(int column) {
    return widths[column] + AIR;
  }

  /** The width for content of the columns from {@code left} to {@code right} as one cell. */
  double room(int left, int right) {
    return room(widths, left, right);
  }

  /** How much a page of paper shrinks the table so that its width fits. */
  double scale() {
    return Math.min(1, paper.digits() / (room(0, widths.length - 1) + AIR));
  }

  /** The lines that each row of the head needs. */
  int[] headLines(int rows) {
    int[] lines = new int[rows];
    Arrays.fill(lines, 1);
    // The lower a block, the sooner it says what the rows below a higher one need.
    List<Block> byHeight = new ArrayList<>(blocks);
    byHeight.sort(Comparator.comparingInt(block -> block.bottom() - block.top()));
    for (Block block : byHeight) {
      int needed = lines(block.heading().text(), block.left(), block.right());
      for (int r = block.top(); r < block.bottom(); r++) {
        needed -= lines[r];
      }
      lines[block.bottom()] = Math.max(lines[block.bottom()], needed);
    }
    return lines;
  }

  /** The lines that a cell's text needs in the columns from {@code left} to {@code right}. */
  int lines(String text, int left, int right) {
    double room = room(left, right);
    boolean fits = TextWidth.of(text) <= room && text.indexOf('\n') < 0;
    return fits ? 1 : TextWidth.lines(text, room * CAUTION);
  }
}
