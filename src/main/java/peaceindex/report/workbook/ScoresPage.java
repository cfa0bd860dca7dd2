package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import peaceindex.index.IndexTree;
import peaceindex.panel.Figures;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.PointsNotes;

/** Every published score of every unit with its rank, under the tree with its weights. */
final class ScoresPage implements Page {

  @Override
  public String name() {
    return "scores";
  }

  /** The column of a node's published scores. */
  static String score(int node) {
    return "score#" + node;
  }

  /** The column of the ranks by a node. */
  static String rank(int node) {
    return "rank#" + node;
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
    IndexTree tree = standing.tree();
    TreeHead head =
        new TreeHead(tree, node -> weighted(tree, node, words), words.say("column.overall"));
    List<Column<UnitRow>> columns = new ArrayList<>();
    columns.add(units.unit());
    Shade.Tints tints = UnitColumns.tints(standing);
    RankFormulas ranks = new RankFormulas(formulas);
    for (int n = 0; n < tree.size(); n++) {
      int node = n;
      columns.add(
          score(head.over(node, words.say("column.score")), node, units, formulas, ranks)
              .keyed(score(node))
              .shaded(tints));
      columns.add(
          rank(head.over(node, words.say("column.nodeRank")), node, units, formulas, ranks)
              .keyed(rank(node)));
    }
    return new Table<>(
        columns,
        UnitRow.withCounty(standing, formulas.units()),
        below(findings, words, formulas, tints.ends()),
        1,
        false);
  }

  private static Column<UnitRow> score(
      List<Heading> head, int node, UnitColumns units, Formulas formulas, RankFormulas ranks) {
    Column<UnitRow> score = units.score(head, node);
    return formulas.isOn()
        ? score.behind(row -> published(node, row, score.cell().apply(row), formulas, ranks))
        : score;
  }

  private static Column<UnitRow> rank(
      List<Heading> head, int node, UnitColumns units, Formulas formulas, RankFormulas ranks) {
    Column<UnitRow> rank = units.nodeRank(head, node);
    return formulas.isOn()
        ? rank.behind(
            row -> {
              Cell shown = rank.cell().apply(row);
              return row.isUnit()
                  ? formulas.live(shown, () -> ranks.rank(node, row.unit()))
                  : shown;
            })
        : rank;
  }

  private static List<Line> below(
      Findings findings, Words words, Formulas formulas, Shade.Ends tints) {
    Standing standing = findings.standing();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.note(words.say("note.weights")));
    if (Weights.differ(standing.tree())) {
      lines.add(Line.note(words.say("note.weightsByGroup")));
    }
    if (PointsNotes.hasPoints(standing)) {
      lines.add(Line.note(words.say("note.indexWithPoints")));
    }
    lines.add(
        Line.note(
            words.say(
                "note.tints",
                "least",
                Figures.plain(tints.least()),
                "most",
                Figures.plain(tints.most()))));
    lines.add(Line.note(words.say("note.county")));
    lines.addAll(new Marks(words).legend(standing));
    lines.addAll(formulas.absence());
    if (formulas.isOn()) {
      lines.add(Line.note(words.say("note.links")));
      lines.addAll(ParametersPage.trial(formulas));
    }
    return lines;
  }

  /** A published score over the exact one, to which it leads. */
  private static Cell published(
      int node, UnitRow row, Cell shown, Formulas formulas, RankFormulas ranks) {
    String mark = shown instanceof Cell.Written words ? words.text() : Cell.NOTHING;
    Cell cell = formulas.live(shown, () -> ranks.published(node, row, mark));
    return row.isUnit()
        ? formulas.leading(
            cell,
            () ->
                formulas
                    .grid("calculation")
                    .cell(
                        row.key(), node == 0 ? CalculationPage.INDEX : CalculationPage.node(node)))
        : cell;
  }

  private static Heading weighted(IndexTree tree, int node, Words words) {
    String name = words.in(tree.node(node).name());
    String weight = Weights.percent(Weights.inWhole(tree, node));
    return node == 0 ? new Heading(name) : new Heading(name, words.say("weight", "weight", weight));
  }
}
