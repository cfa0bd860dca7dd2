package peaceindex.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All units in the order of listing, found by code or by name. */
public final class Roster {
  private final List<Group> groups;
  private final List<Unit> units;
  private final Map<String, Integer> byCode = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();

  public Roster(List<Group> groups, List<Unit> units) {
    this.groups = List.copyOf(groups);
    this.units = List.copyOf(units);
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
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

  /** The name on the roster that {@code name} most resembles. */
  public Optional<String> nearestName(String name) {
    Collection<String> names = new ArrayList<>();
    units.forEach(unit -> names.addAll(names(unit)));
    return Labels.nearest(name, names);
  }
}
