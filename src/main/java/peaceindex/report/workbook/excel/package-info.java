/** Prints the method's formulas as those of a spreadsheet; it knows cells by name only. */
@NullMarked
package peaceindex.report.workbook.excel;

import org.jspecify.annotations.NullMarked;
