package peaceindex.report.workbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import peaceindex.formula.Formula;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.PeriodScores;
import peaceindex.ranking.Published;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.PointsNotes;
import peaceindex.report.workbook.excel.Excel;

/**
 * The exact scores, worked out from the values up to the index, and what ranks and bands are
 * decided by. The children of a dimension stand side by side under their weights.
 */
final class CalculationPage implements Page {
  static final String INDEX = "index";
  static final String POINTS = "points";
  static final String NUMBER = "number";
  static final String LEVEL = "level";
  static final String ORDER = "order";
  static final String GROUP_RANK = "groupRank";
  static final String GROUP_SHARE = "groupShare";
  static final String BAND = "band";
  static final String BAND_NUMBER = "bandNumber";
  static final String CAP = "bandCap";
  static final String UNIT = "unit";
  static final String GROUP = "group";
  static final String BEFORE = "beforePoints";

  private static final int EXACT_DECIMALS = 4;
  private static final int COMPARED_DECIMALS = 9;
  private static final NumberForm EXACT = NumberForm.fixed(EXACT_DECIMALS);

  /**
   * A row: the weights for a group, or a unit, or the county.
   *
   * @param weightsOf the group; empty for the common weights
   */
  private record Row(Optional<String> weightsOf, Optional<UnitRow> of) {
    static Row weights(String group) {
      return new Row(Optional.of(group), Optional.empty());
    }
  }

  /** The column of a node's exact scores; of the root before points. */
  static String node(int node) {
    return "node#" + node;
  }

  /** The column of one part of an indicator's score. */
  static String part(int node, int part) {
    return "part#" + node + "." + part;
  }

  /** The column of an indicator's values as they are compared with each other. */
  static String compared(int node) {
    return "compared#" + node;
  }

  /** The column of how much of its place a score is, where ties are dense. */
  static String share(int node) {
    return "share#" + node;
  }

  /** The column of what a part of the index adds to it. */
  static String contribution(int node) {
    return "contribution#" + node;
  }

  /** By what the row of the weights for a group is found. */
  static String weights(String group) {
    return "weights/" + group;
  }

  @Override
  public String name() {
    return "calculation";
  }

  @Override
  public boolean isShown(Findings findings, Formulas formulas) {
    return formulas.isOn();
  }

  @Override
  public Object key(Object row) {
    Row of = (Row) row;
    return of.weightsOf()
        .map(CalculationPage::weights)
        .map(Object.class::cast)
        .orElseGet(() -> of.of().orElseThrow().key());
  }

  @Override
  public Table<?> table(Findings findings) {
    return table(findings, Formulas.none(findings, new Words(findings.lang())));
  }

  @Override
  public Table<?> table(Findings findings, Formulas formulas) {
    return new Builder(findings, formulas).table();
  }

  /** Puts the columns together. */
  private static final class Builder {
    private final Findings findings;
    private final Formulas formulas;
    private final Words words;
    private final Standing standing;
    private final PeriodScores exact;
    private final IndexTree tree;
    private final RankingRules rules;
    private final UnitColumns units;
    private final ScoreFormulas scores;
    private final RankFormulas ranks;
    private final List<Column<Row>> columns = new ArrayList<>();

    Builder(Findings findings, Formulas formulas) {
      this.findings = findings;
      this.formulas = formulas;
      this.words = formulas.words();
      this.standing = findings.standing();
      this.exact = standing.scores();
      this.tree = standing.tree();
      this.rules = standing.rules();
      this.units = new UnitColumns(findings, words);
      this.scores = new ScoreFormulas(formulas);
      this.ranks = new RankFormulas(formulas);
    }

    Table<?> table() {
      labels();
      index();
      nodes();
      order();
      bands();
      contributions();
      return new Table<>(columns, rows(), below(), 1, false);
    }

    private List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      if (!exact.isAveraged()) {
        rows.add(Row.weights(""));
        tree.groups().forEach(group -> rows.add(Row.weights(group)));
      }
      UnitRow.withCounty(standing, formulas.units())
          .forEach(row -> rows.add(new Row(Optional.empty(), Optional.of(row))));
      return rows;
    }

