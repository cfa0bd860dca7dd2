package peaceindex.app;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.report.Publication;

/**
 * A line on a terminal that says which file is being written, once a run has taken longer than a
 * second; silent elsewhere.
 */
final class ProgressLine {
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  /** Of thousands of small files nobody can read every name. */
  private static final long EVERY_NANOS = 100_000_000L;

  private final PrintStream err;
  private final boolean shown;
  private final Lang lang;
  private final LongSupplier nanos;
  private long next;
  private boolean drawn;

  /** A run begins. */
  ProgressLine(PrintStream err, boolean shown, Lang lang, LongSupplier nanos) {
    this.err = err;
    this.shown = shown;
    this.lang = lang;
    this.nanos = nanos;
    this.next = nanos.getAsLong() + PATIENCE_NANOS;
  }

  /** Says what is being done to which file. */
  void tell(Publication.Work work, String name, int number, int count) {
    if (!shown || nanos.getAsLong() - next < 0) {
      return;
    }
    next = nanos.getAsLong() + EVERY_NANOS;
    drawn = true;
    err.print(
        "\r\033[K"
            + Messages.say(
                "progress." + work, lang, "name", name, "number", number, "count", count));
    err.flush();
  }

  /** Clears the line. */
  void end() {
    if (drawn) {
      drawn = false;
      err.print("\r\033[K");
      err.flush();
    }
  }
}
