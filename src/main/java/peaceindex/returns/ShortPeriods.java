package peaceindex.returns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;

/**
 * Thirds of months and weeks as people write them: 2025年12月上旬, 12月上旬, 2025-12-T1, 12月1日—10日, 1-10日;
 * 2025年第3周, 第3周, 2025-W03, 2025年1月13日—19日, 2025-01-13至2025-01-19.
 *
 * <p>Days from one to another are a period only where they are all of its days. The third week of a
 * month (1月第3周) is none by itself, because weeks of a month are counted in several ways; it agrees
 * with the week of the month's third Thursday.
 *
 * <p>Texts are folded: NFKC, lower case, years and months in Arabic digits.
 */
final class ShortPeriods {

  /**
   * What a text says.
   *
   * @param written as it stands there
   * @param named the period that is named in full, if one is
   * @param fits whether a period may be meant
   */
  private record Mention(String written, Optional<Period> named, Predicate<Period> fits) {}

  /** A day of which year and month may be left out; they are then -1. */
  private record Day(int year, int month, int day) {
    boolean is(LocalDate date) {
      return (year < 0 || year == date.getYear())
          && (month < 0 || month == date.getMonthValue())
          && day == date.getDayOfMonth();
    }
  }

  private static final String YEAR =
      "(?:(?:((?:19|20)\\d{2})\\s*[年_./-]?|(?<!\\d)(\\d{2})年)\\s*度?\\s*)?";
  private static final String MONTH = "(1[0-2]|0?[1-9])";
  private static final String TO = "\\s*(?:[-–—―~〜至到]|to)+\\s*";
  private static final String NUMBER = "(\\d{1,2}|[一二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])";

  private static final Expression THIRD =
      new Expression("((?:19|20)\\d{2})[-_ ]?(0[1-9]|1[0-2])[-_ ]?t([1-3])(?!\\d)");

  /** 2025年12月上旬, 12月(上旬), 上旬; 上中旬 is two of them. */
  private static final Expression THIRD_IN_WORDS =
      new Expression(
          YEAR + "(?:" + MONTH + "\\s*(?:月\\s*份?)?\\s*\\(?)?([上中下](?:[、和及至到-]?[上中下])*)旬");

  private static final Expression WEEK =
      new Expression("(?:((?:19|20)\\d{2})\\s*[-_]?\\s*)?(?<![a-z])w(\\d{1,2})(?![a-z0-9])");

  /** 2025年第3周, 2025年1月第3周, 第3周; 第3-4周 are two of them. */
  private static final Expression WEEK_IN_WORDS =
      new Expression(
          YEAR
              + "(?:"
              + MONTH
              + "\\s*月\\s*份?\\s*的?)?\\s*第\\s*"
              + NUMBER
              + "\\s*(?:[-–—~至到、和及]\\s*第?\\s*(\\d{1,2})\\s*)?(?:个?星期|个?礼拜|周(?![岁年]))");

  private static final Expression WEEK_IN_ENGLISH =
      new Expression(
          "(?:((?:19|20)\\d{2})[ ,_-]*)?(?<![a-z])week[ _-]?(?:no\\.? ?)?(\\d{1,2})(?!\\d)"
              + "(?:(?:,? | of )((?:19|20)\\d{2})(?!\\d))?");

  /** 2025年1月13日—19日, 1月27日至2月2日, 1-10日 */
  private static final Expression DAYS =
      new Expression(
          "(?<!\\d)(?:(\\d{4}|\\d{2})年\\s*)?(?:(\\d{1,2})月\\s*)?(?<![\\d./-])(\\d{1,2})\\s*[日号]?"
              + TO
              + "(?:(\\d{4}|\\d{2})年\\s*)?(?:(\\d{1,2})月\\s*)?(\\d{1,2})\\s*[日号]");

  /** 2025-01-13至2025-01-19, 2025.1.13-1.19, 2025/1/13-19 */
  private static final Expression NUMERIC_DAYS =
      new Expression(
          "(?<!\\d)((?:19|20)\\d{2})([./-])(\\d{1,2})\\2(\\d{1,2})"
              + TO
              + "(?:(?:((?:19|20)\\d{2})\\2)?(\\d{1,2})\\2)?(\\d{1,2})(?![\\d/]|\\.\\d)");

