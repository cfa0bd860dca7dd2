package peaceindex.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peaceindex.panel.Labels;
import peaceindex.problem.Code;
import peaceindex.problem.LineRef;
import peaceindex.problem.Problems;

/**
 * Sees to it that no two owners (fields, units, nodes …) go by the same id or name, compared as
 * labels are. Owners come one after the other and claim what they are called; a pair of owners that
 * share more than one word, such as a line copied and not changed, makes one problem.
 */
final class Uniqueness {
  private record Claim(int owner, boolean isId, LineRef where) {}

  private final Problems problems;
  private final Map<String, Claim> claims = new HashMap<>();
  private final Set<Integer> accused = new HashSet<>();
  private int owner;

  Uniqueness(Problems problems) {
    this.problems = problems;
  }

  /** Begins the claims of the next owner. */
  void nextOwner() {
    owner++;
    accused.clear();
  }

  /** Claims an id within {@code space}; words of different spaces do not collide. */
  void claimId(String space, YamlNode id) {
    id.text().ifPresent(text -> claim(space, true, text, id.where()));
  }

  /** Claims names within {@code space}. */
  void claimNames(String space, List<YamlNode.Word> words) {
    words.forEach(word -> claim(space, false, word.text(), word.where()));
  }

  private void claim(String space, boolean isId, String text, LineRef where) {
    String key = Labels.key(text);
    if (key.isEmpty()) {
      return;
    }
    Claim mine = new Claim(owner, isId, where);
    Claim first = claims.putIfAbsent(space + '\n' + key, mine);
    if (first == null || first.owner() == owner || !accused.add(first.owner())) {
      return;
    }
    Code code;
    if (isId && first.isId()) {
      code = Code.DUPLICATE_ID;
    } else {
      code = isId || first.isId() ? Code.AMBIGUOUS_FIELD : Code.DUPLICATE_NAME;
    }
    problems.add(code, where, "found", Phrases.shorten(text), "line", first.where().line());
  }
}
