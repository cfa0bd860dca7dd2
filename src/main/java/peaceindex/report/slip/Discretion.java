package peaceindex.report.slip;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;

/**
 * Tells whether a text, such as the name of a file, speaks of another unit than the one whose slip
 * it would stand on: by any name, alias, code or id on the roster.
 *
 * <p>Of names that lie in one another the longest counts: {@code 青石山镇.xlsx} does not speak of 青石.
 * Letters and digits count as whole words only: {@code 12} is not {@code 112}. A name that several
 * units share speaks of each of them.
 */
final class Discretion {
  private static final int SHORTEST = 2;

  /** Shorter numbers stand everywhere. */
  private static final int SHORTEST_NUMBER = 4;

  private static final Pattern BESIDE_WIDE =
      Pattern.compile("(?<=[^\\x00-\\x7F])\\s+|\\s+(?=[^\\x00-\\x7F])");

  private record Match(int from, int to, Set<Integer> units) {}

  private final Map<String, Set<Integer>> owners = new HashMap<>();
  private final TreeSet<Integer> lengths = new TreeSet<>();

  Discretion(Roster roster) {
    for (int unit = 0; unit < roster.size(); unit++) {
      Unit of = roster.get(unit);
      List<String> words = new ArrayList<>(Roster.names(of));
      words.add(of.code());
      words.add(of.id());
      for (String word : words) {
        String key = key(word);
        int least = key.chars().allMatch(Discretion::isDigit) ? SHORTEST_NUMBER : SHORTEST;
        if (key.length() >= least) {
          owners.computeIfAbsent(key, k -> new HashSet<>()).add(unit);
          lengths.add(key.length());
        }
      }
    }
  }

  /** Whether a text speaks of any unit but this one. */
  boolean tells(String text, int unit) {
    List<Match> matches = matches(key(text));
    return matches.stream()
        .filter(match -> !match.units().contains(unit))
        .anyMatch(match -> matches.stream().noneMatch(other -> isWithin(match, other)));
  }

  private static boolean isWithin(Match inner, Match outer) {
    return outer.from() <= inner.from()
        && inner.to() <= outer.to()
        && outer.to() - outer.from() > inner.to() - inner.from();
  }

  /** A look-up for every length at every place: a county of any size costs the same. */
  private List<Match> matches(String text) {
    List<Match> matches = new ArrayList<>();
    for (int from = 0; from < text.length(); from++) {
      for (int length : lengths) {
        int to = from + length;
        if (to > text.length()) {
          break;
        }
        Set<Integer> units = owners.get(text.substring(from, to));
        if (units != null && isWhole(text, from, to)) {
          matches.add(new Match(from, to, units));
        }
      }
    }
    return matches;
  }

  private static boolean isWhole(String text, int from, int to) {
    boolean begins = from == 0 || !isLetter(text.charAt(from)) || !isLetter(text.charAt(from - 1));
    boolean ends =
        to == text.length() || !isLetter(text.charAt(to - 1)) || !isLetter(text.charAt(to));
    return begins && ends;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Of those that make words with others of their kind; a Chinese name may stand in a sentence. */
  private static boolean isLetter(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z');
  }

  private static String key(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BESIDE_WIDE.matcher(folded).replaceAll("").strip();
  }
}
