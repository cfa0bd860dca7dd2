package peaceindex.panel;

import java.util.HashMap;
import java.util.Map;

/**
 * The group of every unit as a number, so that whoever goes through all units group by group does
 * it once and compares no ids.
 *
 * @param of the group of each unit, numbered from 0 in the order of the roster; those without a
 *     group are one
 * @param count how many groups have units
 */
public record Groups(int[] of, int count) {

  public static Groups of(Roster roster) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] of = new int[roster.size()];
    for (int unit = 0; unit < of.length; unit++) {
      String group = roster.get(unit).group();
      Integer number = numbers.putIfAbsent(group, numbers.size());
      of[unit] = number == null ? numbers.size() - 1 : number;
    }
    return new Groups(of, numbers.size());
  }

  /** How many units are in each group. */
  public int[] sizes() {
    int[] sizes = new int[count];
    for (int group : of) {
      sizes[group]++;
    }
    return sizes;
  }
}
