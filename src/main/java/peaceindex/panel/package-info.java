/**
 * The county's table: units × periods × fields.
 *
 * <p>{@link peaceindex.panel.Roster} and {@link peaceindex.panel.Fields} are its keys, {@link
 * peaceindex.panel.Period} its time, {@link peaceindex.panel.Panel} its values: plain arrays behind
 * a small API. Every value keeps a status ({@link peaceindex.panel.CellStatus}) and the cell it
 * came from; missing is {@code NaN} with a status, never 0.
 */
@NullMarked
package peaceindex.panel;

import org.jspecify.annotations.NullMarked;
