package peaceindex.returns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be read: the input folder as a whole, or only some files and folders, which may also
 * lie elsewhere.
 *
 * @param input the input folder, where the register of receipts lies
 * @param shownInput the input folder as problems and origins show it
 * @param named what is to be read, as absolute and normalised paths
 */
public record Targets(Path input, String shownInput, List<Target> named) {

  /**
   * A file or folder to be read.
   *
   * @param shown as problems and origins show it; within the input folder they go by that
   */
  public record Target(Path path, String shown) {
    boolean isFolder() {
      return Files.isDirectory(path);
    }
  }

  /** Everything below the input folder. */
  public static Targets all(Path input, String shown) {
    Path path = input.toAbsolutePath().normalize();
    return new Targets(path, shown, List.of(new Target(path, shown)));
  }

  /** Whether the input folder is read as a whole. */
  public boolean isWhole() {
    return named.stream().anyMatch(t -> t.isFolder() && input.startsWith(t.path()));
  }

  /** Whether a path was named itself or lies in a folder that was named. */
  boolean holds(Path path) {
    return named.stream().anyMatch(t -> path.startsWith(t.path()));
  }

  /** Whether a folder must be entered to come to something that was named. */
  boolean leadsThrough(Path folder) {
    return named.stream().anyMatch(t -> t.path().startsWith(folder));
  }

  /** Whether a file was named itself, so that it is opened whatever its name says. */
  boolean names(Path file) {
    return named.stream().anyMatch(t -> t.path().equals(file));
  }
}
