package peaceindex.sheet;

import java.util.Arrays;
import java.util.List;

/**
 * The merged ranges of a sheet, found by place without looking at all of them.
 *
 * <p>An interval tree over the rows, held in arrays: ranges are sorted by their first row, the
 * middle of a stretch is its root, and every root knows the last row that any range of its stretch
 * reaches. Ranges should not overlap; if they do, the first one in the file holds.
 */
final class Merges {
  private final Cells.Merge[] sorted;
  private final int[] order;
  private final int[] reach;

  Merges(List<Cells.Merge> ranges) {
    long[] places = new long[ranges.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (long) ranges.get(i).firstRow() << Integer.SIZE | i;
    }
    Arrays.sort(places);
    sorted = new Cells.Merge[places.length];
    order = new int[places.length];
    reach = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      order[i] = (int) places[i];
      sorted[i] = ranges.get(order[i]);
    }
    fillReach(0, sorted.length);
  }

  /** The range that holds a place; a range of one cell if there is none. */
  Cells.Merge at(int row, int column) {
    int found = find(row, column, 0, sorted.length, -1);
    return found < 0 ? new Cells.Merge(row, row, column, column) : sorted[found];
  }

  boolean holds(int row, int column) {
    return find(row, column, 0, sorted.length, -1) >= 0;
  }

  private int fillReach(int from, int to) {
    if (from >= to) {
      return -1;
    }
    int root = (from + to) >>> 1;
    reach[root] =
        Math.max(sorted[root].lastRow(), Math.max(fillReach(from, root), fillReach(root + 1, to)));
    return reach[root];
  }

  private int find(int row, int column, int from, int to, int best) {
    if (from >= to) {
      return best;
    }
    int root = (from + to) >>> 1;
    if (reach[root] < row) {
      return best;
    }
    int found = find(row, column, from, root, best);
    if (sorted[root].firstRow() > row) {
      return found;
    }
    if (sorted[root].holds(row, column) && (found < 0 || order[root] < order[found])) {
      found = root;
    }
    return find(row, column, root + 1, to, found);
  }
}
