package peaceindex.report.returned;

import java.util.List;
import java.util.Set;

/**
 * How much of all returns a check has seen.
 *
 * @param files the files that were read, as problems show them
 * @param folders the folders that were read as a whole, likewise
 * @param whole whether the whole input folder was read
 */
public record Scope(Set<String> files, List<String> folders, boolean whole) {

  /** Whether a return that was not found wrong by this check is not wrong any more. */
  boolean covers(String file) {
    return files.contains(file) || folders.stream().anyMatch(f -> file.startsWith(f + "/"));
  }
}
