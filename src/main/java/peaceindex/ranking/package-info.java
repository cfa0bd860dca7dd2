/**
 * Standing and movement: ranks from published scores, bands, changes, and every other rule that
 * needs a rank.
 */
@NullMarked
package peaceindex.ranking;

import org.jspecify.annotations.NullMarked;
