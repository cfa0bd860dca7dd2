package peaceindex.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peaceindex.index.impute.Gaps;
import peaceindex.index.impute.Imputation;
import peaceindex.index.treat.Treated;
import peaceindex.index.treat.Treatment;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;

/**
 * The values that are scored, each indicator and period computed once: derived from the returns by
 * the rules of one tree, which may be those of another time, so that a comparison compares like
 * with like.
 */
final class Preparation {
  private record Key(IndexTree tree, int node, Period period) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && tree == key.tree
          && node == key.node
          && period.equals(key.period);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * System.identityHashCode(tree) + node) + period.hashCode();
    }
  }

  private final Panel panel;
  private final Derivation derivation;
  private final Map<Key, Values> own = new HashMap<>();
  private final Map<Key, Values> units = new HashMap<>();
  private final Map<Key, Values> county = new HashMap<>();
  private final Map<Period, boolean[]> active = new HashMap<>();

  Preparation(Panel panel, PublishedScores published) {
    this.panel = panel;
    this.derivation = new Derivation(panel, published);
  }

  /** The values of all units as they are scored, each by the rules of its group. */
  Values units(IndexTree tree, int node, Period period) {
    Key key = new Key(tree, node, period);
    Values known = units.get(key);
    if (known == null) {
      known = treated(tree, node, period, imputed(tree, node, period));
      units.put(key, known);
    }
    return known;
  }

  /** The value of the county, by the rules that hold where a group has none of its own. */
  Values county(IndexTree tree, int node, Period period) {
    Key key = new Key(tree, node, period);
    Values known = county.get(key);
    if (known == null) {
      known = ofCounty(tree.indicator(node), period);
      county.put(key, known);
    }
    return known;
  }

  private Values ofCounty(Indicator indicator, Period period) {
    boolean comparable =
        indicator.pretreatment().treatment().map(Treatment::keepsUnit).orElse(true);
    return comparable
        ? derivation.county(indicator, period)
        : Values.reported(new double[] {Double.NaN}, new CellStatus[] {CellStatus.UNDEFINED});
  }

  /** The units' own values: what was reported, and no stand-ins. */
  private Values own(IndexTree tree, int node, Period period) {
    Key key = new Key(tree, node, period);
    Values known = own.get(key);
    if (known == null) {
      known = byGroup(tree, node, period);
      own.put(key, known);
    }
    return known;
  }

  private Values byGroup(IndexTree tree, int node, Period period) {
    Values common = derivation.units(tree.indicator(node), period);
    return tree.groups().isEmpty() ? common : merged(tree, node, period, common);
  }

  /** The values of the units of groups that have rules of their own by these. */
  private Values merged(IndexTree tree, int node, Period period, Values common) {
    Values merged =
        new Values(
            common.reported().clone(),
            common.scored().clone(),
            common.statuses().clone(),
            common.shrunk().clone());
    for (String group : tree.groups()) {
      IndexTree rules = tree.of(group);
      boolean asked = rules.weight(node) > 0 || tree.weight(node) == 0;
      Values ofGroup = derivation.units(rules.indicator(node), period);
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        if (!panel.roster().get(unit).group().equals(group)) {
          continue;
        }
        merged.reported()[unit] = asked ? ofGroup.reported()[unit] : Double.NaN;
        merged.scored()[unit] = asked ? ofGroup.scored()[unit] : Double.NaN;
        merged.statuses()[unit] = asked ? ofGroup.statuses()[unit] : CellStatus.NOT_APPLICABLE;
        if (merged.isShrunk()) {
          boolean shrunk = asked && ofGroup.isShrunk();
          merged.shrunk()[unit] = shrunk ? ofGroup.shrunk()[unit] : Double.NaN;
        }
      }
    }
    return merged;
  }

  /**
   * With stand-ins for missing values. A unit of which nothing arrived gets none: it would be
   * ranked by figures of others. Nor does a question that does not apply, or had nothing to be
   * measured by.
   */
  private Values imputed(IndexTree tree, int node, Period period) {
    Values values = own(tree, node, period);
    Optional<Imputation> method = tree.indicator(node).pretreatment().imputation();
    return method.isEmpty() ? values : imputed(tree, node, period, values, method.get());
  }

  private Values imputed(
      IndexTree tree, int node, Period period, Values values, Imputation method) {
    List<double[]> past = new ArrayList<>();
    Optional<Period> then = period.previous();
    for (int age = 0; age < method.periods() && then.isPresent(); age++) {
      past.add(own(tree, node, then.get()).scored());
      then = then.get().previous();
    }
    int[] groups = Derivation.groups(panel.roster());
    double[] standIns = method.standIns(new Gaps(active(values.scored(), period), groups, past));
    double[] scored = values.scored().clone();
    CellStatus[] statuses = values.statuses().clone();
    for (int unit = 0; unit < scored.length; unit++) {
      if (!Double.isNaN(standIns[unit])
          && isGap(statuses[unit])
          && derivation.hasArrived(period, unit)) {
        scored[unit] = standIns[unit];
        statuses[unit] = CellStatus.IMPUTED;
      }
    }
    return new Values(values.reported(), scored, statuses, values.shrunk());
  }

  /** Which units exist in a period; not to be changed. */
  boolean[] active(Period period) {
    boolean[] known = active.get(period);
    if (known == null) {
      known = new boolean[panel.roster().size()];
      for (int unit = 0; unit < known.length; unit++) {
        known[unit] = panel.roster().isActive(unit, period);
      }
      active.put(period, known);
    }
    return known;
  }

  /** The values of the units that exist in a period; {@code NaN} for the others. */
  double[] active(double[] values, Period period) {
    boolean[] active = active(period);
    double[] out = values.clone();
    for (int unit = 0; unit < out.length; unit++) {
      out[unit] = active[unit] ? out[unit] : Double.NaN;
    }
    return out;
  }

  private static boolean isGap(CellStatus status) {
    return status == CellStatus.NOT_REPORTED
        || status == CellStatus.UNUSABLE
        || status == CellStatus.NOT_DUE;
  }

  /** With outliers pulled in. */
  private Values treated(IndexTree tree, int node, Period period, Values values) {
    Optional<Treatment> method = tree.indicator(node).pretreatment().treatment();
    return method.isEmpty() ? values : treated(period, values, method.get());
  }

  private Values treated(Period period, Values values, Treatment method) {
    Treated treated = method.apply(active(values.scored(), period));
    double[] scored = values.scored().clone();
    CellStatus[] statuses = values.statuses().clone();
    for (int unit = 0; unit < statuses.length; unit++) {
      if (treated.touched()[unit]) {
        scored[unit] = treated.values()[unit];
        statuses[unit] = CellStatus.TREATED.and(statuses[unit]);
      }
    }
    return new Values(values.reported(), scored, statuses, values.shrunk());
  }
}
