package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.ranking.Movement;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Standing;
import peaceindex.ranking.TiePolicy;
import peaceindex.report.Findings;
import peaceindex.report.workbook.excel.Excel;

/** How every unit has moved: against the period before, last year, the mean, and this year. */
final class MovementPage implements Page {
  static final String INDEX = "index";
  static final String RANK = "rank";
  static final String CHANGE = "change";
  static final String PLACES = "places";
  static final String YEAR_CHANGE = "yearChange";
  static final String YEAR_PLACES = "yearPlaces";
  private static final String THEN = "then";
  private static final String THEN_RANK = "thenRank";
  private static final String YEAR_TO_DATE = "yearToDate";
  private static final int TOP = 3;

  @Override
  public String name() {
    return "movement";
  }

  @Override
  public boolean isShown(Findings findings, Formulas formulas) {
    return findings.period().frequency() != Frequency.NONE;
  }

  @Override
  public Table<?> table(Findings findings) {
    return table(findings, Formulas.none(findings, new Words(findings.lang())));
  }

  @Override
  public Table<?> table(Findings findings, Formulas formulas) {
    return new Builder(findings, formulas).table();
  }

  private static final class Builder {
    private final Findings findings;
    private final Formulas formulas;
    private final Words words;
    private final UnitColumns units;
    private final Standing standing;
    private final RankingRules rules;
    private final RankFormulas ranks;
    private final Period period;
    private final List<Column<UnitRow>> columns = new ArrayList<>();
    private @Nullable String firstMonth;

    Builder(Findings findings, Formulas formulas) {
      this.findings = findings;
      this.formulas = formulas;
      this.words = formulas.words();
      this.units = new UnitColumns(findings, words);
      this.standing = findings.standing();
      this.rules = standing.rules();
      this.ranks = new RankFormulas(formulas);
      this.period = findings.period();
    }

    Table<?> table() {
      columns.add(units.unit());
      add(
          one("index"),
          INDEX,
          unit -> units.score(UnitRow.of(standing, unit), 0),
          row -> ranks.score(0, row.key()));
      add(
          one("rank"),
          RANK,
          unit -> rank(standing.rank(unit)),
          row -> formulas.grid("scores").cell(row.key(), ScoresPage.rank(0)));
      Optional<Period> before = period.previous();
      if (before.isPresent()) {
        compared(words.say("column.before"), before.get(), CHANGE, PLACES, "");
      }
      Optional<Period> lastYear = period.yearEarlier();
      if (lastYear.isPresent()) {
        compared(words.say("column.year"), lastYear.get(), YEAR_CHANGE, YEAR_PLACES, "year");
      }
      add(
          one("fromMean"),
          "fromMean",
          unit -> Cell.number(movement(unit).fromMean(), NumberForm.change(rules.decimals())),
          row -> ranks.change(here(row, INDEX), ranks.score(0, UnitRow.Who.MEAN)));
      if (period.frequency() == Frequency.MONTH) {
        thisYear();
      }
      if (rules.bands().size() > 1) {
        value("worstInARow", unit -> movement(unit).worstInARow());
      }
      List<Line> below = new ArrayList<>(new RulesLines(findings, words).version());
      below.add(Line.note(words.say("note.trend")));
      if (formulas.isOn()) {
        below.add(Line.note(words.say("note.movementValues")));
      }
      below.addAll(new Marks(words).legend(List.of(), true));
      Excerpt excerpt = Excerpt.of(findings, formulas.units());
      below.addAll(excerpt.note(words));
      return new Table<>(
          columns,
          excerpt.units().stream().map(unit -> UnitRow.of(standing, unit)).toList(),
          below,
          1,
          false);
    }

    private void compared(
        String heading, Period with, String change, String places, String prefix) {
      Heading head = new Heading(heading);
      Optional<Standing> then = findings.trend().at(with);
      add(
          List.of(head, new Heading(words.say("column.index"))),
          prefix + THEN,
          unit -> score(then.map(s -> s.comparable(unit)).orElse(Double.NaN)));
      add(
          List.of(head, new Heading(words.say("column.rank"))),
          prefix + THEN_RANK,
          unit -> rank(then.map(s -> s.rank(unit)).orElse(Double.NaN)));
      ToDoubleFunction<Movement> byIndex = prefix.isEmpty() ? Movement::index : Movement::yearIndex;
      ToDoubleFunction<Movement> byRank = prefix.isEmpty() ? Movement::rank : Movement::yearRank;
      add(
          List.of(head, new Heading(words.say("column.movedIndex"))),
          change,
          unit ->
              Cell.number(
                  byIndex.applyAsDouble(movement(unit)), NumberForm.change(rules.decimals())),
          row -> ranks.change(here(row, INDEX), here(row, prefix + THEN)));
      add(
          List.of(head, new Heading(words.say("column.movedRank"))),
          places,
          unit ->
              Cell.number(byRank.applyAsDouble(movement(unit)), NumberForm.places(rules.ties())),
          row -> RankFormulas.places(here(row, RANK), here(row, prefix + THEN_RANK)));
    }

