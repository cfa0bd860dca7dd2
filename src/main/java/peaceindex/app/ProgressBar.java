package peaceindex.app;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.returns.ReturnsReader;

/** A bar on a terminal for work that takes longer than a second; silent elsewhere. */
final class ProgressBar implements ReturnsReader.Progress {
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final int WIDTH = 30;

  private final PrintStream err;
  private final boolean shown;
  private final String doing;
  private final LongSupplier nanos;
  private final long begun;
  private boolean drawn;
  private int filled = -1;

  ProgressBar(PrintStream err, boolean shown, Lang lang, LongSupplier nanos) {
    this(err, shown, "reading", lang, nanos);
  }

  /**
   * @param key what is being done, among the messages {@code progress.KEY}
   */
  ProgressBar(PrintStream err, boolean shown, String key, Lang lang, LongSupplier nanos) {
    this.err = err;
    this.shown = shown;
    this.doing = Messages.say("progress." + key, lang);
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  @Override
  public void step(int done, int of) {
    if (!shown || nanos.getAsLong() - begun < PATIENCE_NANOS) {
      return;
    }
    int now = of == 0 ? WIDTH : done * WIDTH / of;
    if (now != filled) {
      filled = now;
      drawn = true;
      err.print(
          "\r" + doing + " [" + "#".repeat(now) + ".".repeat(WIDTH - now) + "] " + done + "/" + of);
      err.flush();
    }
  }

  /** Clears the line. */
  void end() {
    if (drawn) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
