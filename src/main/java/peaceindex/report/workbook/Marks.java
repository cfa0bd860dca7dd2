package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peaceindex.index.PeriodScores;
import peaceindex.panel.CellStatus;
import peaceindex.ranking.Standing;

/** The short words that stand where a figure is missing, or behind one that was touched. */
public final class Marks {
  private static final CellStatus[] STATUSES = CellStatus.values();

  private final Words words;
  private final Map<CellStatus, String> marks = new EnumMap<>(CellStatus.class);

  public Marks(Words words) {
    this.words = words;
    for (CellStatus status : STATUSES) {
      marks.put(status, status == CellStatus.REPORTED ? "" : words.say("mark." + status.name()));
    }
  }

  /** The mark of a figure that is missing though all figures below it are there: undefined. */
  public String missing(CellStatus status) {
    CellStatus shown = status.hasFigure() ? CellStatus.UNDEFINED : status;
    return of(shown);
  }

  /** The mark of a status, which stands behind a figure that is not the one reported. */
  public String of(CellStatus status) {
    return marks.getOrDefault(status, Cell.NOTHING);
  }

  /** What the marks of a period mean, as far as they occur; empty where there are none. */
  List<Line> legend(Standing standing) {
    return legend(List.of(standing), false);
  }

  /** The same for several periods, and for signs of change on the page. */
  List<Line> legend(Collection<Standing> standings, boolean changes) {
    return legend(found(standings), changes);
  }

  /** The same for marks that are known to stand on a page. */
  public List<Line> legend(Set<CellStatus> found, boolean changes) {
    List<String> meanings = new ArrayList<>();
    for (CellStatus status : found) {
      meanings.add(
          words.say("meaning", "mark", of(status), "what", words.say("meaning." + status.name())));
    }
    if (changes) {
      meanings.add(words.say("meaning.changes"));
    }
    String all = String.join(words.say("semicolon"), meanings);
    return meanings.isEmpty()
        ? List.of()
        : List.of(Line.note(words.say("note.marks", "marks", all)));
  }

  private static Set<CellStatus> found(Collection<Standing> standings) {
    boolean[] isFound = new boolean[STATUSES.length];
    for (Standing standing : standings) {
      PeriodScores scores = standing.scores();
      int nodes = standing.tree().size();
      for (int unit = 0; unit < standing.units(); unit++) {
        for (int node = 0; scores.isActive(unit) && node < nodes; node++) {
          isFound[scores.status(node, unit).ordinal()] = true;
        }
      }
    }
    Set<CellStatus> found = EnumSet.noneOf(CellStatus.class);
    for (CellStatus status : STATUSES) {
      if (isFound[status.ordinal()] && status != CellStatus.REPORTED) {
        found.add(status);
      }
    }
    return found;
  }
}
