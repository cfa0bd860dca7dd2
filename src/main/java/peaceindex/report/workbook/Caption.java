package peaceindex.report.workbook;

import peaceindex.problem.Text;
import peaceindex.report.Findings;

/**
 * What stands around a table.
 *
 * @param sheet what the tab says
 * @param title above the table
 * @param office who publishes; may be empty
 * @param date may be empty
 * @param footer at the foot of every page of paper
 */
record Caption(String sheet, String title, String office, String date, String footer) {

  /** The caption of a page of findings. */
  static Caption of(Page page, Findings findings, Words words) {
    return new Caption(
        words.say("sheet." + page.name()),
        title(page, findings, words),
        office(findings.page().organisation(), words),
        findings.date().map(day -> words.say("date", "date", day)).orElse(""),
        words.say("footer"));
  }

  /** The line that names the office; empty if there is none. */
  static String office(Text organisation, Words words) {
    return words.in(organisation).isEmpty() ? "" : words.say("office", "name", organisation);
  }

  private static String title(Page page, Findings findings, Words words) {
    String period = words.in(findings.period());
    return SafeText.of(
        words.say(
            period.isEmpty() ? "title.timeless" : "title",
            "area",
            findings.index().area(),
            "index",
            findings.index().name(),
            "period",
            period,
            "page",
            words.say("head." + page.name())));
  }
}
