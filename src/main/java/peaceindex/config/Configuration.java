package peaceindex.config;

import peaceindex.index.IndexDefinition;
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
 * @param language the language of outputs unless the command line says otherwise
 */
public record Configuration(
    IndexDefinition index,
    Versions<RankingRules> rules,
    Roster roster,
    ReturnsLayout returns,
    PageSettings page,
    Lang language) {}
