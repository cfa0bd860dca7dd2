/**
 * The workbooks. A {@link peaceindex.report.workbook.Book} is a list of {@link
 * peaceindex.report.workbook.Page}s; a page says what stands where as a {@link
 * peaceindex.report.workbook.Table} of {@link peaceindex.report.workbook.Cell}s; {@link
 * peaceindex.report.workbook.TableSheet} lays it out to be printed. Only it, and {@link
 * peaceindex.report.workbook.RebuiltSheet} for sheets of returns that are sent back, put anything
 * into a cell of a sheet.
 *
 * <p>A new sheet is one file that implements {@code Page} and one line in the list of its workbook.
 */
@NullMarked
package peaceindex.report.workbook;

import org.jspecify.annotations.NullMarked;
