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
import peaceindex.report.PointsNotes;

/** The ranking, as it is hung up: units from first to last, the county, who is missing and why. */
final class RankingPage implements Page {
  private static final int UNIT_COLUMN = 1;

  @Override
  public String name() {
    return "ranking";
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    UnitColumns units = new UnitColumns(findings, words);
    Standing standing = findings.standing();
    boolean grouped = !findings.panel().roster().groups().isEmpty();
    List<Column<UnitRow>> columns = new ArrayList<>();
    columns.add(units.rank());
    columns.add(units.unit());
    if (grouped) {
      columns.add(units.group());
      columns.add(units.groupRank());
    }
    if (PointsNotes.hasPoints(standing)) {
      columns.add(units.beforePoints());
      columns.add(units.points());
    }
    columns.add(units.index());
    if (!standing.rules().bands().isEmpty()) {
      columns.add(units.band());
    }
    columns.addAll(movements(findings.period(), words, units));
    columns.addAll(dimensions(standing.tree(), words, units));

    List<Line> below = new ArrayList<>(notRanked(standing, words, units, grouped));
    RulesLines notes = new RulesLines(findings, words);
    GapNotes.of(findings).stream().map(Line::note).forEach(below::add);
    below.addAll(notes.version());
    notes.bands().ifPresent(below::add);
    PointsNotes.of(findings).stream().map(Line::note).forEach(below::add);
    PointsNotes.newSteps(findings).stream().map(Line::note).forEach(below::add);
    below.add(Line.note(words.say("note.county")));
    below.addAll(new Marks(words).legend(List.of(standing), true));
    below.addAll(signatures(findings.page().signatures(), words));
    return new Table<>(
        columns, UnitRow.withCounty(standing, standing.ranking()), below, UNIT_COLUMN + 1, false);
  }

  private static List<Column<UnitRow>> movements(Period period, Words words, UnitColumns units) {
    List<Column<UnitRow>> columns = new ArrayList<>();
    if (period.previous().isPresent()) {
      Heading before = new Heading(words.say("column.before"));
      columns.add(units.change(under(before, words, "changeIndex"), Movement::index));
      columns.add(units.places(under(before, words, "changeRank"), Movement::rank));
    }
    if (period.yearEarlier().isPresent()) {
      Heading year = new Heading(words.say("column.year"));
      columns.add(units.change(under(year, words, "changeIndex"), Movement::yearIndex));
      columns.add(units.places(under(year, words, "changeRank"), Movement::yearRank));
    }
    return columns;
  }

  private static List<Column<UnitRow>> dimensions(IndexTree tree, Words words, UnitColumns units) {
    List<Column<UnitRow>> columns = new ArrayList<>();
    for (int node : tree.children(0)) {
      Heading name = new Heading(words.in(tree.node(node).name()));
      columns.add(units.score(under(name, words, "score"), node));
      columns.add(units.nodeRank(under(name, words, "nodeRank"), node));
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
