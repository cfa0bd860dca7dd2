package peaceindex.index.adjust;

import peaceindex.problem.Text;

/**
 * Points for the last places.
 *
 * @param places how many places at the end of the ranking; at least 1
 * @param eachPeriodOf id of another index, each of whose periods counts; empty for this index and
 *     the period at hand
 */
public record LastPlacesRule(String id, Text name, int places, double points, String eachPeriodOf)
    implements Rule {}
