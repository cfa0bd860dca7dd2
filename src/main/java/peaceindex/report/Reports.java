package peaceindex.report;

import java.util.ArrayList;
import java.util.List;
import peaceindex.report.chart.Charts;
import peaceindex.report.slip.SlipReports;
import peaceindex.report.workbook.HistoryWorkbook;
import peaceindex.report.workbook.ScoredWorkbook;

/** All outputs, in the order in which they are put into place; {@code result.json} is the last. */
public final class Reports {
  private Reports() {}

  /** The outputs of these findings, as their page settings ask for them. */
  public static List<Report> all(Findings findings) {
    List<Report> all = new ArrayList<>();
    all.add(new ScoredWorkbook());
    all.add(new HistoryWorkbook());
    all.addAll(SlipReports.of(findings));
    all.addAll(charts());
    all.add(new ResultJson());
    return all;
  }

  /** Outputs that the page settings do not ask for; old ones would be of other figures. */
  public static List<Report> notWanted(Findings findings) {
    return SlipReports.notWanted(findings);
  }

  /** The outputs that are pictures. */
  public static List<Report> charts() {
    return Charts.all();
  }
}
