package peaceindex.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import peaceindex.problem.CellRef;
import peaceindex.problem.LineRef;

/**
 * Where every value came from, packed into one {@code long} a value (sheet 30 bits, row 20, column
 * 14) and made into a {@link CellRef} on demand.
 */
public final class Origins {
  /** The origin of a value that came from nowhere. */
  public static final long NONE = -1;

  private record Sheet(String file, String sheet, boolean hasCells) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<Sheet, Integer> numbers = new HashMap<>();

  /** The sheet that was packed last; most values of a sheet come one after the other. */
  private Sheet last = new Sheet("", "", false);

  private int lastNumber;

  /** The packed origin of the cell at zero-based {@code row} and {@code column}. */
  public long pack(String file, String sheet, int row, int column) {
    if (!last.hasCells() || !last.sheet().equals(sheet) || !last.file().equals(file)) {
      last = new Sheet(file, sheet, true);
      lastNumber = number(last);
    }
    return ((long) lastNumber << 34) | ((long) row << 14) | column;
  }

  /** The packed origin of what a line of a configuration file says; it shows as file:line. */
  public long pack(LineRef line) {
    return (long) number(new Sheet(line.file() + ":" + line.line(), "", false)) << 34;
  }

  private int number(Sheet sheet) {
    return numbers.computeIfAbsent(
        sheet,
        key -> {
          sheets.add(key);
          return sheets.size() - 1;
        });
  }

  /**
   * The smallest range that holds all of these cells; the file of the first, if they do not lie on
   * one sheet; empty if there are none.
   */
  public Optional<CellRef> range(long... cells) {
    if (cells.length == 0) {
      return Optional.empty();
    }
    Sheet sheet = sheets.get((int) (cells[0] >>> 34));
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = 0;
    int right = 0;
    for (long cell : cells) {
      if (!sheet.hasCells() || cell >>> 34 != cells[0] >>> 34) {
        return Optional.of(CellRef.file(sheet.file()));
      }
      top = Math.min(top, row(cell));
      bottom = Math.max(bottom, row(cell));
      left = Math.min(left, column(cell));
      right = Math.max(right, column(cell));
    }
    String first = CellRef.address(top, left);
    String last = CellRef.address(bottom, right);
    return Optional.of(
        new CellRef(sheet.file(), sheet.sheet(), first.equals(last) ? first : first + ":" + last));
  }

  /**
   * The cells in their order, those that follow one another to the right or downwards as one range;
   * origins that are {@link #NONE} are passed over.
   */
  public List<CellRef> runs(long... cells) {
    List<CellRef> runs = new ArrayList<>();
    for (int from = 0; from < cells.length; ) {
      if (cells[from] == NONE) {
        from++;
        continue;
      }
      Sheet sheet = sheets.get((int) (cells[from] >>> 34));
      int end = from + 1;
      if (sheet.hasCells()) {
        long step = end < cells.length ? cells[end] - cells[from] : 0;
        boolean goesOn = step == 1 || step == 1L << 14;
        while (goesOn && end < cells.length && cells[end] - cells[end - 1] == step) {
          end++;
        }
        String first = CellRef.address(row(cells[from]), column(cells[from]));
        String last = CellRef.address(row(cells[end - 1]), column(cells[end - 1]));
        String range = end - from == 1 ? first : first + ":" + last;
        runs.add(new CellRef(sheet.file(), sheet.sheet(), range));
      } else {
        runs.add(CellRef.file(sheet.file()));
      }
      from = end;
    }
    return runs;
  }

  /** The file of a packed origin; empty for {@link #NONE}. */
  public String file(long origin) {
    return origin == NONE ? "" : sheets.get((int) (origin >>> 34)).file();
  }

  /** The cell of a packed origin; empty for {@link #NONE}. */
  public Optional<CellRef> cell(long origin) {
    if (origin == NONE) {
      return Optional.empty();
    }
    Sheet sheet = sheets.get((int) (origin >>> 34));
    if (!sheet.hasCells()) {
      return Optional.of(CellRef.file(sheet.file()));
    }
    return Optional.of(CellRef.at(sheet.file(), sheet.sheet(), row(origin), column(origin)));
  }

  /** What cells are ordered by: file, sheet, row and column, whatever was packed first. */
  String place(long origin) {
    if (origin == NONE) {
      return "";
    }
    Sheet sheet = sheets.get((int) (origin >>> 34));
    return String.format(
        Locale.ROOT,
        "%s\n%s\n%07d\n%05d",
        sheet.file(),
        sheet.sheet(),
        row(origin),
        column(origin));
  }

  private static int row(long origin) {
    return (int) (origin >>> 14) & 0xFFFFF;
  }

  private static int column(long origin) {
    return (int) origin & 0x3FFF;
  }
}
