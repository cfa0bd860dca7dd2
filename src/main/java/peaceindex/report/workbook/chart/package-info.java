/**
 * Charts that belong to a workbook: a spreadsheet draws them itself, in its own fonts, from cells,
 * so that they can be changed and follow when the cells do. What was in the cells when the workbook
 * was written is kept in the chart for readers that compute nothing; the workbook is not computed
 * for it. The pictures of {@code peaceindex.report.chart} are no part of a workbook.
 */
@NullMarked
package peaceindex.report.workbook.chart;

import org.jspecify.annotations.NullMarked;
