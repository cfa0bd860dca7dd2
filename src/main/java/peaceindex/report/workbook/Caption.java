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
  /** Between office and date. */
  private static final double BETWEEN = 4;

  /** The caption of a page of findings. */
  static Caption of(Page page, Findings findings, Words words) {
    return new Caption(
        words.say("sheet." + page.name()),
        title(words.say("head." + page.name()), findings, words),
        office(findings.page().organisation(), words),
        findings.date().map(day -> words.say("date", "date", day)).orElse(""),
        words.say("footer"));
  }

  /** Whether a line with office and date stands below the title. */
  boolean hasByline() {
    return !office.isEmpty() || !date.isEmpty();
  }

  /** The width it needs, in digits of the body font. */
  double width() {
    return Math.max(
        PaperSheet.titleWidth(title), TextWidth.of(office) + TextWidth.of(date) + BETWEEN);
  }

  /** The line that names the office; empty if there is none. */
  static String office(Text organisation, Words words) {
    return words.in(organisation).isEmpty() ? "" : words.say("office", "name", organisation);
  }

  /** What the findings are of, then what it is that follows. */
  static String title(String what, Findings findings, Words words) {
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
            what));
  }
}
