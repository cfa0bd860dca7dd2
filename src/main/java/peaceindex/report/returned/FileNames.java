package peaceindex.report.returned;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import peaceindex.problem.Privacy;

/** Names for files that any system accepts, each used once; made of the names of returns. */
final class FileNames {
  private static final int LONGEST = 80;
  private static final Pattern FORBIDDEN =
      Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}\\p{Cf}\\u2028\\u2029]|[. ]+$|^[. ~]+");

  /** Names of devices on Windows, with any extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

  private final Set<String> taken = new HashSet<>();

  /** Keeps a name from being given. */
  void take(String name) {
    taken.add(name.toLowerCase(Locale.ROOT));
  }

  /**
   * A name for a workbook.
   *
   * @param file the path of the return
   */
  String of(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String base = Privacy.mask(dot > 0 ? name.substring(0, dot) : name);
    base = FORBIDDEN.matcher(base).replaceAll("_").strip();
    int end = Math.min(base.codePointCount(0, base.length()), LONGEST);
    base = base.substring(0, base.offsetByCodePoints(0, end)).strip();
    base = base.isEmpty() || DEVICE.matcher(base).matches() ? "_" + base : base;
    String free = base + ".xlsx";
    for (int number = 2; taken.contains(free.toLowerCase(Locale.ROOT)); number++) {
      free = base + " (" + number + ").xlsx";
    }
    take(free);
    return free;
  }
}
