package peaceindex.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import peaceindex.panel.Labels;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/** Parts of sentences that more than one problem of the configuration needs. */
final class Phrases {
  private static final int SHOWN_LENGTH = 40;

  private Phrases() {}

  /**
   * The candidate that was probably meant by {@code word}: the nearest by spelling, else one of
   * which it is a part or which is a part of it.
   */
  static Optional<String> nearest(String word, Collection<String> candidates) {
    String key = Labels.key(word);
    Predicate<String> isPart =
        candidate -> {
          String other = Labels.key(candidate);
          return Math.min(key.length(), other.length()) >= 2
              && (other.contains(key) || key.contains(other));
        };
    return Labels.nearest(word, candidates)
        .or(() -> candidates.stream().filter(isPart).findFirst());
  }

  /** “Did you mean …?”, or nothing. */
  static Text didYouMean(Optional<String> nearest) {
    return nearest
        .map(name -> Messages.phrase("hint.didYouMean", "name", name))
        .orElse(Text.of(""));
  }

  /** Several words in a row, as a list is written in either language. */
  static Text listed(List<String> words) {
    return new Text(String.join("、", words), String.join(", ", words));
  }

  /** The same, each word in quotation marks. */
  static Text quoted(List<String> words) {
    return new Text(
        "“" + String.join("”、“", words) + "”", "\"" + String.join("\", \"", words) + "\"");
  }

  /** What stands in the file, but not all of a novel. */
  static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN_LENGTH)) + "…";
  }
}
