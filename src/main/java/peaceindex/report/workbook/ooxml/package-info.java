/**
 * Writes workbooks of the standard ECMA-376 (Office Open XML) row by row, in one pass and in little
 * memory: cells become bytes at once, and full pieces are packed by all processors while the next
 * ones are made. It knows what a workbook is made of, and nothing of what this program says in one.
 *
 * <p>Names, numbers and the order of parts depend on the content alone, so the same content makes
 * the same bytes.
 */
@NullMarked
package peaceindex.report.workbook.ooxml;

import org.jspecify.annotations.NullMarked;
