package peaceindex.returns.check;

import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Problems;

/** One rule of sense over the figures of one period. */
interface Check {

  /** Reports what breaks the rule, and marks what must not be used as unusable. */
  void run(Panel panel, Period period, Problems problems);
}
