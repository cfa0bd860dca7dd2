package peaceindex.report.workbook;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import peaceindex.panel.Field;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.report.Findings;

/** Every figure of the period as it was reported, and the cell it came from. */
final class DataPage implements Page {
  private static final double FILE_WIDTH = 48;

  /** One figure, wanted or there. */
  private record Figure(int unit, int field, Optional<CellRef> origin) {}

  @Override
  public String name() {
    return "data";
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    UnitColumns units = new UnitColumns(findings, words);
    Panel panel = findings.panel();
    Period period = findings.period();
    List<Field> fields = panel.fields().all();
    List<Column<Figure>> columns =
        List.of(
            column(words, "unit", figure -> units.name(figure.unit(), period)),
            column(words, "field", f -> Cell.word(words.in(fields.get(f.field()).name()))),
            column(words, "value", f -> value(panel, period, f)),
            column(words, "measure", f -> Cell.centred(words.in(fields.get(f.field()).unit()))),
            column(words, "status", f -> status(panel, period, f, words)),
            column(words, "file", f -> origin(f, CellRef::file)).upTo(FILE_WIDTH),
            column(words, "sheet", f -> origin(f, CellRef::sheet)),
            column(words, "cell", f -> origin(f, CellRef::cell)));
    return new Table<>(
        columns, () -> figures(panel, period), List.of(Line.note(words.say("note.data"))), 2, true);
  }

  /** Unit by unit, made while they are read: a large county has close to a million. */
  private static Iterator<Figure> figures(Panel panel, Period period) {
    int fields = panel.fields().size();
    return panel.roster().active(period).stream()
        .flatMap(
            unit ->
                IntStream.range(0, fields)
                    .mapToObj(f -> new Figure(unit, f, panel.origin(period, unit, f))))
        .iterator();
  }

  private static Cell value(Panel panel, Period period, Figure figure) {
    double value = panel.value(period, figure.unit(), figure.field());
    return Double.isNaN(value) ? new Cell.Empty(Look.NUMBER) : Cell.number(value, NumberForm.PLAIN);
  }

  private static Cell status(Panel panel, Period period, Figure figure, Words words) {
    return Cell.centred(
        words.say("status." + panel.status(period, figure.unit(), figure.field()).name()));
  }

  private static Cell origin(Figure figure, Function<CellRef, String> part) {
    return Cell.word(figure.origin().map(part).orElse(""));
  }

  private static Column<Figure> column(Words words, String key, Function<Figure, Cell> cell) {
    return Column.of(words.say("column." + key), cell);
  }
}
