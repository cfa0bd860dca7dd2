/** How the scores of children become the score of their parent: one record a method. */
@NullMarked
package peaceindex.index.aggregate;

import org.jspecify.annotations.NullMarked;
