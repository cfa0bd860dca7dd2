package peaceindex.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;

/** Finds the period of a return: title, label, sheet, file name and folder must agree. */
final class PeriodFinder {
  private static final String DIGIT = "[0-9０-９〇○零一二三四五六七八九十]";

  private static final String WHEN_MADE =
      "(?:填报|报送|制表|打印|上报|填表|报出|发布|印发|导出|更新|编制)(?:时间|日期)[\\s\\u3000:：]*";

  private static final Expression DATE_LABEL = new Expression("[\\s\\u3000]*" + WHEN_MADE);

  /** When a return was made, which is after the period it reports. */
  private static final Expression DATE_OF_RETURN =
      new Expression(
          WHEN_MADE
              + "(?:D{2,4}\\s*[年./-]\\s*)?(?:D{1,3}\\s*[月./-]\\s*)?".replace("D", DIGIT)
              + "(?:D{1,8}+\\s*[日号]?(?!\\s*[年月./-]))?".replace("D", DIGIT));

  /** Who approved the form and until when it may be used, up to the next thing in the cell. */
  private static final Expression APPROVAL =
      new Expression("(?:有效期|制定机关|批准机关|备案机关|文号).*?(?=[\\s\\u3000]{2}|\\R|$)");

  /** A title that says that its figures stand beside those of another time. */
  private static final Expression COMPARISON = new Expression("对比|比较|同比|环比|(?i)compar");

  /** What looks like a time. */
  private static final Expression TIME = new Expression("[\\d０-９年月季旬周]");

  private static final Expression PRESENT = new Expression("[本当][年月期旬周]");

  /** What says of a whole table that it adds up the year, or is of last year. */
  private static final Expression CUMULATIVE =
      new Expression("累计|上年同期|去年同期|(?i)cumulative|year[ -]to[ -]date|(?<![a-z])ytd(?![a-z])");

  /** 月报（含累计）: beside the figures of the month. */
  private static final Expression BESIDE = new Expression("[含及和、]\\s*(?:累计|上年同期|去年同期)");

  /** A group of columns, of which others may be of the month, and no title. */
  private static final Expression GROUP =
      new Expression("\\s*(?:本?年?初?累计数?|[上去]年同期数?|(?i:cumulative|ytd))\\s*");

  private static final Expression PRESENT_HEADING =
      new Expression("本月|当月|本期|当期|(?i)(?:this|current) (?:month|period)");

  private static final Expression SHORT_PRESENT_HEADING =
      new Expression("[本当][旬周期]|(?i)(?:this|current) (?:week|period)");

  private static final int LONGEST_HEADING = 20;

  private static final Text COMMA = new Text("，", ", ");

  /** A text of a return of a period. */
  private record Claim(Period period, String text) {}

  private final Memo<String, Set<Period>> named;
  private final Memo<Claim, Optional<Text>> others =
      new Memo<>(claim -> otherThan(claim.period(), claim.text()));
  private final Memo<String, String> besides;
  private final Memo<String, Boolean> understood = new Memo<>(this::isUnderstood);

  private final Frequency frequency;
  private final boolean isShort;
  private final Expression presentHeading;
  private final Problems problems;

  PeriodFinder(Frequency frequency, Problems problems) {
    this.frequency = frequency;
    this.named = new Memo<>(text -> PeriodText.find(text, frequency));
    this.besides = new Memo<>(text -> PeriodText.beside(text, frequency));
    this.isShort = ShortPeriods.isShort(frequency);
    this.presentHeading = isShort ? SHORT_PRESENT_HEADING : PRESENT_HEADING;
    this.problems = problems;
  }

  /**
   * The period on which all agree, or empty after saying why there is none.
   *
   * @param titles the texts above the table or form
   * @param labelled what stands beside the label of the period, if there is one
   */
  Optional<Period> require(
      ReturnFile file, String sheet, List<String> titles, Optional<String> labelled) {
    if (frequency == Frequency.NONE) {
      return Optional.of(Period.ALL);
    }
    List<String> above = withoutDates(titles);
    Optional<String> beside =
        labelled.isPresent() ? Optional.of(besides.of(labelled.get())) : labelled;
    Map<Period, String> found = new TreeMap<>();
    if (file.folder().isPresent()) {
      say(found, file.folder().get(), "period.folder");
    }
    collect(found, file.name(), "period.file");
    collect(found, sheet, "period.sheet");
    for (String title : above) {
      collect(found, file.folder(), title);
    }
    if (beside.isPresent()) {
      collect(found, beside.get(), "period.label");
    }
    if (found.size() == 1) {
      Map.Entry<Period, String> only = found.entrySet().iterator().next();
      Optional<Text> against = against(only.getKey(), file, sheet, above, beside);
      if (against.isEmpty()) {
        return Optional.of(only.getKey());
      }
      problems.add(
          Code.PERIOD_CONTRADICTS,
          CellRef.sheet(file.shown(), sheet),
          "found",
          said(only).plus(COMMA).plus(against.get()));
      return Optional.empty();
    }
    CellRef where = CellRef.sheet(file.shown(), sheet);
    if (found.isEmpty()) {
      problems.add(
          Code.PERIOD_UNKNOWN, where, "expected", Messages.phrase("period.spelling." + frequency));
    } else {
      Text all =
          found.entrySet().stream()
              .map(PeriodFinder::said)
              .reduce((a, b) -> a.plus(COMMA).plus(b))
              .orElse(Text.of(""));
      problems.add(Code.PERIOD_CONTRADICTS, where, "found", all);
    }
    return Optional.empty();
  }

