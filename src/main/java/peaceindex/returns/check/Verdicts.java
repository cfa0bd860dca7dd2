package peaceindex.returns.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;

/**
 * Takes what the rules find. Where that is an error, by itself or because configuration says so,
 * the figures that it concerns are not used; a warning lets them pass.
 *
 * <p>Figures are withdrawn only when a rule has seen all it looks at, so that a return is still
 * there to be compared with the next one.
 */
final class Verdicts {
  private record Withdrawal(Period period, int unit, int field) {}

  private final Panel panel;
  private final Problems problems;
  private final List<Withdrawal> withdrawals = new ArrayList<>();

  Verdicts(Panel panel, Problems problems) {
    this.panel = panel;
    this.problems = problems;
  }

  /** Adds a problem with some figures of a unit, or with their lack. */
  void add(Problem problem, Period period, int unit, int... fields) {
    if (problems.add(problem).isError()) {
      for (int field : fields) {
        withdrawals.add(new Withdrawal(period, unit, field));
      }
    }
  }

  /** Adds a problem with the whole return of a unit. */
  void addForAll(Problem problem, Period period, int unit) {
    add(problem, period, unit, IntStream.range(0, panel.fields().size()).toArray());
  }

  /** Withdraws the figures of all errors so far. */
  void enforce() {
    for (Withdrawal w : withdrawals) {
      if (panel.status(w.period(), w.unit(), w.field()) == CellStatus.REPORTED) {
        panel.withdraw(w.period(), w.unit(), w.field());
      }
    }
    withdrawals.clear();
  }
}
