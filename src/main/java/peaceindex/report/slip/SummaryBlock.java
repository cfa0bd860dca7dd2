package peaceindex.report.slip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import peaceindex.panel.Frequency;
import peaceindex.panel.Group;
import peaceindex.panel.Period;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.ranking.Movement;
import peaceindex.ranking.NotRanked;
import peaceindex.ranking.Standing;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.Look;
import peaceindex.report.workbook.NumberForm;
import peaceindex.report.workbook.UnitColumns;

/** Where the unit stands and how it moved, in two rows of large facts; why it has no rank. */
final class SummaryBlock {
  private final Subject subject;
  private final Standing standing;
  private final int unit;
  private final List<String> headings = new ArrayList<>();
  private final List<Cell> facts = new ArrayList<>();

  SummaryBlock(Subject subject) {
    this.subject = subject;
    this.standing = subject.standing();
    this.unit = subject.unit();
  }

  void write(Grid grid) {
    place();
    flush(grid);
    movement();
    flush(grid);
    remarks().forEach(grid::note);
  }

  private void place() {
    fact("index", subject.score(standing.published(unit), Cell.NOTHING));
    fact("rank", Subject.rank(standing, standing.rank(unit), standing.ranking().size()));
    Optional<Group> group = subject.panel().roster().group(subject.who().group());
    group.ifPresent(
        of ->
            fact(
                "groupRank",
                Subject.rank(standing, standing.groupRank(unit), subject.county().ranked(of.id())),
                "group",
                of.name()));
    if (!standing.rules().bands().isEmpty()) {
      fact(
          "band",
          standing
              .band(unit)
              .map(band -> UnitColumns.band(band, subject.words()))
              .orElse(Cell.centred(Cell.NOTHING)));
    }
    fact("mean", subject.score(standing.publishedMean(), Cell.NOTHING));
    fact("fromMean", change(moved().fromMean()));
  }

  private void movement() {
    Period period = standing.period();
    Movement moved = moved();
    if (period.previous().isPresent()) {
      fact("previous.index", change(moved.index()));
      fact("previous.rank", places(moved.rank()));
    }
    if (period.yearEarlier().isPresent()) {
      fact("year.index", change(moved.yearIndex()));
      fact("year.rank", places(moved.yearRank()));
    }
    if (period.frequency() == Frequency.MONTH) {
      fact("yearToDate", subject.score(moved.yearToDate(), Cell.NOTHING));
      fact(
          "yearToDateRank",
          Cell.number(moved.yearToDateRank(), NumberForm.rank(standing.rules().ties())));
    }
  }

  private Movement moved() {
    return subject.findings().trend().movement(standing.period(), unit);
  }

  private void fact(String key, Cell cell, Object... arguments) {
    headings.add(subject.say("fact." + key, arguments));
    facts.add(cell instanceof Cell.Figure ? cell.with(Look.CENTRED) : cell);
  }

  private void flush(Grid grid) {
    if (facts.isEmpty()) {
      return;
    }
    int[] even = Collections.nCopies(facts.size() - 1, 1).stream().mapToInt(i -> i).toArray();
    List<Integer> spans = grid.spans(even);
    grid.head(spans, headings);
    grid.row(spans, facts);
    headings.clear();
    facts.clear();
  }

  private Cell change(double change) {
    return Cell.number(change, NumberForm.change(subject.decimals()));
  }

  private Cell places(double places) {
    return Cell.number(places, NumberForm.places(standing.rules().ties()));
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!standing.isRanked(unit)) {
      NotRanked reason = standing.notRanked().get(unit);
      Text why = reason == null ? Messages.phrase("explain.notThere") : reason.reason();
      remarks.add(subject.say("notRanked", "reason", why));
    }
    if (standing.isPutLast(unit)) {
      remarks.add(Messages.say("explain.putLast", subject.findings().lang()));
    }
    Optional<Band> otherwise = standing.bandBeforeVeto(unit);
    if (!otherwise.equals(standing.band(unit))) {
      otherwise.ifPresent(
          band ->
              remarks.add(
                  Messages.say("explain.capped", subject.findings().lang(), "band", band.name())));
    }
    return remarks;
  }
}
