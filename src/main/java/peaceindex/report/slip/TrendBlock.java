package peaceindex.report.slip;

import java.util.List;
import java.util.Optional;
import peaceindex.panel.Period;
import peaceindex.ranking.Standing;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.Look;
import peaceindex.report.workbook.Marks;
import peaceindex.report.workbook.ooxml.SheetWriter;

/** The unit's index and rank of the last thirteen periods beside the county's mean, and a chart. */
final class TrendBlock {
  /** So many periods that a month stands beside the same month of last year. */
  private static final int PERIODS = 13;

  /** Period, index and mean in a column each; a rank of many needs more room. */
  private static final List<Integer> SPANS = List.of(1, 1, 1, 2);

  private static final int FREE = 5;

  /** The least rows in which a chart can be read. */
  private static final int LEAST_ROWS = 9;

  private final Subject subject;
  private final List<Period> periods;

  TrendBlock(Subject subject) {
    this.subject = subject;
    this.periods = subject.findings().trend().last(subject.findings().period(), PERIODS);
  }

  /** Nothing where there is nothing to look back at. */
  void write(Grid grid, SheetWriter sheet) {
    if (periods.size() < 2) {
      return;
    }
    grid.keepTogether(Math.max(periods.size(), LEAST_ROWS));
    grid.caption(subject.say("caption.trend"));
    int top = grid.next();
    grid.cells(
        SPANS,
        List.of("period", "index", "mean", "rank").stream()
            .map(key -> Grid.heading(subject.say("column." + key)))
            .toList());
    for (Period period : periods) {
      grid.cells(SPANS, cells(period));
    }
    int last = grid.next() - 1;
    while (grid.next() - top < LEAST_ROWS) {
      grid.gap();
    }
    new TrendChart(
            new TrendChart.Series(
                subject.in(subject.who().name()), 1, periods.stream().map(this::index).toList()),
            new TrendChart.Series(
                subject.say("column.mean"), 2, periods.stream().map(this::mean).toList()),
            periods.stream().map(subject.words()::in).toList(),
            top + 1,
            last)
        .draw(sheet, FREE, top, grid.columns(), grid.next());
  }

  /** Why there is no index stands in the column of the rank: the chart reads those before it. */
  private List<Cell> cells(Period period) {
    Optional<Standing> then = subject.findings().trend().at(period);
    return List.of(
        Cell.centred(subject.words().in(period)),
        figure(index(period)),
        figure(mean(period)),
        then.map(this::rank).orElse(Cell.centred(Cell.NOTHING)));
  }

  private Cell figure(double published) {
    return Double.isNaN(published)
        ? new Cell.Empty(Look.NUMBER)
        : subject.score(published, Cell.NOTHING);
  }

  private Cell rank(Standing then) {
    int unit = subject.unit();
    if (then.isRanked(unit)) {
      return Subject.rank(then, then.rank(unit), then.ranking().size());
    }
    boolean there = then.scores().isActive(unit);
    return Cell.centred(
        there ? new Marks(subject.words()).missing(then.scores().status(0, unit)) : Cell.NOTHING);
  }

  private double index(Period period) {
    return subject
        .findings()
        .trend()
        .at(period)
        .map(at -> at.published(subject.unit()))
        .orElse(Double.NaN);
  }

  private double mean(Period period) {
    return subject.findings().trend().at(period).map(Standing::publishedMean).orElse(Double.NaN);
  }
}
