package peaceindex.ranking;

import java.util.LinkedHashSet;
import java.util.Set;
import peaceindex.index.IndexDefinition;
import peaceindex.index.IndexTree;
import peaceindex.index.ScoreOf;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.LastPlacesRule;
import peaceindex.panel.Versions;

/**
 * One index with all that decides its standing.
 *
 * @param rules how standing is decided, by the period from which it holds
 * @param adjustments points beside the score, by the period from which they hold
 * @param spans how a span of its base periods is scored
 */
public record Scheme(
    IndexDefinition index,
    Versions<RankingRules> rules,
    Versions<Adjustments> adjustments,
    Spans spans) {

  public String id() {
    return index.id();
  }

  /** The ids of the indices that must be known before this one. */
  public Set<String> needs() {
    Set<String> ids = new LinkedHashSet<>();
    index.trees().all().forEach(tree -> scoresIn(tree).forEach(score -> ids.add(score.index())));
    adjustments
        .all()
        .forEach(
            rules ->
                rules.rules(LastPlacesRule.class).stream()
                    .map(LastPlacesRule::eachPeriodOf)
                    .filter(id -> !id.isEmpty())
                    .forEach(ids::add));
    return ids;
  }

  private static Set<ScoreOf> scoresIn(IndexTree tree) {
    Set<ScoreOf> scores = new LinkedHashSet<>();
    for (int node : tree.indicators()) {
      ScoreOf.of(tree.indicator(node).value()).ifPresent(scores::add);
      for (String group : tree.groups()) {
        ScoreOf.of(tree.of(group).indicator(node).value()).ifPresent(scores::add);
      }
    }
    return scores;
  }
}
