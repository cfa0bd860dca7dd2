package peaceindex.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.Code;
import peaceindex.problem.Problems;

/** Sees to it that units are formed from others that are known and gone by then. */
final class Predecessors {
  private final Roster roster;
  private final List<YamlNode> nodes;
  private final Problems problems;

  /**
   * @param nodes the units as they stand in the file, in the order of the roster
   */
  Predecessors(Roster roster, List<YamlNode> nodes, Problems problems) {
    this.roster = roster;
    this.nodes = nodes;
    this.problems = problems;
  }

  void check() {
    Set<Integer> circular = cycles();
    List<String> ids = roster.units().stream().map(Unit::id).toList();
    for (int unit = 0; unit < roster.size(); unit++) {
      YamlNode node = nodes.get(unit);
      if (!node.has("formedFrom")) {
        continue;
      }
      if (!node.get("formedFrom").items().isEmpty() && !node.has("from")) {
        problems.add(Code.MISSING_KEY, node.where(), "expected", Phrases.quoted(List.of("from")));
      }
      for (YamlNode named : node.get("formedFrom").items()) {
        int predecessor = ids.indexOf(named.textOrEmpty());
        if (predecessor < 0) {
          problems.add(
              Code.UNKNOWN_PREDECESSOR,
              named.where(),
              "found",
              Phrases.shorten(named.textOrEmpty()),
              "hint",
              Phrases.didYouMean(Phrases.nearest(named.textOrEmpty(), ids)));
        } else if (!circular.contains(unit)) {
          checkGone(named, predecessor, roster.get(unit).lifetime().from());
        }
      }
    }
  }

  private void checkGone(YamlNode named, int predecessor, Optional<Period> from) {
    if (from.isPresent() && roster.isActive(predecessor, from.get())) {
      problems.add(
          Code.PREDECESSOR_ACTIVE,
          named.where(),
          "found",
          Phrases.shorten(named.textOrEmpty()),
          "expected",
          from.get());
    }
  }

  /** The units that are formed from themselves, perhaps by detours; each circle is said once. */
  private Set<Integer> cycles() {
    Set<Integer> circular = new HashSet<>();
    Set<Integer> done = new HashSet<>();
    for (int unit = 0; unit < roster.size(); unit++) {
      if (!roster.get(unit).lifetime().formedFrom().isEmpty()) {
        follow(unit, new ArrayList<>(), done, circular);
      }
    }
    return circular;
  }

  private void follow(int unit, List<Integer> way, Set<Integer> done, Set<Integer> circular) {
    int seen = way.indexOf(unit);
    if (seen >= 0) {
      List<Integer> circle = way.subList(seen, way.size());
      if (circular.addAll(circle)) {
        List<String> names = new ArrayList<>();
        circle.forEach(member -> names.add(roster.get(member).id()));
        names.add(roster.get(unit).id());
        problems.add(
            Code.FORMED_FROM_CYCLE,
            nodes.get(unit).get("formedFrom").where(),
            "found",
            String.join(" → ", names));
      }
      return;
    }
    if (done.add(unit)) {
      way.add(unit);
      roster.predecessors(unit).forEach(p -> follow(p, way, done, circular));
      way.remove(way.size() - 1);
    }
  }
}
