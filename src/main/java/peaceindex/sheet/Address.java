package peaceindex.sheet;

/**
 * Places as workbooks write them, such as {@code C7}, packed into a {@code long}: rows and columns
 * count from 0 and may lie beyond any sheet, which is for {@link Cells.Builder} to refuse.
 */
final class Address {
  /** No place. */
  static final long NONE = Long.MIN_VALUE;

  private Address() {}

  static long of(int row, int column) {
    return ((long) row << 32) | column;
  }

  /** The place that a text names; whatever follows the row's digits must be digits too. */
  static long of(String reference) {
    return of(rowOf(reference), columnOf(reference));
  }

  static int row(long address) {
    return (int) (address >> 32);
  }

  static int column(long address) {
    return (int) address;
  }

  private static int columnOf(String reference) {
    long column = 0;
    int i = 0;
    for (; i < reference.length(); i++) {
      char letter = Character.toUpperCase(reference.charAt(i));
      if (letter >= 'A' && letter <= 'Z') {
        column = Math.min(column * 26 + (letter - 'A' + 1), Integer.MAX_VALUE);
      } else if (letter != '$') {
        break;
      }
    }
    if (column == 0) {
      throw new NumberFormatException("no column");
    }
    return (int) column - 1;
  }

  private static int rowOf(String reference) {
    int i = 0;
    while (i < reference.length() && !isDigit(reference.charAt(i))) {
      i++;
    }
    return Integer.parseInt(reference.substring(i)) - 1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
