/**
 * The small algebra in which every step of the method is written.
 *
 * <p>A {@link peaceindex.formula.Formula} is data, not a loop: the {@link
 * peaceindex.formula.Evaluator} computes it for whole columns, reports print it. {@link
 * peaceindex.formula.FormulaParser} reads what the clerk writes in {@code config/}.
 */
@NullMarked
package peaceindex.formula;

import org.jspecify.annotations.NullMarked;
