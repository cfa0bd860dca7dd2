package peaceindex.sheet;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/**
 * Bounds on what a stranger's file may cost. A file beyond them is refused, never read in part.
 *
 * <p>The limits let honest workbooks with bloated style sheets pass and stop zip bombs.
 */
final class Guard {
  /** A workbook of this many bytes is no return. */
  static final long MAX_FILE = 200L << 20;

  /** One part of a workbook, unpacked. */
  static final long MAX_PART = 512L << 20;

  /** Cells of one sheet that hold something; a nation's return has a million. */
  static final int MAX_CELLS = 20_000_000;

  /** Sheets of one workbook. */
  static final int MAX_SHEETS = 1_000;

  /** Held here, as the log's own manager would let it go. */
  private static final Logger POI_LOG = Logger.getLogger("org.apache.poi");

  private static final long GRACE = 16L << 20;

  private Guard() {}

  /**
   * Sets POI's own bounds, which are global to the program, and keeps its log quiet: a log may
   * quote the file, and everything worth saying is said as a problem.
   */
  static void install() {
    POI_LOG.setLevel(Level.OFF);
    ZipSecureFile.setMaxEntrySize(MAX_PART);
    ZipSecureFile.setGraceEntrySize(GRACE);
  }

  /** Says that a bound was passed; caught where the file is opened. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Text found;
    final transient Text limit;

    /**
     * @param unit key of the phrase that counts, e.g. {@code bound.sheets}
     */
    TooLarge(String unit, long found, long limit) {
      super(unit);
      this.found = Messages.phrase(unit, "count", found);
      this.limit = Messages.phrase(unit, "count", limit);
    }
  }
}
