package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import peaceindex.problem.Lang;
import peaceindex.report.Publication.Work;

/** What somebody at a terminal sees while files are written; a test's clock goes as it is told. */
class ProgressLineTest {
  private static final long MILLIS = 1_000_000;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now;

  private ProgressLine line(boolean shown) {
    return new ProgressLine(
        new PrintStream(err, true, StandardCharsets.UTF_8), shown, Lang.EN, () -> now);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysWhichFileOnceARunTakesLong() {
    ProgressLine line = line(true);
    now = 900 * MILLIS;
    line.tell(Work.WRITE, "scored.xlsx", 1, 5);
    now = 1200 * MILLIS;
    line.tell(Work.VERIFY, "scored.xlsx", 1, 5);
    now = 1250 * MILLIS;
    line.tell(Work.WRITE, "history.xlsx", 2, 5);
    now = 1400 * MILLIS;
    line.tell(Work.DRAW, "charts/trend.png", 3, 5);
    line.end();
    line.end();
    assertThat(said())
        .isEqualTo(
            "\r\033[Kverifying scored.xlsx, 1 of 5"
                + "\r\033[Kdrawing charts/trend.png, 3 of 5"
                + "\r\033[K");
  }

  @Test
  void saysNothingOfAShortRunNorBesideATerminal() {
    ProgressLine fast = line(true);
    now = 500 * MILLIS;
    fast.tell(Work.WRITE, "scored.xlsx", 1, 5);
    fast.end();
    ProgressLine elsewhere = line(false);
    now = 60_000 * MILLIS;
    elsewhere.tell(Work.WRITE, "scored.xlsx", 1, 5);
    elsewhere.end();
    assertThat(said()).isEmpty();
  }
}
