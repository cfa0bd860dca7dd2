package peaceindex.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import peaceindex.panel.Figures;
import peaceindex.problem.CellRef;

/**
 * The cells of one sheet that hold something, in plain arrays ordered by row and column. Rows and
 * columns count from 0. Formatting without content is no cell.
 *
 * <p>Beside its content a cell has {@link Fact facts}, one bit each. Comments and hidden rows and
 * columns belong to places, whether a cell is there or not.
 *
 * <p>A sheet may be looked at {@link #transposed}, so that a table whose units stand in columns is
 * read like one whose units stand in rows. References always name the cell as it was sent.
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
    /** A formula without a result that can be relied on. */
    NO_RESULT
  }

  /** What else is true of a cell. */
  public enum Fact {
    /** The format shows the number as a percentage; the number itself is the ratio. */
    PERCENT,
    /** All that the cell shows is struck out. Its content is kept, but it is no figure. */
    STRUCK,
    /** Parts of the text are struck out and left out of {@link Cells#text}. */
    PARTLY_STRUCK,
    /** The content is the result of a formula. */
    FORMULA,
    /** The result was not stored, or not to be trusted, and was calculated here. */
    RECALCULATED;

    private final byte bit = (byte) (1 << ordinal());

    static int bits(Fact fact, boolean holds) {
      return holds ? fact.bit : 0;
    }
  }

  /** A merged range, ends inclusive. */
  public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    boolean holds(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
  }

  /** Rows to a cell, from which on most of them hold nothing. */
  private static final int SPARSE = 8;

  private final String file;
  private final String sheet;
  private final boolean epoch1904;
  private final boolean transposed;
  private final List<Merge> mergeList;
  private final Merges merges;
  private final BitSet hiddenRows;
  private final BitSet hiddenColumns;
  private final long[] comments;
  private final long[] places;
  private final byte[] kinds;
  private final byte[] facts;
  private final double[] numbers;
  private final String[] texts;

  /** The first cell of each row and of those after it; empty where rows are few and far between. */
  private final int[] rowStarts;

  private final int lastColumn;

  private Cells(Builder b) {
    this.file = b.file;
    this.sheet = b.sheet;
    this.epoch1904 = b.epoch1904;
    this.transposed = b.transposed;
    this.mergeList = List.copyOf(b.merges);
    this.merges = new Merges(mergeList);
    this.hiddenRows = b.hiddenRows;
    this.hiddenColumns = b.hiddenColumns;
    this.comments = Arrays.copyOf(b.comments, b.commentCount);
    Arrays.sort(comments);
    this.places = Arrays.copyOf(b.places, b.size);
    this.kinds = Arrays.copyOf(b.kinds, b.size);
    this.facts = Arrays.copyOf(b.facts, b.size);
    this.numbers = Arrays.copyOf(b.numbers, b.size);
    this.texts = Arrays.copyOf(b.texts, b.size);
    this.rowStarts = rowStarts(places);
    this.lastColumn = findLastColumn();
  }

  private static int[] rowStarts(long[] places) {
    int rows = places.length == 0 ? 0 : rowOf(places[places.length - 1]) + 1;
    if (rows > SPARSE * places.length) {
      return new int[0];
    }
    int[] starts = new int[rows + 1];
    int row = 0;
    for (int cell = 0; cell < places.length; cell++) {
      for (int to = rowOf(places[cell]); row <= to; row++) {
        starts[row] = cell;
      }
    }
    starts[rows] = places.length;
    return starts;
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
    return rowOf(places[cell]);
  }

  public int column(int cell) {
    return columnOf(places[cell]);
  }

  public Kind kind(int cell) {
    return KINDS[kinds[cell]];
  }

  /** The number of a {@link Kind#NUMBER} or {@link Kind#DATE}; else {@code NaN}. */
  public double number(int cell) {
    return numbers[cell];
  }

  public boolean is(int cell, Fact fact) {
    return (facts[cell] & fact.bit) != 0;
  }

  /** Whether the cell's format shows its number as a percentage. */
  public boolean isPercent(int cell) {
    return is(cell, Fact.PERCENT);
  }

  /** Whether the cell lies in a hidden row or column, also one without height or width. */
  public boolean isHidden(int cell) {
    return isRowHidden(row(cell)) || isColumnHidden(column(cell));
  }

  public boolean isRowHidden(int row) {
    return hiddenRows.get(row);
  }

  public boolean isColumnHidden(int column) {
    return hiddenColumns.get(column);
  }

  /** Whether somebody left a comment at a place. What it says is never read. */
  public boolean hasComment(int row, int column) {
    return comments.length > 0 && Arrays.binarySearch(comments, place(row, column)) >= 0;
  }

  /** The text of the cell; a number in its shortest form, empty for the other kinds. */
  public String text(int cell) {
    return switch (kind(cell)) {
      case TEXT -> texts[cell];
      case NUMBER -> Figures.plain(numbers[cell]);
      default -> "";
    };
  }

  /** The day of a {@link Kind#DATE}. */
  public LocalDate date(int cell) {
    return DateUtil.getLocalDateTime(numbers[cell], epoch1904).toLocalDate();
  }

  /** The cell at a place, or -1 if nothing is there. */
  public int at(int row, int column) {
    if (row < 0 || column < 0 || row >= Guard.MAX_ROWS || column >= Guard.MAX_COLUMNS) {
      return -1;
    }
    long place = place(row, column);
    int from = firstInRow(row);
    // In most rows all columns are filled.
    if (column <= places.length - 1 - from && places[from + column] == place) {
      return from + column;
    }
    int found = Arrays.binarySearch(places, from, firstInRow(row + 1), place);
    return found >= 0 ? found : -1;
  }

  /** The cell at a place; within a merged range the one that fills it. -1 if nothing is there. */
  public int shownAt(int row, int column) {
    int found = at(row, column);
    if (found >= 0 || !isMerged(row, column)) {
      return found;
    }
    Merge merge = mergeAt(row, column);
    return at(merge.firstRow(), merge.firstColumn());
  }

  /** Whether a place lies in a merged range. */
  public boolean isMerged(int row, int column) {
    return !mergeList.isEmpty() && merges.holds(row, column);
  }

  /** The merged range that holds a place; a range of one cell if there is none. */
  public Merge mergeAt(int row, int column) {
    return merges.at(row, column);
  }

  /** The first cell in or after {@code row}; {@link #size()} if there is none. */
  public int firstInRow(int row) {
    if (row <= 0) {
      return 0;
    }
    if (rowStarts.length > 0) {
      return row < rowStarts.length ? rowStarts[row] : places.length;
    }
    int found = Arrays.binarySearch(places, place(row, 0));
    return found >= 0 ? found : -found - 1;
  }

  /** The last row that holds anything; -1 for an empty sheet. */
  public int lastRow() {
    return places.length == 0 ? -1 : row(places.length - 1);
  }

  /** The last column that holds anything or that a merged range reaches; -1 for an empty sheet. */
  public int lastColumn() {
    return lastColumn;
  }

  private int findLastColumn() {
    int last = -1;
    for (long place : places) {
      last = Math.max(last, columnOf(place));
    }
    for (Merge merge : mergeList) {
      last = Math.max(last, merge.lastColumn());
    }
    return last;
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
    return where(row(cell), column(cell));
  }

  /** A place for problems, as it was sent. */
  public CellRef where(int row, int column) {
    return CellRef.at(file, sheet, sentRow(row, column), sentColumn(row, column));
  }

  /** The row of a place in the sheet as it was sent. */
  public int sentRow(int row, int column) {
    return transposed ? column : row;
  }

  /** The column of a place in the sheet as it was sent. */
  public int sentColumn(int row, int column) {
    return transposed ? row : column;
  }

  /** All merged ranges. */
  public List<Merge> merges() {
    return mergeList;
  }

  /** The same cells with rows for columns and columns for rows. */
  public Cells transposed() {
    Builder builder = new Builder(file, sheet, epoch1904);
    builder.transposed = !transposed;
    builder.hiddenRows.or(hiddenColumns);
    builder.hiddenColumns.or(hiddenRows);
    for (Merge m : mergeList) {
      builder.merges.add(new Merge(m.firstColumn(), m.lastColumn(), m.firstRow(), m.lastRow()));
    }
    long[] turned = new long[comments.length];
    for (int i = 0; i < comments.length; i++) {
      turned[i] = place(columnOf(comments[i]), rowOf(comments[i]));
    }
    builder.comments = turned;
    builder.commentCount = turned.length;
    for (int cell = 0; cell < size(); cell++) {
      builder.put(
          place(column(cell), row(cell)), kind(cell), numbers[cell], texts[cell], facts[cell]);
    }
    return builder.build();
  }

  /** Whether the sheet is narrow enough to be looked at {@link #transposed}. */
  public boolean canBeTransposed() {
    return lastRow() < Guard.MAX_COLUMNS
        && (comments.length == 0 || rowOf(comments[comments.length - 1]) < Guard.MAX_COLUMNS);
  }

  private static final Kind[] KINDS = Kind.values();

  static long place(int row, int column) {
    return ((long) row << 14) | column;
  }

  private static int rowOf(long place) {
    return (int) (place >>> 14);
  }

  private static int columnOf(long place) {
    return (int) (place & 0x3FFF);
  }

  /**
   * Collects the cells of one sheet in any order; of two at one place the first one stays. It holds
   * the bounds of {@link Guard} on places, texts and numbers of things, so every format meets them.
   */
  static final class Builder {
    /** Bits of an index into {@link Guard#MAX_CELLS} cells. */
    private static final int INDEX_BITS = 25;

    private final String file;
    private final String sheet;
    private final boolean epoch1904;
    private boolean transposed;
    private final List<Merge> merges = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private long[] comments = new long[4];
    private int commentCount;
    private long[] places = new long[64];
    private byte[] kinds = new byte[64];
    private byte[] facts = new byte[64];
    private double[] numbers = new double[64];
    private String[] texts = new String[64];
    private int size;
    private boolean ordered = true;
    private boolean keepsBlanks;
    private int limit = Guard.MAX_CELLS;

    Builder(String file, String sheet, boolean epoch1904) {
      this.file = file;
      this.sheet = sheet;
      this.epoch1904 = epoch1904;
    }

    /** For formulas, to which a text of blanks is a text. */
    static Builder forFormulas(String file, String sheet, boolean epoch1904, int limit) {
      Builder builder = new Builder(file, sheet, epoch1904);
      builder.keepsBlanks = true;
      builder.limit = limit;
      return builder;
    }

    /** Adds a number; one that is not finite is an error value. */
    void number(int row, int column, double number, NumberFormats format, int bits) {
      if (!Double.isFinite(number)) {
        other(row, column, Kind.ERROR, bits);
        return;
      }
      boolean isDate = format.isDate() && DateUtil.isValidExcelDate(number);
      int all = bits | Fact.bits(Fact.PERCENT, format.isPercent());
      add(row, column, isDate ? Kind.DATE : Kind.NUMBER, number, "", all);
    }

    /** Adds a text unless it is blank. */
    void text(int row, int column, String text, int bits) {
      if (text.length() > Guard.MAX_CHARACTERS) {
        throw Refused.tooLarge("bound.characters", text.length(), Guard.MAX_CHARACTERS);
      }
      if (keepsBlanks || !text.isBlank()) {
        add(row, column, Kind.TEXT, Double.NaN, text, bits);
      }
    }

    void other(int row, int column, Kind kind, int bits) {
      add(row, column, kind, Double.NaN, "", bits);
    }

    /** Adds a merged range; what reaches beyond the sheet is cut off. */
    void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
      checkPlace(firstRow, firstColumn);
      if (merges.size() == Guard.MAX_MERGES) {
        throw Refused.tooLarge("bound.merges", merges.size() + 1L, Guard.MAX_MERGES);
      }
      int bottom = Math.min(lastRow, Guard.MAX_ROWS - 1);
      int right = Math.min(lastColumn, Guard.MAX_COLUMNS - 1);
      if (bottom > firstRow || right > firstColumn) {
        merges.add(
            new Merge(
                firstRow, Math.max(firstRow, bottom), firstColumn, Math.max(firstColumn, right)));
      }
    }

    void comment(int row, int column) {
      checkPlace(row, column);
      if (commentCount == Guard.MAX_CELLS) {
        throw Refused.tooLarge("bound.cells", commentCount + 1L, Guard.MAX_CELLS);
      }
      if (commentCount == comments.length) {
        comments = Arrays.copyOf(comments, commentCount * 2);
      }
      comments[commentCount++] = place(row, column);
    }

    void hideRow(int row) {
      checkPlace(row, 0);
      hiddenRows.set(row);
    }

    /** Hides columns, ends inclusive. */
    void hideColumns(int first, int last) {
      checkPlace(0, first);
      hiddenColumns.set(first, Math.max(first, Math.min(last, Guard.MAX_COLUMNS - 1)) + 1);
    }

    private static void checkPlace(int row, int column) {
      if (row < 0 || row >= Guard.MAX_ROWS) {
        throw Refused.tooLarge("bound.rows", Math.max(row, row + 1L), Guard.MAX_ROWS);
      }
      if (column < 0 || column >= Guard.MAX_COLUMNS) {
        throw Refused.tooLarge("bound.columns", Math.max(column, column + 1L), Guard.MAX_COLUMNS);
      }
    }

    private void add(int row, int column, Kind kind, double number, String text, int bits) {
      checkPlace(row, column);
      if (size == limit) {
        throw Refused.tooLarge("bound.cells", size + 1L, limit);
      }
      put(place(row, column), kind, number, text, bits);
    }

    private void put(long place, Kind kind, double number, String text, int bits) {
      if (size == places.length) {
        grow();
      }
      places[size] = place;
      kinds[size] = (byte) kind.ordinal();
      facts[size] = (byte) bits;
      numbers[size] = number;
      texts[size] = text;
      ordered &= size == 0 || places[size - 1] < places[size];
      size++;
    }

    private void grow() {
      int larger = size * 2;
      places = Arrays.copyOf(places, larger);
      kinds = Arrays.copyOf(kinds, larger);
      facts = Arrays.copyOf(facts, larger);
      numbers = Arrays.copyOf(numbers, larger);
      texts = Arrays.copyOf(texts, larger);
    }

    /** Gives a formula's cell the number that was found. The cells were built before. */
    void revise(int cell, double number, NumberFormats format) {
      boolean isDate = format.isDate() && DateUtil.isValidExcelDate(number);
      revise(cell, isDate ? Kind.DATE : Kind.NUMBER, "");
      numbers[cell] = number;
      facts[cell] |= (byte) Fact.bits(Fact.PERCENT, format.isPercent());
    }

    /** Gives a formula's cell what else was found, or takes away what was stored. */
    void revise(int cell, Kind kind, String text) {
      kinds[cell] = (byte) kind.ordinal();
      numbers[cell] = Double.NaN;
      texts[cell] = text;
      facts[cell] |=
          (byte) (Fact.FORMULA.bit | Fact.bits(Fact.RECALCULATED, kind != Kind.NO_RESULT));
    }

    /** Leaves out texts of nothing but blanks. */
    void dropBlanks() {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (kinds[i] != Kind.TEXT.ordinal() || !texts[i].isBlank()) {
          places[kept] = places[i];
          kinds[kept] = kinds[i];
          facts[kept] = facts[i];
          numbers[kept] = numbers[i];
          texts[kept] = texts[i];
          kept++;
        }
      }
      size = kept;
    }

    Cells build() {
      if (!ordered) {
        sort();
      }
      return new Cells(this);
    }

    /** Files written by other programs may hold their rows or cells in any order. */
    private void sort() {
      long[] order = new long[size];
      for (int i = 0; i < size; i++) {
        order[i] = places[i] << INDEX_BITS | i;
      }
      Arrays.sort(order);
      Builder sorted = new Builder(file, sheet, epoch1904);
      sorted.limit = limit;
      for (int i = 0; i < size; i++) {
        long place = order[i] >>> INDEX_BITS;
        if (i > 0 && order[i - 1] >>> INDEX_BITS == place) {
          continue;
        }
        int k = (int) (order[i] & ((1 << INDEX_BITS) - 1));
        sorted.add(rowOf(place), columnOf(place), KINDS[kinds[k]], numbers[k], texts[k], facts[k]);
      }
      places = sorted.places;
      kinds = sorted.kinds;
      facts = sorted.facts;
      numbers = sorted.numbers;
      texts = sorted.texts;
      size = sorted.size;
      ordered = true;
    }
  }
}
