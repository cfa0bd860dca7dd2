package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import peaceindex.index.IndexTree;
import peaceindex.panel.Period;
import peaceindex.problem.Text;
import peaceindex.ranking.Movement;
import peaceindex.ranking.NotRanked;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.GapNotes;
import peaceindex.report.LateNotes;
import peaceindex.report.PointsNotes;
import peaceindex.report.workbook.excel.Excel;

/** The ranking, as it is hung up: units from first to last, the county, who is missing and why. */
final class RankingPage implements Page {
  private static final int UNIT_COLUMN = 1;

  @Override
  public String name() {
    return "ranking";
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
    boolean grouped = !findings.panel().roster().groups().isEmpty();
    List<Column<UnitRow>> columns = new ArrayList<>();
    Ranked ranked = new Ranked(formulas, new RankFormulas(formulas));
    columns.add(ranked.follows(units.rank(), "scores", ScoresPage.rank(0)));
    columns.add(ranked.follows(units.unit(), "calculation", CalculationPage.UNIT));
    if (grouped) {
      columns.add(ranked.follows(units.group(), "calculation", CalculationPage.GROUP));
      columns.add(ranked.follows(units.groupRank(), "calculation", CalculationPage.GROUP_RANK));
    }
    if (PointsNotes.hasPoints(standing)) {
      columns.add(ranked.published(units.beforePoints(), CalculationPage.node(0)));
      columns.add(ranked.follows(units.points(), "calculation", CalculationPage.POINTS));
    }
    columns.add(
        ranked
            .follows(units.index(), "scores", ScoresPage.score(0))
            .shaded(UnitColumns.bars(standing)));
    if (!standing.rules().bands().isEmpty()) {
      columns.add(
          ranked
              .follows(units.band(), "calculation", CalculationPage.BAND)
              .shaded(units.bands(standing)));
    }
    columns.addAll(movements(findings.period(), words, units, ranked));
    columns.addAll(dimensions(standing.tree(), words, units, ranked));

    List<Line> below = new ArrayList<>(notRanked(standing, words, units, grouped));
    RulesLines notes = new RulesLines(findings, words);
    GapNotes.of(findings).stream().map(Line::note).forEach(below::add);
    LateNotes.of(findings).map(Line::note).ifPresent(below::add);
    below.addAll(notes.version());
    notes.bands().ifPresent(below::add);
    PointsNotes.of(findings).stream().map(Line::note).forEach(below::add);
    PointsNotes.newSteps(findings).stream().map(Line::note).forEach(below::add);
    below.add(Line.note(words.say("note.county")));
    below.addAll(new Marks(words).legend(List.of(standing), true));
    below.addAll(ParametersPage.trial(formulas));
    below.addAll(signatures(findings.page().signatures(), words));
    return new Table<>(
        columns, UnitRow.withCounty(standing, standing.ranking()), below, UNIT_COLUMN + 1, false);
  }

  /** Columns whose rows follow the ranking: at every place stands whoever has it. */
  private record Ranked(Formulas formulas, RankFormulas ranks) {

    /** Takes the figure of the unit at the row's place, or of the county, from another page. */
    Column<UnitRow> follows(Column<UnitRow> column, String page, String key) {
      if (!formulas.isOn()) {
        return column;
      }
      return column.behind(
          row -> {
            Cell shown = column.cell().apply(row);
            if (shown instanceof Cell.Empty) {
              return shown;
            }
            if (row.isUnit()) {
              return formulas.live(shown, () -> at(row, page, key));
            }
            return page.equals("scores")
                ? formulas.live(shown, () -> formulas.grid(page).cell(row.key(), key))
                : shown;
          });
    }

    private String at(UnitRow row, String page, String key) {
      return ranks.at(ranks.place(row.unit()), page, key, "");
    }

    /** The same of an exact score, as it is published. */
    Column<UnitRow> published(Column<UnitRow> column, String key) {
      if (!formulas.isOn()) {
        return column;
      }
      return column.behind(
          row -> {
            Cell shown = column.cell().apply(row);
            int decimals = row.standing().rules().decimals();
            return row.isUnit()
                ? formulas.live(
                    shown,
                    () -> Excel.orElse(Excel.published(at(row, "calculation", key), decimals), ""))
                : shown;
          });
    }
  }

  private static List<Column<UnitRow>> movements(
      Period period, Words words, UnitColumns units, Ranked ranked) {
    List<Column<UnitRow>> columns = new ArrayList<>();
    if (period.previous().isPresent()) {
      Heading before = new Heading(words.say("column.before"));
      columns.add(
          ranked.follows(
              units.change(under(before, words, "changeIndex"), Movement::index),
              "movement",
              MovementPage.CHANGE));
      columns.add(
          ranked.follows(
              units.places(under(before, words, "changeRank"), Movement::rank),
              "movement",
              MovementPage.PLACES));
    }
    if (period.yearEarlier().isPresent()) {
      Heading year = new Heading(words.say("column.year"));
      columns.add(
          ranked.follows(
              units.change(under(year, words, "changeIndex"), Movement::yearIndex),
              "movement",
              MovementPage.YEAR_CHANGE));
      columns.add(
          ranked.follows(
              units.places(under(year, words, "changeRank"), Movement::yearRank),
              "movement",
              MovementPage.YEAR_PLACES));
    }
    return columns;
  }

  private static List<Column<UnitRow>> dimensions(
      IndexTree tree, Words words, UnitColumns units, Ranked ranked) {
    List<Column<UnitRow>> columns = new ArrayList<>();
    for (int node : tree.children(0)) {
      Heading name = new Heading(words.in(tree.node(node).name()));
      columns.add(
          ranked.follows(
              units.score(under(name, words, "score"), node), "scores", ScoresPage.score(node)));
      columns.add(
          ranked.follows(
              units.nodeRank(under(name, words, "nodeRank"), node),
              "scores",
              ScoresPage.rank(node)));
    }
    return columns;
  }

  private static List<Heading> under(Heading upper, Words words, String key) {
    return List.of(upper, new Heading(words.say("column." + key)));
  }

  private static List<Line> notRanked(
      Standing standing, Words words, UnitColumns units, boolean grouped) {
    Map<Integer, NotRanked> reasons = standing.notRanked();
    List<Line> lines = new ArrayList<>();
    if (!reasons.isEmpty()) {
      lines.add(Line.of(Cell.caption(words.say("note.notRanked", "count", reasons.size()))));
    }
    reasons.forEach(
        (unit, reason) -> {
          List<Line.Placed> cells = new ArrayList<>();
          cells.add(new Line.Placed(0, 1, Cell.number(Double.NaN, NumberForm.WHOLE)));
          cells.add(new Line.Placed(UNIT_COLUMN, 1, units.name(unit, standing.period())));
          int next = UNIT_COLUMN + 1;
          if (grouped) {
            cells.add(new Line.Placed(next++, 1, units.group(unit)));
          }
          cells.add(new Line.Placed(next, 0, Cell.word(words.in(reason.reason()))));
          lines.add(new Line(cells));
        });
    return lines;
  }

  private static List<Line> signatures(List<Text> captions, Words words) {
    if (captions.isEmpty()) {
      return List.of();
    }
    String line =
        captions.stream()
            .map(caption -> words.say("signature", "caption", caption))
            .collect(Collectors.joining(words.say("signature.gap")));
    return List.of(Line.of(new Cell.Written(SafeText.of(line), Look.SIGNATURE)));
  }
}