  /** What stands beside a label of the period in these rows; {@code endRow} is not included. */
  Optional<String> labelled(Cells cells, int firstRow, int endRow, Vocabulary words) {
    for (int cell = cells.firstInRow(firstRow); cell < cells.firstInRow(endRow); cell++) {
      if (words.isPeriod(cells.text(cell))) {
        int row = cells.row(cell);
        int beside = cells.at(row, cells.mergeAt(row, cells.column(cell)).lastColumn() + 1);
        return beside < 0 ? Optional.empty() : Optional.of(text(cells, beside));
      }
    }
    return Optional.empty();
  }

  /**
   * The period that a cell names, as text. A number such as 2025.1 is none: Excel makes it of
   * 2025.10 too; but 2025.11 can only be November.
   */
  String text(Cells cells, int cell) {
    if (cells.kind(cell) == Cells.Kind.DATE) {
      return Period.of(cells.date(cell), frequency).toString();
    }
    if (cells.kind(cell) != Cells.Kind.NUMBER || !Double.isFinite(cells.number(cell))) {
      return cells.text(cell);
    }
    BigDecimal number = BigDecimal.valueOf(cells.number(cell)).stripTrailingZeros();
    // Not written as any month is, so that it is asked about.
    return number.scale() == 1 ? number.toPlainString().replace('.', '·') : number.toPlainString();
  }

  /**
   * Whether a title or a name says 累计 or 上年同期 and no heading says 本月, so that nothing on the sheet
   * is of the period; it is said.
   */
  boolean isCumulative(ReturnFile file, Cells cells, List<String> titles) {
    if (frequency != Frequency.MONTH && !isShort) {
      return false;
    }
    Optional<Text> says = Optional.empty();
    for (int i = 0; i < titles.size() && says.isEmpty(); i++) {
      says = isGroup(titles.get(i)) ? says : cumulative(titles.get(i), "period.title");
    }
    says = says.isEmpty() ? cumulative(cells.sheet(), "period.sheet") : says;
    says = says.isEmpty() ? cumulative(file.name(), "period.file") : says;
    if (says.isEmpty()
        || cells.texts(0, cells.lastRow() + 1).stream().anyMatch(text -> isPresent(text, file))) {
      return false;
    }
    Text folder =
        file.folder()
            .map(period -> Messages.phrase("period.folder", "period", period).plus(COMMA))
            .orElse(Text.of(""));
    problems.add(
        Code.PERIOD_CONTRADICTS,
        CellRef.sheet(file.shown(), cells.sheet()),
        "found",
        folder.plus(says.get()));
    return true;
  }

  private static boolean isGroup(String title) {
    return mayBeCumulative(title) && GROUP.matcher(title).matches();
  }

