package peaceindex.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Severity;
import peaceindex.returns.Contents;

/**
 * The table with which a check ends, for a terminal: a row a unit, whether its returns arrived and
 * are complete, what is wrong with them, whether they were late or are missing.
 *
 * <p>Of one period it says so in words, of several it counts the periods. A unit of which nothing
 * arrived is listed only where its return was due. Problems of no particular unit have a row of
 * their own at the end.
 */
public final class CheckText {
  /** With more units than this, those of which there is nothing to say are left out. */
  private static final int MOST = 60;

  private final Checked checked;
  private final Panel panel;
  private final Lang lang;
  private final List<Period> periods;

  /** What there is to say of one unit; the last one is for what concerns none in particular. */
  private static final class Tally {
    /** In how many periods the unit exists. */
    int expected;

    int arrived;
    int complete;
    int errors;
    int warnings;
    int late;
    int missing;

    boolean hasAnything() {
      return arrived + errors + warnings + late + missing > 0;
    }

    boolean isRemarkable() {
      return errors + warnings + late + missing > 0 || complete < arrived;
    }
  }

  private CheckText(Checked checked) {
    this.checked = checked;
    this.panel = checked.panel();
    this.lang = checked.lang();
    this.periods = panel.periods();
  }

  /** The lines of the table: a title, a header, a row a unit, and what was left out. */
  public static List<String> lines(Checked checked) {
    return new CheckText(checked).lines();
  }

  private List<String> lines() {
    int units = panel.roster().size();
    List<Tally> tallies = tallies();
    List<List<String>> rows = new ArrayList<>();
    rows.add(header());
    int left = 0;
    for (int unit = 0; unit <= units; unit++) {
      Tally tally = tallies.get(unit);
      boolean shown = units > MOST || unit == units ? tally.isRemarkable() : tally.hasAnything();
      if (shown && rows.size() <= MOST) {
        rows.add(unit < units ? row(name(unit), tally) : errorsOnly(say("others"), tally));
      } else {
        left += unit < units && (shown || tally.hasAnything()) ? 1 : 0;
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.add("");
    if (rows.size() > 1) {
      lines.addAll(TextTable.lines(rows, isOne() ? Set.of(0, 1, 2, 5, 6) : Set.of(0)));
    }
    if (left > 0) {
      boolean quiet = rows.size() <= MOST;
      lines.add(Messages.say(quiet ? "check.quiet" : "check.more", lang, "count", left));
    }
    return lines;
  }

  private String name(int unit) {
    Period last = periods.isEmpty() ? Period.ALL : periods.get(periods.size() - 1);
    return panel.roster().name(unit, last).in(lang);
  }

  private boolean isOne() {
    return periods.size() <= 1;
  }

  private String title() {
    String span =
        periods.isEmpty()
            ? ""
            : isOne()
                ? periods.get(0).words().in(lang)
                : Messages.say(
                    "check.span",
                    lang,
                    "first",
                    periods.get(0).words(),
                    "last",
                    periods.get(periods.size() - 1).words());
    return Messages.say(
            span.isEmpty() ? "check.titleTimeless" : "check.title",
            lang,
            "period",
            span,
            "files",
            checked.sources().size())
        .strip();
  }

  private List<String> header() {
    List<String> header = new ArrayList<>();
    for (String key :
        List.of("unit", "arrived", "complete", "errors", "warnings", "late", "missing")) {
      header.add(say(key));
    }
    return header;
  }

  private List<String> row(String name, Tally tally) {
    if (isOne()) {
      return List.of(
          name,
          say(tally.arrived > 0 ? "yes" : "no"),
          say(tally.complete > 0 ? "yes" : "no"),
          count(tally.errors),
          count(tally.warnings),
          tally.late > 0 ? say("isLate") : "—",
          tally.missing > 0 ? say("isMissing") : "—");
    }
    return List.of(
        name,
        tally.arrived + "/" + tally.expected,
        tally.complete + "/" + tally.expected,
        count(tally.errors),
        count(tally.warnings),
        count(tally.late),
        count(tally.missing));
  }

  private List<String> errorsOnly(String name, Tally tally) {
    List<String> row = new ArrayList<>(Collections.nCopies(7, ""));
    row.set(0, name);
    row.set(3, count(tally.errors));
    row.set(4, count(tally.warnings));
    return row;
  }

  private String say(String key) {
    return Messages.say("check." + key, lang);
  }

  private static String count(int count) {
    return Integer.toString(count);
  }

  private List<Tally> tallies() {
    List<Tally> tallies = new ArrayList<>();
    for (int unit = 0; unit <= panel.roster().size(); unit++) {
      tallies.add(new Tally());
    }
    for (Period period : periods) {
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        tallies.get(unit).expected += panel.roster().isActive(unit, period) ? 1 : 0;
        if (panel.hasArrived(period, unit)) {
          tallies.get(unit).arrived++;
          tallies.get(unit).complete += isComplete(period, unit) ? 1 : 0;
        }
      }
    }
    Contents contents = Contents.of(panel);
    Map<String, Integer> numbers = new HashMap<>();
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      numbers.put(panel.roster().get(unit).id(), unit);
    }
    for (Problem problem : checked.problems()) {
      Tally tally = tallies.get(unitOf(problem, contents, numbers));
      if (problem.code() == Code.UNIT_MISSING) {
        tally.missing++;
      } else if (problem.code() == Code.RETURN_LATE) {
        tally.late++;
      } else {
        tally.errors += problem.severity() == Severity.ERROR ? 1 : 0;
        tally.warnings += problem.severity() == Severity.WARNING ? 1 : 0;
      }
    }
    return tallies;
  }

  /** Whether every figure that is due and applies is there and can be used. */
  private boolean isComplete(Period period, int unit) {
    for (int field = 0; field < panel.fields().size(); field++) {
      CellStatus status = panel.status(period, unit, field);
      if (status != CellStatus.REPORTED && status.isExpected()) {
        return false;
      }
    }
    return true;
  }

  /** The unit that a problem is about, or whose return it is in; the number of units if none. */
  private int unitOf(Problem problem, Contents contents, Map<String, Integer> numbers) {
    int named = numbers.getOrDefault(problem.unit(), -1);
    int only = named >= 0 ? named : contents.unitOf(problem.where().file());
    return only >= 0 ? only : panel.roster().size();
  }
}
