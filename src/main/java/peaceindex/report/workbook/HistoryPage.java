package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peaceindex.index.IndexTree;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.ranking.Movement;
import peaceindex.ranking.NotRanked;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.PointsNotes;

/** One row for each unit and period, whether ranked or not, up to the published period. */
final class HistoryPage implements Page {
  private static final int EXACT_DECIMALS = 6;
  private static final int FIXED_COLUMNS = 3;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    List<Standing> standings =
        findings.trend().periods().stream()
            .filter(period -> period.compareTo(findings.period()) <= 0)
            .map(findings.trend()::at)
            .flatMap(Optional::stream)
            .toList();
    UnitColumns units = new UnitColumns(findings, words, standings);
    List<Column<UnitRow>> columns = new ArrayList<>();
    Map<Standing, Cell> periods = new HashMap<>();
    standings.forEach(at -> periods.put(at, Cell.centred(at.period().toString())));
    columns.add(
        Column.of(
            words.say("column.period"), row -> periods.getOrDefault(row.standing(), Cell.EMPTY)));
    columns.add(units.code());
    columns.add(units.unit());
    if (!findings.panel().roster().groups().isEmpty()) {
      columns.add(units.group());
    }
    NumberForm exact = NumberForm.fixed(EXACT_DECIMALS);
    columns.add(
        Column.<UnitRow>of(
                words.say("column.exact"),
                row -> Cell.number(row.standing().index(row.unit()), exact))
            .mostly(row -> row.standing().index(row.unit()), exact));
    if (standings.stream().anyMatch(PointsNotes::hasPoints)) {
      columns.add(units.beforePoints());
      columns.add(units.points());
    }
    columns.add(units.index());
    columns.add(units.rank());
    columns.add(units.groupRank());
    columns.add(units.band());
    columns.addAll(movements(findings.period(), words, units));
    columns.addAll(nodes(standings, words, units));
    columns.add(Column.of(words.say("column.reason"), row -> Cell.word(reason(row, words))));
    Roster roster = findings.panel().roster();
    List<Line> below = new ArrayList<>();
    below.add(Line.note(words.say("note.history")));
    below.addAll(new Marks(words).legend(standings, true));
    return new Table<>(columns, rows(standings, roster), below, FIXED_COLUMNS, true);
  }

  private static List<UnitRow> rows(List<Standing> standings, Roster roster) {
    List<UnitRow> rows = new ArrayList<>();
    for (Standing standing : standings) {
      for (int unit = 0; unit < roster.size(); unit++) {
        if (roster.isActive(unit, standing.period())) {
          rows.add(UnitRow.of(standing, unit));
        }
      }
    }
    return rows;
  }

  private static List<Column<UnitRow>> movements(Period period, Words words, UnitColumns units) {
    List<Column<UnitRow>> columns = new ArrayList<>();
    if (period.previous().isPresent()) {
      columns.add(units.change(head(words, "indexBefore"), Movement::index));
      columns.add(units.places(head(words, "rankBefore"), Movement::rank));
    }
    if (period.yearEarlier().isPresent()) {
      columns.add(units.change(head(words, "indexYear"), Movement::yearIndex));
      columns.add(units.places(head(words, "rankYear"), Movement::yearRank));
    }
    return columns;
  }

  /** The nodes of all versions, newest first; the root has its column already. */
  private static List<Column<UnitRow>> nodes(
      List<Standing> standings, Words words, UnitColumns units) {
    Map<String, Column<UnitRow>> columns = new LinkedHashMap<>();
    IndexTree seen = null;
    for (int i = standings.size() - 1; i >= 0; i--) {
      IndexTree tree = standings.get(i).tree();
      if (tree == seen) {
        continue;
      }
      seen = tree;
      TreeHead head =
          new TreeHead(
              tree,
              node -> new Heading(words.in(tree.node(node).name())),
              words.say("column.overall"));
      for (int node = 1; node < tree.size(); node++) {
        String id = tree.node(node).id();
        List<Heading> over = head.over(node);
        columns.computeIfAbsent(
            id,
            n -> {
              Scored scored = new Scored(id, units);
              return units.scores(over, scored::cell, scored::figure);
            });
      }
    }
    return List.copyOf(columns.values());
  }

  /** The score of a node, which is looked for once for all rows of a tree. */
  private static final class Scored {
    private final String id;
    private final UnitColumns units;
    private @Nullable IndexTree tree;
    private int node;

    Scored(String id, UnitColumns units) {
      this.id = id;
      this.units = units;
    }

    double figure(UnitRow row) {
      find(row);
      return node < 0 ? Double.NaN : row.standing().published(node, row.unit());
    }

    Cell cell(UnitRow row) {
      find(row);
      return node < 0 ? new Cell.Empty(Look.NUMBER) : units.score(row, node);
    }

    private void find(UnitRow row) {
      IndexTree of = row.standing().tree();
      if (of != tree) {
        tree = of;
        node = of.find(id);
      }
    }
  }

  private static String reason(UnitRow row, Words words) {
    if (row.standing().isRanked(row.unit())) {
      return "";
    }
    NotRanked reason = row.standing().notRanked().get(row.unit());
    return reason == null ? "" : words.in(reason.reason());
  }

  private static List<Heading> head(Words words, String key) {
    return List.of(new Heading(words.say("column." + key)));
  }
}
