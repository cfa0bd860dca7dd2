package peaceindex.report.slip;

import peaceindex.index.IndexTree;
import peaceindex.panel.Panel;
import peaceindex.panel.Unit;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.NumberForm;
import peaceindex.report.workbook.Words;

/**
 * The unit that a slip is about, and what its blocks look up of it.
 *
 * @param unit number of the unit on the roster
 */
record Subject(Findings findings, County county, int unit) {

  Standing standing() {
    return findings.standing();
  }

  Panel panel() {
    return findings.panel();
  }

  /** The unit under the name that it has in the period. */
  Unit who() {
    return panel().roster().get(unit, findings.period());
  }

  /** The rules of the unit's group. */
  IndexTree rules() {
    return standing().tree().of(who().group());
  }

  /** The words that slips share with the other workbooks. */
  Words words() {
    return new Words(findings.lang());
  }

  String say(String key, Object... namesAndValues) {
    return Messages.say("slip." + key, findings.lang(), namesAndValues);
  }

  String in(Text text) {
    return text.in(findings.lang());
  }

  /** A stranger's words, or a remark in their place if they speak of another unit. */
  String discreet(String text) {
    return county.discretion().tells(text, unit) ? say("leftOut") : text;
  }

  /** A published score, or what stands there instead. */
  Cell score(double published, String instead) {
    return Cell.number(published, NumberForm.fixed(decimals()), instead);
  }

  int decimals() {
    return standing().rules().decimals();
  }

  /** A rank and how many there are; it stays a number. */
  static Cell rank(Standing standing, double rank, int count) {
    return Cell.number(rank, NumberForm.rank(standing.rules().ties()).marked("/ " + count));
  }
}
