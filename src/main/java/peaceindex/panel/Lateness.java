package peaceindex.panel;

/**
 * A return that came too late or not at all.
 *
 * @param unit number of the unit on the roster
 * @param missing whether none came; else one came after the last day
 * @param origin packed cell of the register of receipts for a late return; for a missing one the
 *     folder in which it should be, as a file without a sheet, see {@link Origins}
 */
public record Lateness(int unit, Period period, boolean missing, long origin) {}
