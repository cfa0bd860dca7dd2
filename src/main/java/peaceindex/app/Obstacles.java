package peaceindex.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.report.Placement;

/** What makes it pointless to begin. */
final class Obstacles {
  private Obstacles() {}

  /** The period on the command line cannot be one of this index. */
  static Optional<Problem> period(@Nullable String period, Frequency frequency) {
    return period == null || isOf(frequency, period)
        ? Optional.empty()
        : Optional.of(unreadable(period, example(frequency)));
  }

  /** The period on the command line is neither one of this index nor a span of them. */
  static Optional<Problem> periodOrSpan(@Nullable String period, Frequency frequency) {
    boolean isSpan =
        period != null
            && Period.parse(period).filter(span -> !span.parts(frequency).isEmpty()).isPresent();
    if (period == null || isSpan || isOf(frequency, period)) {
      return Optional.empty();
    }
    boolean hasSpans = frequency != Frequency.NONE && frequency != Frequency.YEAR;
    Text example = example(frequency);
    return Optional.of(
        unreadable(
            period,
            hasSpans ? Messages.phrase("period.example.orLonger", "example", example) : example));
  }

  private static boolean isOf(Frequency frequency, String period) {
    return Period.parse(period).filter(p -> p.frequency() == frequency).isPresent();
  }

  private static Text example(Frequency frequency) {
    return Messages.phrase("period.example." + frequency);
  }

  private static Problem unreadable(String period, Text expected) {
    return Problem.of(Code.PERIOD_UNREADABLE, Place.NONE, "found", period, "expected", expected);
  }

  /** Nothing can be written where outputs should go, or it would be read as a return next time. */
  static Optional<Problem> output(WorkspaceOptions where) {
    return inTheWay(where).or(() -> insideRead(where, where.input()));
  }

  /** A file stands where the folder of outputs should be. */
  static Optional<Problem> inTheWay(WorkspaceOptions where) {
    return Placement.fileAbove(where.output())
        .map(file -> Problem.of(Code.OUTPUT_IN_THE_WAY, Place.NONE, "found", where.locate(file)));
  }

  /** What is written would be among what is read. */
  static Optional<Problem> insideRead(WorkspaceOptions where, Path read) {
    return where.output().startsWith(read)
        ? Optional.of(
            Problem.of(Code.OUTPUT_INSIDE_INPUT, Place.NONE, "found", where.locate(where.output())))
        : Optional.empty();
  }
}
