package peaceindex.report.slip;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import peaceindex.index.Dimension;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.PeriodScores;
import peaceindex.panel.CellStatus;
import peaceindex.ranking.Balance;
import peaceindex.ranking.Standing;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.Column;
import peaceindex.report.workbook.Look;
import peaceindex.report.workbook.Marks;
import peaceindex.report.workbook.NumberForm;
import peaceindex.report.workbook.Table;

/**
 * Every dimension and indicator with the unit's value and score, the county's means, and what it
 * added to the index and cost. The root comes last, as a total.
 */
final class ScoresBlock {
  private static final double NAME_WIDTH = 32;
  private static final int POINTS_DECIMALS = 2;
  private static final String INDENT = "\u3000";
  private static final int ROOT = 0;

  private final Subject subject;
  private final Standing standing;
  private final PeriodScores scores;
  private final IndexTree rules;
  private final int unit;
  private final Marks marks;

  ScoresBlock(Subject subject) {
    this.subject = subject;
    this.standing = subject.standing();
    this.scores = standing.scores();
    this.rules = subject.rules();
    this.unit = subject.unit();
    this.marks = new Marks(subject.words());
  }

  /** A row a node. */
  Table<Integer> table() {
    NumberForm points = NumberForm.fixed(Math.max(POINTS_DECIMALS, subject.decimals()));
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(column("item", this::name).upTo(NAME_WIDTH));
    columns.add(column("value", this::value));
    columns.add(column("meanValue", this::meanValue));
    columns.add(column("full", node -> Cell.number(rules.full(node), NumberForm.PLAIN)));
    columns.add(column("score", this::score));
    columns.add(
        column(
            "mean",
            node ->
                node == ROOT
                    ? Cell.EMPTY
                    : subject.score(standing.publishedMean(node), Cell.NOTHING)));
    if (standing.period().previous().isPresent()) {
      columns.add(column("change", this::change));
    }
    columns.add(column("rank", this::rank));
    columns.add(column("weight", node -> Cell.number(scores.weight(node, unit), NumberForm.SHARE)));
    if (rules.isAdditive()) {
      Balance balance = new Balance(scores, rules, unit);
      columns.add(
          column(
              "contribution",
              node -> Cell.number(ifScored(node, scores.contribution(node, unit)), points)));
      columns.add(column("lost", node -> Cell.number(ifScored(node, balance.lost(node)), points)));
    }
    List<Integer> nodes =
        Stream.concat(IntStream.range(1, rules.size()).boxed(), Stream.of(ROOT)).toList();
    return new Table<>(columns, nodes, List.of(), 0, false);
  }

  /** What marks stand in the table. */
  static Set<CellStatus> marks(Subject subject) {
    Set<CellStatus> found = EnumSet.noneOf(CellStatus.class);
    PeriodScores scores = subject.standing().scores();
    for (int node = 1; node < subject.rules().size(); node++) {
      CellStatus status = scores.status(node, subject.unit());
      boolean lacking = Double.isNaN(scores.score(node, subject.unit()));
      found.add(lacking && status.hasFigure() ? CellStatus.UNDEFINED : status);
    }
    found.remove(CellStatus.REPORTED);
    return found;
  }

  private Cell name(int node) {
    if (node == ROOT) {
      return Cell.word(subject.say(hasPoints() ? "totalBeforePoints" : "total"));
    }
    String name = subject.in(rules.node(node).name());
    String measure =
        rules.node(node) instanceof Indicator indicator ? subject.in(indicator.unit()) : "";
    String measured = measure.isEmpty() ? "" : subject.say("measure", "unit", measure);
    return Cell.word(INDENT.repeat(depth(node) - 1) + name + measured);
  }

  private boolean hasPoints() {
    return standing.points(unit) != 0;
  }

  private int depth(int node) {
    return node == ROOT ? 0 : depth(rules.parent(node)) + 1;
  }

  private Cell value(int node) {
    if (!(rules.node(node) instanceof Indicator indicator)) {
      return Cell.EMPTY;
    }
    NumberForm form = NumberForm.fixed(indicator.decimals());
    CellStatus status = scores.status(node, unit);
    NumberForm shown = status.isTouched() ? form.marked(marks.of(status)) : form;
    return Cell.number(scores.value(node, unit), shown, marks.missing(status));
  }

  private Cell meanValue(int node) {
    return rules.node(node) instanceof Indicator indicator
        ? Cell.number(subject.county().meanValue(node), NumberForm.fixed(indicator.decimals()))
        : Cell.EMPTY;
  }

  private Cell score(int node) {
    return node == ROOT
        ? subject.score(standing.publishedBeforePoints(unit), Cell.NOTHING)
        : subject.score(standing.published(node, unit), marks.missing(scores.status(node, unit)));
  }

  private Cell change(int node) {
    return node == ROOT
        ? Cell.EMPTY
        : Cell.number(
            subject.findings().trend().change(standing.period(), node, unit),
            NumberForm.change(subject.decimals()));
  }

  private Cell rank(int node) {
    return node == ROOT
        ? Cell.EMPTY
        : Cell.number(standing.rank(node, unit), NumberForm.rank(standing.rules().ties()));
  }

  /** What is missing added nothing and cost nothing, which is not to be read as 0 points. */
  private double ifScored(int node, double points) {
    boolean scored = node == ROOT || !Double.isNaN(scores.score(node, unit));
    return scored ? points : Double.NaN;
  }

  /** A column in which dimensions and the total stand out. */
  private Column<Integer> column(String key, IntFunction<Cell> cell) {
    return Column.of(
        subject.say("column." + key),
        node -> {
          Cell plain = cell.apply(node);
          boolean total = rules.node(node) instanceof Dimension;
          return total ? plain.with(plain.look().as(Look.Part.TOTAL)) : plain;
        });
  }
}
