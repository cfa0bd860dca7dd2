package peaceindex.returns;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import peaceindex.panel.Event;
import peaceindex.panel.Figures;
import peaceindex.panel.Frequency;
import peaceindex.panel.Labels;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.returns.EventsLayout.Kind;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;
import peaceindex.sheet.Workbook;

/**
 * The register of events (加减分登记表): a list with a line an event, anywhere in the input folder, in
 * any format.
 *
 * <pre>
 * 单位名称 | 发生日期   | 加减分事项     | 次数
 * 青石镇   | 2025-12-03 | 获市级以上表彰 | 1
 * </pre>
 *
 * Unit, day and rule are needed; columns stand in any order. A rule is named by its id or one of
 * its names, nothing is guessed from a near miss. A column of points is only compared with the
 * rule. All other columns, above all remarks, are never read, and no text of a cell is ever quoted.
 *
 * <p>A sheet is a register if it has such a header, no column of which is a field of the returns,
 * and either calls itself one or names a rule that there is. It is no return: no unit arrives by
 * it, and nobody misses it.
 */
final class EventsRegister {

  /** A line that can be used. */
  private record Line(
      CellRef where, int unit, LocalDate date, Period period, Kind kind, int times, long origin) {}

  private static final int MOST_TIMES = 999;
  private static final int LONGEST_RULE = 60;
  private static final double LARGEST_SHOWN = 1e8;

