package peaceindex.index.adjust;

import peaceindex.problem.Text;

/**
 * Points for every return that came after the last day, by the register of receipts.
 *
 * @param points for one return; 0 or less
 */
public record LateRule(String id, Text name, double points) implements Rule {}
