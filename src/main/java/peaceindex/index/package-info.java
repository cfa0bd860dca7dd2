/**
 * The method: derive → normalise → weight → aggregate.
 *
 * <p>{@link peaceindex.index.IndexDefinition} says what is measured: a tree of dimensions with
 * indicators as leaves. {@link peaceindex.index.IndexCalculator} is the pipeline; {@link
 * peaceindex.index.Scores} keeps every stage of it. A method is a record in a file of its own under
 * {@code normalise} or {@code aggregate}, and says its step as a {@link
 * peaceindex.formula.Formula}.
 */
@NullMarked
package peaceindex.index;

import org.jspecify.annotations.NullMarked;
