package peaceindex.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.report.Publication;
import peaceindex.report.TextTable;
import peaceindex.returns.ReturnsReader;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where the time of a run goes, by the wall clock, from the moment the command begins: what the JVM
 * needs to start is not in it. A stage may come more than once; its times are added up.
 */
final class Timings {

  /** The stages of a run; those that a run never enters are not shown. */
  enum Stage {
    /** Configuration, and all else before returns are opened. */
    SET_UP,
    READ,
    CHECK,
    SCORE,
    WRITE,
    DRAW,
    VERIFY;

    private String title(Lang lang) {
      return Messages.say("timings." + name(), lang);
    }
  }

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final OptionSpec asked = Command.flag("--timings", "timings");

  private final LongSupplier nanos;
  private final Map<Stage, Long> spent = new EnumMap<>(Stage.class);
  private @Nullable Stage stage;
  private long since;

  /**
   * @param nanos a clock that goes on evenly; when it began does not matter
   */
  Timings(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The option that asks for them. */
  ArgSpec argument() {
    return asked;
  }

  /** Begins a stage, which ends the one before. */
  void begin(Stage next) {
    end();
    stage = next;
    since = nanos.getAsLong();
  }

  /** Ends the stage under way, if there is one. */
  void end() {
    if (stage != null) {
      spent.merge(stage, nanos.getAsLong() - since, Long::sum);
      stage = null;
    }
  }

  /** Shows how far reading has come, and tells its time from that of checking. */
  ReturnsReader.Progress watching(ReturnsReader.Progress shown) {
    begin(Stage.READ);
    return new ReturnsReader.Progress() {
      @Override
      public void step(int done, int of) {
        shown.step(done, of);
      }

      @Override
      public void checking() {
        begin(Stage.CHECK);
      }
    };
  }

  /** Enters the stage of what is being done to publish. */
  void begin(Publication.Work work) {
    begin(
        switch (work) {
          case WRITE -> Stage.WRITE;
          case DRAW -> Stage.DRAW;
          case VERIFY -> Stage.VERIFY;
        });
  }

  /** Ends the run and tells where its time went, if that was asked for. */
  void tell(Console console) {
    end();
    if (Command.isGiven(asked)) {
      console.remark(lines(console.lang()));
    }
  }

  /** A table: stage, milliseconds, share of the whole. */
  List<String> lines(Lang lang) {
    long whole = spent.values().stream().mapToLong(Long::longValue).sum();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Messages.say("timings.stage", lang),
            Messages.say("timings.millis", lang),
            Messages.say("timings.share", lang)));
    spent.forEach((of, time) -> rows.add(row(of.title(lang), time, whole)));
    rows.add(row(Messages.say("timings.whole", lang), whole, whole));
    return TextTable.lines(rows, Set.of(0));
  }

  private static List<String> row(String title, long time, long whole) {
    double share = whole == 0 ? 0 : 100.0 * time / whole;
    return List.of(
        title,
        String.valueOf(Math.round((double) time / NANOS_PER_MILLI)),
        String.format(Locale.ROOT, "%.1f%%", share));
  }
}
