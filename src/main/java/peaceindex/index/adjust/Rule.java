package peaceindex.index.adjust;

import peaceindex.problem.Text;

/** One rule by which points are given or taken beside the score. */
public sealed interface Rule
    permits EventRule, VetoRule, LateRule, MissingRule, RankChangeRule, LastPlacesRule {
  /** Unique among the rules of a version. */
  String id();

  Text name();
}
