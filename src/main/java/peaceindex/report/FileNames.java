package peaceindex.report;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.Privacy;

/**
 * Names for workbooks, made of configured words or of the names of returns: possible on every
 * system, without personal numbers, and each given once.
 *
 * <pre>
 * 青石镇          →  青石镇_2026-01.xlsx
 * A/B 开发区      →  A_B 开发区_2026-01.xlsx
 * </pre>
 */
public final class FileNames {
  private static final String EXTENSION = ".xlsx";
  private static final int LONGEST = 80;

  /** Beginnings with a dot or a tilde are for hidden and for locked files, which are not read. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}\\p{Cf}\\u2028\\u2029]|[. ]+$|^[. ~]+");

  /** Names of devices on Windows, with any extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

  private final String ending;
  private final Set<String> taken = new HashSet<>();

  /** Names that say nothing of a period. */
  public FileNames() {
    this(Period.ALL);
  }

  /** Names that end in a period, if there are any. */
  public FileNames(Period period) {
    this.ending = period.frequency() == Frequency.NONE ? EXTENSION : "_" + period + EXTENSION;
  }

  /** Keeps a name from being given. */
  public void take(String name) {
    taken.add(key(name));
  }

  /** A name that holds the word, as far as a file's name can. */
  public String of(String word) {
    String base = clean(word);
    String free = base + ending;
    for (int number = 2; taken.contains(key(free)); number++) {
      free = base + " (" + number + ")" + ending;
    }
    take(free);
    return free;
  }

  /** The same for a workbook that is about a file, whatever its folder and extension. */
  public String ofFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return of(dot > 0 ? name.substring(0, dot) : name);
  }

  /** Those of the words that a name can hold as they are; if there is none, all. */
  public static List<String> possible(List<String> words) {
    List<String> possible = words.stream().filter(word -> clean(word).equals(word)).toList();
    return possible.isEmpty() ? words : possible;
  }

  /** Some systems take A and a for the same. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String clean(String word) {
    String base = FORBIDDEN.matcher(Privacy.mask(word)).replaceAll("_").strip();
    int end = Math.min(base.codePointCount(0, base.length()), LONGEST);
    base = base.substring(0, base.offsetByCodePoints(0, end)).strip();
    return base.isEmpty() || DEVICE.matcher(base).matches() ? "_" + base : base;
  }
}
