package peaceindex.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All units in the order of listing, found by code or by name. */
public final class Roster {
  private static final int LONGEST_COMPARED = 40;
  private static final int SHORTEST_OFFERED = 3;

  private final List<Group> groups;
  private final List<Unit> units;
  private final Map<String, Integer> byCode = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<String, Integer> byId = new HashMap<>();

  public Roster(List<Group> groups, List<Unit> units) {
    this.groups = List.copyOf(groups);
    this.units = List.copyOf(units);
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      byId.putIfAbsent(unit.id(), i);
      if (!unit.code().isEmpty()) {
        byCode.putIfAbsent(Labels.key(unit.code()), i);
      }
      for (String name : names(unit)) {
        byName.putIfAbsent(Labels.key(name), i);
      }
    }
  }

  /** Every name of a unit: both languages, then its aliases. */
  public static List<String> names(Unit unit) {
    List<String> names = new ArrayList<>();
    names.add(unit.name().zh());
    names.add(unit.name().en());
    names.addAll(unit.aliases());
    return names;
  }

  public List<Group> groups() {
    return groups;
  }

  public List<Unit> units() {
    return units;
  }

  public int size() {
    return units.size();
  }

  public Unit get(int index) {
    return units.get(index);
  }

  public Optional<Group> group(String id) {
    return groups.stream().filter(g -> g.id().equals(id)).findFirst();
  }

  /** Index of the unit with this code, or -1. */
  public int byCode(String code) {
    return byCode.getOrDefault(Labels.key(code), -1);
  }

  /** Index of the unit with this name or alias, or -1. */
  public int byName(String name) {
    return byName.getOrDefault(Labels.key(name), -1);
  }

  /** Index of the unit with this id, code, name or alias, or -1. */
  public int find(String word) {
    int named = byCode(word) >= 0 ? byCode(word) : byName(word);
    return byId.getOrDefault(word, named);
  }

  /** Whether units have codes of so many characters. */
  public boolean hasCodesOfLength(int length) {
    return units.stream().anyMatch(unit -> unit.code().length() == length);
  }

  /** The name on the roster that {@code name} most resembles; short forms are not offered. */
  public Optional<String> nearestName(String name) {
    if (name.length() > LONGEST_COMPARED) {
      return Optional.empty();
    }
    int least = Math.max(SHORTEST_OFFERED, name.length() / 2);
    int most = Math.max(SHORTEST_OFFERED, name.length() * 2);
    Collection<String> names = new ArrayList<>();
    for (Unit unit : units) {
      for (String candidate : names(unit)) {
        if (candidate.length() >= least && candidate.length() <= most) {
          names.add(candidate);
        }
      }
    }
    return Labels.nearest(name, names);
  }
}
