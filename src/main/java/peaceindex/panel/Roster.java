package peaceindex.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import peaceindex.problem.Text;

/**
 * All units in the order of listing, found by code or by name: those that exist, existed and will
 * exist. Units that never exist at the same time may share names and codes; the first of them is
 * found, and {@link #inPeriod} tells which one a period means.
 */
public final class Roster {
  private static final int LONGEST_COMPARED = 40;
  private static final int SHORTEST_OFFERED = 3;

  private final List<Group> groups;
  private final List<Unit> units;
  private final Map<String, Integer> byCode;
  private final Map<String, Integer> byName;
  private final Map<String, Integer> byId;

  /** All units, if they always were there and still are; otherwise none. */
  private final List<Integer> lasting;

  public Roster(List<Group> groups, List<Unit> units) {
    this.groups = List.copyOf(groups);
    this.units = List.copyOf(units);
    boolean isLasting = true;
    int room = units.size() * 4 / 3 + 1;
    this.byCode = new HashMap<>(room);
    this.byName = new HashMap<>(room);
    this.byId = new HashMap<>(room);
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      Integer index = i;
      byId.putIfAbsent(unit.id(), index);
      if (!unit.code().isEmpty()) {
        byCode.putIfAbsent(Labels.key(unit.code()), index);
      }
      isLasting &= unit.lifetime().from().isEmpty() && unit.lifetime().until().isEmpty();
      enter(unit.name(), index);
      for (Lifetime.Renaming renaming : unit.lifetime().renamings()) {
        enter(renaming.name(), index);
      }
      for (String alias : unit.aliases()) {
        byName.putIfAbsent(Labels.key(alias), index);
      }
    }
    this.lasting = isLasting ? IntStream.range(0, size()).boxed().toList() : List.of();
  }

  private void enter(Text name, Integer index) {
    byName.putIfAbsent(Labels.key(name.zh()), index);
    if (!name.en().equals(name.zh())) {
      byName.putIfAbsent(Labels.key(name.en()), index);
    }
  }

  /** Every name of a unit at any time: both languages, then its aliases. */
  public static List<String> names(Unit unit) {
    List<String> names = new ArrayList<>();
    names.add(unit.name().zh());
    names.add(unit.name().en());
    for (Lifetime.Renaming renaming : unit.lifetime().renamings()) {
      names.add(renaming.name().zh());
      names.add(renaming.name().en());
    }
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

  /** Whether a unit exists in a period; see {@link Lifetime#covers}. */
  public boolean isActive(int unit, Period period) {
    return !lasting.isEmpty() || get(unit).lifetime().covers(period);
  }

  /** The units that exist in a period, in the order of listing. */
  public List<Integer> active(Period period) {
    if (!lasting.isEmpty()) {
      return lasting;
    }
    return IntStream.range(0, size()).filter(unit -> isActive(unit, period)).boxed().toList();
  }

  /** The units whose place a unit took, in the order in which it names them. */
  public List<Integer> predecessors(int unit) {
    List<String> ids = get(unit).lifetime().formedFrom();
    if (ids.isEmpty()) {
      return List.of();
    }
    return ids.stream().filter(byId::containsKey).map(id -> byId.getOrDefault(id, -1)).toList();
  }

  /**
   * The units whose figures stand for a unit in a period: itself where it exists; before that its
   * predecessors, or theirs; none after its end and where nobody was there before it.
   */
  public List<Integer> standIns(int unit, Period period) {
    Set<Integer> found = new TreeSet<>();
    collectStandIns(unit, period, found, size());
    return List.copyOf(found);
  }

  private void collectStandIns(int unit, Period period, Set<Integer> found, int depth) {
    if (isActive(unit, period)) {
      found.add(unit);
    } else if (depth > 0 && get(unit).lifetime().isBefore(period)) {
      predecessors(unit).forEach(p -> collectStandIns(p, period, found, depth - 1));
    }
  }

  /** What a unit is called in a period; without periods its last name. */
  public Text name(int unit, Period period) {
    Unit of = get(unit);
    Text name = of.name();
    List<Lifetime.Renaming> renamings = of.lifetime().renamings();
    for (int i = 0; i < renamings.size(); i++) {
      Lifetime.Renaming renaming = renamings.get(i);
      name = Lifetime.hasBegun(renaming.from(), period) ? renaming.name() : name;
    }
    return name;
  }

  /** A unit under the name that it has in a period. */
  public Unit get(int unit, Period period) {
    Unit of = get(unit);
    Text name = name(unit, period);
    return name == of.name() ? of : of.called(name);
  }

  /**
   * The unit that is meant in a period by a name or code of {@code unit}: itself, or one of the
   * same name or code that exists then; -1 if none exists.
   */
  public int inPeriod(int unit, Period period) {
    return isActive(unit, period)
        ? unit
        : active(period).stream().filter(other -> areNamesakes(unit, other)).findFirst().orElse(-1);
  }

  /** Whether two units share a name or a code. */
  public boolean areNamesakes(int unit, int other) {
    if (unit == other) {
      return true;
    }
    Set<String> words = words(get(unit));
    return words(get(other)).stream().anyMatch(words::contains);
  }

  private static Set<String> words(Unit unit) {
    Set<String> words = new HashSet<>();
    names(unit).forEach(name -> words.add(Labels.key(name)));
    words.add(Labels.key(unit.code()));
    words.remove("");
    return words;
  }

  /**
   * The figure that the roster gives for a unit and a field in a period; empty if it gives none.
   */
  public Optional<RosterFigure> figure(int unit, String field, Period period) {
    return get(unit).figures().stream()
        .filter(figure -> figure.field().equals(field))
        .filter(figure -> figure.from().filter(f -> !Lifetime.hasBegun(f, period)).isEmpty())
        .reduce((older, newer) -> newer);
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
