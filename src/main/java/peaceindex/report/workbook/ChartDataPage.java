package peaceindex.report.workbook;

import peaceindex.report.Findings;

/** The figures of which the charts are drawn, in the order in which they are drawn. */
final class ChartDataPage implements Page {

  @Override
  public String name() {
    return "chartData";
  }

  @Override
  public boolean isShown(Findings findings, Formulas formulas) {
    return ChartData.isAny(findings);
  }

  @Override
  public Table<?> table(Findings findings) {
    return table(findings, Formulas.none(findings, new Words(findings.lang())));
  }

  @Override
  public Table<?> table(Findings findings, Formulas formulas) {
    return new ChartData(findings, formulas).table();
  }
}
