package peaceindex.index;

import java.util.HashMap;
import java.util.Map;
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
  private final Map<Key, Values> units = new HashMap<>();
  private final Map<Key, Values> county = new HashMap<>();

  Preparation(Panel panel) {
    this.panel = panel;
    this.derivation = new Derivation(panel);
  }

  /** The values of all units, each by the rules of its group. */
  Values units(IndexTree tree, int node, Period period) {
    Key key = new Key(tree, node, period);
    Values known = units.get(key);
    if (known == null) {
      known = byGroup(tree, node, period);
      units.put(key, known);
    }
    return known;
  }

  /** The value of the county, by the rules that hold where a group has none of its own. */
  Values county(IndexTree tree, int node, Period period) {
    return county.computeIfAbsent(
        new Key(tree, node, period), key -> derivation.county(tree.indicator(node), period));
  }

  private Values byGroup(IndexTree tree, int node, Period period) {
    Values common = derivation.units(tree.indicator(node), period);
    if (tree.groups().isEmpty()) {
      return common;
    }
    double[] values = common.reported().clone();
    CellStatus[] statuses = common.statuses().clone();
    for (String group : tree.groups()) {
      IndexTree own = tree.of(group);
      boolean asked = own.weight(node) > 0 || tree.weight(node) == 0;
      Values ofGroup = derivation.units(own.indicator(node), period);
      for (int unit = 0; unit < values.length; unit++) {
        if (panel.roster().get(unit).group().equals(group)) {
          values[unit] = asked ? ofGroup.reported()[unit] : Double.NaN;
          statuses[unit] = asked ? ofGroup.statuses()[unit] : CellStatus.NOT_APPLICABLE;
        }
      }
    }
    return Values.reported(values, statuses);
  }
}
