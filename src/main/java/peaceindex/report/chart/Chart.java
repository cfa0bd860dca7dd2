package peaceindex.report.chart;

import peaceindex.report.Findings;

/** One chart: how findings are laid out on a page. */
interface Chart {

  Page page(Findings findings);
}
