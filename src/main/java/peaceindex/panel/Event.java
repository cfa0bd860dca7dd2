package peaceindex.panel;

import java.time.LocalDate;

/**
 * A line of the register of events (加减分登记表): something happened to a unit that a rule gives or
 * takes points for.
 *
 * @param unit number of the unit on the roster
 * @param period the base period in which the day lies
 * @param rule id of the rule
 * @param times how often it happened, at least once
 * @param origin packed cell that names the rule, see {@link Origins}
 */
public record Event(int unit, LocalDate date, Period period, String rule, int times, long origin) {}
