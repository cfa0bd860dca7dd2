package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import peaceindex.index.IndexTree;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.PointsNotes;

/** Every published score of every unit with its rank, under the tree with its weights. */
final class ScoresPage implements Page {

  @Override
  public String name() {
    return "scores";
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    UnitColumns units = new UnitColumns(findings, words);
    Standing standing = findings.standing();
    IndexTree tree = standing.tree();
    TreeHead head =
        new TreeHead(tree, node -> weighted(tree, node, words), words.say("column.overall"));
    List<Column<UnitRow>> columns = new ArrayList<>();
    columns.add(units.unit());
    for (int node = 0; node < tree.size(); node++) {
      columns.add(units.score(head.over(node, words.say("column.score")), node));
      columns.add(units.nodeRank(head.over(node, words.say("column.nodeRank")), node));
    }
    return new Table<>(
        columns,
        UnitRow.withCounty(standing, findings.panel().roster().active(findings.period())),
        below(findings, words),
        1,
        false);
  }

  private static List<Line> below(Findings findings, Words words) {
    Standing standing = findings.standing();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.note(words.say("note.weights")));
    if (Weights.differ(standing.tree())) {
      lines.add(Line.note(words.say("note.weightsByGroup")));
    }
    if (PointsNotes.hasPoints(standing)) {
      lines.add(Line.note(words.say("note.indexWithPoints")));
    }
    lines.add(Line.note(words.say("note.county")));
    lines.addAll(new Marks(words).legend(standing));
    return lines;
  }

  private static Heading weighted(IndexTree tree, int node, Words words) {
    String name = words.in(tree.node(node).name());
    String weight = Weights.percent(Weights.inWhole(tree, node));
    return node == 0 ? new Heading(name) : new Heading(name, words.say("weight", "weight", weight));
  }
}
