package peaceindex.panel;

import java.util.Optional;
import peaceindex.problem.LineRef;

/**
 * A figure that the roster gives for a unit, such as its population.
 *
 * @param field id of the field
 * @param from the period from which it holds, until the next one of the field; empty for always
 * @param where the line that says it
 */
public record RosterFigure(String field, Optional<Period> from, double value, LineRef where) {}
