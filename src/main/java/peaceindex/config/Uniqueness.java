package peaceindex.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import peaceindex.panel.Labels;
import peaceindex.panel.Lifetime;
import peaceindex.problem.Code;
import peaceindex.problem.LineRef;
import peaceindex.problem.Problems;

/**
 * Sees to it that no two owners (fields, units, nodes …) go by the same id or name, compared as
 * labels are. Owners come one after the other and claim what they are called; a pair of owners that
 * share more than one word, such as a line copied and not changed, makes one problem. Owners that
 * never exist at the same time may share names, but not ids.
 */
final class Uniqueness {
  private record Claim(int owner, boolean isId, LineRef where, Lifetime lifetime) {}

  private final Problems problems;
  private final Map<String, List<Claim>> claims = new HashMap<>();
  private final Set<Integer> accused = new HashSet<>();
  private int owner;
  private Lifetime lifetime = Lifetime.ALWAYS;

  Uniqueness(Problems problems) {
    this.problems = problems;
  }

  /** Begins the claims of the next owner. */
  void nextOwner() {
    nextOwner(Lifetime.ALWAYS);
  }

  /** Begins the claims of the next owner, who exists so long. */
  void nextOwner(Lifetime exists) {
    owner++;
    lifetime = exists;
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

  /** Claims codes within {@code space}: ids that others may have had before or get later. */
  void claimCode(String space, YamlNode code) {
    code.text()
        .ifPresent(text -> claim(space, new Claim(owner, true, code.where(), lifetime), text));
  }

  private void claim(String space, boolean isId, String text, LineRef where) {
    claim(space, new Claim(owner, isId, where, isId ? Lifetime.ALWAYS : lifetime), text);
  }

  private void claim(String space, Claim mine, String text) {
    String key = Labels.key(text);
    if (key.isEmpty()) {
      return;
    }
    List<Claim> all = claims.computeIfAbsent(space + '\n' + key, k -> new ArrayList<>());
    Optional<Claim> first =
        all.stream().filter(c -> c.lifetime().overlaps(mine.lifetime())).findFirst();
    all.add(mine);
    if (first.isEmpty() || first.get().owner() == owner || !accused.add(first.get().owner())) {
      return;
    }
    boolean otherIsId = first.get().isId();
    Code code;
    if (mine.isId() && otherIsId) {
      code = Code.DUPLICATE_ID;
    } else {
      code = mine.isId() || otherIsId ? Code.AMBIGUOUS_FIELD : Code.DUPLICATE_NAME;
    }
    problems.add(
        code, mine.where(), "found", Phrases.shorten(text), "line", first.get().where().line());
  }
}
