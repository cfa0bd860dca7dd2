package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.ranking.Movement;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;
import peaceindex.report.Findings;

/** How every unit has moved, and its index of the last thirteen periods. */
final class TrendPage implements Page {
  /** So many periods that a month stands beside the same month of last year. */
  private static final int PERIODS = 13;

  @Override
  public String name() {
    return "trend";
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    UnitColumns units = new UnitColumns(findings, words);
    Standing standing = findings.standing();
    Period period = findings.period();
    List<Column<UnitRow>> columns = new ArrayList<>();
    columns.add(units.unit());
    columns.add(units.index());
    if (period.previous().isPresent()) {
      columns.add(units.change(head(words, "before"), Movement::index));
    }
    if (period.yearEarlier().isPresent()) {
      columns.add(units.change(head(words, "year"), Movement::yearIndex));
    }
    columns.add(units.change(head(words, "fromMean"), Movement::fromMean));
    if (period.frequency() == Frequency.MONTH) {
      columns.add(
          units.moved(
              head(words, "yearToDate"),
              Movement::yearToDate,
              row -> NumberForm.fixed(row.standing().rules().decimals())));
      columns.add(
          units.moved(
              head(words, "yearToDateRank"),
              Movement::yearToDateRank,
              row -> NumberForm.rank(row.standing().rules().ties())));
      columns.add(count(units, words, "periodsScored", Movement::periodsScored));
      columns.add(count(units, words, "timesTopThree", Movement::timesTopThree));
      columns.add(count(units, words, "timesFirst", Movement::timesFirst));
    }
    if (standing.rules().bands().size() > 1) {
      columns.add(count(units, words, "worstInARow", Movement::worstInARow));
    }
    Heading published = new Heading(words.say("column.lastPeriods"));
    for (Period past : periods(findings)) {
      columns.add(
          units.cells(
              List.of(published, new Heading(words.in(past).replace("年", "年\n"))),
              row -> past(findings.trend(), past, row, units)));
    }
    List<Line> below = new ArrayList<>(new RulesLines(findings, words).version());
    below.add(Line.note(words.say("note.trend")));
    return new Table<>(
        columns,
        findings.panel().roster().active(period).stream()
            .map(unit -> UnitRow.of(standing, unit))
            .toList(),
        below,
        1,
        false);
  }

  /** From the first period that has a standing, but not too many. */
  private static List<Period> periods(Findings findings) {
    List<Period> known = findings.trend().periods();
    List<Period> shown = new ArrayList<>();
    Optional<Period> next = Optional.of(findings.period());
    while (next.isPresent()
        && shown.size() < PERIODS
        && !known.isEmpty()
        && next.get().compareTo(known.get(0)) >= 0) {
      shown.add(0, next.get());
      next = next.get().previous();
    }
    return shown;
  }

  private static Cell past(Trend trend, Period period, UnitRow row, UnitColumns units) {
    Optional<Standing> then = trend.at(period);
    if (then.isEmpty()) {
      return Cell.number(Double.NaN, NumberForm.PLAIN);
    }
    return units.score(new UnitRow(then.get(), row.who(), row.unit()), 0);
  }

  private static Column<UnitRow> count(
      UnitColumns units, Words words, String key, ToIntFunction<Movement> figure) {
    return units.moved(head(words, key), figure::applyAsInt, row -> NumberForm.WHOLE);
  }

  private static List<Heading> head(Words words, String key) {
    return List.of(new Heading(words.say("column." + key)));
  }
}
