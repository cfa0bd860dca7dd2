package peaceindex.report;

import java.util.List;
import java.util.Optional;
import peaceindex.index.IndexDefinition;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Lang;
import peaceindex.problem.Problem;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;

/**
 * Everything that a report may show: what was read, what was computed from it, and for whom it is
 * written.
 *
 * @param period the period that is published; it has a standing
 * @param problems everything found wrong in the returns
 * @param date the date to print on pages; nothing is printed without one
 * @param provenance the program and the files that the results come from
 */
public record Findings(
    IndexDefinition index,
    PageSettings page,
    Panel panel,
    Trend trend,
    Period period,
    List<Problem> problems,
    Lang lang,
    Optional<String> date,
    Provenance provenance) {

  /** Findings of which nobody asks from what files they come. */
  public Findings(
      IndexDefinition index,
      PageSettings page,
      Panel panel,
      Trend trend,
      Period period,
      List<Problem> problems,
      Lang lang,
      Optional<String> date) {
    this(index, page, panel, trend, period, problems, lang, date, Provenance.NONE);
  }

  /** The standing of the period that is published. */
  public Standing standing() {
    return trend.at(period).orElseThrow();
  }
}
