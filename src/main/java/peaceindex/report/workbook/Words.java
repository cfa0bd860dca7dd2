package peaceindex.report.workbook;

import peaceindex.panel.Period;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/** The words of the workbooks in one language: the messages under {@code book.}. */
public record Words(Lang lang) {

  /** The phrase under {@code book.key}; arguments as name, value, name, value … */
  public String say(String key, Object... namesAndValues) {
    return Messages.say("book." + key, lang, namesAndValues);
  }

  public String in(Text text) {
    return text.in(lang);
  }

  public String in(Period period) {
    return in(period.words());
  }
}
