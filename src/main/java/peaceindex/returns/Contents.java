package peaceindex.returns;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;

/** What every file holds, by the origins of the figures: whose, and of which periods. */
public final class Contents {
  private final Map<String, TreeSet<Period>> periods = new HashMap<>();
  private final Map<String, BitSet> units = new HashMap<>();

  private Contents() {}

  /** Looks through a panel. */
  public static Contents of(Panel panel) {
    Contents contents = new Contents();
    for (Period period : panel.periods()) {
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        String before = "";
        for (int field = 0; field < panel.fields().size(); field++) {
          long origin = panel.packedOrigin(period, unit, field);
          String file = origin == Origins.NONE ? before : panel.origins().file(origin);
          if (!file.equals(before)) {
            contents.add(file, period, unit);
            before = file;
          }
        }
      }
    }
    return contents;
  }

  private void add(String file, Period period, int unit) {
    periods.computeIfAbsent(file, f -> new TreeSet<>()).add(period);
    units.computeIfAbsent(file, f -> new BitSet()).set(unit);
  }

  /** The period of a file's figures; empty if there are none or they are of several. */
  public Optional<Period> periodOf(String file) {
    TreeSet<Period> found = periods.getOrDefault(file, new TreeSet<>());
    return found.size() == 1 ? Optional.of(found.first()) : Optional.empty();
  }

  /** The unit of a file's figures; -1 if there are none or they are of several. */
  public int unitOf(String file) {
    BitSet found = units.getOrDefault(file, new BitSet());
    return found.cardinality() == 1 ? found.nextSetBit(0) : -1;
  }
}
