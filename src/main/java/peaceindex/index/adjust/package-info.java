/**
 * Points beside the score: what a county's rules give and take for events, for returns that are
 * late or missing, and for places lost or gained. The rules are data, one record a kind; what the
 * register of events makes of them is in {@link peaceindex.index.adjust.EventPoints}. Rules that
 * need a rank are applied where ranks are made.
 */
@NullMarked
package peaceindex.index.adjust;

import org.jspecify.annotations.NullMarked;
