package peaceindex.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Severity;
import peaceindex.problem.Text;

/**
 * Problems as lines for a person: one a problem, in the order given. Of one code in one file only
 * the first few are told and the rest counted, and of all together only as many as somebody may
 * read, errors before warnings before remarks: a thousand blank cells must not hide the one figure
 * that contradicts another.
 */
final class Diagnostics {
  /** Problems of one code in one file. */
  static final int MOST_ALIKE = 20;

  static final int MOST = 200;

  /** Problems that are alike. */
  private record Kind(Code code, Severity severity, String file) {
    static Kind of(Problem problem) {
      return new Kind(problem.code(), problem.severity(), problem.where().file());
    }
  }

  private final List<Problem> problems;
  private final boolean[] told;
  private final Map<Kind, Integer> all = new HashMap<>();
  private final Map<Kind, Integer> toldOf = new HashMap<>();

  private Diagnostics(List<Problem> problems) {
    this.problems = problems;
    this.told = new boolean[problems.size()];
  }

  /**
   * The lines.
   *
   * @param everything where all problems stand, to be told if some are left out
   */
  static List<String> lines(List<Problem> problems, Text everything, Lang lang) {
    Diagnostics diagnostics = new Diagnostics(problems);
    int room = MOST;
    for (Severity severity : Severity.values()) {
      room = diagnostics.choose(severity, room);
    }
    return diagnostics.lines(everything, lang);
  }

  private int choose(Severity severity, int room) {
    int left = room;
    for (int i = 0; i < told.length; i++) {
      Problem problem = problems.get(i);
      if (problem.severity() == severity) {
        Kind kind = Kind.of(problem);
        int number = all.merge(kind, 1, Integer::sum);
        told[i] = left > 0 && number <= MOST_ALIKE;
        if (told[i]) {
          toldOf.merge(kind, 1, Integer::sum);
          left--;
        }
      }
    }
    return left;
  }

  private List<String> lines(Text everything, Lang lang) {
    List<String> lines = new ArrayList<>();
    Map<Kind, Integer> soFar = new HashMap<>();
    int untold = problems.size();
    for (int i = 0; i < told.length; i++) {
      if (!told[i]) {
        continue;
      }
      Problem problem = problems.get(i);
      Kind kind = Kind.of(problem);
      lines.add(Messages.line(problem, lang));
      untold--;
      int more = all.getOrDefault(kind, 0) - toldOf.getOrDefault(kind, 0);
      boolean last = soFar.merge(kind, 1, Integer::sum).equals(toldOf.get(kind));
      if (last && more > 0) {
        lines.add(alike(kind, more, lang));
        untold -= more;
      }
    }
    if (untold > 0) {
      lines.add(Messages.say("diagnostics.more", lang, "count", untold));
    }
    if (problems.size() > toldCount()) {
      lines.add(Messages.say("diagnostics.everything", lang, "where", everything));
    }
    return lines;
  }

  private int toldCount() {
    return toldOf.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String alike(Kind kind, int more, Lang lang) {
    return Messages.say(
        kind.file().isEmpty() ? "diagnostics.alikeNowhere" : "diagnostics.alike",
        lang,
        "count",
        more,
        "code",
        kind.code().id(),
        "file",
        kind.file());
  }
}
