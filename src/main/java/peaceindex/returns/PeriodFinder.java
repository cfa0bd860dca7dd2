package peaceindex.returns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;

/** Finds the period of a return: title, label, sheet, file name and folder must agree. */
final class PeriodFinder {
  /** A line that says when a return was made, which is after the period it reports. */
  private static final Pattern DATE_OF_RETURN =
      Pattern.compile("(?:填报|报送|制表|打印|上报|填表|报出|发布|印发|导出|更新|编制)(?:时间|日期)");

  private static final Text COMMA = new Text("，", ", ");

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
    collect(found, sheet, "period.sheet");
    titles.forEach(title -> collect(found, title, "period.title"));
    labelled.ifPresent(text -> collect(found, text, "period.label"));
    if (found.size() == 1) {
      Map.Entry<Period, Text> only = found.entrySet().iterator().next();
      Optional<Text> against = against(only.getKey(), file, sheet, titles, labelled);
      if (against.isEmpty()) {
        return Optional.of(only.getKey());
      }
      problems.add(
          Code.PERIOD_CONTRADICTS,
          CellRef.sheet(file.shown(), sheet),
          "found",
          only.getValue().plus(COMMA).plus(against.get()));
      return Optional.empty();
    }
    CellRef where = CellRef.sheet(file.shown(), sheet);
    if (found.isEmpty()) {
      problems.add(Code.PERIOD_UNKNOWN, where);
    } else {
      Text all =
          found.values().stream().reduce((a, b) -> a.plus(COMMA).plus(b)).orElse(Text.of(""));
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

  /** The period in which the file lies or which its name says; sheets and columns must fit it. */
  Optional<Period> wanted(ReturnFile file) {
    return frequency == Frequency.NONE
        ? Optional.of(Period.ALL)
        : file.folder().isPresent() ? file.folder() : PeriodText.only(file.name(), frequency);
  }

  /** What says that the figures are of another month, or of several, without naming a year. */
  private Optional<Text> against(
      Period period,
      ReturnFile file,
      String sheet,
      List<String> titles,
      Optional<String> labelled) {
    Optional<Text> of = against(period, file.name(), "period.file");
    of = of.or(() -> against(period, sheet, "period.sheet"));
    for (String title : titles) {
      of = of.or(() -> against(period, title, "period.title"));
    }
    return of.or(() -> labelled.flatMap(text -> against(period, text, "period.label")));
  }

  private Optional<Text> against(Period period, String text, String key) {
    if (!isUsable(text)) {
      return Optional.empty();
    }
    Optional<String> span = frequency == Frequency.MONTH ? PeriodText.span(text) : Optional.empty();
    Set<Integer> months = PeriodText.monthsAlone(text, frequency);
    Optional<String> found =
        span.isPresent() || months.isEmpty() || months.contains(period.month())
            ? span
            : Optional.of(String.valueOf(months.iterator().next()));
    return found.map(
        month -> Messages.phrase(key, "period", Messages.phrase("period.month", "month", month)));
  }

  private static boolean isUsable(String text) {
    return text.length() <= Vocabulary.LONGEST && !DATE_OF_RETURN.matcher(text).find();
  }

  private void collect(Map<Period, Text> found, String text, String key) {
    if (isUsable(text)) {
      PeriodText.find(text, frequency).forEach(period -> say(found, period, key));
    }
  }

  private static void say(Map<Period, Text> found, Period period, String key) {
    found.putIfAbsent(period, Messages.phrase(key, "period", period));
  }
}
