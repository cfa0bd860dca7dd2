package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import peaceindex.panel.Period;
import peaceindex.problem.Messages;
import peaceindex.ranking.Published;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.FirstAndLast;
import peaceindex.report.PointsNotes;
import peaceindex.report.workbook.chart.Cells;
import peaceindex.report.workbook.chart.Series;
import peaceindex.report.workbook.excel.Excel;

/**
 * What the charts of a workbook show, and where it stands: on one sheet, units in the order of
 * their ranks and beside them the periods. Table and ranges come from the same columns, so that a
 * chart cannot point beside its figures.
 *
 * <p>With formulas, at every place stands whoever has it, as on the page of the ranking, and the
 * published period follows too. Where it cannot be said in formulas what the parts add to the
 * index, units stay in the order of the day and the parts are values.
 */
final class ChartData {
  private static final String UNIT = "unit";
  private static final String TIME = "time";
  private static final String SCORES = "scores";
  private static final String CALCULATION = "calculation";
  private static final String BREAK = "…";

  /**
   * A column.
   *
   * @param key by which it is found
   * @param name in a legend
   * @param figures from the top; {@code NaN} where there is none
   * @param formula of those rows that are formulas
   */
  private record Figures(
      String key,
      String name,
      Heading over,
      IntToDoubleFunction figures,
      IntFunction<String> formula) {}

  private final Findings findings;
  private final Formulas formulas;
  private final Words words;
  private final Standing standing;
  private final RankFormulas ranks;
  private final FirstAndLast shown;
  private final List<Period> periods;
  private final NumberForm form;

  /** Whether a row is that of a place, and not of a unit. */
  private final boolean byPlace;

  private @Nullable Grid grid;
  private final List<Figures> ofUnits = new ArrayList<>();
  private final List<Figures> ofPeriods = new ArrayList<>();

  ChartData(Findings findings, Formulas formulas) {
    this.findings = findings;
    this.formulas = formulas;
    this.words = new Words(findings.lang());
    this.standing = findings.standing();
    this.ranks = new RankFormulas(formulas);
    this.shown = FirstAndLast.of(standing.ranking());
    this.periods = TrendPage.periods(findings);
    this.form = NumberForm.fixed(standing.rules().decimals());
    this.byPlace = !isAdditive() || new Contributions(formulas).isAny();
    Heading now = new Heading(words.say("chart.now"));
    ofUnits.add(ofUnit(now, words.say("column.index"), standing::published, this::index));
    for (int part : standing.tree().children(0)) {
      ofUnits.add(
          ofUnit(
              now,
              words.in(standing.tree().node(part).name()),
              unit -> ofPart(part, unit),
              unit -> part(part, unit)));
    }
    if (isAdditive() && PointsNotes.hasPoints(standing)) {
      ofUnits.add(
          ofUnit(
              now,
              Messages.say("chart.points", findings.lang()),
              unit -> published(standing.points(unit)),
              unit -> published(at(unit, CALCULATION, CalculationPage.POINTS))));
    }
    Heading then = new Heading(words.say("column.lastPeriods"));
    ofPeriods.add(
        ofPeriod(
            then,
            words.say("county.mean"),
            Standing::publishedMean,
            () -> ranks.score(0, UnitRow.Who.MEAN)));
    ofPeriods.add(
        ofPeriod(
            then,
            words.say("chart.highest"),
            s -> indices(s).max().orElse(Double.NaN),
            () -> "MAX(" + indices() + ")"));
    ofPeriods.add(
        ofPeriod(
            then,
            words.say("chart.lowest"),
            s -> indices(s).min().orElse(Double.NaN),
            () -> "MIN(" + indices() + ")"));
  }

  /** Whether anybody is ranked. */
  static boolean isAny(Findings findings) {
    return !findings.standing().ranking().isEmpty();
  }

  private Figures ofUnit(
      Heading over, String name, IntToDoubleFunction figure, IntFunction<String> formula) {
    return new Figures(
        UNIT + "#" + ofUnits.size(),
        name,
        over,
        row -> isBreak(row) ? Double.NaN : figure.applyAsDouble(unit(row)),
        row -> formula.apply(unit(row)));
  }

  private Figures ofPeriod(
      Heading over, String name, ToDoubleFunction<Standing> figure, Supplier<String> formula) {
    return new Figures(
        TIME + "#" + ofPeriods.size(),
        name,
        over,
        row -> {
          Optional<Standing> then = findings.trend().at(periods.get(row));
          return then.isEmpty() ? Double.NaN : figure.applyAsDouble(then.get());
        },
        row -> formula.get());
  }

  // ---- figures

  private int unit(int row) {
    return shown.units().get(row);
  }

  private boolean isBreak(int row) {
    return unit(row) == FirstAndLast.BREAK;
  }

  /** What a part adds to the index; its score where the parts do not add up. */
  private double ofPart(int part, int unit) {
    // A part without score adds nothing, which is not the same as a score of 0.
    return isAdditive() && Double.isFinite(standing.published(part, unit))
        ? published(standing.scores().contribution(part, unit))
        : standing.published(part, unit);
  }

  private double published(double exact) {
    return Published.of(exact, standing.rules().decimals());
  }

