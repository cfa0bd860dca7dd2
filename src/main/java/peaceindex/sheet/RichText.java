package peaceindex.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peaceindex.sheet.Cells.Fact;

/**
 * A text of runs, some of which may be struck out. What a clerk struck out is meant to be gone, so
 * only the other runs are the text; if nothing else is there, the whole text is kept and marked.
 */
final class RichText {
  /**
   * @param struck whether it is struck out; {@code null} if that is up to the cell
   */
  private record Run(String text, @Nullable Boolean struck) {}

  /** The text as long as it is up to the cell whether it is struck out; most texts stay so. */
  private String plain = "";

  private @Nullable List<Run> runs;

  static RichText of(String text) {
    RichText rich = new RichText();
    rich.plain = text;
    return rich;
  }

  void add(String text, @Nullable Boolean struck) {
    if (runs == null && struck == null) {
      plain = plain.isEmpty() ? text : plain.concat(text);
    } else {
      addRun(text, struck);
    }
  }

  private void addRun(String text, @Nullable Boolean struck) {
    if (runs == null) {
      runs = new ArrayList<>();
      runs.add(new Run(plain, null));
    }
    runs.add(new Run(text, struck));
  }

  /** Adds the text to the cells. */
  void into(Cells.Builder cells, int row, int column, boolean cellStruck, int bits) {
    if (runs == null) {
      cells.text(row, column, plain, bits | Fact.bits(Fact.STRUCK, cellStruck));
    } else {
      into(cells, row, column, cellStruck, bits, runs);
    }
  }

  private static void into(
      Cells.Builder cells, int row, int column, boolean cellStruck, int bits, List<Run> runs) {
    StringBuilder all = new StringBuilder();
    StringBuilder standing = new StringBuilder();
    boolean anyStruck = false;
    for (Run run : runs) {
      boolean struck = run.struck == null ? cellStruck : run.struck;
      all.append(run.text);
      if (struck) {
        anyStruck |= !run.text.isBlank();
      } else {
        standing.append(run.text);
      }
    }
    if (!anyStruck) {
      cells.text(row, column, all.toString(), bits);
    } else if (standing.toString().isBlank()) {
      cells.text(row, column, all.toString(), bits | Fact.bits(Fact.STRUCK, true));
    } else {
      cells.text(row, column, standing.toString(), bits | Fact.bits(Fact.PARTLY_STRUCK, true));
    }
  }
}