  /** 20250113-20250119, 0113-0119 */
  private static final Expression COMPACT_DAYS =
      new Expression(
          "(?<!\\d)((?:19|20)\\d{2})?(0[1-9]|1[0-2])([0-3]\\d)"
              + TO
              + "((?:19|20)\\d{2})?(0[1-9]|1[0-2])([0-3]\\d)(?!\\d)");

  /** 1.13-1.19 */
  private static final Expression DOTTED_DAYS =
      new Expression(
          "(?<![\\d./-])(1[0-2]|0?[1-9])\\.([0-3]?\\d)"
              + TO
              + "(1[0-2]|0?[1-9])\\.([0-3]?\\d)(?![\\d%]|\\.\\d)");

  /** 2025-12, days 1-10 */
  private static final Expression ENGLISH_DAYS =
      new Expression(
          "(?:((?:19|20)\\d{2})-(\\d{2}),? )?days? (\\d{1,2})" + TO + "(\\d{1,2})(?!\\d)");

  /** A whole month or longer, said of a return: 月报, 全月. */
  private static final Expression LONGER_RETURN = new Expression("(?<!每)月报(?!送)|全月|季报|年报|monthly");

  private static final Expression TEN_DAYS_RETURN = new Expression("旬报(?!送)");
  private static final Expression WEEKLY_RETURN = new Expression("周报(?!送)|weekly");

  private static final String DIGITS = "〇一二三四五六七八九";

  private ShortPeriods() {}

  static boolean isShort(Frequency frequency) {
    return frequency == Frequency.TEN_DAYS || frequency == Frequency.WEEK;
  }

