package peaceindex.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.returns.Raws;
import peaceindex.returns.ReturnsReader;

/**
 * What a check of returns found.
 *
 * @param panel the figures
 * @param raws what stands in their cells
 * @param sources the files
 * @param judged the periods of which it is known who is missing
 * @param problems everything that is wrong, a file at a time
 */
public record Checked(
    Panel panel,
    Raws raws,
    List<ReturnsReader.Source> sources,
    Set<Period> judged,
    List<Problem> problems,
    PageSettings page,
    Lang lang) {

  /** What keeps all of a file from being read. */
  private static final Set<Code> REFUSALS =
      EnumSet.of(
          Code.NOT_A_WORKBOOK,
          Code.WORKBOOK_UNREADABLE,
          Code.WORKBOOK_ENCRYPTED,
          Code.WORKBOOK_TOO_LARGE,
          Code.NO_TABLE_FOUND,
          Code.NOT_A_SPREADSHEET,
          Code.WORKBOOK_TOO_SLOW,
          Code.WORKBOOK_UNSAFE,
          Code.NO_PERMISSION);

  public Checked {
    sources = List.copyOf(sources);
    judged = Set.copyOf(judged);
    problems = List.copyOf(problems);
  }

  /** The same with one more problem. */
  public Checked with(Problem problem) {
    List<Problem> more = new ArrayList<>(problems);
    more.add(problem);
    return new Checked(panel, raws, sources, judged, more, page, lang);
  }

  /** Whether a problem says that nothing could be read of its file. */
  public static boolean isRefusal(Problem problem) {
    return problem.isError()
        && REFUSALS.contains(problem.code())
        && problem.where() instanceof CellRef where
        && where.sheet().isEmpty();
  }

  /**
   * Problems as a compiler lists them, so that a clerk can mend a file at a time: by file; within a
   * file what concerns all of it first, then a sheet at a time, from the top left on.
   */
  public static List<Problem> byFile(List<Problem> problems) {
    Map<String, Integer> sheets = new HashMap<>();
    for (Problem problem : problems) {
      String sheet = sheetOf(problem.where());
      sheets.putIfAbsent(sheet, sheet.isEmpty() ? -1 : sheets.size());
    }
    return problems.stream()
        .sorted(
            Comparator.comparing((Problem p) -> p.where().file())
                .thenComparing(p -> sheets.getOrDefault(sheetOf(p.where()), -1))
                .thenComparing(p -> rowOf(p.where()))
                .thenComparing(p -> columnOf(p.where()))
                .thenComparing(Problem::severity))
        .toList();
  }

  private static String sheetOf(Place place) {
    return place instanceof CellRef cell ? cell.sheet() : "";
  }

  private static int rowOf(Place place) {
    return place instanceof CellRef cell ? cell.row() : -1;
  }

  private static int columnOf(Place place) {
    return place instanceof CellRef cell ? cell.column() : -1;
  }
}
