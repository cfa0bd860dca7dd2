package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import peaceindex.index.adjust.Adjustment;
import peaceindex.index.adjust.Adjustments;
import peaceindex.panel.Panel;
import peaceindex.problem.CellRef;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.PointsNotes;

/** Every point beside the score with its rule, its reason and the cell it came from. */
final class AdjustmentsPage implements Page {
  private static final double FILE_WIDTH = 34;
  private static final double WHY_WIDTH = 46;

  /**
   * @param number of the line among all of them, or of the last one of a unit for its total
   * @param line empty for the total of a unit
   */
  private record Row(int unit, int number, Optional<Adjustment> line) {}

  @Override
  public String name() {
    return "adjustments";
  }

  @Override
  public Object key(Object row) {
    Row of = (Row) row;
    return of.line().isPresent() ? of.number() : "total/" + of.number();
  }

  /** The points of a unit, line by line; empty where it has none. */
  static Optional<String> lines(Formulas formulas, int unit) {
    List<Adjustment> lines = formulas.standing().adjustments();
    int[] own = IntStream.range(0, lines.size()).filter(i -> lines.get(i).unit() == unit).toArray();
    return own.length == 0
        ? Optional.empty()
        : Optional.of(formulas.grid("adjustments").range("points", own[0], own[own.length - 1]));
  }

  @Override
  public boolean isShown(Findings findings, Formulas formulas) {
    return !findings.standing().scores().rules().rules().isEmpty();
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    UnitColumns units = new UnitColumns(findings, words);
    Standing standing = findings.standing();
    Panel panel = findings.panel();
    NumberForm form = UnitColumns.pointsForm(standing.rules());
    List<Column<Row>> columns =
        List.of(
            column(words, "unit", row -> units.name(row.unit(), findings.period())),
            column(
                words,
                "rule",
                row ->
                    Cell.word(
                        row.line()
                            .map(line -> words.in(line.name()))
                            .orElse(words.say("pointsTotal")))),
            column(
                words,
                "times",
                row ->
                    row.line()
                        .map(line -> Cell.number(line.times(), NumberForm.WHOLE))
                        .orElse(Cell.EMPTY)),
            column(
                    words,
                    "points",
                    row ->
                        Cell.number(
                            row.line().map(Adjustment::points).orElse(standing.points(row.unit())),
                            form))
                .keyed("points"),
            column(
                    words,
                    "why",
                    row ->
                        Cell.word(
                            row.line()
                                .map(line -> words.in(line.why()))
                                .orElse(total(row, words, standing))))
                .upTo(WHY_WIDTH),
            column(words, "file", row -> origin(row, panel, CellRef::file)).upTo(FILE_WIDTH),
            column(words, "sheet", row -> origin(row, panel, CellRef::sheet)),
            column(words, "cell", row -> origin(row, panel, AdjustmentsPage::cell)));
    return new Table<>(columns, rows(standing), below(findings, words), 1, false);
  }

  /** The lines of a unit, then its total if they are several, or count for no index. */
  private static List<Row> rows(Standing standing) {
    List<Row> rows = new ArrayList<>();
    List<Adjustment> lines = standing.adjustments();
    int first = 0;
    for (int i = 0; i < lines.size(); i++) {
      int unit = lines.get(i).unit();
      rows.add(new Row(unit, i, Optional.of(lines.get(i))));
      if (i + 1 == lines.size() || lines.get(i + 1).unit() != unit) {
        if (i > first || !standing.isRanked(unit)) {
          rows.add(new Row(unit, i, Optional.empty()));
        }
        first = i + 1;
      }
    }
    return rows;
  }

  private static String total(Row row, Words words, Standing standing) {
    return standing.isRanked(row.unit()) ? "" : words.say("pointsOfNoIndex");
  }

  private static List<Line> below(Findings findings, Words words) {
    Standing standing = findings.standing();
    Adjustments rules = standing.scores().rules();
    List<Line> lines = new ArrayList<>();
    if (standing.adjustments().isEmpty()) {
      lines.add(Line.note(words.say("note.noPoints")));
    }
    limit(lines, words, "mostBonus", rules.mostBonus());
    limit(lines, words, "mostPenalty", rules.mostPenalty());
    PointsNotes.of(findings).stream().map(Line::note).forEach(lines::add);
    lines.add(Line.note(words.say("note.pointsOrder")));
    return lines;
  }

  private static void limit(List<Line> lines, Words words, String key, double most) {
    if (!Double.isInfinite(most)) {
      lines.add(Line.note(words.say("note." + key, "most", Weights.plain(most))));
    }
  }

  private static Cell origin(Row row, Panel panel, Function<CellRef, String> part) {
    return Cell.word(
        row.line().flatMap(line -> panel.origins().cell(line.origin())).map(part).orElse(""));
  }

  /** A place without a sheet is a folder, which has no cells. */
  private static String cell(CellRef of) {
    return of.sheet().isEmpty() ? "" : of.cell();
  }

  /** A column in which totals stand out. */
  private static Column<Row> column(Words words, String key, Function<Row, Cell> cell) {
    return Column.of(
        words.say("column." + key),
        row -> {
          Cell plain = cell.apply(row);
          return row.line().isPresent() ? plain : plain.with(plain.look().as(Look.Part.TOTAL));
        });
  }
}
