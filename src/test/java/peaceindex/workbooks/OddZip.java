package peaceindex.workbooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Makes workbooks that no program would write so, and that say the same. */
public final class OddZip {
  private OddZip() {}

  /** Adds a comment of one character to every zip file below a folder that has none. */
  public static void everywhere(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length - 22;
      if (end > 0 && bytes[0] == 'P' && bytes[end] == 'P' && bytes[end + 1] == 'K') {
        bytes[bytes.length - 2] = 1;
        byte[] commented = Arrays.copyOf(bytes, bytes.length + 1);
        commented[bytes.length] = '-';
        Files.write(file, commented);
      }
    }
  }
}
