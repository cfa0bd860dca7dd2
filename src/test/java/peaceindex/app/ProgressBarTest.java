package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import peaceindex.problem.Lang;

class ProgressBarTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  private ProgressBar bar(boolean terminal) {
    PrintStream err = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new ProgressBar(err, terminal, Lang.EN, nanos::get);
  }

  private String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shortWorkShowsNothing() {
    ProgressBar bar = bar(true);
    nanos.set(900_000_000L);
    bar.step(1, 2);
    bar.step(2, 2);
    bar.end();
    assertThat(shown()).isEmpty();
  }

  @Test
  void longWorkShowsABarAndTakesItAway() {
    ProgressBar bar = bar(true);
    nanos.set(1_500_000_000L);
    bar.step(1, 2);
    assertThat(shown()).isEqualTo("\rReading returns [###############...............] 1/2");
    bar.end();
    assertThat(shown()).endsWith("\r\033[K");
  }

  @Test
  void withoutATerminalThereIsNoBar() {
    ProgressBar bar = bar(false);
    nanos.set(5_000_000_000L);
    bar.step(1, 2);
    bar.end();
    assertThat(shown()).isEmpty();
  }
}
