package peaceindex.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import peaceindex.formula.Statistics;
import peaceindex.index.IndexTree;
import peaceindex.index.PeriodScores;
import peaceindex.index.adjust.Adjustment;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.VetoRule;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;

/**
 * Who stands where in one period: published scores, ranks in the county for every node of the tree,
 * ranks within groups, bands.
 *
 * <p>The index is decided in this order, each step once, so that nothing goes round in a circle:
 *
 * <ol>
 *   <li>the provisional published index, with the points that need no rank, and the ranks by it;
 *   <li>points by rank, all from these ranks, within the limits in total over all lines;
 *   <li>the final published index and the order by it, units put last by a veto behind all others;
 *   <li>bands by final index and rank, no better than a veto allows.
 * </ol>
 */
public final class Standing {
  private final PeriodScores scores;
  private final RankingRules rules;
  private final double[][] published;
  private final double[][] ranks;
  private final double[] publishedMeans;
  private final double[] index;
  private final double[] provisional;
  private final double[] provisionalRanks;
  private final double[] ranksBeforePoints;
  private final double[] points;
  private final List<Adjustment> adjustments;
  private final boolean[] last;
  private final Order order;
  private final Map<String, Order> groupOrders = new HashMap<>();
  private final double[] groupRanks;
  private final List<Optional<Band>> bandsBeforeVeto = new ArrayList<>();
  private final List<Optional<Band>> bands = new ArrayList<>();
  private final Map<Integer, NotRanked> notRanked = new LinkedHashMap<>();
  private final List<Integer> ranking;

