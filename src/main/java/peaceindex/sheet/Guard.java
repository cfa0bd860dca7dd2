package peaceindex.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Bounds on what a stranger's file may cost. A file beyond them is refused, never read in part.
 *
 * <p>The limits let honest workbooks with bloated style sheets pass and stop zip bombs. Bounds on
 * cells, texts and merges are held by {@link Cells.Builder}, so that every format meets the same.
 */
final class Guard {
  /** A workbook of this many bytes is no return. */
  static final long MAX_FILE = 200L << 20;

  /** A text, web page or XML spreadsheet is held in memory as a whole. */
  static final long MAX_TEXT_FILE = 64L << 20;

  /** One part of a workbook, unpacked. */
  static final long MAX_PART = 512L << 20;

  /** Files inside a workbook; pictures and sheets of an honest one are some hundreds. */
  static final int MAX_ENTRIES = 10_000;

  /** Cells of one sheet that hold something; a nation's return has a million. */
  static final int MAX_CELLS = 20_000_000;

  static final int MAX_ROWS = 1 << 20;
  static final int MAX_COLUMNS = 1 << 14;

  /** Characters in one cell, as Excel has it. */
  static final int MAX_CHARACTERS = 32_767;

  static final int MAX_MERGES = 200_000;

  /** Sheets of one workbook. */
  static final int MAX_SHEETS = 1_000;

  /** Elements within elements; a sheet has about ten. */
  static final int MAX_DEPTH = 60;

  private static final long MAX_SECONDS = 60;

  /** A part may swell a hundredfold, but only beyond this size it matters. */
  private static final int MAX_SWELLING = 100;

  private static final long GRACE = 16L << 20;

  /** Held here, as the log's own manager would let it go; made ready only where POI is used. */
  private static final class Poi {
    static final Logger LOG = Logger.getLogger("org.apache.poi");
  }

  /**
   * Room for formulas as long as Excel has them, whether or not Java has compiled what reads them.
   */
  private static final long STACK = 4L << 20;

  /** Threads that are done with a file take another one. */
  private static final Executor THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(null, work, "sheet-reader", STACK);
            thread.setDaemon(true);
            return thread;
          });

  private Guard() {}

  /** Work on one file that is under way. */
  static final class Begun<T> {
    private final FutureTask<T> task;

    private Begun(Callable<T> work) {
      task = new FutureTask<>(work);
      THREADS.execute(task);
    }

    /**
     * Waits for the result.
     *
     * @throws Refused if the work refuses the file, takes too long or needs too much memory
     * @throws ExecutionException with whatever else the work threw
     */
    T result() throws ExecutionException {
      return result(MAX_SECONDS);
    }

    T result(long seconds) throws ExecutionException {
      try {
        return task.get(seconds, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Refused refused) {
          throw refused;
        }
        if (e.getCause() instanceof OutOfMemoryError) {
          throw Refused.outOfMemory();
        }
        throw e;
      } catch (TimeoutException e) {
        task.cancel(true);
        throw Refused.tooSlow(seconds);
      } catch (InterruptedException e) {
        task.cancel(true);
        Thread.currentThread().interrupt();
        throw Refused.tooSlow(0);
      }
    }

    /** Gives the work up. */
    void cancel() {
      task.cancel(true);
    }
  }

  /**
   * Begins one file's work in a thread of its own, which is interrupted when time is up; the
   * readers ask {@link #checkTime} as they go, and a library that never does so is left behind with
   * its thread. Its time is counted from when the result is waited for.
   */
  static <T> Begun<T> begin(Callable<T> work) {
    return new Begun<>(work);
  }

  /** Silences POI: its log may quote the file, and everything worth saying is said as a problem. */
  static void silencePoi() {
    Poi.LOG.setLevel(Level.OFF);
  }

  /** Ends the work of a file whose time is up. */
  static void checkTime() {
    if (Thread.currentThread().isInterrupted()) {
      throw Refused.tooSlow(MAX_SECONDS);
    }
  }

  /**
   * A part as it is unpacked, refused as soon as it is too large or swells like a bomb.
   *
   * @param packed size of the part in the file
   */
  static InputStream unpacking(InputStream in, long packed) {
    return new FilterInputStream(in) {
      private long count;

      @Override
      public int read() throws IOException {
        int found = super.read();
        counted(found < 0 ? 0 : 1);
        return found;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
      }

      private void counted(int more) {
        checkTime();
        count += more;
        if (count > MAX_PART) {
          throw Refused.tooLarge("bound.megabytes", count >> 20, MAX_PART >> 20);
        }
        if (count > GRACE && count / MAX_SWELLING > packed) {
          throw Refused.tooLarge("bound.swelling", count / Math.max(1, packed), MAX_SWELLING);
        }
      }
    };
  }
}
