package peaceindex.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peaceindex.problem.CellRef;

/**
 * Where every value came from, packed into one {@code long} a value (sheet 30 bits, row 20, column
 * 14) and made into a {@link CellRef} on demand.
 */
public final class Origins {
  /** The origin of a value that came from nowhere. */
  public static final long NONE = -1;

  private record Sheet(String file, String sheet) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<Sheet, Integer> numbers = new HashMap<>();

  /** The packed origin of the cell at zero-based {@code row} and {@code column}. */
  public long pack(String file, String sheet, int row, int column) {
    int number =
        numbers.computeIfAbsent(
            new Sheet(file, sheet),
            key -> {
              sheets.add(key);
              return sheets.size() - 1;
            });
    return ((long) number << 34) | ((long) row << 14) | column;
  }

  /** The cell of a packed origin; empty for {@link #NONE}. */
  public Optional<CellRef> cell(long origin) {
    if (origin == NONE) {
      return Optional.empty();
    }
    Sheet sheet = sheets.get((int) (origin >>> 34));
    int row = (int) (origin >>> 14) & 0xFFFFF;
    int column = (int) origin & 0x3FFF;
    return Optional.of(CellRef.at(sheet.file(), sheet.sheet(), row, column));
  }
}
