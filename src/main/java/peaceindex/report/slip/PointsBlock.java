package peaceindex.report.slip;

import java.util.List;
import peaceindex.index.adjust.Adjustment;
import peaceindex.panel.Figures;
import peaceindex.problem.CellRef;
import peaceindex.problem.Messages;
import peaceindex.ranking.Standing;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.NumberForm;
import peaceindex.report.workbook.UnitColumns;

/** The unit's points beside the score, each with its reason and the cell it came from. */
final class PointsBlock {
  private final Subject subject;
  private final Standing standing;

  PointsBlock(Subject subject) {
    this.subject = subject;
    this.standing = subject.standing();
  }

  /** Nothing where there are no rules for points. */
  void write(Grid grid) {
    if (standing.scores().rules().rules().isEmpty()) {
      return;
    }
    grid.caption(subject.say("caption.points"));
    List<Adjustment> lines =
        standing.adjustments().stream().filter(line -> line.unit() == subject.unit()).toList();
    if (lines.isEmpty()) {
      grid.note(subject.say("note.noPoints"));
      return;
    }
    NumberForm form = UnitColumns.pointsForm(standing.rules());
    List<Integer> spans = grid.spans(1, 2, 4, 4);
    grid.head(
        spans,
        List.of(
            subject.words().say("column.rule"),
            subject.words().say("column.times"),
            subject.words().say("column.points"),
            subject.words().say("column.why"),
            subject.say("column.place")));
    for (Adjustment line : lines) {
      grid.row(
          spans,
          List.of(
              Cell.word(subject.in(line.name())),
              Cell.number(line.times(), NumberForm.WHOLE),
              Cell.number(line.points(), form),
              Cell.word(subject.discreet(subject.in(line.why()))),
              Cell.word(
                  subject
                      .panel()
                      .origins()
                      .cell(line.origin())
                      .map(CellRef::show)
                      .map(subject::discreet)
                      .orElse(""))));
    }
    if (standing.isRanked(subject.unit())) {
      grid.note(
          Messages.say(
              "explain.withPoints",
              subject.findings().lang(),
              "score",
              Figures.plain(standing.publishedBeforePoints(subject.unit())),
              "points",
              Figures.plain(standing.points(subject.unit())),
              "index",
              Figures.plain(standing.published(subject.unit()))));
    }
  }
}
