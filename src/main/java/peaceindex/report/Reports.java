package peaceindex.report;

import java.util.ArrayList;
import java.util.List;
import peaceindex.report.chart.Charts;
import peaceindex.report.workbook.HistoryWorkbook;
import peaceindex.report.workbook.ScoredWorkbook;

/** All outputs, in the order in which they are put into place; {@code result.json} is the last. */
public final class Reports {
  private Reports() {}

  public static List<Report> all() {
    List<Report> all = new ArrayList<>();
    all.add(new ScoredWorkbook());
    all.add(new HistoryWorkbook());
    all.addAll(charts());
    all.add(new ResultJson());
    return all;
  }

  /** The outputs that are pictures. */
  public static List<Report> charts() {
    return Charts.all();
  }
}
