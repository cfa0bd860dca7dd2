package peaceindex.report.template;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;

/**
 * Names of files, made of configured words: possible on every system, and each given once.
 *
 * <pre>
 * 青石镇          →  青石镇_2026-01.xlsx
 * A/B 开发区      →  A_B 开发区_2026-01.xlsx
 * </pre>
 */
final class FileNames {
  private static final int LONGEST = 80;

  private final String ending;
  private final Set<String> given = new HashSet<>();

  FileNames(Period period) {
    this.ending = (period.frequency() == Frequency.NONE ? "" : "_" + period) + ".xlsx";
  }

  /** A name that holds the word, as far as a file's name can. */
  String of(String word) {
    String base = clean(word);
    String name = base + ending;
    // Some systems take A and a for the same.
    for (int copy = 2; !given.add(name.toLowerCase(Locale.ROOT)); copy++) {
      name = base + "_" + copy + ending;
    }
    return name;
  }

  /** Those of the words that a name can hold as they are; if there is none, all. */
  static List<String> possible(List<String> words) {
    List<String> possible = words.stream().filter(word -> clean(word).equals(word)).toList();
    return possible.isEmpty() ? words : possible;
  }

  private static String clean(String word) {
    String possible = word.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
    // Such beginnings are for hidden and for locked files, which are not read.
    String visible = possible.replaceFirst("^[.~]+", "_");
    int length = visible.codePointCount(0, visible.length());
    return length <= LONGEST
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, LONGEST));
  }
}
