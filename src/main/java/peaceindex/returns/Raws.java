package peaceindex.returns;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import peaceindex.sheet.Cells;

/**
 * What stands in the cells that became figures, as it was sent: 98.6% as the 0.986 that is stored,
 * "1,200 件" as it was typed. A text that became a figure holds nothing but that figure and its
 * measure, so no person. Most cells hold just their figure, so only the others are kept.
 */
public final class Raws {
  private final boolean wanted;
  private final Map<Long, String> texts = new HashMap<>();

  private Raws(boolean wanted) {
    this.wanted = wanted;
  }

  /** Keeps what it is told. */
  static Raws kept() {
    return new Raws(true);
  }

  /** Keeps nothing, where nobody will ask. */
  static Raws ignored() {
    return new Raws(false);
  }

  /** Notes the cell that became a figure; -1 if there is none. */
  void note(long origin, Cells cells, int cell, double figure) {
    if (!wanted || cell < 0) {
      return;
    }
    if (cells.kind(cell) != Cells.Kind.NUMBER || cells.number(cell) != figure) {
      keep(origin, cells, cell, figure);
    } else if (!texts.isEmpty()) {
      texts.remove(origin);
    }
  }

  private void keep(long origin, Cells cells, int cell, double figure) {
    String raw =
        switch (cells.kind(cell)) {
          case NUMBER, DATE -> plain(cells.number(cell));
          case TEXT -> cells.text(cell);
          default -> "";
        };
    if (raw.equals(plain(figure))) {
      texts.remove(origin);
    } else {
      texts.put(origin, raw);
    }
  }

  /**
   * What stands in the cell of a usable figure; empty for a formula without a stored result.
   *
   * @param origin the packed origin of the figure
   */
  public String of(long origin, double figure) {
    return texts.getOrDefault(origin, plain(figure));
  }

  /** A number with all its digits and no exponent. */
  private static String plain(double number) {
    return number == 0
        ? "0"
        : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
