package peaceindex.formula;

import java.util.Arrays;

/**
 * Sorting of columns: by their digits where there are many rows, which takes a time linear in them
 * and compares nothing.
 */
public final class Sorting {
  /** Up to so many rows are sorted by inserting one after the other. */
  private static final int FEW = 200;

  private static final int DIGIT = 11;
  private static final int DIGITS = 6;
  private static final int RADIX = 1 << DIGIT;

  private Sorting() {}

  /** The rows that have a figure, from the least to the greatest; equal ones in their order. */
  public static int[] ascending(double[] figures) {
    long[] keys = new long[figures.length];
    int[] rows = new int[figures.length];
    int count = 0;
    for (int row = 0; row < figures.length; row++) {
      if (!Double.isNaN(figures[row])) {
        keys[count] = key(figures[row]);
        rows[count++] = row;
      }
    }
    if (count <= FEW) {
      insert(keys, rows, count);
      return Arrays.copyOf(rows, count);
    }
    return byDigits(keys, rows, count);
  }

  /** A number that orders as the figure does; of both zeros the same. */
  private static long key(double figure) {
    long bits = Double.doubleToRawLongBits(figure + 0.0);
    return bits ^ (bits >> 63 | Long.MIN_VALUE);
  }

  private static void insert(long[] keys, int[] rows, int count) {
    for (int i = 1; i < count; i++) {
      long key = keys[i];
      int row = rows[i];
      int place = i;
      while (place > 0 && Long.compareUnsigned(keys[place - 1], key) > 0) {
        keys[place] = keys[place - 1];
        rows[place] = rows[place - 1];
        place--;
      }
      keys[place] = key;
      rows[place] = row;
    }
  }

  private static int[] byDigits(long[] keys, int[] rows, int count) {
    int[][] starts = starts(keys, count);
    long[] from = keys;
    int[] rowsFrom = rows;
    long[] to = new long[count];
    int[] rowsTo = new int[count];
    for (int digit = 0; digit < DIGITS; digit++) {
      int[] start = starts[digit];
      int shift = digit * DIGIT;
      if (start.length == 0) {
        continue;
      }
      for (int i = 0; i < count; i++) {
        long key = from[i];
        int place = start[(int) (key >>> shift) & (RADIX - 1)]++;
        to[place] = key;
        rowsTo[place] = rowsFrom[i];
      }
      long[] keysAgain = from;
      from = to;
      to = keysAgain;
      int[] rowsAgain = rowsFrom;
      rowsFrom = rowsTo;
      rowsTo = rowsAgain;
    }
    return rowsFrom.length == count ? rowsFrom : Arrays.copyOf(rowsFrom, count);
  }

  /**
   * By digit, the lowest first, where the keys with each value of it begin; empty for a digit that
   * is the same in all keys.
   */
  private static int[][] starts(long[] keys, int count) {
    int[][] starts = new int[DIGITS][RADIX];
    for (int i = 0; i < count; i++) {
      long key = keys[i];
      for (int digit = 0; digit < DIGITS; digit++) {
        starts[digit][(int) (key >>> (digit * DIGIT)) & (RADIX - 1)]++;
      }
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      int[] counts = starts[digit];
      if (counts[(int) (keys[0] >>> (digit * DIGIT)) & (RADIX - 1)] == count) {
        starts[digit] = new int[0];
        continue;
      }
      int start = 0;
      for (int value = 0; value < RADIX; value++) {
        int next = start + counts[value];
        counts[value] = start;
        start = next;
      }
    }
    return starts;
  }
}
