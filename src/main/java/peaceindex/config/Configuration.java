package peaceindex.config;

import java.util.List;
import java.util.Optional;
import peaceindex.index.IndexDefinition;
import peaceindex.index.adjust.Adjustments;
import peaceindex.panel.Roster;
import peaceindex.panel.Versions;
import peaceindex.problem.Lang;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Scheme;
import peaceindex.report.PageSettings;
import peaceindex.returns.ReturnsLayout;

/**
 * Everything that {@code config/} says.
 *
 * @param indices the main index, of {@code index.yaml}, then those of {@code indices/}
 * @param language the language of outputs unless the command line says otherwise
 */
public record Configuration(
    List<Index> indices, Roster roster, ReturnsLayout returns, Lang language) {

  /** One index and what stands on its pages. */
  public record Index(Scheme scheme, PageSettings page) {}

  public Configuration {
    indices = List.copyOf(indices);
  }

  /** The index of this id. */
  public Optional<Index> find(String id) {
    return indices.stream().filter(index -> index.scheme().id().equals(id)).findFirst();
  }

  public List<Scheme> schemes() {
    return indices.stream().map(Index::scheme).toList();
  }

  /** The main index, whose base period is that of the returns. */
  public IndexDefinition index() {
    return indices.get(0).scheme().index();
  }

  /** How standing in the main index is decided. */
  public Versions<RankingRules> rules() {
    return indices.get(0).scheme().rules();
  }

  /** Points beside the score of the main index. */
  public Versions<Adjustments> adjustments() {
    return indices.get(0).scheme().adjustments();
  }

  /** What stands on the pages of the main index. */
  public PageSettings page() {
    return indices.get(0).page();
  }
}
