package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.report.Findings;
import peaceindex.report.LateNotes;

/**
 * Every figure of the period as it was reported, the cell it came from, and what else is to be
 * known of it: a row a figure, or a row a unit where a row a figure would be hundreds of thousands.
 */
final class DataPage implements Page {
  private static final double FILE_WIDTH = 48;
  private static final double MARKS_WIDTH = 30;

  private static final CellRef NOWHERE = CellRef.file("");

  /** One figure, wanted or there. */
  record Figure(Period period, int unit, int field, CellRef origin) {}

  @Override
  public String name() {
    return "data";
  }

  /** By what the row of a figure of the period is found. */
  static Object key(int unit, int field) {
    return unit + "/" + field;
  }

  @Override
  public Object key(Object row) {
    Figure figure = (Figure) row;
    return key(figure.unit(), figure.field());
  }

  @Override
  public Table<?> table(Findings findings, Formulas formulas) {
    return formulas.isOff() ? new UnitFigures(findings, formulas.words()).table() : table(findings);
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    UnitColumns units = new UnitColumns(findings, words);
    Panel panel = findings.panel();
    Period period = findings.period();
    List<Cell> names = new ArrayList<>();
    List<Cell> measures = new ArrayList<>();
    for (Field field : panel.fields().all()) {
      names.add(Cell.word(words.in(field.name())));
      measures.add(Cell.centred(words.in(field.unit())));
    }
    Map<CellStatus, Cell> statuses = new EnumMap<>(CellStatus.class);
    for (CellStatus status : CellStatus.values()) {
      statuses.put(status, Cell.centred(words.say("status." + status.name())));
    }
    List<Column<Figure>> columns = new ArrayList<>();
    columns.add(column(words, "unit", figure -> units.name(figure.unit(), figure.period())));
    if (!panel.has(period)) {
      columns.add(column(words, "period", f -> Cell.centred(f.period().toString())));
    }
    columns.add(column(words, "field", f -> names.get(f.field())).keyed("field"));
    columns.add(column(words, "value", f -> value(panel, f)).keyed("value"));
    columns.add(column(words, "measure", f -> measures.get(f.field())));
    columns.add(column(words, "status", f -> statuses.getOrDefault(status(panel, f), Cell.EMPTY)));
    columns.add(column(words, "file", f -> Cell.word(f.origin().file())).upTo(FILE_WIDTH));
    columns.add(column(words, "sheet", f -> Cell.word(f.origin().sheet())));
    columns.add(column(words, "cell", f -> Cell.word(f.origin().cell())));
    FigureMarks marks = new FigureMarks(findings, words);
    columns.add(
        column(words, "marks", f -> Cell.word(marks.of(f.period(), f.unit(), f.field())))
            .upTo(MARKS_WIDTH));
    List<Line> below = new ArrayList<>();
    below.add(Line.note(words.say("note.data")));
    LateNotes.of(findings).map(Line::note).ifPresent(below::add);
    below.addAll(marks.legend());
    return new Table<>(columns, figures(panel, period), below, 2, true);
  }

  /** Unit by unit, of a span period by period. */
  private static List<Figure> figures(Panel panel, Period period) {
    List<Figure> figures = new ArrayList<>();
    List<Period> parts = panel.periods().stream().filter(period::covers).toList();
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      for (Period part : parts) {
        if (panel.roster().isActive(unit, part)) {
          for (int f = 0; f < panel.fields().size(); f++) {
            figures.add(new Figure(part, unit, f, panel.origin(part, unit, f).orElse(NOWHERE)));
          }
        }
      }
    }
    return figures;
  }

  private static Cell value(Panel panel, Figure figure) {
    double value = panel.value(figure.period(), figure.unit(), figure.field());
    return Double.isNaN(value) ? new Cell.Empty(Look.NUMBER) : Cell.number(value, NumberForm.PLAIN);
  }

  private static CellStatus status(Panel panel, Figure figure) {
    return panel.status(figure.period(), figure.unit(), figure.field());
  }

  private static Column<Figure> column(Words words, String key, Function<Figure, Cell> cell) {
    return Column.of(words.say("column." + key), cell);
  }
}
