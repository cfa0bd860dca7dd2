package peaceindex.panel;

/**
 * A return that came too late or not at all.
 *
 * @param unit number of the unit on the roster
 * @param missing whether none came; else one came after the last day
 * @param file the late file as the register of receipts names it; empty where it names none, or
 *     where none came
 * @param origin packed cell of the register of receipts for a late return; for a missing one the
 *     folder in which it should be, as a file without a sheet, see {@link Origins}
 */
public record Lateness(int unit, Period period, boolean missing, String file, long origin) {

  /** Of a unit as a whole. */
  public Lateness(int unit, Period period, boolean missing, long origin) {
    this(unit, period, missing, "", origin);
  }

  /** Whether it is a file of this path that came late: the one named, or else any of the unit. */
  public boolean concerns(String path) {
    return !missing && (file.isEmpty() || isNamed(path, file));
  }

  /**
   * Whether a path ends with a name as a clerk writes it, perhaps with some of its folders.
   *
   * @param name not empty
   */
  public static boolean isNamed(String path, String name) {
    return ("/" + Labels.key(path)).endsWith("/" + Labels.key(name.replace('\\', '/')));
  }
}
