/**
 * The bytes of a spreadsheet become guarded, typed cells.
 *
 * <p>The only place that opens strangers' files. {@link peaceindex.sheet.SheetReader} looks at the
 * content, not at the file's name, and gives {@link peaceindex.sheet.Cells} or one problem; nothing
 * that a file holds makes it throw, wait or run out of memory ({@code Guard}).
 *
 * <p>A reader a format: {@code XlsxReader} over a {@code Container}, {@code XlsReader}, {@code
 * SpreadsheetMlReader}, {@code HtmlReader}, {@code DelimitedReader}. All of them add to the same
 * {@code Cells.Builder}, which holds the bounds on cells; a reason not to read on is thrown as
 * {@code Refused} and caught at the door.
 *
 * <p>Formulas without a result to rely on are calculated by {@code Recalculation}: over a {@code
 * FormulaBook} of our own cells, and only as far as {@code FormulaRules} allow.
 */
@NullMarked
package peaceindex.sheet;

import org.jspecify.annotations.NullMarked;
