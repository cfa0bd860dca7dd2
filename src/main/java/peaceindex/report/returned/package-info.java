/**
 * What is mailed back after a check: for every return with errors a workbook that shows them, and
 * for every month a list of whom to call. {@link peaceindex.report.returned.Whitelist} decides what
 * of a stranger's sheet may be shown to anybody; {@link peaceindex.report.returned.ReturnedFiles}
 * keeps the folder and never touches a file that is not its own.
 */
@NullMarked
package peaceindex.report.returned;

import org.jspecify.annotations.NullMarked;
