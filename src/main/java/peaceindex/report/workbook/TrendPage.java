package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.panel.Period;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;
import peaceindex.report.Findings;

/** The index of every unit in the last thirteen periods. */
final class TrendPage implements Page {
  /** So many periods that a month stands beside the same month of last year. */
  private static final int PERIODS = 13;

  @Override
  public String name() {
    return "trend";
  }

  @Override
  public Table<?> table(Findings findings) {
    return table(findings, Formulas.none(findings, new Words(findings.lang())));
  }

  @Override
  public Table<?> table(Findings findings, Formulas formulas) {
    Words words = new Words(findings.lang());
    UnitColumns units = new UnitColumns(findings, words);
    Standing standing = findings.standing();
    Period period = findings.period();
    List<Column<UnitRow>> columns = new ArrayList<>();
    columns.add(units.unit());
    RankFormulas ranks = new RankFormulas(formulas);
    Heading published = new Heading(words.say("column.lastPeriods"));
    for (Period past : periods(findings)) {
      columns.add(
          units
              .cells(
                  List.of(published, new Heading(words.in(past).replace("年", "年\n"))),
                  row -> {
                    Cell shown = past(findings.trend(), past, row, units);
                    return past.equals(period)
                        ? formulas.live(shown, () -> ranks.score(0, row.key()))
                        : shown;
                  })
              .keyed(RankFormulas.period(past)));
    }
    List<Line> below = new ArrayList<>(new RulesLines(findings, words).version());
    below.add(Line.note(words.say("note.periods")));
    Excerpt excerpt = Excerpt.of(findings, formulas.units());
    below.addAll(excerpt.note(words));
    return new Table<>(
        columns,
        excerpt.units().stream().map(unit -> UnitRow.of(standing, unit)).toList(),
        below,
        1,
        false);
  }

  /** From the first period that has a standing, but not too many. */
  static List<Period> periods(Findings findings) {
    return findings.trend().last(findings.period(), PERIODS);
  }

  private static Cell past(Trend trend, Period period, UnitRow row, UnitColumns units) {
    Optional<Standing> then = trend.at(period);
    if (then.isEmpty()) {
      return Cell.number(Double.NaN, NumberForm.PLAIN);
    }
    return units.score(new UnitRow(then.get(), row.who(), row.unit()), 0);
  }
}
