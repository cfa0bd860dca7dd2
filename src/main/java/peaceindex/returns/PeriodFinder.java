package peaceindex.returns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;

/** Finds the period of a return: title, label, file name and folder must agree. */
final class PeriodFinder {
  private final Frequency frequency;
  private final Problems problems;

  PeriodFinder(Frequency frequency, Problems problems) {
    this.frequency = frequency;
    this.problems = problems;
  }

  /**
   * The period on which all agree, or empty after saying why there is none.
   *
   * @param titles the texts above the table or form
   * @param labelled what stands beside the label of the period, if there is one
   */
  Optional<Period> require(
      ReturnFile file, String sheet, List<String> titles, Optional<String> labelled) {
    if (frequency == Frequency.NONE) {
      return Optional.of(Period.ALL);
    }
    Map<Period, Text> found = new TreeMap<>();
    file.folder().ifPresent(period -> say(found, period, "period.folder"));
    collect(found, file.name(), "period.file");
    titles.forEach(title -> collect(found, title, "period.title"));
    labelled.ifPresent(text -> collect(found, text, "period.label"));
    if (found.size() == 1) {
      return Optional.of(found.keySet().iterator().next());
    }
    CellRef where = CellRef.sheet(file.shown(), sheet);
    if (found.isEmpty()) {
      problems.add(Code.PERIOD_UNKNOWN, where);
    } else {
      Text all =
          found.values().stream()
              .reduce((a, b) -> a.plus(new Text("，", ", ")).plus(b))
              .orElse(Text.of(""));
      problems.add(Code.PERIOD_CONTRADICTS, where, "found", all);
    }
    return Optional.empty();
  }

  /** What stands beside a label of the period in these rows; {@code endRow} is not included. */
  Optional<String> labelled(Cells cells, int firstRow, int endRow, Vocabulary words) {
    for (int cell = cells.firstInRow(firstRow); cell < cells.firstInRow(endRow); cell++) {
      if (words.isPeriod(cells.text(cell))) {
        int row = cells.row(cell);
        int beside = cells.at(row, cells.mergeAt(row, cells.column(cell)).lastColumn() + 1);
        return beside < 0 ? Optional.empty() : Optional.of(text(cells, beside));
      }
    }
    return Optional.empty();
  }

  /**
   * The period that a cell names, as text. A number such as 2025.1 is none: Excel makes it of
   * 2025.10 too.
   */
  String text(Cells cells, int cell) {
    if (cells.kind(cell) == Cells.Kind.DATE) {
      return PeriodText.of(cells.date(cell), frequency).toString();
    }
    boolean fraction =
        cells.kind(cell) == Cells.Kind.NUMBER
            && cells.number(cell) != Math.rint(cells.number(cell));
    return fraction ? "" : cells.text(cell);
  }

  private void collect(Map<Period, Text> found, String text, String key) {
    if (text.length() <= Vocabulary.LONGEST) {
      PeriodText.find(text, frequency).forEach(period -> say(found, period, key));
    }
  }

  private static void say(Map<Period, Text> found, Period period, String key) {
    found.putIfAbsent(period, Messages.phrase(key, "period", period));
  }
}
