package peaceindex.report.slip;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.NumberForm;

/** The figures of the unit's own return, and where each of them stands. */
final class SourcesBlock {
  private final Subject subject;
  private final Panel panel;
  private final Period period;

  SourcesBlock(Subject subject) {
    this.subject = subject;
    this.panel = subject.panel();
    this.period = subject.findings().period();
  }

  /** A row a figure; of a span, which has many returns, only where to look. */
  void write(Grid grid) {
    grid.keepTogether(panel.has(period) ? panel.fields().size() : 1);
    grid.caption(subject.say("caption.sources"));
    if (!panel.has(period)) {
      long returns = panel.periods().stream().filter(period::covers).count();
      grid.note(subject.say("note.span", "count", returns));
      return;
    }
    List<Integer> spans = grid.spans(2, 5, 2, 1);
    grid.head(
        spans,
        List.of(
            subject.words().say("column.field"),
            subject.words().say("column.value"),
            subject.words().say("column.file"),
            subject.words().say("column.sheet"),
            subject.words().say("column.cell")));
    for (int field = 0; field < panel.fields().size(); field++) {
      grid.row(spans, cells(field));
    }
  }

  private List<Cell> cells(int number) {
    Field field = panel.fields().get(number);
    CellStatus status = panel.status(period, subject.unit(), number);
    Optional<CellRef> cell = panel.origin(period, subject.unit(), number);
    String measure = subject.in(field.unit());
    String measured = measure.isEmpty() ? "" : subject.say("measure", "unit", measure);
    return List.of(
        Cell.word(subject.in(field.name()) + measured),
        Cell.number(
            status == CellStatus.REPORTED
                ? panel.value(period, subject.unit(), number)
                : Double.NaN,
            NumberForm.PLAIN,
            subject.words().say("status." + status)),
        origin(cell, CellRef::file),
        origin(cell, CellRef::sheet),
        origin(cell, CellRef::cell));
  }

  private Cell origin(Optional<CellRef> cell, Function<CellRef, String> part) {
    return Cell.word(cell.map(part).map(subject::discreet).orElse(""));
  }
}
