package peaceindex.ranking;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import peaceindex.formula.Statistics;
import peaceindex.index.IndexTree;
import peaceindex.index.PeriodScores;
import peaceindex.index.adjust.Adjustment;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.VetoRule;
import peaceindex.panel.Groups;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;

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
  private static final short NO_BAND = -1;

  private final PeriodScores scores;
  private final RankingRules rules;

  /**
   * The published scores of nodes below the root, each made when it is first asked for. Who asks at
   * the same time may make it twice; either is as good, as nobody sees one that is half made.
   */
  private final @Nullable ByUnit[] publishedBelow;

  /** The ranks by them, which few ask for, in the same way. */
  private final @Nullable ByUnit[] ranksBelow;

  private final double[] published;
  private final double publishedMean;
  private final double[] index;
  private final double[] provisional;
  private final double[] provisionalRanks;
  private final double[] ranksBeforePoints;
  private final double[] points;
  private final List<Adjustment> adjustments;
  private final boolean[] last;
  private final Order order;
  private final double[] ranks;
  private final Order[] groupOrders;
  private final double[] groupRanks;
  private final short[] bandsBeforeVeto;
  private final short[] bands;
  private final Map<Integer, NotRanked> notRanked = new LinkedHashMap<>();
  private final List<Integer> ranking;

  /** Figures of one node. */
  private record ByUnit(double[] figures) {}

  /** A few numbers that are many objects only while somebody looks at them. */
  private static final class Units extends AbstractList<Integer> implements RandomAccess {
    private final int[] units;

    Units(int[] units) {
      this.units = units;
    }

    @Override
    public Integer get(int place) {
      return units[place];
    }

    @Override
    public int size() {
      return units.length;
    }
  }

  Standing(PeriodScores scores, RankingRules rules, Panel panel, Earlier earlier) {
    this.scores = scores;
    this.rules = rules;
    Roster roster = panel.roster();
    int units = roster.size();
    this.publishedBelow = new ByUnit[scores.tree().size()];
    this.ranksBelow = new ByUnit[publishedBelow.length];
    this.provisional = published(scores.scores(0));
    Order before = Order.of(provisional, new boolean[units]);
    this.provisionalRanks = before.ranks(rules.ties());
    this.adjustments = adjustments(before, earlier, units);
    double[] withoutPoints = new double[units];
    for (int unit = 0; unit < units; unit++) {
      withoutPoints[unit] = publishedBeforePoints(unit);
    }
    this.ranksBeforePoints =
        Arrays.equals(withoutPoints, provisional)
            ? provisionalRanks
            : Ranks.of(withoutPoints, rules.ties());
    this.points = new double[units];
    this.last = new boolean[units];
    adjustments.forEach(this::enter);
    this.index = new double[units];
    for (int unit = 0; unit < units; unit++) {
      index[unit] =
          scores.isActive(unit) ? scores.indexBeforePoints(unit) + points[unit] : Double.NaN;
    }
    double[] finalIndex = published(index);
    boolean isAsBefore = Arrays.equals(finalIndex, provisional) && !hasAny(last);
    this.published = isAsBefore ? provisional : finalIndex;
    this.publishedMean = Published.of(meanIndex(), rules.decimals());
    this.order = isAsBefore ? before : Order.of(published, last);
    this.ranks = isAsBefore ? provisionalRanks : order.ranks(rules.ties());
    Groups groups = Groups.of(roster);
    this.groupOrders = order.within(groups);
    this.groupRanks = rankWithinGroups(units);
    this.bandsBeforeVeto = new short[units];
    this.bands = new short[units];
    decideBands(groups);
    this.ranking = Collections.unmodifiableList(new Units(order.descending()));
    for (int unit = 0; unit < units; unit++) {
      if (!isRanked(unit) && roster.isActive(unit, period())) {
        notRanked.put(unit, reason(unit, panel));
      }
    }
  }

  /** Published figures of the units that exist; the others have none. */
  private double[] published(double[] exact) {
    double[] out = new double[exact.length];
    for (int unit = 0; unit < out.length; unit++) {
      out[unit] = scores.isActive(unit) ? Published.of(exact[unit], rules.decimals()) : Double.NaN;
    }
    return out;
  }

  private double[] publishedBelow(int node) {
    ByUnit known = publishedBelow[node];
    if (known == null) {
      known = new ByUnit(published(scores.scores(node)));
      publishedBelow[node] = known;
    }
    return known.figures();
  }

  private double[] ranksBelow(int node) {
    ByUnit known = ranksBelow[node];
    if (known == null) {
      known = new ByUnit(Ranks.of(publishedBelow(node), rules.ties()));
      ranksBelow[node] = known;
    }
    return known.figures();
  }

  private static boolean hasAny(boolean[] marks) {
    for (boolean mark : marks) {
      if (mark) {
        return true;
      }
    }
    return false;
  }

  /** The lines without a rank, then those by rank, of one unit after the other. */
  private List<Adjustment> adjustments(Order before, Earlier earlier, int units) {
    Adjustments by = scores.rules();
    List<Adjustment> lines = new ArrayList<>(scores.adjustments());
    if (RankPoints.areGivenBy(by)) {
      RankPoints byRank = new RankPoints(by, period(), before, rules.ties(), earlier);
      for (int unit = 0; unit < units; unit++) {
        lines.addAll(byRank.of(unit));
      }
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

  private double[] rankWithinGroups(int units) {
    double[] out = new double[units];
    Arrays.fill(out, Double.NaN);
    for (Order group : groupOrders) {
      group.enterRanks(rules.ties(), out);
    }
    return out;
  }

  private void decideBands(Groups groups) {
    if (rules.bands().isEmpty()) {
      Arrays.fill(bandsBeforeVeto, NO_BAND);
      Arrays.fill(bands, NO_BAND);
      return;
    }
    int[] caps = new int[index.length];
    for (Adjustment line : adjustments) {
      if (veto(line).orElse(null) instanceof VetoRule.BandAtMost most) {
        caps[line.unit()] = Math.max(caps[line.unit()], rules.place(most.band()));
      }
    }
    for (int unit = 0; unit < index.length; unit++) {
      int of = unit;
      Order within = groupOrders[groups.of()[unit]];
      int band =
          rules.bandPlace(
              published[unit], places -> meets(places, places.withinGroup() ? within : order, of));
      bandsBeforeVeto[unit] = (short) band;
      bands[unit] = (short) (band == NO_BAND ? band : Math.max(band, caps[unit]));
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
    for (int node : tree().indicators()) {
      if (!Double.isNaN(scores.value(node, unit))) {
        return NotRanked.TOO_LITTLE;
      }
    }
    return NotRanked.NOTHING_USABLE;
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
    return !Double.isNaN(published[unit]);
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
    return published[unit];
  }

  /**
   * The published index with which a later one of the unit is compared: its own, or where it did
   * not exist yet that of those together of which it was formed, without points.
   */
  public double comparable(int unit) {
    return scores.isActive(unit)
        ? published[unit]
        : Published.of(scores.indexBeforePoints(unit), rules.decimals());
  }

  /** The published score of a node. */
  public double published(int node, int unit) {
    return node == 0 ? published[unit] : publishedBelow(node)[unit];
  }

  /** The rank of a unit in the county. */
  public double rank(int unit) {
    return ranks[unit];
  }

  /** The rank of a unit in the county by one node. */
  public double rank(int node, int unit) {
    return node == 0 ? ranks[unit] : ranksBelow(node)[unit];
  }

  /** The rank of a unit within its group. */
  public double groupRank(int unit) {
    return groupRanks[unit];
  }

  private Optional<Band> bandAt(int place) {
    return place == NO_BAND ? Optional.empty() : Optional.of(rules.bands().get(place));
  }

  /** The band of a unit. */
  public Optional<Band> band(int unit) {
    return bandAt(bands[unit]);
  }

  /** The band that a unit would be in without a veto. */
  public Optional<Band> bandBeforeVeto(int unit) {
    return bandAt(bandsBeforeVeto[unit]);
  }

  /** Whether a unit is in the worst band. */
  public boolean isWorst(int unit) {
    return rules.bands().size() > 1 && bands[unit] == rules.bands().size() - 1;
  }

  /** Whether a unit is in the band of this id or in a worse one. */
  public boolean isInOrBelow(int unit, String band) {
    int best = rules.place(band);
    return best >= 0 && bands[unit] >= best;
  }

  /** The published mean of the units' indices. */
  public double publishedMean() {
    return publishedMean;
  }

  /** The published mean of the units' scores of one node. */
  public double publishedMean(int node) {
    return node == 0 ? publishedMean : Published.of(scores.meanScore(node), rules.decimals());
  }

  /** The published score of one node from the county's pooled figures. */
  public double publishedPooled(int node) {
    return Published.of(scores.pooledScore(node), rules.decimals());
  }
}
