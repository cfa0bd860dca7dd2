package peaceindex.report.workbook.chart;

/**
 * A line of a chart, or its bars of one kind.
 *
 * @param name in the legend
 * @param figures one for each category
 */
public record Series(String name, Cells<Double> figures) {}
