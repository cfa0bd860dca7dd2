package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import peaceindex.problem.Messages;
import peaceindex.report.Findings;
import peaceindex.report.FirstAndLast;
import peaceindex.report.workbook.chart.NativeChart;
import peaceindex.report.workbook.ooxml.ChartPart;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/**
 * Charts that the spreadsheet draws: the ranking as bars, what the indices are made up of, the
 * county's way through the last periods. A line for each unit would be a tangle; a unit's own way
 * is on the page of trends.
 */
final class ChartsPage implements Page {
  private static final int COLUMNS = 12;

  /** More units than these have room only on a page that stands upright. */
  private static final int MOST_ACROSS = 30;

  /** Above and below the bars: title, axis, legend. */
  private static final double AROUND_POINTS = 90;

  private static final double MOST_PITCH_POINTS = 26;

  /** Less room has no figures at its bars. */
  private static final double LEAST_LABELLED_POINTS = 9;

  private static final double TREND_POINTS = 300;
  private static final double GAP_POINTS = 12;

  /** A chart and how high it is. */
  private record Placed(NativeChart chart, double points) {}

  @Override
  public String name() {
    return "charts";
  }

  @Override
  public boolean isShown(Findings findings, Formulas formulas) {
    return ChartData.isAny(findings);
  }

  /** The empty frame in which the charts stand, and what is said of it. */
  @Override
  public Table<?> table(Findings findings) {
    return table(findings, Formulas.none(findings, new Words(findings.lang())));
  }

  @Override
  public Table<?> table(Findings findings, Formulas formulas) {
    List<Column<Integer>> columns =
        IntStream.range(0, COLUMNS)
            .mapToObj(c -> Column.<Integer>of("", row -> Cell.EMPTY))
            .toList();
    return new Table<>(columns, List.of(), ParametersPage.trial(formulas), 0, false);
  }

  @Override
  public void write(
      Findings findings,
      Formulas formulas,
      Table<?> table,
      Caption caption,
      WorkbookWriter workbook,
      Styles styles) {
    Words words = new Words(findings.lang());
    ChartData data = new ChartData(findings, Formulas.none(findings, words));
    Paper paper = data.units() > MOST_ACROSS ? Paper.UPRIGHT : Paper.ACROSS;
    Layout layout = Layout.of(table, paper.digits() - Layout.AIR, paper);
    PaperSheet sheet = new PaperSheet(workbook, caption.sheet(), styles, layout, caption.footer());
    sheet.above(caption);
    sheet.line(Line.note(words.say("note.charts", "data", words.say("sheet.chartData"))));
    if (data.omitted() > 0) {
      sheet.line(
          Line.note(
              Messages.say(
                  "chart.ends",
                  findings.lang(),
                  "count",
                  findings.standing().ranking().size(),
                  "ends",
                  FirstAndLast.ENDS)));
    }
    table.below().forEach(sheet::line);
    double left = PaperSheet.pagePoints(paper) - sheet.points();
    for (Placed each : charts(findings, words, data, left - GAP_POINTS)) {
      if (GAP_POINTS + each.points() > left) {
        sheet.turnPage();
        left = PaperSheet.pagePoints(paper);
      }
      sheet.space(GAP_POINTS);
      int top = sheet.space(each.points());
      each.chart().draw(sheet.sheet(), top, sheet.next(), COLUMNS);
      left -= GAP_POINTS + each.points();
    }
    sheet.close();
  }

  private static List<Placed> charts(Findings findings, Words words, ChartData data, double most) {
    double pitch = Math.min(MOST_PITCH_POINTS, (most - AROUND_POINTS) / data.units());
    double bars = AROUND_POINTS + pitch * data.units();
    List<Placed> charts = new ArrayList<>();
    charts.add(
        new Placed(
            new NativeChart(
                ChartPart.Kind.BARS,
                title("ranking", findings, words),
                words.say("chart.about.ranking", "count", data.units()),
                data.names(),
                List.of(data.index()),
                words.say("column.index"),
                data.pattern(),
                pitch >= LEAST_LABELLED_POINTS),
            bars));
    boolean additive = data.isAdditive();
    double each = additive ? pitch : pitch / data.parts().size();
    charts.add(
        new Placed(
            new NativeChart(
                additive ? ChartPart.Kind.STACKS : ChartPart.Kind.BARS,
                title(additive ? "contributions" : "sideBySide", findings, words),
                words.say(
                    additive ? "chart.about.contributions" : "chart.about.sideBySide",
                    "count",
                    data.units()),
                data.names(),
                data.parts(),
                words.say(additive ? "chart.axis.contribution" : "column.score"),
                data.pattern(),
                each >= LEAST_LABELLED_POINTS),
            bars));
    if (data.times() > 1) {
      charts.add(
          new Placed(
              new NativeChart(
                  ChartPart.Kind.LINES,
                  title("trend", findings, words),
                  words.say("chart.about.trend", "count", data.times()),
                  data.timeline(),
                  data.trend(),
                  words.say("column.index"),
                  data.pattern(),
                  false),
              TREND_POINTS));
    }
    return charts;
  }

  private static String title(String key, Findings findings, Words words) {
    return Caption.title(words.say("chart." + key), findings, words);
  }
}
