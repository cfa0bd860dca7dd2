package peaceindex.index;

import peaceindex.panel.Frequency;
import peaceindex.panel.Versions;
import peaceindex.problem.Text;

/**
 * What the index measures.
 *
 * @param area the county, city or whatever all units together are
 * @param trees the tree, by the period from which it holds
 */
public record IndexDefinition(
    String id, Text name, Text area, Frequency frequency, Versions<IndexTree> trees) {}
