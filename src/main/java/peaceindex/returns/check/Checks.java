package peaceindex.returns.check;

import java.util.List;
import java.util.function.ToDoubleFunction;
import peaceindex.panel.Field;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Problems;

/** All rules of sense, in the order in which they are applied. */
public final class Checks {
  /** Rules that look at one period alone. */
  private static final List<Check> OF_THE_PERIOD =
      List.of(
          new MissingFigure(),
          new NegativeFigure(),
          new PercentageRange(),
          new DecimalCount(),
          new PartExceedsWhole(),
          new AllHundred());

  private Checks() {}

  /**
   * Applies every rule to every period of the panel.
   *
   * @param jump how far a figure of a field may be from the unit's own past, see {@link Jump}
   */
  public static void run(Panel panel, ToDoubleFunction<Field> jump, Problems problems) {
    Verdicts verdicts = new Verdicts(panel, problems);
    for (Period period : panel.periods()) {
      for (Check check : OF_THE_PERIOD) {
        check.run(panel, period, verdicts);
        verdicts.enforce();
      }
    }
    // What makes no sense by itself is out by now, so the past is a past of usable figures.
    for (Check check : List.of(new Jump(jump), new SameAsBefore())) {
      for (Period period : panel.periods()) {
        check.run(panel, period, verdicts);
      }
      verdicts.enforce();
    }
  }
}
