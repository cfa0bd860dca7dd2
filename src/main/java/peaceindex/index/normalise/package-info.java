/**
 * How a value becomes a score: one record a method, each saying its step as a formula over the
 * value seen from its good side.
 */
@NullMarked
package peaceindex.index.normalise;

import org.jspecify.annotations.NullMarked;
