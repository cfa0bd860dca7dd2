package peaceindex.index.adjust;

import peaceindex.panel.Origins;
import peaceindex.problem.Text;

/**
 * One line of the points beside the score.
 *
 * @param unit number of the unit on the roster
 * @param rule id of the rule
 * @param name of the rule
 * @param times how often it happened
 * @param points that count, after all limits; 0 where the rule acts on rank or band only, or a
 *     limit was reached before
 * @param origin packed cell, see {@link Origins}; {@link Origins#NONE} where a rank is the reason
 * @param why how the points came about; empty where there is nothing to add to rule and times
 */
public record Adjustment(
    int unit, String rule, Text name, int times, double points, long origin, Text why) {}