    // ---- columns

    private void labels() {
      add(
          List.of(new Heading(words.say("column.unit"))),
          UNIT,
          row ->
              row.weightsOf()
                  .map(group -> Cell.word(weightsLabel(group)))
                  .orElseGet(() -> units.unit().cell().apply(row.of().orElseThrow())));
      unitColumn("number", NUMBER, row -> Cell.number(row.unit() + 1, NumberForm.WHOLE));
      if (!findings.panel().roster().groups().isEmpty()) {
        unitColumn("group", GROUP, row -> units.group(row.unit()));
      }
    }

    private String weightsLabel(String group) {
      return findings
          .panel()
          .roster()
          .group(group)
          .map(of -> words.say("weightsOfGroup", "group", words.in(of.name())))
          .orElse(words.say("weights"));
    }

    private void index() {
      Heading head = new Heading(formulas.name(0));
      boolean points = PointsNotes.hasPoints(standing);
      add(
          List.of(head, new Heading(words.say(points ? "column.beforePoints" : "column.index"))),
          points ? node(0) : INDEX,
          of(row -> exact(0, row)));
      if (points) {
        add(
            List.of(head, new Heading(words.say("column.points"))),
            POINTS,
            of(row -> row.isUnit() ? points(row) : Cell.EMPTY));
        add(List.of(head, new Heading(words.say("column.index"))), INDEX, of(this::afterPoints));
      }
    }

    private Cell exact(int node, UnitRow row) {
      boolean isMeanIndex = node == 0 && row.who() == UnitRow.Who.MEAN;
      if (isMeanIndex) {
        return PointsNotes.hasPoints(standing) ? Cell.EMPTY : meanIndex();
      }
      Cell shown = Cell.number(scores.score(node, row), EXACT, scores.mark(node, row));
      return scores.isFormula(node, row)
          ? formulas.live(shown, () -> scores.node(node, row))
          : shown;
    }

    private Cell meanIndex() {
      return formulas.live(
          Cell.number(standing.meanIndex(), EXACT),
          () -> Excel.mean(formulas.columnHere("calculation", INDEX), Cell.NOTHING));
    }

    private Cell points(UnitRow row) {
      Cell shown =
          Cell.number(standing.points(row.unit()), UnitColumns.pointsForm(standing.rules()));
      return formulas.live(
          shown,
          () ->
              AdjustmentsPage.lines(formulas, row.unit())
                  .map(range -> "SUM(" + range + ")")
                  .orElse("0"));
    }

    private Cell afterPoints(UnitRow row) {
      return switch (row.who()) {
        case MEAN -> meanIndex();
        case POOLED -> {
          Cell shown = Cell.number(exact.pooledScore(0), EXACT, scores.mark(0, row));
          yield formulas.live(shown, () -> here(row, node(0)));
        }
        case UNIT -> {
          String mark = scores.mark(0, row);
          Cell shown = Cell.number(standing.index(row.unit()), EXACT, mark);
          yield formulas.live(
              shown,
              () -> {
                String before = here(row, node(0));
                return Excel.ifNumber(before, before + "+" + here(row, POINTS), mark);
              });
        }
      };
    }

    private String here(UnitRow row, String column) {
      return formulas.grid("calculation").here(row.key(), column);
    }

    /** Level by level, so that the children of a dimension stand side by side. */
    private void nodes() {
      Deque<Integer> next = new ArrayDeque<>();
      next.add(0);
      while (!next.isEmpty()) {
        int parent = next.remove();
        Heading head = new Heading(formulas.name(parent));
        for (int child : tree.children(parent)) {
          add(
              List.of(head, new Heading(formulas.name(child))),
              node(child),
              row ->
                  row.weightsOf()
                      .map(group -> weight(formulas.parameters().weight(child, group)))
                      .orElseGet(() -> linked(child, row.of().orElseThrow())));
          if (Formulas.isDimension(tree, child)) {
            next.add(child);
          }
        }
      }
      if (!exact.isAveraged()) {
        tree.indicators().forEach(this::partColumns);
        tree.indicators().forEach(this::comparedColumn);
      }
    }

