package peaceindex.index.adjust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import peaceindex.panel.Figures;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/**
 * The rules of one version for points beside the score.
 *
 * @param rules in the order in which they were written
 * @param mostBonus bonus points that a unit can have in total; infinite if there is no limit
 * @param mostPenalty penalty points in total, without sign; infinite if there is no limit
 */
public record Adjustments(List<Rule> rules, double mostBonus, double mostPenalty) {
  /** No rules. */
  public static final Adjustments NONE =
      new Adjustments(List.of(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  public Adjustments {
    rules = List.copyOf(rules);
  }

  /** The rule with this id. */
  public Optional<Rule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** The rules of one kind, in their order. */
  public <R extends Rule> List<R> rules(Class<R> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * The lines within the limits in total, bonus and penalty each for itself and a unit at a time.
   * The lines are taken in their order: those that come first keep their points, the one that
   * reaches the limit keeps what is left of it, and later ones keep nothing. A line more at the end
   * therefore never changes those before it. Points of a veto neither count nor are limited.
   */
  public List<Adjustment> withinTotals(List<Adjustment> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    Set<String> vetoes = new HashSet<>();
    rules(VetoRule.class).forEach(veto -> vetoes.add(veto.id()));
    Map<Integer, Limit> bonus = new HashMap<>();
    Map<Integer, Limit> penalty = new HashMap<>();
    List<Adjustment> limited = new ArrayList<>();
    for (Adjustment line : lines) {
      boolean free = line.points() == 0 || vetoes.contains(line.rule());
      Map<Integer, Limit> side = line.points() > 0 ? bonus : penalty;
      double most = line.points() > 0 ? mostBonus : mostPenalty;
      String key = line.points() > 0 ? "adjust.why.mostBonus" : "adjust.why.mostPenalty";
      limited.add(
          free ? line : side.computeIfAbsent(line.unit(), unit -> new Limit(most)).take(line, key));
    }
    return limited;
  }

  /** What is left of a limit while lines draw on it. */
  static final class Limit {
    private final double most;
    private double left;

    Limit(double most) {
      this.most = most;
      this.left = most;
    }

    /** The line with as many of its points as are left; {@code key} says whose limit it is. */
    Adjustment take(Adjustment line, String key) {
      double wanted = Math.abs(line.points());
      double given = Math.min(wanted, left);
      left -= given;
      if (given == wanted) {
        return line;
      }
      Text why =
          Messages.phrase(
              key, "points", EventPoints.signed(line.points()), "most", Figures.plain(most));
      return new Adjustment(
          line.unit(),
          line.rule(),
          line.name(),
          line.times(),
          given == 0 ? 0 : Math.copySign(given, line.points()),
          line.origin(),
          EventPoints.joined(line.why(), why));
    }
  }
}
