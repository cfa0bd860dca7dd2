package peaceindex.returns;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;

/** What every file holds, by the origins of the figures: whose, and of which periods. */
public final class Contents {
  /** The period and the unit of a file's figures, as far as they are of one; else -1. */
  private record Content(Optional<Period> period, int unit) {
    static final Content NONE = new Content(Optional.empty(), -1);
  }

  private final Map<String, Content> contents = new HashMap<>();

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
    Content before = contents.get(file);
    boolean samePeriod = before == null || before.period().filter(period::equals).isPresent();
    boolean sameUnit = before == null || before.unit() == unit;
    contents.put(
        file,
        new Content(samePeriod ? Optional.of(period) : Optional.empty(), sameUnit ? unit : -1));
  }

  /** The period of a file's figures; empty if there are none or they are of several. */
  public Optional<Period> periodOf(String file) {
    return contents.getOrDefault(file, Content.NONE).period();
  }

  /** The unit of a file's figures; -1 if there are none or they are of several. */
  public int unitOf(String file) {
    return contents.getOrDefault(file, Content.NONE).unit();
  }
}
