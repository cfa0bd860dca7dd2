package peaceindex.sheet;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Files that are read ahead, in as many threads as there are processors, and handed out one after
 * the other in the order in which they were asked for. What is read ahead is bounded by the size of
 * the files, so that large ones do not fill the memory.
 *
 * <p>Small files are read in lots, as handing each to a thread would take as long as to read it. A
 * file of a lot that cannot be read is read once more on its own, as all are if the lot takes too
 * long, so that every file has the time that it has alone.
 */
public final class ReadAhead implements AutoCloseable {
  /** Bytes of files that are read ahead together; a larger file is read alone. */
  private static final long MOST_BYTES = 8L << 20;

  /** Bytes of a lot, unless it is a single file. */
  private static final long LOT_BYTES = 64L << 10;

  /**
   * A file to be read.
   *
   * @param shown the file as problems and origins show it
   * @param bytes about how large it is
   */
  public record Asked(Path path, String shown, long bytes) {}

  private final List<Asked> files;
  private final int most = Runtime.getRuntime().availableProcessors();
  private final Deque<Lot> begun = new ArrayDeque<>();
  private final KnownParts known = new KnownParts();
  private int next;
  private long bytes;

  public ReadAhead(List<Asked> files) {
    this.files = files;
  }

  /** Waits for the next file; the following ones are read meanwhile, and afterwards. */
  public SheetReader.Result next() {
    begin();
    Lot lot = begun.getFirst();
    SheetReader.Result result = lot.next();
    if (lot.isHandedOut()) {
      begun.removeFirst();
      bytes -= lot.bytes;
      begin();
    }
    return result;
  }

  private void begin() {
    while (next < files.size() && begun.size() < most) {
      int end = next + 1;
      long size = files.get(next).bytes();
      while (end < files.size() && size + files.get(end).bytes() <= LOT_BYTES) {
        size += files.get(end).bytes();
        end++;
      }
      if (!begun.isEmpty() && bytes + size > MOST_BYTES) {
        return;
      }
      begun.addLast(new Lot(files.subList(next, end), size, known));
      bytes += size;
      next = end;
    }
  }

  /** Gives up what was not asked for. */
  @Override
  public void close() {
    begun.forEach(Lot::cancel);
  }

  /** Files that one thread reads one after the other. */
  private static final class Lot {
    final long bytes;
    private final List<SheetReader.Reading> readings = new ArrayList<>();

    /** The work on all files, unless there is only one. */
    private final Guard.@Nullable Begun<Boolean> work;

    private int next;

    Lot(List<Asked> files, long bytes, KnownParts known) {
      this.bytes = bytes;
      for (Asked file : files) {
        readings.add(new SheetReader.Reading(file.path(), file.shown(), known));
      }
      if (readings.size() == 1) {
        readings.get(0).begin();
        work = null;
      } else {
        work = Guard.begin(this::readAll);
      }
    }

    private boolean readAll() {
      for (SheetReader.Reading reading : readings) {
        Guard.checkTime();
        reading.tryToRead();
      }
      return true;
    }

    SheetReader.Result next() {
      if (next == 0 && work != null) {
        try {
          work.result();
        } catch (Refused | ExecutionException e) {
          // What was not read is now read file by file.
        }
      }
      return readings.get(next++).result();
    }

    /** Whether nothing of it is left. */
    boolean isHandedOut() {
      return next == readings.size();
    }

    void cancel() {
      if (work != null) {
        work.cancel();
      }
      readings.forEach(SheetReader.Reading::cancel);
    }
  }
}