    private void thisYear() {
      add(
          one("yearToDate"),
          YEAR_TO_DATE,
          unit -> score(movement(unit).yearToDate()),
          row -> ranks.mean(months(row)));
      ToDoubleFunction<Integer> rank = unit -> movement(unit).yearToDateRank();
      if (rules.ties() == TiePolicy.DENSE) {
        add(one("yearToDateRank"), "yearToDateRank", unit -> rank(rank.applyAsDouble(unit)));
      } else {
        add(
            one("yearToDateRank"),
            "yearToDateRank",
            unit -> rank(rank.applyAsDouble(unit)),
            row ->
                ranks.plainRank(
                    here(row, YEAR_TO_DATE), formulas.columnHere("movement", YEAR_TO_DATE)));
      }
      add(
          one("periodsScored"),
          "periodsScored",
          unit -> Cell.number(movement(unit).periodsScored(), NumberForm.WHOLE),
          row -> "COUNT(" + months(row) + ")");
      times("timesTopThree", Movement::timesTopThree, TOP);
      times("timesFirst", Movement::timesFirst, 1);
    }

    /** How often a unit was among the first: before, which is a value, and now. */
    private void times(String key, ToDoubleFunction<Movement> times, int places) {
      add(
          one(key),
          key,
          unit -> Cell.number(times.applyAsDouble(movement(unit)), NumberForm.WHOLE),
          row -> {
            boolean now = standing.rank(row.unit()) <= places;
            double before = times.applyAsDouble(movement(row.unit())) - (now ? 1 : 0);
            String rank = here(row, RANK);
            return Excel.number(before)
                + "+IF(ISNUMBER("
                + rank
                + "),IF("
                + rank
                + "<="
                + places
                + ",1,0),0)";
          });
    }

    /** The cells of this year's months on the page of the trend. */
    private String months(UnitRow row) {
      Grid trend = formulas.grid("trend");
      return trend.prefix() + trend.across(row.key(), firstMonth(), RankFormulas.period(period));
    }

    /** The column of the first month of this year on the page of the trend. */
    private String firstMonth() {
      String known = firstMonth;
      if (known == null) {
        Period first = period;
        for (Period past : TrendPage.periods(findings)) {
          first = past.year() == period.year() && past.compareTo(first) < 0 ? past : first;
        }
        known = RankFormulas.period(first);
        firstMonth = known;
      }
      return known;
    }

    private void value(String key, Function<Integer, Integer> figure) {
      add(one(key), key, unit -> Cell.number(figure.apply(unit), NumberForm.WHOLE));
    }

    private Cell score(double published) {
      return Cell.number(published, NumberForm.fixed(rules.decimals()));
    }

    private Cell rank(double rank) {
      return Cell.number(rank, NumberForm.rank(rules.ties()));
    }

    private Movement movement(int unit) {
      return findings.trend().movement(period, unit);
    }

    private List<Heading> one(String key) {
      return List.of(new Heading(words.say("column." + key)));
    }

    private String here(UnitRow row, String column) {
      return formulas.grid("movement").here(row.key(), column);
    }

    private void add(List<Heading> head, String key, Function<Integer, Cell> cell) {
      columns.add(units.cells(head, row -> cell.apply(row.unit())).keyed(key));
    }

    private void add(
        List<Heading> head,
        String key,
        Function<Integer, Cell> cell,
        Function<UnitRow, String> formula) {
      Column<UnitRow> column = units.cells(head, row -> cell.apply(row.unit())).keyed(key);
      columns.add(
          formulas.isOn()
              ? column.behind(
                  row -> formulas.live(column.cell().apply(row), () -> formula.apply(row)))
              : column);
    }
  }
}
