package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.PeriodScores;
import peaceindex.panel.CellStatus;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/** The exact values of the indicators, shown with the decimals that each asks for. */
final class ValuesPage implements Page {

  @Override
  public String name() {
    return "values";
  }

  /** The column of an indicator. */
  static String column(int node) {
    return "value#" + node;
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
    Marks marks = new Marks(words);
    TreeHead head =
        new TreeHead(tree, node -> measured(tree, node, words), words.say("column.overall"));
    List<Column<UnitRow>> columns = new ArrayList<>();
    columns.add(units.unit());
    List<Line> below = new ArrayList<>();
    below.add(Line.note(words.say("note.county")));
    below.addAll(marks.legend(standing));
    below.addAll(formulas.absence());
    if (formulas.isOn()) {
      below.add(Line.note(words.say("note.valueFormulas")));
    }
    ValueFormulas values = new ValueFormulas(formulas);
    for (int node : tree.indicators()) {
      double mean = standing.scores().meanValue(node);
      Column<UnitRow> column =
          units
              .cells(head.over(node), row -> value(row, node, mean, marks))
              .mostly(row -> plain(row, node), form(tree, node))
              .keyed(column(node));
      columns.add(
          values.isOn()
              ? column.behind(row -> live(node, row, column.cell().apply(row), values))
              : column);
    }
    return new Table<>(columns, UnitRow.withCounty(standing, formulas.units()), below, 1, false);
  }

  /** A value with its formula, if it has any; a unit's leads to its figures. */
  private static Cell live(int node, UnitRow row, Cell shown, ValueFormulas values) {
    Cell cell =
        values
            .value(node, row)
            .map(formula -> (Cell) new Cell.Live(shown, () -> formula))
            .orElse(shown);
    Optional<String> figure = row.isUnit() ? values.figure(node, row) : Optional.empty();
    return figure.isEmpty() ? cell : new Cell.Jump(cell, figure::get);
  }

  private static NumberForm form(IndexTree tree, int node) {
    return NumberForm.fixed(tree.indicator(node).decimals());
  }

  /** A value that nothing touched. */
  private static double plain(UnitRow row, int node) {
    PeriodScores scores = row.standing().scores();
    return row.isUnit() && !scores.status(node, row.unit()).isTouched()
        ? scores.value(node, row.unit())
        : Double.NaN;
  }

  private static Cell value(UnitRow row, int node, double mean, Marks marks) {
    PeriodScores scores = row.standing().scores();
    NumberForm form = form(scores.tree(), node);
    return switch (row.who()) {
      case UNIT -> {
        CellStatus status = scores.status(node, row.unit());
        double value = scores.value(node, row.unit());
        NumberForm shown = status.isTouched() ? form.marked(marks.of(status)) : form;
        yield Double.isNaN(value) ? Cell.centred(marks.missing(status)) : Cell.number(value, shown);
      }
      case MEAN -> Cell.number(mean, form);
      case POOLED -> Cell.number(scores.pooledValue(node), form);
    };
  }

  private static Heading measured(IndexTree tree, int node, Words words) {
    String name = words.in(tree.node(node).name());
    if (!(tree.node(node) instanceof Indicator indicator)) {
      return new Heading(name);
    }
    String unit = words.in(indicator.unit());
    return new Heading(name, unit.isEmpty() ? "" : words.say("measure", "unit", unit));
  }
}
