/**
 * The bytes of a spreadsheet become guarded, typed cells.
 *
 * <p>The only place that opens strangers' files. {@link peaceindex.sheet.SheetReader} looks at the
 * content, not at the file's name, and gives {@link peaceindex.sheet.Cells} or one problem; nothing
 * that a file holds makes it throw.
 */
@NullMarked
package peaceindex.sheet;

import org.jspecify.annotations.NullMarked;
