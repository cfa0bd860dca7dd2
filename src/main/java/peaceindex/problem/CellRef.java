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

  /** The names of files and sheets are a stranger's words like any other. */
  public CellRef {
    file = Privacy.mask(file);
    sheet = Privacy.mask(sheet);
  }

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
    return letters(column).append(row + 1).toString();
  }

  /** The letters of a zero-based column, such as {@code AB}. */
  public static StringBuilder letters(int column) {
    StringBuilder letters = new StringBuilder(8);
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters;
  }

  /** The zero-based row of the cell or of a range's first one; -1 if no cell is meant. */
  public int row() {
    String digits = start().replaceAll("[A-Z]", "");
    return digits.isEmpty() ? -1 : Integer.parseInt(digits) - 1;
  }

  /** The zero-based column of the cell or of a range's first one; -1 if no cell is meant. */
  public int column() {
    int column = 0;
    for (char c : start().toCharArray()) {
      column = c >= 'A' && c <= 'Z' ? column * 26 + c - 'A' + 1 : column;
    }
    return column - 1;
  }

  /** The last cell of a range; any other place is its own last one. */
  public CellRef last() {
    return new CellRef(file, sheet, cell.substring(cell.indexOf(':') + 1));
  }

  private String start() {
    int colon = cell.indexOf(':');
    return colon < 0 ? cell : cell.substring(0, colon);
  }

  @Override
  public String show() {
    if (sheet.isEmpty()) {
      return file;
    }
    return file + " [" + sheet + (cell.isEmpty() ? "" : "!" + cell) + "]";
  }
}
