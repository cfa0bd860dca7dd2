package peaceindex.report.workbook.ooxml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How the cells of each column begin, up to the number of their row: on all sheets alike. */
final class CellBegins {
  private byte[][] begins = {};

  byte[] of(int column) {
    if (column >= begins.length) {
      growTo(column);
    }
    return begins[column];
  }

  private void growTo(int column) {
    int known = begins.length;
    begins = Arrays.copyOf(begins, Math.max(column + 1, 2 * known));
    for (int c = known; c < begins.length; c++) {
      begins[c] = ("<c r=\"" + Area.letters(c)).getBytes(StandardCharsets.US_ASCII);
    }
  }
}