    /** A score that leads to the value it is made of. */
    private Cell linked(int node, UnitRow row) {
      Cell cell = exact(node, row);
      return row.isUnit() && !Formulas.isDimension(tree, node)
          ? formulas.leading(
              cell, () -> formulas.grid("values").cell(row.key(), ValuesPage.column(node)))
          : cell;
    }

    private Cell weight(Parameters.Entry entry) {
      return formulas.live(Cell.number(entry.value(), NumberForm.PLAIN), entry::name);
    }

    private List<Indicator> variants(int node) {
      List<Indicator> all = new ArrayList<>();
      all.add(tree.indicator(node));
      tree.groups().forEach(group -> all.add(tree.of(group).indicator(node)));
      return all;
    }

    private void partColumns(int node) {
      int most = variants(node).stream().mapToInt(i -> i.parts().size()).max().orElse(1);
      if (most == 1) {
        return;
      }
      Heading head = new Heading(formulas.name(node));
      for (int p = 0; p < most; p++) {
        int part = p;
        add(
            List.of(head, new Heading(words.say("column.partNumber", "number", p + 1))),
            CalculationPage.part(node, p),
            row ->
                row.weightsOf()
                    .map(group -> partWeight(node, part, group))
                    .orElseGet(() -> partCell(node, part, row.of().orElseThrow())));
      }
    }

    private Cell partWeight(int node, int part, String group) {
      int parts = tree.of(group).indicator(node).parts().size();
      return parts > 1 && part < parts
          ? weight(formulas.parameters().partWeight(node, group, part))
          : Cell.EMPTY;
    }

    private Cell partCell(int node, int part, UnitRow row) {
      boolean has = part < formulas.indicator(node, row).parts().size();
      if (!has || row.who() == UnitRow.Who.MEAN) {
        return Cell.EMPTY;
      }
      double score =
          row.isUnit()
              ? exact.partScore(node, part, row.unit())
              : exact.pooledPartScore(node, part);
      Cell shown = Cell.number(score, EXACT, scores.partMark(node, row));
      return scores.isFormula(node, row)
          ? formulas.live(shown, () -> scores.part(node, part, row))
          : shown;
    }

    private void comparedColumn(int node) {
      boolean counts =
          variants(node).stream()
              .anyMatch(
                  indicator ->
                      indicator.parts().stream()
                          .anyMatch(
                              part ->
                                  part.score(
                                          new Formula.Variable(Parameters.X), indicator.polarity())
                                      .has(Formula.Beyond.class)));
      if (counts) {
        unitColumn(
            List.of(new Heading(words.say("column.compared")), new Heading(formulas.name(node))),
            CalculationPage.compared(node),
            row -> {
              double value = exact.value(node, row.unit());
              return formulas.live(
                  Cell.number(Published.of(value, COMPARED_DECIMALS), NumberForm.PLAIN, ""),
                  () -> {
                    String cell = formulas.grid("values").cell(row.key(), ValuesPage.column(node));
                    return Excel.ifNumber(cell, "ROUND(" + cell + ",9)", "");
                  });
            });
      }
    }

    private void order() {
      if (ranks.hasLast()) {
        figure("level", LEVEL, unit -> ranks.level(standing, unit), ranks::levelFormula, EXACT);
      }
      figure(
          "order",
          ORDER,
          unit -> standing.isRanked(unit) ? ranks.place(unit) : Double.NaN,
          ranks::order,
          NumberForm.WHOLE);
      if (ranks.isDense()) {
        for (int n = 0; n < tree.size(); n++) {
          int node = n;
          unitColumn(
              List.of(new Heading(words.say("column.share")), new Heading(formulas.name(node))),
              CalculationPage.share(node),
              row ->
                  shared(
                      sharing(node, row.unit(), formulas.units()),
                      () -> ranks.shareOf(node, row.unit())));
        }
      }
      if (!findings.panel().roster().groups().isEmpty()) {
        if (ranks.isDense()) {
          unitColumn(
              "groupShare",
              GROUP_SHARE,
              row ->
                  shared(
                      sharing(0, row.unit(), formulas.groupOf(row.unit())),
                      () -> ranks.shareInGroup(row.unit())));
        }
        unitColumn(
            "groupRank",
            GROUP_RANK,
            row ->
                formulas.live(
                    Cell.number(standing.groupRank(row.unit()), NumberForm.rank(rules.ties())),
                    () -> ranks.groupRank(row.unit())));
      }
    }

