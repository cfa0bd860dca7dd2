package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
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
 */
final class ChartData {
  /** So many periods that a month stands beside the same month of last year. */
  private static final int PERIODS = 13;

  private static final String BREAK = "…";

  /**
   * A column.
   *
   * @param name in a legend
   * @param figures from the top; {@code NaN} where there is none
   * @param formula from the top; empty where the figure is a value
   */
  private record Figures(
      String name,
      List<Heading> head,
      IntToDoubleFunction figures,
      IntFunction<Optional<String>> formula) {}

  private final Findings findings;
  private final Formulas formulas;
  private final RankFormulas ranks;
  private final Words words;
  private final Standing standing;
  private final FirstAndLast shown;
  private final List<Period> periods;
  private final NumberForm form;
  private final List<Figures> ofUnits = new ArrayList<>();
  private final List<Figures> ofPeriods = new ArrayList<>();

  ChartData(Formulas formulas) {
    this.findings = formulas.findings();
    this.formulas = formulas;
    this.ranks = new RankFormulas(formulas);
    this.words = formulas.words();
    this.standing = findings.standing();
    this.shown = FirstAndLast.of(standing.ranking());
    this.periods = findings.trend().last(findings.period(), PERIODS);
    this.form = NumberForm.fixed(standing.rules().decimals());
    Heading now = new Heading(words.say("chart.now"));
    ofUnits.add(
        ofUnit(
            now,
            words.say("column.index"),
            standing::published,
            row -> at(row, "scores", ScoresPage.score(0))));
    for (int part : standing.tree().children(0)) {
      ofUnits.add(
          ofUnit(
              now,
              words.in(standing.tree().node(part).name()),
              unit -> ofPart(part, unit),
              row -> partFormula(part, row)));
    }
    if (isAdditive() && PointsNotes.hasPoints(standing)) {
      ofUnits.add(
          ofUnit(
              now,
              Messages.say("chart.points", findings.lang()),
              unit -> published(standing.points(unit)),
              row ->
                  at(row, "calculation", CalculationPage.POINTS)
                      .map(points -> Excel.published(points, standing.rules().decimals()))));
    }
    Heading then = new Heading(words.say("column.lastPeriods"));
    ofPeriods.add(ofPeriod(then, words.say("county.mean"), Standing::publishedMean));
    ofPeriods.add(
        ofPeriod(then, words.say("chart.highest"), s -> indices(s).max().orElse(Double.NaN)));
    ofPeriods.add(
        ofPeriod(then, words.say("chart.lowest"), s -> indices(s).min().orElse(Double.NaN)));
  }

  /** Whether anybody is ranked. */
  static boolean isAny(Findings findings) {
    return !findings.standing().ranking().isEmpty();
  }

  private Figures ofUnit(
      Heading over,
      String name,
      IntToDoubleFunction figure,
      IntFunction<Optional<String>> formula) {
    return new Figures(
        name,
        List.of(over, new Heading(name)),
        row ->
            shown.units().get(row) == FirstAndLast.BREAK
                ? Double.NaN
                : figure.applyAsDouble(shown.units().get(row)),
        row ->
            shown.units().get(row) == FirstAndLast.BREAK ? Optional.empty() : formula.apply(row));
  }

  /** What the unit at a row's place of the ranking has on another page. */
  private Optional<String> at(int row, String page, String column) {
    int place = standing.ranking().indexOf(shown.units().get(row)) + 1;
    return Optional.of(ranks.at(place, page, column, ""));
  }

  /** What a part adds, or its score; a value where no formula says how much it adds. */
  private Optional<String> partFormula(int part, int row) {
    if (!isAdditive()) {
      return at(row, "scores", ScoresPage.score(part));
    }
    return CalculationPage.hasContributions(formulas)
        ? at(row, "calculation", CalculationPage.contribution(part))
        : Optional.empty();
  }

  private Figures ofPeriod(Heading over, String name, ToDoubleFunction<Standing> figure) {
    return new Figures(
        name,
        List.of(over, new Heading(name)),
        row -> {
          Optional<Standing> then = findings.trend().at(periods.get(row));
          return then.isEmpty() ? Double.NaN : figure.applyAsDouble(then.get());
        },
        row -> Optional.empty());
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
    columns.add(names(words.say("column.unit"), units(), this::named));
    ofUnits.forEach(column -> columns.add(figures(column, units())));
    columns.add(names(words.say("column.period"), times(), row -> Cell.centred(period(row))));
    ofPeriods.forEach(column -> columns.add(figures(column, times())));
    List<Integer> rows = IntStream.range(0, Math.max(units(), times())).boxed().toList();
    String what = words.say(isAdditive() ? "note.chartData.parts" : "note.chartData.scores");
    return new Table<>(columns, rows, List.of(Line.note(what)), 1, false);
  }

  private static Column<Integer> names(String heading, int rows, IntFunction<Cell> cell) {
    return Column.of(heading, row -> row < rows ? cell.apply(row) : Cell.EMPTY);
  }

  private Cell named(int row) {
    Cell shown = Cell.word(unit(row));
    return this.shown.units().get(row) == FirstAndLast.BREAK
        ? shown
        : formulas.live(shown, () -> at(row, "calculation", CalculationPage.UNIT).orElseThrow());
  }

  private Column<Integer> figures(Figures column, int rows) {
    return Column.of(
        column.head(),
        row -> {
          double figure = row < rows ? column.figures().applyAsDouble(row) : Double.NaN;
          if (Double.isNaN(figure)) {
            return new Cell.Empty(Look.NUMBER);
          }
          Cell shown = Cell.number(figure, form);
          return formulas.isOn()
              ? column.formula().apply(row).map(f -> formulas.live(shown, () -> f)).orElse(shown)
              : shown;
        });
  }

  private String unit(int row) {
    int unit = shown.units().get(row);
    return unit == FirstAndLast.BREAK
        ? BREAK
        : words.in(findings.panel().roster().name(unit, findings.period()));
  }

  private String period(int row) {
    return words.in(periods.get(row));
  }

  /** The names of the units. */
  Cells<String> names() {
    return at(0, units(), row -> SafeText.of(unit(row)));
  }

  /** The published indices of the units. */
  Series index() {
    return series(ofUnits.get(0), 1, units());
  }

  /** Of what the indices are made up. */
  List<Series> parts() {
    return IntStream.range(1, ofUnits.size())
        .mapToObj(i -> series(ofUnits.get(i), 1 + i, units()))
        .toList();
  }

  /** The names of the periods. */
  Cells<String> timeline() {
    return at(1 + ofUnits.size(), times(), row -> SafeText.of(period(row)));
  }

  /** Mean, best and worst of the periods. */
  List<Series> trend() {
    return IntStream.range(0, ofPeriods.size())
        .mapToObj(i -> series(ofPeriods.get(i), 2 + ofUnits.size() + i, times()))
        .toList();
  }

  private Series series(Figures column, int at, int rows) {
    return new Series(
        SafeText.of(column.name()),
        at(
            at,
            rows,
            row -> {
              double figure = column.figures().applyAsDouble(row);
              return Double.isNaN(figure) ? null : figure;
            }));
  }

  private <T> Cells<T> at(int column, int rows, IntFunction<@Nullable T> shownAt) {
    Caption caption = Caption.of(new ChartDataPage(), findings, words);
    int top = TableSheet.bodyTop(table(), caption);
    String cells =
        new CellRangeAddress(top, top + rows - 1, column, column)
            .formatAsString(caption.sheet(), true);
    return new Cells<>(cells, IntStream.range(0, rows).mapToObj(shownAt).toList());
  }
}
