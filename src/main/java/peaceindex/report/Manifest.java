package peaceindex.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What this program has written into a folder: a line a file with its SHA-256, its name and what it
 * was made of. A file that is not listed, or that somebody has changed since, belongs to the user.
 *
 * @param name the list's own name within the folder
 */
public record Manifest(String name) {
  private static final long LARGEST = 64L << 20;

  /**
   * One file.
   *
   * @param source of a workbook to be sent back its return as problems show it; empty for the list
   *     of the month and for slips
   */
  public record Entry(String hash, String name, String source) {}

  /** The files of a folder that are still as they were written. */
  public List<Entry> read(Path folder) throws IOException {
    Path file = folder.resolve(name);
    List<Entry> entries = new ArrayList<>();
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      return entries;
    }
    for (String line :
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
      String[] parts = line.split("\t", -1);
      if (parts.length == 3 && isName(parts[1])) {
        Path named = folder.resolve(parts[1]);
        if (Files.isRegularFile(named) && hash(named).equals(parts[0])) {
          entries.add(new Entry(parts[0], parts[1], parts[2]));
        }
      }
    }
    return entries;
  }

  /** Writes the list, by name. */
  public static void write(Path file, List<Entry> entries) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Entry entry : entries.stream().sorted(Comparator.comparing(Entry::name)).toList()) {
      out.append(entry.hash()).append('\t').append(entry.name()).append('\t');
      out.append(entry.source().replaceAll("\\p{Cntrl}", " ")).append('\n');
    }
    Files.writeString(file, out, StandardCharsets.UTF_8);
  }

  /** Nothing outside the folder, whatever somebody wrote into the list. */
  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.startsWith(".")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
  }

  /** The SHA-256 of a file. */
  public static String hash(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
