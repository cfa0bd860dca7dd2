package peaceindex.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import peaceindex.problem.CellRef;

/**
 * The cells of one sheet that hold something, in plain arrays ordered by row and column. Rows and
 * columns count from 0. Formatting without content is no cell.
 */
public final class Cells {

  /** What a cell holds. */
  public enum Kind {
    NUMBER,
    /** A number whose format shows a date. */
    DATE,
    TEXT,
    BOOLEAN,
    ERROR,
    /** A formula that was never calculated. */
    NO_RESULT
  }

  /** A merged range, ends inclusive. */
  public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    boolean holds(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
  }

  private final String file;
  private final String sheet;
  private final boolean epoch1904;
  private final List<Merge> merges;
  private final long[] places;
  private final byte[] kinds;
  private final boolean[] percent;
  private final double[] numbers;
  private final String[] texts;

  private Cells(Builder b) {
    this.file = b.file;
    this.sheet = b.sheet;
    this.epoch1904 = b.epoch1904;
    this.merges = List.copyOf(b.merges);
    this.places = Arrays.copyOf(b.places, b.size);
    this.kinds = Arrays.copyOf(b.kinds, b.size);
    this.percent = Arrays.copyOf(b.percent, b.size);
    this.numbers = Arrays.copyOf(b.numbers, b.size);
    this.texts = Arrays.copyOf(b.texts, b.size);
  }

  public String file() {
    return file;
  }

  public String sheet() {
    return sheet;
  }

  /** The number of cells. A cell is called by its place in the order. */
  public int size() {
    return places.length;
  }

  public int row(int cell) {
    return (int) (places[cell] >>> 14);
  }

  public int column(int cell) {
    return (int) (places[cell] & 0x3FFF);
  }

  public Kind kind(int cell) {
    return Kind.values()[kinds[cell]];
  }

  /** The number of a {@link Kind#NUMBER} or {@link Kind#DATE}; else {@code NaN}. */
  public double number(int cell) {
    return numbers[cell];
  }

  /** Whether the cell's format shows its number as a percentage. */
  public boolean isPercent(int cell) {
    return percent[cell];
  }

  /** The text of the cell; a number in its shortest form, empty for the other kinds. */
  public String text(int cell) {
    return switch (kind(cell)) {
      case TEXT -> texts[cell];
      case NUMBER -> plain(numbers[cell]);
      default -> "";
    };
  }

  /** The day of a {@link Kind#DATE}. */
  public LocalDate date(int cell) {
    return DateUtil.getLocalDateTime(numbers[cell], epoch1904).toLocalDate();
  }

  /** The cell at a place, or -1 if nothing is there. */
  public int at(int row, int column) {
    int found = Arrays.binarySearch(places, place(row, column));
    return found >= 0 ? found : -1;
  }

  /** The cell at a place; within a merged range the one that fills it. -1 if nothing is there. */
  public int shownAt(int row, int column) {
    int found = at(row, column);
    if (found >= 0) {
      return found;
    }
    Merge merge = mergeAt(row, column);
    return at(merge.firstRow(), merge.firstColumn());
  }

  /** The merged range that holds a place; a range of one cell if there is none. */
  public Merge mergeAt(int row, int column) {
    for (Merge merge : merges) {
      if (merge.holds(row, column)) {
        return merge;
      }
    }
    return new Merge(row, row, column, column);
  }

  /** The first cell in or after {@code row}; {@link #size()} if there is none. */
  public int firstInRow(int row) {
    int found = Arrays.binarySearch(places, place(row, 0));
    return found >= 0 ? found : -found - 1;
  }

  /** The last row that holds anything; -1 for an empty sheet. */
  public int lastRow() {
    return places.length == 0 ? -1 : row(places.length - 1);
  }

  /** The texts from {@code firstRow} up to {@code endRow}, which is not included. */
  public List<String> texts(int firstRow, int endRow) {
    List<String> texts = new ArrayList<>();
    for (int cell = firstInRow(firstRow); cell < firstInRow(endRow); cell++) {
      texts.add(text(cell));
    }
    return texts;
  }

  /** The cell as a place for problems. */
  public CellRef where(int cell) {
    return CellRef.at(file, sheet, row(cell), column(cell));
  }

  private static long place(int row, int column) {
    return ((long) row << 14) | column;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** Collects the cells of one sheet in any order; of two at one place the first one stays. */
  static final class Builder {
    private final String file;
    private final String sheet;
    private final boolean epoch1904;
    private final List<Merge> merges = new ArrayList<>();
    private long[] places = new long[64];
    private byte[] kinds = new byte[64];
    private boolean[] percent = new boolean[64];
    private double[] numbers = new double[64];
    private String[] texts = new String[64];
    private int size;
    private boolean ordered = true;

    Builder(String file, String sheet, boolean epoch1904) {
      this.file = file;
      this.sheet = sheet;
      this.epoch1904 = epoch1904;
    }

    void number(int row, int column, double number, boolean isDate, boolean isPercent) {
      add(row, column, isDate ? Kind.DATE : Kind.NUMBER, number, "", isPercent);
    }

    void text(int row, int column, String text) {
      if (!text.isBlank()) {
        add(row, column, Kind.TEXT, Double.NaN, text, false);
      }
    }

    void other(int row, int column, Kind kind) {
      add(row, column, kind, Double.NaN, "", false);
    }

    void merge(Merge merge) {
      merges.add(merge);
    }

    private void add(
        int row, int column, Kind kind, double number, String text, boolean isPercent) {
      if (size == places.length) {
        int larger = size * 2;
        places = Arrays.copyOf(places, larger);
        kinds = Arrays.copyOf(kinds, larger);
        percent = Arrays.copyOf(percent, larger);
        numbers = Arrays.copyOf(numbers, larger);
        texts = Arrays.copyOf(texts, larger);
      }
      places[size] = place(row, column);
      kinds[size] = (byte) kind.ordinal();
      percent[size] = isPercent;
      numbers[size] = number;
      texts[size] = text;
      ordered &= size == 0 || places[size - 1] < places[size];
      size++;
    }

    Cells build() {
      if (!ordered) {
        sort();
      }
      return new Cells(this);
    }

    /** Files written by other programs may hold their rows or cells in any order. */
    private void sort() {
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Long.compare(places[a], places[b]));
      Builder sorted = new Builder(file, sheet, epoch1904);
      for (int i = 0; i < size; i++) {
        int k = order[i];
        if (i > 0 && places[order[i - 1]] == places[k]) {
          continue;
        }
        int row = (int) (places[k] >>> 14);
        int column = (int) (places[k] & 0x3FFF);
        sorted.add(row, column, Kind.values()[kinds[k]], numbers[k], texts[k], percent[k]);
      }
      places = sorted.places;
      kinds = sorted.kinds;
      percent = sorted.percent;
      numbers = sorted.numbers;
      texts = sorted.texts;
      size = sorted.size;
    }
  }
}