  private static final Expression TIME =
      new Expression("[\\sT]+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?$");
  private static final Expression COMPACT = new Expression("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final Expression WITHOUT_YEAR =
      new Expression("(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]");
  private static final Expression FULL_DAY =
      new Expression("(?:19|20)\\d{2}\\s*[年./-]\\s*\\d{1,2}\\s*[月./-]\\s*\\d{1,2}");
  private static final Expression YEAR =
      new Expression("(?<!\\d)((?:19|20)\\d{2})(?:0[1-9]|1[0-2])?(?!\\d)");
  private static final Expression TIMES =
      new Expression("(\\d{1,3})(?:\\.0+)?\\s*(?:次|起|件|项|回|times?)?");

  /** What may stand around the name of a rule: 1. 获市级表彰（+2分/次）. */
  private static final Expression AROUND_RULE =
      new Expression(
          "^(?:\\d{1,2}[.、．](?!\\d)|[(（]\\d{1,2}[)）])"
              + "|[(（\\[][加减扣计]?[-+＋－−]?\\d+(?:\\.\\d+)?分?(?:[/每]次)?[)）\\]]$");

  /** Points under these words are a penalty without a sign. */
  private static final Expression PENALTY = new Expression("[减扣](?:分|值)");

  private static final Expression BOTH = new Expression("加");

  private final EventsLayout layout;
  private final Vocabulary words;
  private final UnitFinder units;
  private final Frequency frequency;
  private final Panel panel;
  private final Problems problems;
  private final Set<String> titles;
  private final List<Line> lines = new ArrayList<>();
  private final Memo<String, Boolean> rulesHeadings;
  private boolean saidNotAsked;

  EventsRegister(
      EventsLayout layout,
      Vocabulary words,
      UnitFinder units,
      Frequency frequency,
      Panel panel,
      Problems problems) {
    this.layout = layout;
    this.words = words;
    this.units = units;
    this.frequency = frequency;
    this.panel = panel;
    this.problems = problems;
    this.titles = Vocabulary.keys(layout.title());
    Set<String> rules = Vocabulary.keys(layout.rule());
    this.rulesHeadings = new Memo<>(text -> EventHeader.headsRules(text, rules));
  }

  /** Reads the registers of a workbook; what is left of it, which may hold returns. */
  Workbook read(ReturnFile file, Workbook workbook) {
    List<Cells> registers = new ArrayList<>();
    List<Cells> rest = new ArrayList<>();
    for (Cells cells : workbook.sheets()) {
      (isRegister(file, cells) ? registers : rest).add(cells);
    }
    if (registers.isEmpty()) {
      return workbook;
    }
    boolean isSample = registers.stream().allMatch(s -> WorkbookReader.isSample(s.sheet()));
    for (Cells cells : registers) {
      if (!isSample && WorkbookReader.isSample(cells.sheet())) {
        CellRef where = CellRef.sheet(file.shown(), cells.sheet());
        problems.add(Code.SHEET_OF_OTHER_PERIOD, where, "found", Text.of(cells.sheet()));
      } else {
        readSheet(file, cells);
      }
    }
    return new Workbook(rest, workbook.hidden());
  }

  /** Says of a workbook in which nothing was found that it calls itself a register, if it does. */
  boolean isUnreadable(ReturnFile file, Workbook workbook) {
    boolean named = isTitle(file.name());
    for (Cells cells : workbook.sheets()) {
      named |= isTitle(cells.sheet());
      named |= cells.texts(0, Math.min(3, cells.lastRow() + 1)).stream().anyMatch(this::isTitle);
    }
    if (named && layout.asksForEvents()) {
      sayUnreadable(CellRef.file(file.shown()));
    } else if (named) {
      sayNotAsked(file);
    }
    return named;
  }

  private boolean isTitle(String text) {
    String key = text.length() > Vocabulary.LONGEST ? "" : Labels.key(text);
    return titles.stream().anyMatch(key::contains);
  }

  private boolean isRegister(ReturnFile file, Cells cells) {
    Optional<EventHeader> header = EventHeader.find(cells, layout, rulesHeadings::of);
    if (header.isEmpty() || header.get().namesField(cells, words)) {
      return false;
    }
    return isTitle(file.name())
        || isTitle(cells.sheet())
        || cells.texts(0, header.get().row()).stream().anyMatch(this::isTitle)
        || namesRule(cells, header.get());
  }

  private boolean namesRule(Cells cells, EventHeader header) {
    for (int row = header.row() + 1; row <= cells.lastRow(); row++) {
      String text = text(cells, row, header.rule());
      if (layout.kinds().all().stream().anyMatch(kinds -> kind(kinds, text).isPresent())) {
        return true;
      }
    }
    return false;
  }

  private void sayNotAsked(ReturnFile file) {
    if (!saidNotAsked) {
      problems.add(Code.EVENTS_NOT_ASKED, CellRef.file(file.shown()));
      saidNotAsked = true;
    }
  }

  private void sayUnreadable(CellRef where) {
    String expected =
        String.join(" / ", layout.unit().get(0), layout.date().get(0), layout.rule().get(0));
    problems.add(Code.EVENTS_UNREADABLE, where, "expected", expected);
  }

  private void readSheet(ReturnFile file, Cells cells) {
    if (!layout.asksForEvents()) {
      sayNotAsked(file);
      return;
    }
    EventHeader header = EventHeader.find(cells, layout, rulesHeadings::of).orElseThrow();
    if (!header.clear()) {
      sayUnreadable(CellRef.sheet(file.shown(), cells.sheet()));
      return;
    }
    Optional<Integer> year = year(file, cells, header);
    for (int row = header.row(); row <= cells.lastRow(); row++) {
      // Printed pages repeat the header, and a second list may have its columns in another order.
      Optional<EventHeader> again = EventHeader.at(cells, row, layout);
      header = again.orElse(header);
      if (again.isPresent() && !header.clear()) {
        sayUnreadable(CellRef.sheet(file.shown(), cells.sheet()));
        return;
      }
      if (again.isEmpty() && row > header.row() && isLine(cells, row, header)) {
        readLine(file, cells, row, header, year);
      }
    }
  }

  /** Whether a row is meant to be an event, and not a total, a note, or a line for signatures. */
  private boolean isLine(Cells cells, int row, EventHeader header) {
    int unitCell = cells.shownAt(row, header.unit());
    int dateCell = cells.shownAt(row, header.date());
    int ruleCell = cells.shownAt(row, header.rule());
    boolean across =
        (unitCell >= 0 && (unitCell == dateCell || unitCell == ruleCell))
            || (dateCell >= 0 && dateCell == ruleCell);
    String unit = text(cells, row, header.unit());
    String label = unit.split("[:：]", 2)[0];
    boolean isUnit = units.find(unit) >= 0;
    if (across
        || (!isUnit && (words.isTotalOrRemark(unit) || words.isPersonal(label)))
        || (cells.at(row, header.unit()) < 0
            && cells.at(row, header.date()) < 0
            && cells.at(row, header.rule()) < 0)) {
      return false;
    }
    if (dateCell < 0 && ruleCell < 0) {
      // The unit alone: nothing happened, unless somebody says how often.
      return isUnit && header.times() >= 0 && cells.at(row, header.times()) >= 0;
    }
    if (unitCell < 0 && (dateCell < 0 || ruleCell < 0)) {
      String rule = text(cells, row, header.rule());
      return layout.kinds().all().stream().anyMatch(kinds -> kind(kinds, rule).isPresent());
    }
    return true;
  }

  private void readLine(
      ReturnFile file, Cells cells, int row, EventHeader header, Optional<Integer> year) {
    CellRef at = cells.where(row, header.rule());
    if (isStruck(cells, row, header)) {
      problems.add(Code.EVENT_STRUCK_OUT, at);
      return;
    }
    CellRef unitAt = cells.where(row, header.unit());
    int unit = units.require("", text(cells, row, header.unit()), () -> unitAt, () -> unitAt);
    String about = unit < 0 ? "" : units.idOf(unit);
    Optional<LocalDate> date = date(cells, row, header.date(), year);
    if (date.isEmpty()) {
      add(
          Code.EVENT_DATE,
          cells.where(row, header.date()),
          about,
          quoted(cells, row, header.date()));
    }
    Optional<Period> period = date.map(day -> Period.of(day, frequency));
    Optional<Kind> kind = rule(cells, row, header, period, about);
    Optional<Integer> times = times(cells, row, header.times());
    if (times.isEmpty()) {
      Text found =
          isMergedDown(cells, row, header.times())
              ? Messages.phrase("event.mergedTimes")
              : quoted(cells, row, header.times());
      add(Code.EVENT_TIMES, cells.where(row, header.times()), about, found);
    }
    if (unit < 0 || date.isEmpty() || kind.isEmpty() || times.isEmpty()) {
      return;
    }
    boolean counts = pointsAgree(cells, row, header, kind.get(), times.get(), about);
    counts &= isInFolder(file, cells.where(row, header.date()), date.get(), about);
    if (counts) {
      long origin =
          panel
              .origins()
              .pack(
                  cells.file(),
                  cells.sheet(),
                  cells.sentRow(row, header.rule()),
                  cells.sentColumn(row, header.rule()));
      lines.add(
          new Line(at, unit, date.get(), period.orElseThrow(), kind.get(), times.get(), origin));
    }
  }

  private boolean isStruck(Cells cells, int row, EventHeader header) {
    for (int column : List.of(header.unit(), header.date(), header.rule(), header.times())) {
      int cell = column < 0 ? -1 : cells.shownAt(row, column);
      if (cell >= 0 && cells.is(cell, Cells.Fact.STRUCK)) {
        return true;
      }
    }
    return false;
  }

  // --- the rule

  private Optional<Kind> rule(
      Cells cells, int row, EventHeader header, Optional<Period> period, String about) {
    String text = text(cells, row, header.rule());
    List<Kind> ever = layout.kinds().all().stream().flatMap(List::stream).toList();
    List<Kind> inForce = period.map(p -> layout.kinds().at(p).orElse(List.of())).orElse(ever);
    Optional<Kind> found = kind(inForce, text);
    if (found.isEmpty()) {
      Optional<Kind> once = kind(ever, text);
      List<String> labels = inForce.stream().flatMap(kind -> kind.labels().stream()).toList();
      Optional<String> nearest =
          text.length() > LONGEST_RULE ? Optional.empty() : Labels.nearest(text, labels);
      Text hint =
          once.map(kind -> Messages.phrase("event.notInForce", "name", kind.name()))
              .or(() -> nearest.map(name -> Messages.phrase("hint.didYouMean", "name", name)))
              .orElse(Text.of(""));
      problems.add(
          Problem.of(
                  Code.EVENT_UNKNOWN,
                  cells.where(row, header.rule()),
                  "found",
                  once.map(Kind::name).orElse(quoted(cells, row, header.rule())),
                  "hint",
                  hint)
              .about(about));
    }
    return found;
  }

  private static Optional<Kind> kind(List<Kind> kinds, String text) {
    if (text.isEmpty() || text.length() > LONGEST_RULE) {
      return Optional.empty();
    }
    String key = Labels.key(text);
    String plain = Labels.key(AROUND_RULE.matcher(text).replaceAll(""));
    for (String wanted : List.of(key, plain)) {
      for (Kind kind : kinds) {
        if (kind.labels().stream().anyMatch(label -> Labels.key(label).equals(wanted))) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether points written by hand are those of the rule: once or so often, repeated or not, with
   * or without the sign of a penalty. Whatever is no number says nothing.
   */
  private boolean pointsAgree(
      Cells cells, int row, EventHeader header, Kind kind, int times, String about) {
    int cell = header.points() < 0 ? -1 : cells.shownAt(row, header.points());
    if (cell < 0 || Double.isNaN(kind.points())) {
      return true;
    }
    String text = Normalizer.normalize(cells.text(cell), Normalizer.Form.NFKC).strip();
    text = text.replaceFirst("分$", "").replaceFirst("^[−–—]", "-");
    if (!text.matches("[+-]?\\d{1,6}(?:\\.\\d{1,6})?")) {
      return true;
    }
    double written = Double.parseDouble(text);
    String label = header.pointsLabel();
    boolean penalty = PENALTY.matcher(label).find() && !BOTH.matcher(label).find();
    double found = penalty && written > 0 ? -written : written;
    double most = kind.points() * times * Math.max(1, kind.repeat());
    boolean within =
        kind.points() == 0
            ? found == 0
            : found / kind.points() >= Math.min(1, kind.repeat()) && found / most <= 1;
    if (within) {
      return true;
    }
    Problem differs =
        Problem.of(
                Code.EVENT_POINTS,
                cells.where(row, header.points()),
                "found",
                Figures.plain(written),
                "rule",
                kind.name(),
                "expected",
                (kind.points() > 0 ? "+" : "") + Figures.plain(kind.points()))
            .about(about);
    return !problems.add(differs).isError();
  }

  // --- the day

  private static Optional<LocalDate> date(
      Cells cells, int row, int column, Optional<Integer> year) {
    int cell = cells.shownAt(row, column);
    if (cell < 0) {
      return Optional.empty();
    }
    if (cells.kind(cell) == Cells.Kind.DATE) {
      LocalDate date = cells.date(cell);
      return date.getYear() >= 1990 && date.getYear() < 2100 ? Optional.of(date) : Optional.empty();
    }
    String text = Normalizer.normalize(text(cells, row, column), Normalizer.Form.NFKC);
    String day = TIME.matcher(text).replaceFirst("").strip();
    Matcher compact = COMPACT.matcher(day);
    Matcher brief = WITHOUT_YEAR.matcher(day);
    if (compact.matches()) {
      day = compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3);
    } else if (brief.matches() && year.isPresent()) {
      day = year.get() + "-" + brief.group(1) + "-" + brief.group(2);
    }
    return PeriodText.day(day);
  }

  /** The year of days without one, on which folder, file, sheet and title must agree. */
  private Optional<Integer> year(ReturnFile file, Cells cells, EventHeader header) {
    Set<Integer> years = new TreeSet<>();
    file.folder().filter(p -> p.frequency() != Frequency.NONE).ifPresent(p -> years.add(p.year()));
    List<String> texts = new ArrayList<>(cells.texts(0, header.row()));
    texts.add(file.name());
    texts.add(cells.sheet());
    for (String text : texts) {
      String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
      Matcher matcher =
          YEAR.matcher(
              text.length() > Vocabulary.LONGEST ? "" : FULL_DAY.matcher(folded).replaceAll(" "));
      while (matcher.find()) {
        years.add(Integer.parseInt(matcher.group(1)));
      }
    }
    return years.size() == 1 ? Optional.of(years.iterator().next()) : Optional.empty();
  }

  private boolean isInFolder(ReturnFile file, CellRef where, LocalDate date, String about) {
    Period period = Period.of(date, frequency);
    return file.folder()
        .filter(folder -> folder.frequency() == frequency && period.compareTo(folder) > 0)
        .map(folder -> Messages.phrase("event.otherFolder", "period", folder))
        .map(reason -> mayCount(where, date, reason, about))
        .orElse(true);
  }

  private boolean mayCount(CellRef where, LocalDate date, Text reason, String about) {
    Problem odd =
        Problem.of(Code.EVENT_OUT_OF_TIME, where, "found", date.toString(), "reason", reason)
            .about(about);
    return !problems.add(odd).isError();
  }

  // --- how often

  private static Optional<Integer> times(Cells cells, int row, int column) {
    int cell = column < 0 ? -1 : cells.shownAt(row, column);
    if (cell < 0) {
      return Optional.of(1);
    }
    if (isMergedDown(cells, row, column)) {
      return Optional.empty();
    }
    String text =
        Normalizer.normalize(cells.text(cell), Normalizer.Form.NFKC)
            .strip()
            .toLowerCase(Locale.ROOT);
    Matcher matcher = TIMES.matcher(text);
    if (matcher.matches()) {
      return positive(Integer.parseInt(matcher.group(1)));
    }
    return Numerals.read(text.replaceFirst("[次起件项回]$", ""))
        .filter(numeral -> numeral.measure().isEmpty())
        .filter(numeral -> numeral.number().stripTrailingZeros().scale() <= 0)
        .filter(numeral -> numeral.number().abs().doubleValue() <= MOST_TIMES)
        .flatMap(numeral -> positive(numeral.number().intValue()));
  }

  private static Optional<Integer> positive(int times) {
    return times > 0 && times <= MOST_TIMES ? Optional.of(times) : Optional.empty();
  }

  /** Whether one number stands for several lines. */
  private static boolean isMergedDown(Cells cells, int row, int column) {
    Cells.Merge merge = cells.mergeAt(row, column);
    return merge.lastRow() > merge.firstRow();
  }

  // --- the end

  /** Enters the events, once all returns are read, and says which are odd among each other. */
  void finish() {
    if (lines.isEmpty()) {
      return;
    }
    Optional<Period> newest = panel.periods().stream().max(Comparator.naturalOrder());
    Comparator<Line> order =
        Comparator.comparing((Line line) -> line.where().file())
            .thenComparing(line -> line.where().sheet())
            .thenComparingInt(line -> line.where().row())
            .thenComparingInt(line -> line.where().column());
    Map<List<Object>, CellRef> first = new HashMap<>();
    for (Line line : lines.stream().sorted(order).toList()) {
      String about = units.idOf(line.unit());
      boolean ahead = newest.filter(period -> line.period().compareTo(period) > 0).isPresent();
      boolean counts =
          !ahead || mayCount(line.where(), line.date(), Messages.phrase("event.ahead"), about);
      List<Object> what = List.of(line.unit(), line.date(), line.kind().id());
      CellRef other = first.putIfAbsent(what, line.where());
      if (other != null) {
        Problem twice =
            Problem.of(
                    Code.EVENT_TWICE,
                    line.where(),
                    "unit",
                    panel.roster().get(line.unit()).name(),
                    "rule",
                    line.kind().name(),
                    "found",
                    line.date().toString(),
                    "other",
                    other.show())
                .about(about);
        counts &= !problems.add(twice).isError();
      }
      if (counts) {
        panel.add(
            new Event(
                line.unit(),
                line.date(),
                line.period(),
                line.kind().id(),
                line.times(),
                line.origin()));
      }
    }
  }

  // --- cells

  private void add(Code code, CellRef where, String about, Text found) {
    problems.add(Problem.of(code, where, "found", found).about(about));
  }

  /** A cell without quoting its text, which may name a person: what kind of thing it is. */
  private static Text quoted(Cells cells, int row, int column) {
    int cell = column < 0 ? -1 : cells.shownAt(row, column);
    if (cell < 0) {
      return Messages.phrase("quote.blank");
    }
    return switch (cells.kind(cell)) {
      case NUMBER ->
          Math.abs(cells.number(cell)) < LARGEST_SHOWN
              ? Text.of(Figures.plain(cells.number(cell)))
              : Messages.phrase("quote.unreadable");
      case DATE -> Messages.phrase("quote.date");
      case BOOLEAN -> Messages.phrase("quote.boolean");
      case ERROR, NO_RESULT -> Messages.phrase("quote.error");
      case TEXT -> {
        String text = cells.text(cell).strip();
        yield Messages.phrase("quote.text", "length", text.codePointCount(0, text.length()));
      }
    };
  }

  private static String text(Cells cells, int row, int column) {
    int cell = cells.shownAt(row, column);
    return cell < 0 ? "" : cells.text(cell).strip();
  }
}
