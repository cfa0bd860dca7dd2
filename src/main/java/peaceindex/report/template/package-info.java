/**
 * Blank returns to send out: a form a unit and one table for all of them, made so that what is
 * filled in reads back without a question; and the empty register of receipts.
 *
 * <p>{@link peaceindex.report.template.Templates} lists them, {@link
 * peaceindex.report.template.Survey} says what is asked of whom for when.
 */
@NullMarked
package peaceindex.report.template;

import org.jspecify.annotations.NullMarked;
