package peaceindex.problem;

/**
 * The origin of a figure: file, sheet and cell of a workbook as it was sent.
 *
 * @param file path relative to the workspace with {@code /} between folders
 * @param sheet name of the sheet; empty when the whole file is meant
 * @param cell address such as {@code C7}; a range such as {@code C5:C19} where many cells are
 *     meant; empty when the whole sheet is meant
 */
public record CellRef(String file, String sheet, String cell) implements Place {

  /** A whole file. */
  public static CellRef file(String file) {
    return new CellRef(file, "", "");
  }

  /** A whole sheet. */
  public static CellRef sheet(String file, String sheet) {
    return new CellRef(file, sheet, "");
  }

  /** The cell at zero-based {@code row} and {@code column}. */
  public static CellRef at(String file, String sheet, int row, int column) {
    return new CellRef(file, sheet, address(row, column));
  }

  /** The A1 address of zero-based {@code row} and {@code column}. */
  public static String address(int row, int column) {
    StringBuilder letters = new StringBuilder(8);
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.append(row + 1).toString();
  }

  @Override
  public String show() {
    if (sheet.isEmpty()) {
      return file;
    }
    return file + " [" + sheet + (cell.isEmpty() ? "" : "!" + cell) + "]";
  }
}
