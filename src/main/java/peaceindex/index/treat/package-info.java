/**
 * Treatment of outliers before a value becomes a score: one record a method. A treatment sees the
 * values of one indicator over the units of one period, and says which of them it has touched.
 */
@NullMarked
package peaceindex.index.treat;

import org.jspecify.annotations.NullMarked;
