package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import peaceindex.app.Timings.Stage;
import peaceindex.problem.Lang;
import peaceindex.report.Publication.Work;
import peaceindex.returns.ReturnsReader;

/** The clock is a number that the test turns. */
class TimingsTest {
  private final AtomicLong nanos = new AtomicLong(17);
  private final Timings timings = new Timings(nanos::get);

  private void pass(int millis) {
    nanos.addAndGet(millis * 1_000_000L);
  }

  private void run() {
    timings.begin(Stage.SET_UP);
    pass(100);
    ReturnsReader.Progress reading = timings.watching((done, of) -> pass(150));
    reading.step(1, 2);
    reading.step(2, 2);
    reading.checking();
    pass(50);
    timings.begin(Stage.SCORE);
    pass(50);
    for (Work work : new Work[] {Work.WRITE, Work.VERIFY, Work.DRAW, Work.WRITE}) {
      timings.begin(work);
      pass(work == Work.VERIFY ? 300 : 100);
    }
    timings.end();
    pass(1000);
  }

  @Test
  void everyStageHasItsTimeAndShare() {
    run();
    assertThat(String.join("\n", timings.lines(Lang.EN)) + "\n")
        .isEqualTo(
            """
            stage     ms   share
            set up   100    9.1%
            read     300   27.3%
            check     50    4.5%
            score     50    4.5%
            write    200   18.2%
            draw     100    9.1%
            verify   300   27.3%
            total   1100  100.0%
            """);
  }

  @Test
  void inChineseToo() {
    run();
    assertThat(timings.lines(Lang.ZH))
        .startsWith("步骤  毫秒    占比", "准备   100    9.1%")
        .endsWith("合计  1100  100.0%");
  }

  @Test
  void stagesThatARunNeverEnteredAreNotShown() {
    timings.begin(Stage.SET_UP);
    timings.end();
    assertThat(timings.lines(Lang.EN))
        .containsExactly("stage   ms  share", "set up   0   0.0%", "total    0   0.0%");
  }
}