  /** The periods that a text names in full. */
  static Set<Period> find(String folded, Frequency frequency) {
    return mentions(folded, frequency).stream()
        .flatMap(mention -> mention.named().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a text names a third or a week, as a whole or in part. */
  static boolean namesAny(String folded, Frequency frequency) {
    return !mentions(folded, frequency).isEmpty();
  }

  /** Whether a text names this period, as a whole or in part; its month alone is not enough. */
  static boolean names(String folded, Period period) {
    return mentions(folded, period.frequency()).stream()
        .anyMatch(mention -> mention.fits().test(period));
  }

  /** The first thing in a text that is a third or a week, but not this period. */
  static Optional<String> other(String folded, Period period) {
    return mentions(folded, period.frequency()).stream()
        .filter(mention -> !mention.fits().test(period))
        .map(Mention::written)
        .findFirst();
  }

  /** The word that says of a return that it is one of longer or shorter periods: 月报. */
  static Optional<String> otherReturn(String folded, Frequency frequency) {
    Expression other = frequency == Frequency.WEEK ? TEN_DAYS_RETURN : WEEKLY_RETURN;
    Matcher longer = LONGER_RETURN.matcher(folded);
    Matcher matcher = longer.find() ? longer : other.matcher(folded);
    return matcher == longer || matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private static List<Mention> mentions(String folded, Frequency frequency) {
    List<Mention> mentions = new ArrayList<>();
    each(THIRD, folded, m -> mentions.add(third(m.group(), group(m, 1), group(m, 2), group(m, 3))));
    each(
        THIRD_IN_WORDS,
        folded,
        m -> mentions.add(third(m.group(), year(m), group(m, 3), which(m.group(4)))));
    each(WEEK, folded, m -> mentions.add(week(m.group(), group(m, 1), group(m, 2))));
    each(WEEK_IN_WORDS, folded, m -> mentions.add(weekInWords(m)));
    each(
        WEEK_IN_ENGLISH,
        folded,
        m ->
            mentions.add(
                week(m.group(), m.group(1) == null ? group(m, 3) : group(m, 1), group(m, 2))));
    each(
        DAYS,
        folded,
        m ->
            mentions.add(
                days(
                    m.group(),
                    new Day(full(group(m, 1)), group(m, 2), group(m, 3)),
                    new Day(full(group(m, 4)), group(m, 5), group(m, 6)),
                    frequency)));
    each(
        NUMERIC_DAYS,
        folded,
        m ->
            mentions.add(
                days(
                    m.group(),
                    new Day(group(m, 1), group(m, 3), group(m, 4)),
                    new Day(group(m, 5), group(m, 6), group(m, 7)),
                    frequency)));
    each(
        COMPACT_DAYS,
        folded,
        m ->
            mentions.add(
                days(
                    m.group(),
                    new Day(group(m, 1), group(m, 2), group(m, 3)),
                    new Day(group(m, 4), group(m, 5), group(m, 6)),
                    frequency)));
    each(
        DOTTED_DAYS,
        folded,
        m ->
            mentions.add(
                days(
                    m.group(),
                    new Day(-1, group(m, 1), group(m, 2)),
                    new Day(-1, group(m, 3), group(m, 4)),
                    frequency)));
    each(
        ENGLISH_DAYS,
        folded,
        m ->
            mentions.add(
                days(
                    m.group(),
                    new Day(group(m, 1), group(m, 2), group(m, 3)),
                    new Day(-1, -1, group(m, 4)),
                    frequency)));
    return mentions;
  }

  private static void each(Expression pattern, String text, Consumer<Matcher> mention) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      mention.accept(matcher);
    }
  }

  /** The number of a group, -1 if it is not there. */
  private static int group(Matcher matcher, int group) {
    return matcher.group(group) == null ? -1 : Integer.parseInt(matcher.group(group));
  }

  private static int year(Matcher matcher) {
    return matcher.group(1) == null ? full(group(matcher, 2)) : group(matcher, 1);
  }

  private static int full(int year) {
    return year >= 0 && year < 100 ? 2000 + year : year;
  }

  /** 上, 中 or 下 as 1 to 3; 0 for several. */
  private static int which(String thirds) {
    return thirds.length() == 1 ? "上中下".indexOf(thirds) + 1 : 0;
  }

  private static Mention third(String written, int year, int month, int third) {
    Predicate<Period> fits =
        period ->
            period.frequency() == Frequency.TEN_DAYS
                && period.number() == third
                && (month < 0 || period.month() == month)
                && (year < 0 || period.year() == year);
    boolean whole = year >= 0 && month >= 0 && third > 0;
    return new Mention(
        written, whole ? Optional.of(Period.tenDays(year, month, third)) : Optional.empty(), fits);
  }

  private static Mention week(String written, int year, int week) {
    Predicate<Period> fits =
        period ->
            period.frequency() == Frequency.WEEK
                && period.number() == week
                && (year < 0 || period.year() == year);
    return new Mention(written, year < 0 ? Optional.empty() : Period.week(year, week), fits);
  }

  private static Mention weekInWords(Matcher m) {
    int week = number(m.group(4));
    if (m.group(5) != null) {
      return new Mention(m.group(), Optional.empty(), period -> false);
    }
    if (m.group(3) == null) {
      return week(m.group(), year(m), week);
    }
    int year = year(m);
    int month = group(m, 3);
    Predicate<Period> fits =
        period ->
            period.frequency() == Frequency.WEEK
                && period.month() == month
                && (year < 0 || period.year() == year)
                && (period.firstDay().plusDays(3).getDayOfMonth() + 6) / 7 == week;
    return new Mention(m.group(), Optional.empty(), fits);
  }

  /** A number up to 59 in Arabic or Chinese digits. */
  private static int number(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int ten = text.indexOf('十');
    int tens = ten < 0 ? 0 : ten == 0 ? 1 : DIGITS.indexOf(text.charAt(0));
    int ones = ten == text.length() - 1 ? 0 : DIGITS.indexOf(text.charAt(text.length() - 1));
    return tens * 10 + ones;
  }

  private static Mention days(String written, Day from, Day to, Frequency frequency) {
    int month = from.month() < 0 ? to.month() : from.month();
    int toMonth = to.month() < 0 ? month : to.month();
    int year = from.year() < 0 && toMonth >= month ? to.year() : from.year();
    int toYear = to.year() < 0 && year >= 0 ? (toMonth < month ? year + 1 : year) : to.year();
    Day first = new Day(year, month, from.day());
    Day last = new Day(toYear, toMonth, to.day());
    Predicate<Period> fits =
        period ->
            isShort(period.frequency()) && first.is(period.firstDay()) && last.is(period.lastDay());
    return new Mention(written, of(first, frequency).filter(fits), fits);
  }

  private static Optional<Period> of(Day day, Frequency frequency) {
    if (day.year() < 0 || day.month() < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Period.of(LocalDate.of(day.year(), day.month(), day.day()), frequency));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
