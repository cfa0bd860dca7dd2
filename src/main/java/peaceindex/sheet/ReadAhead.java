package peaceindex.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Files that are read ahead, as many at once as there are processors, and handed out one after the
 * other in the order in which they were asked for. What is read ahead is bounded by the size of the
 * files, so that large ones do not fill the memory.
 */
public final class ReadAhead implements AutoCloseable {
  /** Bytes of files that are read ahead together; a larger file is read alone. */
  private static final long MOST_BYTES = 8L << 20;

  /**
   * A file to be read.
   *
   * @param shown the file as problems and origins show it
   */
  public record Asked(Path path, String shown) {}

  private record Begun(SheetReader.Reading reading, long bytes) {}

  private final List<Asked> files;
  private final int most = Runtime.getRuntime().availableProcessors();
  private final Deque<Begun> begun = new ArrayDeque<>();
  private final KnownParts known = new KnownParts();
  private int next;
  private long bytes;

  public ReadAhead(List<Asked> files) {
    this.files = files;
  }

  /** Waits for the next file; the following ones are read meanwhile, and afterwards. */
  public SheetReader.Result next() {
    begin();
    Begun first = begun.removeFirst();
    SheetReader.Result result = first.reading().result();
    bytes -= first.bytes();
    begin();
    return result;
  }

  private void begin() {
    while (next < files.size() && begun.size() < most) {
      Asked file = files.get(next);
      long size = size(file.path());
      if (!begun.isEmpty() && bytes + size > MOST_BYTES) {
        return;
      }
      begun.addLast(new Begun(new SheetReader.Reading(file.path(), file.shown(), known), size));
      bytes += size;
      next++;
    }
  }

  /** The size of a file; reading it will say what is wrong if there is none. */
  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Gives up what was not asked for. */
  @Override
  public void close() {
    begun.forEach(file -> file.reading().cancel());
  }
}
