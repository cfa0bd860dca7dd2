package peaceindex.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows and columns for a terminal, where a Chinese character takes two columns. */
public final class TextTable {
  private TextTable() {}

  /**
   * Lines in which columns stand under each other; a column with nothing below its heading is left
   * out.
   *
   * @param rows cells of equally many columns, the headings first
   * @param left the columns whose content keeps to the left, as names do; figures keep to the right
   */
  public static List<String> lines(List<List<String>> rows, Set<Integer> left) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    boolean[] empty = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      empty[c] = rows.stream().skip(1).allMatch(row -> row.get(column).isEmpty());
    }
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], width(row.get(c)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        if (empty[c]) {
          continue;
        }
        String pad = " ".repeat(widths[c] - width(row.get(c)));
        line.append(c == 0 ? "" : "  ")
            .append(left.contains(c) ? row.get(c) + pad : pad + row.get(c));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Columns of a terminal: two for East Asian wide and full-width characters (UAX #11). */
  private static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += isWide(c) ? 2 : 1;
      i += Character.charCount(c);
    }
    return width;
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
