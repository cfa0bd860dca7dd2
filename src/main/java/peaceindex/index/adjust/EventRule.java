package peaceindex.index.adjust;

import peaceindex.problem.Text;

/**
 * Points for every event of a kind: commendations, incidents.
 *
 * <p>The first time in a calendar year an event counts {@code points}, from the second time on
 * {@code points × repeat}; "a repeated event counts double" is a repeat of 2. Times are counted
 * from January whether or not the events of former periods still count.
 *
 * @param points for one event; positive is a bonus, negative a penalty
 * @param repeat factor from the second time on
 * @param most points that the rule can give or take from a unit at once, without sign; infinite if
 *     there is no limit
 */
public record EventRule(
    String id, Text name, double points, double repeat, double most, Counts counts)
    implements Rule {}
