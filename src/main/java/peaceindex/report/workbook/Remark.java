package peaceindex.report.workbook;

import java.util.List;
import java.util.TreeMap;
import peaceindex.problem.CellRef;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Severity;
import peaceindex.sheet.Cells;

/**
 * What is wrong at one place of a sheet.
 *
 * @param severity the worst of all that is wrong there
 * @param text what the comment says; empty at all places of a range but the first
 */
record Remark(Severity severity, String text) {
  /** More comments make a file that some programs take minutes to open. */
  private static final int MOST_COMMENTS = 2_000;

  /** Places that are coloured; a column of a million rows needs no more to be seen. */
  private static final int MOST_PLACES = 200_000;

  private static final int LAST_ROW = 1_048_575;
  private static final int LAST_COLUMN = 16_383;

  Remark and(Remark other) {
    Severity worst = severity.compareTo(other.severity) <= 0 ? severity : other.severity;
    boolean both = !text.isEmpty() && !other.text.isEmpty();
    return new Remark(worst, text + (both ? "\n" : "") + other.text);
  }

  /**
   * The remarks on a sheet by row and column; what needs no answer is none.
   *
   * @param cells the sheet
   * @param name the sheet as problems show it
   */
  static TreeMap<Integer, TreeMap<Integer, Remark>> on(
      Cells cells, String name, List<Problem> problems, Lang lang) {
    TreeMap<Integer, TreeMap<Integer, Remark>> remarks = new TreeMap<>();
    int comments = 0;
    int places = 0;
    for (Problem problem : problems) {
      if (problem.severity() == Severity.INFO
          || !(problem.where() instanceof CellRef where)
          || !where.sheet().equals(name)
          || where.row() < 0
          || where.column() < 0) {
        continue;
      }
      CellRef last = where.last();
      String text = comments++ < MOST_COMMENTS ? say(problem, lang) : "";
      // Beside the last column a reader may look for a value, but no sheet can have a cell.
      int bottom = Math.min(Math.min(last.row(), LAST_ROW), Math.max(where.row(), cells.lastRow()));
      int right = Math.min(last.column(), LAST_COLUMN);
      for (int row = where.row(); row <= bottom; row++) {
        for (int column = where.column(); column <= right; column++) {
          if (places++ < MOST_PLACES) {
            boolean first = row == where.row() && column == where.column();
            Remark remark = new Remark(problem.severity(), first ? text : "");
            remarks.computeIfAbsent(row, r -> new TreeMap<>()).merge(column, remark, Remark::and);
          }
        }
      }
    }
    return remarks;
  }

  private static String say(Problem problem, Lang lang) {
    return SafeText.of(
        problem.severity().label().in(lang)
            + " "
            + problem.code().id()
            + ": "
            + Messages.text(problem, lang));
  }
}
