package peaceindex.panel;

import java.util.List;

/**
 * Figures of units in periods in which they did not exist yet: those of the units of which they
 * were made, pooled. A county whose towns were merged in January can so compare January with the
 * December before.
 */
public final class Lineage {
  private Lineage() {}

  /**
   * The figure of a unit: its own where it exists, before that its predecessors' pooled; {@code
   * NaN} where there is none, and after its end.
   */
  public static double figure(Panel panel, Period period, int unit, int field) {
    return pooled(panel, period, panel.roster().standIns(unit, period), field);
  }

  /**
   * The figure of several units together: the sum where the field may be added up, otherwise the
   * mean weighted by the field that it is pooled by. {@code NaN} if any needed figure is missing,
   * if all weights are 0, and for several units of a field that cannot be pooled; one unit's figure
   * is that figure.
   */
  public static double pooled(Panel panel, Period period, List<Integer> units, int field) {
    if (units.size() == 1) {
      return panel.value(period, units.get(0), field);
    }
    Field of = panel.fields().get(field);
    int weight = of.poolBy().isEmpty() ? -1 : panel.fields().indexOf(of.poolBy());
    boolean additive = of.kind().isAdditive();
    if (units.isEmpty() || (!additive && weight < 0)) {
      return Double.NaN;
    }
    double sum = 0;
    double whole = 0;
    for (int unit : units) {
      double share = additive ? 1 : panel.value(period, unit, weight);
      sum += share * panel.value(period, unit, field);
      whole += share;
    }
    return additive ? sum : whole == 0 ? Double.NaN : sum / whole;
  }
}
