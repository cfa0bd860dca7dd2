package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import peaceindex.index.IndexTree;
import peaceindex.index.PeriodScores;
import peaceindex.panel.CellStatus;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/**
 * Every value that is scored as another than was reported, and what it was; and rates drawn towards
 * that of all beside the official ones, where they are asked for as advice.
 */
final class PreparedPage implements Page {

  private record Row(int unit, int node) {}

  @Override
  public String name() {
    return "prepared";
  }

  @Override
  public boolean isShown(Findings findings, Formulas formulas) {
    return !rows(findings).isEmpty();
  }

  private static List<Row> rows(Findings findings) {
    Standing standing = findings.standing();
    PeriodScores scores = standing.scores();
    List<Row> rows = new ArrayList<>();
    List<Integer> units = findings.panel().roster().active(findings.period());
    for (int node : standing.tree().indicators()) {
      for (int unit : units) {
        if (scores.status(node, unit).isTouched()
            || !Double.isNaN(scores.shrunkValue(node, unit))) {
          rows.add(new Row(unit, node));
        }
      }
    }
    return rows;
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    UnitColumns units = new UnitColumns(findings, words);
    IndexTree tree = findings.standing().tree();
    PeriodScores scores = findings.standing().scores();
    Marks marks = new Marks(words);
    List<Row> rows = rows(findings);
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(
        column(words, "indicator", row -> Cell.word(words.in(tree.node(row.node()).name()))));
    columns.add(column(words, "unit", row -> units.name(row.unit(), findings.period())));
    columns.add(column(words, "preparation", row -> Cell.centred(done(scores, row, marks))));
    columns.add(
        column(
            words,
            "reportedValue",
            row ->
                Cell.number(
                    scores.reportedValue(row.node(), row.unit()),
                    form(tree, row),
                    words.say("mark.NOT_REPORTED"))));
    columns.add(
        column(
            words,
            "scoredValue",
            row -> Cell.number(scores.value(row.node(), row.unit()), form(tree, row))));
    if (rows.stream().anyMatch(r -> !Double.isNaN(scores.shrunkValue(r.node(), r.unit())))) {
      columns.add(
          column(
              words,
              "shrunkValue",
              row -> Cell.number(scores.shrunkValue(row.node(), row.unit()), form(tree, row))));
    }
    List<Line> below = new ArrayList<>();
    below.add(Line.note(words.say("note.prepared")));
    below.addAll(marks.legend(findings.standing()));
    return new Table<>(columns, rows, below, 2, true);
  }

  private static NumberForm form(IndexTree tree, Row row) {
    return NumberForm.fixed(tree.indicator(row.node()).decimals());
  }

  /** What was done to the value that is scored; a stroke if only advice stands beside it. */
  private static String done(PeriodScores scores, Row row, Marks marks) {
    CellStatus status = scores.status(row.node(), row.unit());
    return status.isTouched() ? marks.of(status) : Cell.NOTHING;
  }

  private static Column<Row> column(Words words, String key, Function<Row, Cell> cell) {
    return Column.of(words.say("column." + key), cell);
  }
}