  Standing(PeriodScores scores, RankingRules rules, Panel panel, Earlier earlier) {
    this.scores = scores;
    this.rules = rules;
    Roster roster = panel.roster();
    int units = roster.size();
    int nodes = scores.tree().size();
    this.published = new double[nodes][];
    this.ranks = new double[nodes][];
    this.publishedMeans = new double[nodes];
    for (int node = 1; node < nodes; node++) {
      published[node] = published(scores.scores(node));
      ranks[node] = Ranks.of(published[node], rules.ties());
      publishedMeans[node] = Published.of(scores.meanScore(node), rules.decimals());
    }
    this.provisional = published(scores.scores(0));
    Order before = Order.of(provisional, unit -> false);
    this.provisionalRanks = before.ranks(rules.ties());
    this.adjustments = adjustments(before, earlier, units);
    double[] withoutPoints = new double[units];
    Arrays.setAll(withoutPoints, this::publishedBeforePoints);
    this.ranksBeforePoints = Ranks.of(withoutPoints, rules.ties());
    this.points = new double[units];
    this.last = new boolean[units];
    adjustments.forEach(this::enter);
    this.index = new double[units];
    for (int unit = 0; unit < units; unit++) {
      index[unit] =
          scores.isActive(unit) ? scores.indexBeforePoints(unit) + points[unit] : Double.NaN;
    }
    published[0] = published(index);
    publishedMeans[0] = Published.of(meanIndex(), rules.decimals());
    this.order = Order.of(published[0], unit -> last[unit]);
    ranks[0] = order.ranks(rules.ties());
    this.groupRanks = rankWithinGroups(roster);
    decideBands(roster);
    this.ranking =
        IntStream.range(0, units)
            .filter(this::isRanked)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer unit) -> ranks[0][unit]))
            .toList();
    for (int unit = 0; unit < units; unit++) {
      if (!isRanked(unit) && roster.isActive(unit, period())) {
        notRanked.put(unit, reason(unit, panel));
      }
    }
  }

  /** Published figures of the units that exist; the others have none. */
  private double[] published(double[] exact) {
    return IntStream.range(0, exact.length)
        .mapToDouble(
            unit ->
                scores.isActive(unit) ? Published.of(exact[unit], rules.decimals()) : Double.NaN)
        .toArray();
  }

  /** The lines without a rank, then those by rank, of one unit after the other. */
  private List<Adjustment> adjustments(Order before, Earlier earlier, int units) {
    Adjustments by = scores.rules();
    RankPoints byRank = new RankPoints(by, period(), before, rules.ties(), earlier);
    List<Adjustment> lines = new ArrayList<>(scores.adjustments());
    for (int unit = 0; unit < units; unit++) {
      lines.addAll(byRank.of(unit));
    }
    // The sort is stable. Lines that are within the limits already stay what they are.
    lines.sort(Comparator.comparingInt(Adjustment::unit));
    return by.withinTotals(lines);
  }

  private void enter(Adjustment line) {
    points[line.unit()] += line.points();
    last[line.unit()] |= veto(line).filter(VetoRule.LastPlace.class::isInstance).isPresent();
  }

  /** What a line does if it is one of a veto. */
  private Optional<VetoRule.Effect> veto(Adjustment line) {
    return scores
        .rules()
        .rule(line.rule())
        .filter(VetoRule.class::isInstance)
        .map(rule -> ((VetoRule) rule).effect());
  }

  private double[] rankWithinGroups(Roster roster) {
    double[] out = new double[roster.size()];
    Arrays.fill(out, Double.NaN);
    for (String group : groups(roster)) {
      Order own = order.among(unit -> roster.get(unit).group().equals(group));
      groupOrders.put(group, own);
      double[] ranked = own.ranks(rules.ties());
      for (int unit = 0; unit < out.length; unit++) {
        out[unit] = Double.isNaN(ranked[unit]) ? out[unit] : ranked[unit];
      }
    }
    return out;
  }

  private static Set<String> groups(Roster roster) {
    return roster.units().stream().map(Unit::group).collect(Collectors.toSet());
  }

  private void decideBands(Roster roster) {
    int[] caps = new int[index.length];
    for (Adjustment line : adjustments) {
      if (veto(line).orElse(null) instanceof VetoRule.BandAtMost most) {
        caps[line.unit()] = Math.max(caps[line.unit()], rules.place(most.band()));
      }
    }
    for (int unit = 0; unit < index.length; unit++) {
      int of = unit;
      Order within = groupOrders.getOrDefault(roster.get(unit).group(), order);
      Optional<Band> band =
          rules.band(
              published[0][unit],
              places -> meets(places, places.withinGroup() ? within : order, of));
      bandsBeforeVeto.add(band);
      bands.add(band.map(b -> rules.bands().get(Math.max(rules.place(b.id()), caps[of]))));
    }
  }

  private static boolean meets(Places places, Order order, int unit) {
    return places.isFirst()
        ? order.isAmongFirst(unit, places.count())
        : order.isAmongLast(unit, places.count());
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

  /** How many units there are, ranked or not. */
  public int units() {
    return index.length;
  }

  /** The exact index of a unit, after all points. */
  public double index(int unit) {
    return index[unit];
  }

  /** The mean of the units' exact indices. */
  public double meanIndex() {
    return Statistics.of(index).mean();
  }

  /** All points of a unit after all limits, whether or not it has an index. */
  public double points(int unit) {
    return points[unit];
  }

  /** The published index of a unit, had it no points. */
  public double publishedBeforePoints(int unit) {
    return Published.of(scores.indexBeforePoints(unit), rules.decimals());
  }

  /** The rank of a unit by {@link #publishedBeforePoints}, had nobody points or a veto. */
  public double rankBeforePoints(int unit) {
    return ranksBeforePoints[unit];
  }

  /**
   * The lines that make up the points, after all limits, those that came to nothing too: by unit,
   * those by rank after the others.
   */
  public List<Adjustment> adjustments() {
    return adjustments;
  }

  /** The published index of a unit before points by rank. */
  public double provisional(int unit) {
    return provisional[unit];
  }

  /** The rank of a unit by {@link #provisional}. */
  public double provisionalRank(int unit) {
    return provisionalRanks[unit];
  }

  /** Whether a veto puts a unit behind all that have none; true also for a unit without index. */
  public boolean isPutLast(int unit) {
    return last[unit];
  }

  /**
   * Whether a unit is among the last {@code count} of the final ranking: fewer are worse, and any
   * is better. Those who share a place are all among the last, or none of them.
   */
  public boolean isAmongLast(int unit, int count) {
    return order.isAmongLast(unit, count);
  }

  /** The published index of a unit. */
  public double published(int unit) {
    return published[0][unit];
  }

  /**
   * The published index with which a later one of the unit is compared: its own, or where it did
   * not exist yet that of those together of which it was formed, without points.
   */
  public double comparable(int unit) {
    return scores.isActive(unit)
        ? published[0][unit]
        : Published.of(scores.indexBeforePoints(unit), rules.decimals());
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
    return bands.get(unit);
  }

  /** The band that a unit would be in without a veto. */
  public Optional<Band> bandBeforeVeto(int unit) {
    return bandsBeforeVeto.get(unit);
  }

  /** Whether a unit is in the worst band. */
  public boolean isWorst(int unit) {
    return band(unit).filter(rules::isWorst).isPresent();
  }

  /** Whether a unit is in the band of this id or in a worse one. */
  public boolean isInOrBelow(int unit, String band) {
    int best = rules.place(band);
    return best >= 0 && band(unit).filter(b -> rules.place(b.id()) >= best).isPresent();
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
