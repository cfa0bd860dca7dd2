/**
 * A slip for each unit: what it scored and why, with the sources of its own figures, so that it can
 * be sent without showing the others. Of them it holds nothing but how many they are and their
 * means; {@link peaceindex.report.slip.Discretion} keeps their names out of what strangers wrote.
 *
 * <p>{@link peaceindex.report.slip.SlipReports} are the files, {@link peaceindex.report.slip.Slip}
 * is one sheet, made of blocks from the top down.
 */
@NullMarked
package peaceindex.report.slip;

import org.jspecify.annotations.NullMarked;
