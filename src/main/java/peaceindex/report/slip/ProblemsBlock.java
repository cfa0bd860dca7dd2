package peaceindex.report.slip;

import java.util.List;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.report.workbook.Cell;

/** What is wrong with the unit's own return; nothing where nothing is. */
final class ProblemsBlock {
  private final Subject subject;

  ProblemsBlock(Subject subject) {
    this.subject = subject;
  }

  void write(Grid grid) {
    List<Problem> problems = subject.county().problems(subject.unit());
    if (problems.isEmpty()) {
      return;
    }
    grid.caption(subject.say("caption.problems", "count", problems.size()));
    List<Integer> spans = grid.spans(2, 1, 7);
    grid.head(
        spans,
        List.of(
            subject.say("column.place"),
            subject.words().say("column.severity"),
            subject.words().say("column.problem"),
            subject.words().say("column.message")));
    for (Problem problem : problems) {
      grid.row(
          spans,
          List.of(
              Cell.word(subject.discreet(problem.where().show())),
              Cell.centred(subject.in(problem.severity().label())),
              Cell.centred(problem.code().id()),
              Cell.word(subject.discreet(Messages.text(problem, subject.findings().lang())))));
    }
  }
}
