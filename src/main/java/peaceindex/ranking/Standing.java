package peaceindex.ranking;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import peaceindex.index.IndexTree;
import peaceindex.index.PeriodScores;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;

/**
 * Who stands where in one period: published scores, ranks in the county for every node of the tree,
 * ranks within groups, bands.
 */
public final class Standing {
  private final PeriodScores scores;
  private final RankingRules rules;
  private final double[][] published;
  private final double[][] ranks;
  private final double[] publishedMeans;
  private final double[] groupRanks;
  private final Map<Integer, NotRanked> notRanked = new LinkedHashMap<>();
  private final List<Integer> ranking;

  public Standing(PeriodScores scores, RankingRules rules, Panel panel) {
    this.scores = scores;
    this.rules = rules;
    Roster roster = panel.roster();
    int nodes = scores.tree().size();
    this.published = new double[nodes][];
    this.ranks = new double[nodes][];
    this.publishedMeans = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      published[node] =
          Arrays.stream(scores.scores(node)).map(s -> Published.of(s, rules.decimals())).toArray();
      ranks[node] = Ranks.of(published[node], rules.ties());
      publishedMeans[node] = Published.of(scores.meanScore(node), rules.decimals());
    }
    this.groupRanks = rankWithinGroups(roster);
    this.ranking =
        IntStream.range(0, roster.size())
            .filter(this::isRanked)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer unit) -> ranks[0][unit]))
            .toList();
    for (int unit = 0; unit < roster.size(); unit++) {
      if (!isRanked(unit)) {
        notRanked.put(unit, reason(unit, panel));
      }
    }
  }

  private double[] rankWithinGroups(Roster roster) {
    double[] out = new double[roster.size()];
    Arrays.fill(out, Double.NaN);
    Map<String, double[]> members = new HashMap<>();
    for (int unit = 0; unit < out.length; unit++) {
      double[] column =
          members.computeIfAbsent(
              roster.get(unit).group(),
              group -> {
                double[] empty = new double[out.length];
                Arrays.fill(empty, Double.NaN);
                return empty;
              });
      column[unit] = published[0][unit];
    }
    for (double[] column : members.values()) {
      double[] ranked = Ranks.of(column, rules.ties());
      for (int unit = 0; unit < out.length; unit++) {
        if (!Double.isNaN(ranked[unit])) {
          out[unit] = ranked[unit];
        }
      }
    }
    return out;
  }

  private NotRanked reason(int unit, Panel panel) {
    if (!panel.hasArrived(period(), unit)) {
      return NotRanked.NO_RETURN;
    }
    boolean any =
        tree().indicators().stream().anyMatch(node -> !Double.isNaN(scores.value(node, unit)));
    return any ? NotRanked.TOO_LITTLE : NotRanked.NOTHING_USABLE;
  }

  public Period period() {
    return scores.period();
  }

  public IndexTree tree() {
    return scores.tree();
  }

  public PeriodScores scores() {
    return scores;
  }

  public RankingRules rules() {
    return rules;
  }

  /** The ranked units from first to last; those that share a place in the order of the roster. */
  public List<Integer> ranking() {
    return ranking;
  }

  public boolean isRanked(int unit) {
    return !Double.isNaN(published[0][unit]);
  }

  /** The units that have no rank, in the order of the roster, with the reason. */
  public Map<Integer, NotRanked> notRanked() {
    return Collections.unmodifiableMap(notRanked);
  }

  /** The published index of a unit. */
  public double published(int unit) {
    return published[0][unit];
  }

  /** The published score of a node. */
  public double published(int node, int unit) {
    return published[node][unit];
  }

  /** The rank of a unit in the county. */
  public double rank(int unit) {
    return ranks[0][unit];
  }

  /** The rank of a unit in the county by one node. */
  public double rank(int node, int unit) {
    return ranks[node][unit];
  }

  /** The rank of a unit within its group. */
  public double groupRank(int unit) {
    return groupRanks[unit];
  }

  /** The band of a unit. */
  public Optional<Band> band(int unit) {
    return rules.band(published[0][unit]);
  }

  /** Whether a unit is in the worst band. */
  public boolean isWorst(int unit) {
    return rules.isWorst(published[0][unit]);
  }

  /** The published mean of the units' indices. */
  public double publishedMean() {
    return publishedMeans[0];
  }

  /** The published mean of the units' scores of one node. */
  public double publishedMean(int node) {
    return publishedMeans[node];
  }

  /** The published score of one node from the county's pooled figures. */
  public double publishedPooled(int node) {
    return Published.of(scores.pooledScore(node), rules.decimals());
  }
}
