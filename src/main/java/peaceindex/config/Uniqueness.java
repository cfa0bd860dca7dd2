package peaceindex.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peaceindex.panel.Labels;
import peaceindex.panel.Lifetime;
import peaceindex.problem.Code;
import peaceindex.problem.Problems;

/**
 * Sees to it that no two owners (fields, units, nodes …) go by the same id or name, compared as
 * labels are. Owners come one after the other and claim what they are called; a pair of owners that
 * share more than one word, such as a line copied and not changed, makes one problem. Owners that
 * never exist at the same time may share names, but not ids.
 */
final class Uniqueness {
  /** A word of an owner, where it stands, and how long the owner exists. */
  private record Claim(int owner, boolean isId, YamlNode where, Lifetime lifetime) {}

  /** Who claimed which word: nearly always one, and seldom any more. */
  private static final class Space {
    private final Map<String, Claim> first = new HashMap<>();
    private final Map<String, List<Claim>> further = new HashMap<>();

    /** Enters a claim; the first of another one at the same time, if there is any. */
    @Nullable Claim enter(String word, Claim claim) {
      Claim before = first.putIfAbsent(word, claim);
      if (before == null) {
        return null;
      }
      List<Claim> others = further.computeIfAbsent(word, w -> new ArrayList<>());
      Claim found = before.lifetime().overlaps(claim.lifetime()) ? before : null;
      for (int i = 0; found == null && i < others.size(); i++) {
        found = others.get(i).lifetime().overlaps(claim.lifetime()) ? others.get(i) : null;
      }
      others.add(claim);
      return found;
    }
  }

  private final Problems problems;
  private final Map<String, Space> spaces = new HashMap<>();
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
    if (!accused.isEmpty()) {
      accused.clear();
    }
  }

  /** Claims an id within {@code space}; words of different spaces do not collide. */
  void claimId(String space, YamlNode id) {
    claim(space, true, id, Lifetime.ALWAYS);
  }

  /** Claims names within {@code space}. */
  void claimNames(String space, List<YamlNode> words) {
    for (YamlNode word : words) {
      claim(space, false, word, lifetime);
    }
  }

  /** Claims codes within {@code space}: ids that others may have had before or get later. */
  void claimCode(String space, YamlNode code) {
    claim(space, true, code, lifetime);
  }

  private void claim(String space, boolean isId, YamlNode word, Lifetime during) {
    String text = word.textOrEmpty();
    String key = Labels.key(text);
    if (key.isEmpty()) {
      return;
    }
    Claim first =
        spaces
            .computeIfAbsent(space, s -> new Space())
            .enter(key, new Claim(owner, isId, word, during));
    if (first == null || first.owner() == owner || !accused.add(first.owner())) {
      return;
    }
    Code code;
    if (isId && first.isId()) {
      code = Code.DUPLICATE_ID;
    } else {
      code = isId || first.isId() ? Code.AMBIGUOUS_FIELD : Code.DUPLICATE_NAME;
    }
    problems.add(
        code, word.where(), "found", Phrases.shorten(text), "line", first.where().where().line());
  }
}
