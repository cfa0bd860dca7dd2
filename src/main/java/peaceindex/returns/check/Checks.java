package peaceindex.returns.check;

import java.util.List;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Problems;

/** All rules of sense, in the order in which they are applied. */
public final class Checks {
  private static final List<Check> ALL =
      List.of(
          new MissingFigure(),
          new NegativeFigure(),
          new PercentageRange(),
          new DecimalCount(),
          new PartExceedsWhole());

  private Checks() {}

  /** Applies every rule to one period. */
  public static void run(Panel panel, Period period, Problems problems) {
    ALL.forEach(check -> check.run(panel, period, problems));
  }
}
