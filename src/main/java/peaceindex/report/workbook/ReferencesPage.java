package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.formula.Formula.Statistic;
import peaceindex.formula.Statistics;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Part;
import peaceindex.report.Findings;
import peaceindex.report.workbook.excel.Excel;

/** The statistics of the figures against which values are judged, each in one cell. */
final class ReferencesPage implements Page {

  @Override
  public String name() {
    return "references";
  }

  @Override
  public boolean isShown(Findings findings, Formulas formulas) {
    return formulas.isOn() && !formulas.references().all().isEmpty();
  }

  @Override
  public Table<?> table(Findings findings) {
    return table(findings, Formulas.none(findings, new Words(findings.lang())));
  }

  @Override
  public Table<?> table(Findings findings, Formulas formulas) {
    Words words = new Words(findings.lang());
    UnitColumns units = new UnitColumns(findings, words);
    ReferenceRows rows = formulas.references();
    MethodWords method = new MethodWords(words);
    IndexTree tree = formulas.tree();
    List<Column<ReferenceRows.Row>> columns = new ArrayList<>();
    columns.add(
        Column.of(
            words.say("column.indicator"),
            row -> Cell.word(words.in(tree.node(row.node()).name()))));
    columns.add(
        Column.of(
            words.say("column.reference"),
            row ->
                Cell.word(
                    method.reference(
                        new Part(1, new peaceindex.index.normalise.MinMax(), row.figures())))));
    columns.add(
        Column.of(
            words.say("column.ofWhom"),
            row ->
                row.unit() >= 0
                    ? units.name(row.unit(), findings.period())
                    : Cell.word(
                        findings
                            .panel()
                            .roster()
                            .group(row.group())
                            .map(group -> words.in(group.name()))
                            .orElse(words.say("ofWhom.all")))));
    for (Statistic.Kind kind : Statistic.Kind.values()) {
      columns.add(
          Column.<ReferenceRows.Row>of(
                  words.say("statistic." + kind.name()),
                  row -> statistic(rows, row, kind, formulas))
              .keyed(kind.name()));
    }
    columns.add(
        Column.of(
            words.say("column.obtained"),
            row -> Cell.centred(words.say(row.isNow() ? "obtained.formula" : "obtained.value"))));
    return new Table<>(columns, rows.all(), below(rows, words), 1, false);
  }

  private static List<Line> below(ReferenceRows rows, Words words) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.note(words.say("note.references")));
    if (rows.all().stream().anyMatch(row -> !row.isNow())) {
      lines.add(Line.note(words.say("note.referencesPast")));
    }
    return lines;
  }

  private static Cell statistic(
      ReferenceRows rows, ReferenceRows.Row row, Statistic.Kind kind, Formulas formulas) {
    Statistics of = rows.statistics(row);
    Indicator indicator = formulas.tree().indicator(row.node());
    NumberForm form = NumberForm.fixed(Math.max(4, indicator.decimals()));
    Cell shown =
        switch (kind) {
          case COUNT -> Cell.number(of.count(), NumberForm.WHOLE);
          case MIN -> Cell.number(of.min(), form);
          case MAX -> Cell.number(of.max(), form);
          case MEAN -> Cell.number(of.mean(), form);
          case SD -> Cell.number(of.sd(), form);
        };
    Optional<String> range = formulas.isOn() ? rows.range(row) : Optional.empty();
    return range.isEmpty() ? shown : formulas.live(shown, () -> formula(kind, range.get()));
  }

  private static String formula(Statistic.Kind kind, String range) {
    String any = "IF(COUNT(" + range + ")=0," + Excel.text(Cell.NOTHING) + ",";
    return switch (kind) {
      case COUNT -> "COUNT(" + range + ")";
      case MIN -> any + "MIN(" + range + "))";
      case MAX -> any + "MAX(" + range + "))";
      case MEAN -> any + "AVERAGE(" + range + "))";
      // Exactly 0 where all are equal, or there is only one.
      case SD -> any + "IF(MIN(" + range + ")=MAX(" + range + "),0,STDEV(" + range + ")))";
    };
  }
}