  private static DoubleStream indices(Standing standing) {
    return standing.ranking().stream().mapToDouble(standing::published);
  }

  // ---- formulas

  /** What whoever has the place of a unit has in a column of another page. */
  private String at(int unit, String page, String column) {
    return ranks.at(ranks.place(unit), page, column, "");
  }

  private String index(int unit) {
    return byPlace ? at(unit, SCORES, ScoresPage.score(0)) : ranks.score(0, unit);
  }

  private String part(int part, int unit) {
    if (isAdditive()) {
      return published(at(unit, CALCULATION, CalculationPage.contribution(part)));
    }
    String score = at(unit, SCORES, ScoresPage.score(part));
    return Excel.ifNumber(score, score, "");
  }

  private String published(String exact) {
    return Excel.orElse(Excel.published(exact, standing.rules().decimals()), "");
  }

  /** The published indices of the period. */
  private String indices() {
    return formulas.column(SCORES, ScoresPage.score(0));
  }

  // ---- the table

  /** Whether the parts add up to the index. */
  boolean isAdditive() {
    return standing.tree().isAdditive();
  }

  /** How many units, and gaps for units left out, are shown. */
  int units() {
    return shown.units().size();
  }

  /** How many ranked units are left out. */
  int omitted() {
    return shown.omitted();
  }

  /** How many periods are shown. */
  int times() {
    return periods.size();
  }

  /** The number format of its figures, without the gap that columns of figures need. */
  String pattern() {
    return form.pattern().replace("_ ", "");
  }

  /** The table that holds it all. */
  Table<Integer> table() {
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(
        Column.<Integer>of(words.say("column.unit"), row -> row < units() ? who(row) : Cell.EMPTY)
            .keyed(UNIT));
    for (Figures column : ofUnits) {
      columns.add(figures(column, units(), row -> !isBreak(row) && isLive(column)));
    }
    columns.add(
        Column.<Integer>of(
                words.say("column.period"),
                row -> row < times() ? Cell.centred(period(row)) : Cell.EMPTY)
            .keyed(TIME));
    for (Figures column : ofPeriods) {
      columns.add(figures(column, times(), row -> row == times() - 1));
    }
    List<Integer> rows = IntStream.range(0, Math.max(units(), times())).boxed().toList();
    List<Line> below = new ArrayList<>();
    below.add(
        Line.note(words.say(isAdditive() ? "note.chartData.parts" : "note.chartData.scores")));
    if (formulas.isOn()) {
      below.add(Line.note(words.say(byPlace ? "note.chartData.live" : "note.chartData.values")));
      below.addAll(ParametersPage.trial(formulas));
    }
    return new Table<>(columns, rows, below, 1, false);
  }

  /** Without formulas for the parts only the index itself is one. */
  private boolean isLive(Figures column) {
    return byPlace || column.equals(ofUnits.get(0));
  }

  private Cell who(int row) {
    Cell shownAs = Cell.word(name(row));
    return isBreak(row) || !byPlace
        ? shownAs
        : formulas.live(shownAs, () -> at(unit(row), CALCULATION, CalculationPage.UNIT));
  }

  private Column<Integer> figures(Figures column, int rows, IntPredicate isLive) {
    return Column.<Integer>of(
            List.of(column.over(), new Heading(column.name())),
            row -> {
              if (row >= rows) {
                return new Cell.Empty(Look.NUMBER);
              }
              Cell cell = Cell.number(column.figures().applyAsDouble(row), form, "");
              return isLive.test(row)
                  ? formulas.live(cell, () -> column.formula().apply(row))
                  : cell;
            })
        .keyed(column.key());
  }

  private String name(int row) {
    return isBreak(row)
        ? BREAK
        : words.in(findings.panel().roster().name(unit(row), findings.period()));
  }

  private String period(int row) {
    return words.in(periods.get(row));
  }

  // ---- what the charts are drawn of

  /** The names of the units. */
  Cells<String> names() {
    return at(UNIT, units(), row -> SafeText.of(name(row)));
  }

  /** The published indices of the units. */
  Series index() {
    return series(ofUnits.get(0), units());
  }

  /** Of what the indices are made up. */
  List<Series> parts() {
    return ofUnits.stream().skip(1).map(column -> series(column, units())).toList();
  }

  /** The names of the periods. */
  Cells<String> timeline() {
    return at(TIME, times(), row -> SafeText.of(period(row)));
  }

  /** Mean, best and worst of the periods. */
  List<Series> trend() {
    return ofPeriods.stream().map(column -> series(column, times())).toList();
  }

  private Series series(Figures column, int rows) {
    return new Series(
        SafeText.of(column.name()),
        at(
            column.key(),
            rows,
            row -> {
              double figure = column.figures().applyAsDouble(row);
              return Double.isNaN(figure) ? null : figure;
            }));
  }

  private Grid grid() {
    Grid known = grid;
    if (known == null) {
      known = Grid.of(table(), Caption.of(new ChartDataPage(), findings, words), row -> row);
      grid = known;
    }
    return known;
  }

  private <T> Cells<T> at(String column, int rows, IntFunction<@Nullable T> shownAt) {
    return new Cells<>(
        grid().range(column, 0, rows - 1), IntStream.range(0, rows).mapToObj(shownAt).toList());
  }
}
