package peaceindex.config;

import peaceindex.index.IndexDefinition;
import peaceindex.index.adjust.Adjustments;
import peaceindex.panel.Roster;
import peaceindex.panel.Versions;
import peaceindex.problem.Lang;
import peaceindex.ranking.RankingRules;
import peaceindex.report.PageSettings;
import peaceindex.returns.ReturnsLayout;

/**
 * Everything that {@code config/} says.
 *
 * @param rules how standing is decided, by the period from which it holds
 * @param adjustments points beside the score, by the period from which they hold
 * @param language the language of outputs unless the command line says otherwise
 */
public record Configuration(
    IndexDefinition index,
    Versions<RankingRules> rules,
    Versions<Adjustments> adjustments,
    Roster roster,
    ReturnsLayout returns,
    PageSettings page,
    Lang language) {}