  /** Whether a text holds a character that all of {@link #CUMULATIVE} have; most do not. */
  private static boolean mayBeCumulative(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("累同cCyY".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private Optional<Text> cumulative(String text, String key) {
    return text.length() <= Vocabulary.LONGEST && mayBeCumulative(text)
        ? saysCumulative(text, key)
        : Optional.empty();
  }

  private Optional<Text> saysCumulative(String text, String key) {
    Matcher matcher = CUMULATIVE.matcher(text);
    return !matcher.find()
            || BESIDE.matcher(text).find()
            || COMPARISON.matcher(text).find()
            || presentHeading.matcher(text).find()
        ? Optional.empty()
        : Optional.of(Messages.phrase(key, "period", matcher.group()));
  }

  /** Whether a heading is of the period: 本月, 12月. */
  private boolean isPresent(String text, ReturnFile file) {
    return text.length() <= LONGEST_HEADING
        && (presentHeading.matcher(text).find()
            || (PeriodText.isOnly(text)
                && wanted(file).filter(period -> PeriodText.names(text, period)).isPresent()));
  }

  /** The period in which the file lies or which its name says; sheets and columns must fit it. */
  Optional<Period> wanted(ReturnFile file) {
    return frequency == Frequency.NONE ? Optional.of(Period.ALL) : periodOf(file);
  }

  /** The period of its folder, or else the one that its name says. */
  Optional<Period> periodOf(ReturnFile file) {
    if (file.folder().isPresent()) {
      return file.folder();
    }
    Set<Period> found = named.of(file.name());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** What says that the figures are of another month, or of several, without naming a year. */
  private Optional<Text> against(
      Period period,
      ReturnFile file,
      String sheet,
      List<String> titles,
      Optional<String> labelled) {
    if (frequency != Frequency.MONTH && !isShort) {
      return Optional.empty();
    }
    Optional<Text> of = against(period, file.name(), "period.file");
    of = of.isEmpty() ? against(period, sheet, "period.sheet") : of;
    for (int i = 0; i < titles.size() && of.isEmpty(); i++) {
      of = against(period, titles.get(i), "period.title");
    }
    if (labelled.isEmpty() || of.isPresent()) {
      return of;
    }
    of = against(period, labelled.get(), "period.label");
    return of.isPresent() || understood.of(labelled.get())
        ? of
        : Optional.of(notUnderstood(labelled.get()));
  }

  private Optional<Text> against(Period period, String text, String key) {
    String rest = withoutDates(text);
    boolean maybe = isShort ? !rest.isEmpty() : PeriodText.mayNameMore(rest);
    Optional<Text> other = maybe ? others.of(new Claim(period, rest)) : Optional.empty();
    return other.isPresent() ? Optional.of(Messages.phrase(key, "period", other.get())) : other;
  }

  private Optional<Text> otherThan(Period period, String text) {
    boolean compares = COMPARISON.matcher(text).find();
    if (isShort) {
      return otherThanShort(period, text, compares).map(Text::of);
    }
    Optional<String> span = compares ? Optional.empty() : PeriodText.span(text);
    Set<Integer> months = PeriodText.monthsAlone(text, frequency);
    Optional<String> found =
        span.isPresent() || months.isEmpty() || months.contains(period.month())
            ? span
            : Optional.of(String.valueOf(months.iterator().next()));
    Optional<Text> month = found.map(m -> Messages.phrase("period.month", "month", m));
    return month.or(() -> PeriodText.otherKind(text, period).map(Text::of));
  }

  private Optional<String> otherThanShort(Period period, String text, boolean compares) {
    if (compares && PeriodText.names(text, period)) {
      return Optional.empty();
    }
    return PeriodText.otherShort(text, period)
        .or(() -> PeriodText.span(text))
        .or(() -> PeriodText.otherKind(text, period))
        .or(() -> PeriodText.otherReturn(text, frequency));
  }

  /**
   * Whether what stands beside the label of the period looks like no time at all, or like one that
   * is known.
   */
  private boolean isUnderstood(String text) {
    return !TIME.matcher(text).find()
        || PRESENT.matcher(text).find()
        || PeriodText.namesAny(text, frequency);
  }

  private static Text notUnderstood(String text) {
    return Messages.phrase(
        "period.label",
        "period",
        Messages.phrase("quote.text", "length", text.codePointCount(0, text.length())));
  }

  /** The texts without those that only say when the return was made, or when the form was. */
  private List<String> withoutDates(List<String> texts) {
    List<String> rest = new ArrayList<>();
    boolean isDate = false;
    for (String text : texts) {
      String without = withoutDates(text);
      if (!isDate && !without.isEmpty()) {
        rest.add(without);
      }
      // The date itself may stand in the next cell.
      isDate = mayBeDated(text) && DATE_LABEL.matcher(text).matches();
    }
    return rest;
  }

  private static String withoutDates(String text) {
    if (text.length() > Vocabulary.LONGEST) {
      return "";
    }
    String rest = mayBeDated(text) ? DATE_OF_RETURN.matcher(text).replaceAll(" ") : text;
    boolean maybeApproved = rest.contains("有效期") || rest.contains("机关") || rest.contains("文号");
    return (maybeApproved ? APPROVAL.matcher(rest).replaceAll(" ") : rest).strip();
  }

  /** Whether a text holds what {@link #WHEN_MADE} ends in; most do not. */
  private static boolean mayBeDated(String text) {
    return text.contains("时间") || text.contains("日期");
  }

  private void collect(Map<Period, String> found, String text, String key) {
    for (Period period : named.of(withoutDates(text))) {
      say(found, period, key);
    }
  }

  /** Of a title that compares two periods the one of the folder counts. */
  private void collect(Map<Period, String> found, Optional<Period> folder, String title) {
    Set<Period> periods = named.of(title);
    boolean compares =
        folder.isPresent() && periods.contains(folder.get()) && COMPARISON.matcher(title).find();
    for (Period period : periods) {
      if (!compares) {
        say(found, period, "period.title");
      }
    }
  }

  private static void say(Map<Period, String> found, Period period, String key) {
    found.putIfAbsent(period, key);
  }

  private static Text said(Map.Entry<Period, String> found) {
    return Messages.phrase(found.getValue(), "period", found.getKey());
  }
}
