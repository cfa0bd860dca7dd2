/**
 * How the scores of children become the score of their parent: one record a method, {@linkplain
 * peaceindex.index.aggregate.RowWise by a formula} or {@linkplain
 * peaceindex.index.aggregate.AcrossUnits across units}.
 */
@NullMarked
package peaceindex.index.aggregate;

import org.jspecify.annotations.NullMarked;
