package peaceindex.index.adjust;

import peaceindex.problem.Text;

/**
 * Points for a unit of which no return arrived for the period.
 *
 * @param points 0 or less
 */
public record MissingRule(String id, Text name, double points) implements Rule {}
