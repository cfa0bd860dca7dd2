package peaceindex.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Event;
import peaceindex.panel.Labels;
import peaceindex.panel.Lateness;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.returns.InputFile;
import peaceindex.sheet.Fingerprint;

/**
 * What became of one file that was read.
 *
 * @param role what the file is for
 * @param periods of its figures or events; of a file that gave none, the period it was for
 * @param units how many units it has figures or events of
 * @param used its figures or events that are used; of the register of receipts nothing is counted
 * @param refused its figures that must not be used until somebody answers
 * @param states what else is to be known of it
 * @param codes the problems that explain why nothing of it was used
 */
public record FileUse(
    Fingerprint content,
    Role role,
    List<Period> periods,
    int units,
    long used,
    long refused,
    List<State> states,
    List<String> codes) {

  /** What a file is for. */
  public enum Role {
    CONFIGURATION,
    RETURN,
    CORRECTION,
    EVENTS,
    RECEIPTS
  }

  /** What happened to a file. */
  public enum State {
    /** Nothing of it could be read. */
    UNREAD,
    /** It is no return. */
    PASSED_OVER,
    /** It came after the last day. */
    LATE,
    /** All or some of it was replaced by a correction. */
    SUPERSEDED,
    /** It was read, but no figure of it is used. */
    UNUSED
  }

  private static final int MOST_CODES = 3;

  /**
   * All files: those of the configuration, then registers, then returns; of both those of the
   * published period and those of others, by name.
   */
  public static List<FileUse> all(Findings findings) {
    Provenance provenance = findings.provenance();
    Tally tally = new Tally(findings);
    List<FileUse> all = new ArrayList<>();
    provenance.configuration().forEach(file -> all.add(tally.configuration(file)));
    provenance.inputs().stream()
        .map(tally::input)
        .sorted(
            Comparator.comparing((FileUse file) -> !file.isRegister())
                .thenComparing(file -> !file.isOf(findings.period())))
        .forEach(all::add);
    return all;
  }

  private boolean isOf(Period period) {
    for (Period own : periods) {
      if (period.covers(own)) {
        return true;
      }
    }
    return false;
  }

  private boolean isRegister() {
    return role == Role.EVENTS || role == Role.RECEIPTS;
  }

  /** Counts what every file gave. */
  private static final class Tally {

    /** What one file gave. */
    private static final class Count {
      final List<Period> periods = new ArrayList<>();
      final BitSet units = new BitSet();
      long used;
      long refused;
      boolean late;

      void add(Period period) {
        if (!periods.contains(period)) {
          periods.add(period);
        }
      }
    }

    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, List<Problem>> problems = new HashMap<>();
    private final Set<String> corrections = new HashSet<>();

    /** The late returns of which the register names the file, by its name without folders. */
    private final Map<String, List<Lateness>> named = new HashMap<>();

    Tally(Findings findings) {
      findings
          .problems()
          .forEach(p -> problems.computeIfAbsent(p.where().file(), f -> new ArrayList<>()).add(p));
      findings.provenance().inputs().stream()
          .filter(InputFile::isCorrection)
          .forEach(file -> corrections.add(file.file()));
      Panel panel = findings.panel();
      for (Period period : panel.periods()) {
        for (int unit = 0; unit < panel.roster().size(); unit++) {
          List<Lateness> late = panel.lateness(period, unit);
          for (Lateness one : late) {
            if (!one.file().isEmpty()) {
              named.computeIfAbsent(name(one.file()), n -> new ArrayList<>()).add(one);
            }
          }
          figures(panel, period, unit, late);
        }
      }
      for (Event event : panel.events()) {
        count(panel, event.origin(), event.period(), event.unit()).used++;
      }
    }

    private void figures(Panel panel, Period period, int unit, List<Lateness> late) {
      String before = "";
      Count count = null;
      for (int field = 0; field < panel.fields().size(); field++) {
        long origin = panel.packedOrigin(period, unit, field);
        if (origin == Origins.NONE) {
          continue;
        }
        String file = panel.origins().file(origin);
        if (count == null || !file.equals(before)) {
          count = count(panel, origin, period, unit);
          count.late |= !corrections.contains(file) && isLate(file, late);
          before = file;
        }
        CellStatus status = panel.status(period, unit, field);
        count.used += status == CellStatus.REPORTED ? 1 : 0;
        count.refused += status == CellStatus.UNUSABLE ? 1 : 0;
      }
    }

    private static boolean isLate(String file, List<Lateness> late) {
      for (Lateness one : late) {
        if (one.concerns(file)) {
          return true;
        }
      }
      return false;
    }

    private Count count(Panel panel, long origin, Period period, int unit) {
      Count count = counts.computeIfAbsent(panel.origins().file(origin), f -> new Count());
      count.add(period);
      count.units.set(unit);
      return count;
    }

    FileUse configuration(Fingerprint file) {
      // What the roster itself says of units is counted by its lines.
      Count all = new Count();
      String lines = file.file() + ":";
      for (Map.Entry<String, Count> each : counts.entrySet()) {
        if (each.getKey().startsWith(lines)) {
          each.getValue().periods.forEach(all::add);
          all.units.or(each.getValue().units);
          all.used += each.getValue().used;
        }
      }
      return use(file, Role.CONFIGURATION, all, List.of(), List.of());
    }

    FileUse input(InputFile file) {
      Count count = counts.getOrDefault(file.file(), new Count());
      if (count.periods.isEmpty()) {
        file.period().ifPresent(count::add);
      }
      List<Problem> own = problems.getOrDefault(file.file(), List.of());
      boolean isPlain = count.used > 0 && !count.late && own.isEmpty() && named.isEmpty();
      return use(
          file.content(),
          role(file),
          count,
          isPlain ? List.of() : states(file, count, own),
          count.used == 0 ? codes(own) : List.of());
    }

    private static Role role(InputFile file) {
      return switch (file.kind()) {
        case RETURN -> Role.RETURN;
        case CORRECTION -> Role.CORRECTION;
        case EVENTS -> Role.EVENTS;
        case RECEIPTS -> Role.RECEIPTS;
      };
    }

    private List<State> states(InputFile file, Count count, List<Problem> own) {
      List<State> states = new ArrayList<>();
      if (own.stream().anyMatch(Checked::isRefusal)) {
        states.add(State.UNREAD);
      } else if (has(own, Code.FILE_PASSED_OVER)) {
        states.add(State.PASSED_OVER);
      }
      if (count.late || isNamedLate(file)) {
        states.add(State.LATE);
      }
      if (has(own, Code.RETURN_SUPERSEDED)) {
        states.add(State.SUPERSEDED);
      } else if (states.isEmpty() && count.used == 0 && isReturn(file)) {
        states.add(State.UNUSED);
      }
      return states;
    }

    /** Whether the register names it as late; its figures may all have been replaced since. */
    private boolean isNamedLate(InputFile file) {
      return !file.isCorrection()
          && named.getOrDefault(name(file.file()), List.of()).stream()
              .filter(late -> file.period().filter(late.period()::equals).isPresent())
              .anyMatch(late -> late.concerns(file.file()));
    }

    private static String name(String path) {
      String shown = Labels.key(path.replace('\\', '/'));
      return shown.substring(shown.lastIndexOf('/') + 1);
    }

    private static boolean isReturn(InputFile file) {
      return file.kind() == InputFile.Kind.RETURN || file.kind() == InputFile.Kind.CORRECTION;
    }

    private static boolean has(List<Problem> problems, Code code) {
      return problems.stream().anyMatch(problem -> problem.code() == code);
    }

    private static List<String> codes(List<Problem> problems) {
      boolean errors = problems.stream().anyMatch(Problem::isError);
      return problems.stream()
          .filter(problem -> problem.isError() || !errors)
          .map(problem -> problem.code().id())
          .distinct()
          .limit(MOST_CODES)
          .toList();
    }

    private static FileUse use(
        Fingerprint content, Role role, Count count, List<State> states, List<String> codes) {
      if (count.periods.size() > 1) {
        Collections.sort(count.periods);
      }
      return new FileUse(
          content,
          role,
          List.copyOf(count.periods),
          count.units.cardinality(),
          count.used,
          count.refused,
          List.copyOf(states),
          codes);
    }
  }
}
