package peaceindex.returns;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peaceindex.panel.Labels;
import peaceindex.panel.Roster;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;

/** Finds the unit that a return means by a code, by a name, or by both, which must agree. */
final class UnitFinder {
  /** What the names of units end in. Anything else may be the name of a person. */
  private static final Pattern ADMINISTRATIVE =
      Pattern.compile("(?s).*(?:镇|乡|街道|街道办|办事处|区|县|市|州|省|旗|苏木|场)");

  private static final int SHORTEST_NAME = 3;
  private static final int LONGEST_NAME = 20;

  private final Roster roster;
  private final Problems problems;

  UnitFinder(Roster roster, Problems problems) {
    this.roster = roster;
    this.problems = problems;
  }

  /** The unit with this code or name, or -1. */
  int find(String codeOrName) {
    if (codeOrName.length() > Vocabulary.LONGEST) {
      return -1;
    }
    int byCode = roster.byCode(codeOrName);
    return byCode >= 0 ? byCode : roster.byName(codeOrName);
  }

  /** Whether a code or a name is on the roster. */
  boolean isKnown(String code, String name) {
    return (!code.isEmpty() && roster.byCode(code) >= 0) || (!name.isEmpty() && find(name) >= 0);
  }

  /**
   * The unit meant, or -1 after saying why there is none.
   *
   * @param code may be empty
   * @param name may be empty; a code in the place of the name is understood
   */
  int require(String code, String name, CellRef codeAt, CellRef nameAt) {
    int byCode = code.isEmpty() || code.length() > Vocabulary.LONGEST ? -1 : roster.byCode(code);
    int byName = name.isEmpty() ? -1 : find(name);
    if (byCode >= 0 && byName >= 0 && byCode != byName) {
      problems.add(
          Code.UNIT_CODE_AND_NAME_DIFFER,
          codeAt,
          "code",
          code,
          "expected",
          roster.get(byCode).name(),
          "found",
          name);
      return -1;
    }
    // A code that is right beside a name that nobody knows: a careful reader asks.
    if (byName < 0 && (byCode < 0 || !name.isEmpty())) {
      Problem unknown = unknown(nameAt, name.isEmpty() ? code : name);
      problems.add(byCode < 0 ? unknown : unknown.about(roster.get(byCode).id()));
      return -1;
    }
    return Math.max(byCode, byName);
  }

  /**
   * The one unit whose name stands in the texts, or -1. Of names within names the longest counts; a
   * short form of two characters may stand in other words and does not.
   */
  int mentionedIn(Collection<String> texts) {
    String all =
        Labels.key(String.join(" ", texts.stream().filter(t -> t.length() < 200).toList()));
    Map<String, Integer> found = new HashMap<>();
    for (int unit = 0; unit < roster.size(); unit++) {
      for (String name : Roster.names(roster.get(unit))) {
        String key = Labels.key(name);
        if (key.length() >= SHORTEST_NAME && all.contains(key)) {
          found.put(key, unit);
        }
      }
    }
    Set<Integer> units =
        found.keySet().stream()
            .filter(
                key -> found.keySet().stream().noneMatch(k -> !k.equals(key) && k.contains(key)))
            .map(key -> found.getOrDefault(key, -1))
            .collect(Collectors.toSet());
    return units.size() == 1 ? units.iterator().next() : -1;
  }

  /**
   * A name that nobody knows is quoted only if it ends like the name of a unit or is as long as the
   * one it resembles: it may as well be a person's.
   */
  private Problem unknown(CellRef where, String name) {
    Optional<String> nearest = roster.nearestName(name);
    boolean quotable =
        name.length() <= LONGEST_NAME
            && (ADMINISTRATIVE.matcher(name).matches()
                || nearest.filter(n -> n.length() == name.length()).isPresent()
                || (name.matches("[0-9]+") && roster.hasCodesOfLength(name.length())));
    Text found =
        name.isEmpty()
            ? Messages.phrase("quote.blank")
            : quotable
                ? Text.of(name)
                : Messages.phrase("quote.text", "length", name.codePointCount(0, name.length()));
    Text hint = nearest.map(n -> Messages.phrase("hint.nearest", "name", n)).orElse(Text.of(""));
    return Problem.of(Code.UNKNOWN_UNIT, where, "found", found, "hint", hint);
  }

  /** The texts of a sheet above its first label, then the file's name: where a unit may stand. */
  int inTitleOrFileName(List<String> titles, String fileName) {
    int unit = mentionedIn(titles);
    return unit >= 0 ? unit : mentionedIn(List.of(fileName));
  }
}
