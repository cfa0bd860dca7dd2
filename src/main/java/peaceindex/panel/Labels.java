package peaceindex.panel;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** How labels are compared: what a careful reader would take for the same words is the same key. */
public final class Labels {
  private Labels() {}

  /**
   * The key of a label: Unicode NFKC (full-width forms, Kangxi radicals), look-alikes of Chinese
   * characters replaced, all white space, control and zero-width characters and variation selectors
   * removed, lower case.
   */
  public static String key(String label) {
    if (isPlain(label)) {
      return label;
    }
    return isAscii(label) ? keyOfAscii(label) : keyOfAny(label);
  }

  private static boolean isAscii(String label) {
    for (int i = 0; i < label.length(); i++) {
      if (label.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** The same without asking Unicode, which knows nothing more of these characters. */
  private static String keyOfAscii(String label) {
    StringBuilder out = new StringBuilder(label.length());
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (c > ' ' && c < 0x7F) {
        out.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
      }
    }
    return out.toString();
  }

  private static String keyOfAny(String label) {
    String folded = Normalizer.normalize(label, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(folded.length());
    int character;
    for (int i = 0; i < folded.length(); i += Character.charCount(character)) {
      character = folded.codePointAt(i);
      if (isSeen(character)) {
        out.appendCodePoint(LookAlikes.character(character));
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isSeen(int codePoint) {
    int type = Character.getType(codePoint);
    return !Character.isWhitespace(codePoint)
        && !Character.isSpaceChar(codePoint)
        && type != Character.CONTROL
        && type != Character.FORMAT
        && !isVariationSelector(codePoint);
  }

  /** What picks one drawing of a character among several. */
  private static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  /**
   * Whether a label holds nothing but common characters, small letters, digits, {@code _}, {@code
   * -} and {@code .}: most labels and names do, which are their own keys.
   */
  public static boolean isPlain(String label) {
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      boolean plain =
          (c >= 0x4E00 && c <= 0x9FA5 && !LookAlikes.isOne(c))
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '-'
              || c == '.';
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /**
   * The candidate nearest to {@code word}, for "did you mean": the least edit distance, if it is
   * less than half of the longer word; the first one of equals.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    String key = key(word);
    String best = null;
    double bestShare = 0.5;
    for (String candidate : candidates) {
      String other = key(candidate);
      // The lengths alone may make it too far.
      if (2 * Math.abs(key.length() - other.length()) >= Math.max(key.length(), other.length())) {
        continue;
      }
      int longer = Math.max(key.length(), other.length());
      if (longer > 0) {
        double share = (double) distance(key, other) / longer;
        if (share < bestShare) {
          bestShare = share;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Damerau's edit distance of adjacent swaps, insertions, deletions and replacements. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
