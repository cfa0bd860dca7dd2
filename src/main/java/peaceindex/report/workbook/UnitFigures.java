package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.report.Findings;
import peaceindex.report.LateNotes;

/**
 * The figures as they were reported, a row a unit and a column a field, with the cells from which
 * they were taken in the order of the columns.
 */
final class UnitFigures {
  private static final double SOURCE_WIDTH = 48;
  private static final double MARKS_WIDTH = 40;

  /** The figures of one unit in one period. */
  private record Row(Period period, int unit) {}

  private final Findings findings;
  private final Words words;
  private final Panel panel;
  private final FigureMarks figureMarks;
  private final Marks marks;

  UnitFigures(Findings findings, Words words) {
    this.findings = findings;
    this.words = words;
    this.panel = findings.panel();
    this.figureMarks = new FigureMarks(findings, words);
    this.marks = new Marks(words);
  }

  Table<?> table() {
    UnitColumns units = new UnitColumns(findings, words);
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(Column.of(words.say("column.unit"), row -> units.name(row.unit(), row.period())));
    if (!panel.has(findings.period())) {
      columns.add(
          Column.of(words.say("column.period"), row -> Cell.centred(row.period().toString())));
    }
    for (int f = 0; f < panel.fields().size(); f++) {
      int field = f;
      columns.add(
          Column.<Row>of(Heading.of(panel.fields().get(field), words), row -> figure(row, field))
              .mostly(row -> panel.value(row.period(), row.unit(), field), NumberForm.PLAIN));
    }
    columns.add(
        Column.<Row>of(words.say("column.source"), row -> Cell.word(source(row)))
            .upTo(SOURCE_WIDTH));
    columns.add(
        Column.<Row>of(words.say("column.marks"), row -> Cell.word(marked(row))).upTo(MARKS_WIDTH));
    List<Line> below = new ArrayList<>();
    below.add(Line.note(words.say("note.unitFigures", "most", findings.page().formulasUpTo())));
    LateNotes.of(findings).map(Line::note).ifPresent(below::add);
    below.addAll(figureMarks.legend());
    return new Table<>(columns, rows(), below, 1, true);
  }

  private List<Row> rows() {
    List<Period> parts = panel.periods().stream().filter(findings.period()::covers).toList();
    List<Row> rows = new ArrayList<>();
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      for (Period part : parts) {
        if (panel.roster().isActive(unit, part)) {
          rows.add(new Row(part, unit));
        }
      }
    }
    return rows;
  }

  private Cell figure(Row row, int field) {
    double value = panel.value(row.period(), row.unit(), field);
    if (!Double.isNaN(value)) {
      return Cell.number(value, NumberForm.PLAIN);
    }
    CellStatus status = panel.status(row.period(), row.unit(), field);
    return Cell.centred(marks.missing(status));
  }

  /** Such as {@code 2025-01.xlsx [Sheet1!C3:H3, K3]}: of each sheet the cells in their order. */
  private String source(Row row) {
    long[] origins = new long[panel.fields().size()];
    for (int field = 0; field < origins.length; field++) {
      origins[field] = panel.packedOrigin(row.period(), row.unit(), field);
    }
    List<CellRef> runs = panel.origins().runs(origins);
    if (runs.size() == 1) {
      return runs.get(0).show();
    }
    List<CellRef> places = new ArrayList<>();
    for (CellRef run : runs) {
      CellRef last = places.isEmpty() ? null : places.get(places.size() - 1);
      boolean same =
          last != null && last.file().equals(run.file()) && last.sheet().equals(run.sheet());
      if (last != null && same && !run.cell().isEmpty()) {
        String cells = last.cell() + words.say("listed") + run.cell();
        places.set(places.size() - 1, new CellRef(run.file(), run.sheet(), cells));
      } else if (!same) {
        places.add(run);
      }
    }
    return places.stream().map(CellRef::show).collect(Collectors.joining(words.say("semicolon")));
  }

  /** The marks of the figures that have any, each behind its field. */
  private String marked(Row row) {
    List<String> marked = new ArrayList<>();
    for (int field = 0; field < panel.fields().size(); field++) {
      String of = figureMarks.of(row.period(), row.unit(), field);
      if (!of.isEmpty()) {
        String name = words.in(panel.fields().get(field).name());
        marked.add(words.say("markedFigure", "field", name, "marks", of));
      }
    }
    return String.join(words.say("semicolon"), marked);
  }
}