    private Cell shared(double value, java.util.function.Supplier<String> formula) {
      return formulas.live(Cell.number(value, EXACT), formula);
    }

    private double sharing(int node, int unit, List<Integer> among) {
      ToDoubleFunction<Integer> of =
          other -> node == 0 ? ranks.level(standing, other) : standing.published(node, other);
      double own = of.applyAsDouble(unit);
      long equal = among.stream().filter(other -> of.applyAsDouble(other) == own).count();
      return equal == 0 ? 0 : 1.0 / equal;
    }

    private void bands() {
      if (rules.bands().isEmpty()) {
        return;
      }
      if (ranks.hasCaps()) {
        unitColumn("bandCap", CAP, row -> Cell.number(ranks.cap(row.unit()), NumberForm.WHOLE));
      }
      figure(
          "bandNumber",
          BAND_NUMBER,
          unit -> standing.isRanked(unit) ? ranks.band(unit) : Double.NaN,
          unit -> ranks.band(unit, ranks.hasCaps()),
          NumberForm.WHOLE);
      unitColumn(
          "band", BAND, row -> formulas.live(units.bandOf(row), () -> ranks.bandName(row.unit())));
    }

    /** What the charts stack: the index before points, shared out by weight × score. */
    private void contributions() {
      Contributions shares = new Contributions(formulas);
      if (!shares.isAny()) {
        return;
      }
      Heading head = new Heading(words.say("chart.axis.contribution"));
      for (int node : tree.children(0)) {
        unitColumn(
            List.of(head, new Heading(formulas.name(node))),
            contribution(node),
            row ->
                formulas.live(
                    Cell.number(shares.of(node, row.unit()), EXACT, ""),
                    () -> shares.formula(node, row)));
      }
    }

    // ---- helpers

    private void figure(
        String key,
        String column,
        ToDoubleFunction<Integer> figure,
        Function<Integer, String> formula,
        NumberForm form) {
      unitColumn(
          key,
          column,
          row ->
              formulas.live(
                  Cell.number(figure.applyAsDouble(row.unit()), form, ""),
                  () -> formula.apply(row.unit())));
    }

    private void unitColumn(String heading, String key, Function<UnitRow, Cell> cell) {
      unitColumn(List.of(new Heading(words.say("column." + heading))), key, cell);
    }

    private void unitColumn(List<Heading> head, String key, Function<UnitRow, Cell> cell) {
      add(head, key, of(row -> row.isUnit() ? cell.apply(row) : Cell.EMPTY));
    }

    private static Function<Row, Cell> of(Function<UnitRow, Cell> cell) {
      return row -> row.of().map(cell).orElse(Cell.EMPTY);
    }

    private void add(List<Heading> head, String key, Function<Row, Cell> cell) {
      columns.add(
          Column.<Row>of(
                  head,
                  row -> {
                    Cell plain = cell.apply(row);
                    boolean isUnit = row.of().filter(UnitRow::isUnit).isPresent();
                    return isUnit ? plain : plain.with(plain.look().as(Look.Part.TOTAL));
                  })
              .keyed(key));
    }

    private List<Line> below() {
      List<Line> lines = new ArrayList<>();
      lines.add(Line.note(words.say("note.calculation")));
      lines.addAll(values());
      lines.add(Line.note(words.say("note.county")));
      lines.addAll(new Marks(words).legend(standing));
      return lines;
    }

    /** Which columns are values, and why. */
    private List<Line> values() {
      Map<String, Set<Integer>> why = formulas.isOn() ? scores.values() : Map.of();
      List<Line> lines = new ArrayList<>();
      why.forEach(
          (reason, nodes) -> {
            String names =
                nodes.stream().map(formulas::name).collect(Collectors.joining(words.say("comma")));
            lines.add(Line.note(words.say("why." + reason, "names", names)));
          });
      return lines;
    }
  }
}
