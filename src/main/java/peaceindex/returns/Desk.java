package peaceindex.returns;

import peaceindex.panel.Fields;
import peaceindex.problem.Problems;

/**
 * What a reader of tables or forms has at hand: the words, those who find, and where figures go.
 */
record Desk(
    Fields fields,
    Vocabulary words,
    UnitFinder units,
    PeriodFinder periods,
    Sources sources,
    Merger merger,
    Problems problems) {}
