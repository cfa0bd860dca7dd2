package peaceindex.returns;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import peaceindex.panel.Frequency;
import peaceindex.panel.Labels;
import peaceindex.panel.Period;

/**
 * Periods and days as people write them: 2025年3月, 25年3月, 二〇二五年三月, 2025-03, 2025.3, 202503, March
 * 2025. A full date names a day, not a month; a span such as 1-12月 names none. Thirds of months and
 * weeks are left to {@link ShortPeriods}.
 */
final class PeriodText {
  private static final Expression MONTH =
      new Expression(
          "(?<!\\d)((?:19|20)\\d{2})\\s*(?:年|[-_./])\\s*(1[0-2]|0?[1-9])(?!\\d)"
              // 1—12月, 1月至12月: several months, so none
              + "(?!\\s*月?\\s*份?\\s*[-–—―~～〜至到、,和及与]+\\s*(?:1[0-2]|0?[1-9])\\s*月)"
              + "(?:\\s*月(?!\\s*\\d{1,2}\\s*[日号])|(?!\\d|\\s*[月季]|\\s*[-./]\\s*\\d))");
  private static final Expression COMPACT =
      new Expression("(?<!\\d)((?:19|20)\\d{2})(0[1-9]|1[0-2])(?!\\d)");
  private static final String ENGLISH_NAME =
      "(?<![a-z])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?";
  private static final Expression ENGLISH =
      new Expression(ENGLISH_NAME + "[ ,_-]*+((?:19|20)\\d{2})(?!\\d)");

  /** Nov-25 as spreadsheets write November 2025. */
  private static final Expression ENGLISH_SHORT =
      new Expression(ENGLISH_NAME + "(?:-|\\s?')(\\d{2})(?!\\d|-)");

  /** November without a year; the word "may" only where it cannot be a verb. */
  private static final Expression ENGLISH_ALONE =
      new Expression(
          "(?<!\\d[ -])(?<!\\d(?:st|nd|rd|th) )(?:(?<=\\b(?:for|of|in) )|(?!may(?![a-z])))"
              + ENGLISH_NAME
              + "(?!\\s*[-,_']*\\s*\\d)");

  private static final List<String> ENGLISH_MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** 11/2025. A number before 2025年 is that of a paragraph, and 3/11/2025 is a day. */
  private static final Expression MONTH_FIRST =
      new Expression(
          "(?<!\\d|\\d[-/])(1[0-2]|0?[1-9])\\s?[-/]\\s?((?:19|20)\\d{2})"
              + "(?!\\d|\\s*年|\\s*[-/._]\\s*\\d)");

  private static final Expression YEAR = new Expression("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");
  private static final Expression DAY =
      new Expression("((?:19|20)\\d{2})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*[日号]?");

  private static final Expression SHORT_YEAR =
      new Expression("(?<!\\d)(\\d{2})年(1[0-2]|0?[1-9])月(?!\\s*\\d{1,2}\\s*[日号])");

  private static final Expression CHINESE_YEAR = new Expression("二[〇○零o0][〇○零o0一二三四五六七八九]{2}(?=年)");
  private static final Expression CHINESE_MONTH = new Expression("(十[一二]?|[一二三四五六七八九])(?=月)");

  private static final Expression SPAN =
      new Expression(
          "(?<!\\d)(1[0-2]|0?[1-9])\\s*月?\\s*份?\\s*[-–—―~～〜至到]+\\s*(1[0-2]|0?[1-9])\\s*月");

  /** 11、12月, 11月和12月 */
  private static final Expression LIST =
      new Expression("(?<!\\d)(1[0-2]|0?[1-9])\\s*月?\\s*份?\\s*[、,和及与]\\s*(1[0-2]|0?[1-9])\\s*月");

  private static final Expression QUARTER =
      new Expression("([1-4一二三四])\\s*季|(?<![a-z0-9])q([1-4])(?!\\d)");

  /** Several quarters, half a year or a whole one, twelve months in a row. */
  private static final Expression LONGER =
      new Expression(
          "前[二三两23]个?季度?|[1-4一二三四]\\s*[-–—~至到、]\\s*[1-4一二三四]\\s*季度?|[上下]半年"
              + "|全年(?!目标|任务|计划|工作|考核)|(?:近|过去|滚动)\\s*[\\d一二十]{1,3}\\s*个月"
              + "|(?:rolling|last|past) \\d{1,2}[ -]months?|\\d{1,2} months to|rolling year"
              + "|(?:first|second) half|half[ -]year|full[ -]year");

  /** A year, but not that of an edition of the form (2024年版) or of a base (2024年末人口). */
  private static final Expression WHOLE_YEAR =
      new Expression("(?<!\\d)((?:19|20)\\d{2})\\s*年(?!\\s*度?\\s*(?:版|修订|末|底|初|为|以来))");

  private static final Expression MONTH_ALONE =
      new Expression(
          "(?<![\\d年.-])(1[0-2]|0?[1-9])\\s*月(?!\\s*(?:\\d{1,2}\\s*[日号]|底|末|初|上旬|中旬|下旬))");

  private static final Expression UP_TO_12 = new Expression("1[0-2]|0?[1-9]");
  private static final Expression UP_TO_99 = new Expression("\\d{1,2}");

  /** A year that is called so by 度 at most. */
  private static final int LONGEST_BARE_YEAR = 5;

  private static final Expression YEAR_ALONE = new Expression("((?:19|20)\\d{2})年?度?");

  private static final Expression ONLY =
      new Expression(
          "(?:(?:\\d{2}|\\d{4})年?度?|(?:\\d{2,4}[年./-])?\\d{1,2}月份?|\\d{4}[./-]\\d{1,2}"
              + "|(?:\\d{2,4}年)?(?:\\d{1,2}月份?)?[上中下]旬|(?:\\d{2,4}年)?第?\\d{1,2}周"
              + "|(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日?[-—~至](?:\\d{1,2}月)?\\d{1,2}日)");

  /** No name of a month is without one of these. */
  private static final String VOWELS = "aeou";

  /** What years and months in Chinese digits begin with. */
  private static final String CHINESE = "一二三四五六七八九十";

  /** Zero is whatever stands in none of these places. */
  private static final String DIGITS = "〇一二三四五六七八九";

  /** Without one of these a text of Chinese characters names no time. */
  private static final String OF_TIMES = "年月季旬周星礼日号";

  /** What may stand between such characters and names no time either. */
  private static final String SIGNS = " \n\u3000（）()【】[]、，,。：:；;/“”《》%％‰*·";

  /** Nothing but digits, such as 202512, is a time only up to this length; else it is a code. */
  private static final int LONGEST_TIME = 6;

  private PeriodText() {}

  /** Whether a text may name a time at all; most words of a return plainly do not. */
  static boolean mayNameTime(String text) {
    boolean isCode = text.length() > LONGEST_TIME;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isCode &= c >= '0' && c <= '9';
    }
    return !isCode && mayNameTimeInWords(text);
  }

  private static boolean mayNameTimeInWords(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= 0x4E00 && c <= 0x9FA5 ? OF_TIMES.indexOf(c) < 0 : SIGNS.indexOf(c) >= 0;
      if (!plain) {
        return true;
      }
    }
    return false;
  }

  /** All periods that a text names. */
  static Set<Period> find(String text, Frequency frequency) {
    return mayNameTime(text) ? findFolded(fold(text), frequency) : new TreeSet<>();
  }

  private static Set<Period> findFolded(String folded, Frequency frequency) {
    Set<Period> found = new TreeSet<>();
    if (ShortPeriods.isShort(frequency)) {
      return ShortPeriods.find(folded, frequency);
    }
    if (frequency == Frequency.MONTH) {
      findMonths(folded, found);
    } else if (frequency == Frequency.YEAR) {
      Matcher matcher = YEAR.matcher(folded);
      while (matcher.find()) {
        found.add(Period.year(Integer.parseInt(matcher.group(1))));
      }
    }
    return found;
  }

  // What a pattern cannot do without is told faster than by trying to match it.

  private static void findMonths(String folded, Set<Period> found) {
    int year = indexOfNumber(folded, 4);
    if (year >= 0) {
      addMonths(MONTH.matcher(folded), year, 1, 2, found);
      if (mayEndInYear(folded)) {
        addMonths(MONTH_FIRST.matcher(folded), 0, 2, 1, found);
      }
    }
    int compact = indexOfNumber(folded, 6);
    if (compact >= 0) {
      addMonths(COMPACT.matcher(folded), compact, 1, 2, found);
    }
    if (folded.indexOf('年') >= 0) {
      addMonths(SHORT_YEAR.matcher(folded), 0, 1, 2, found);
    }
    if (mayBeEnglish(folded)) {
      addMonths(ENGLISH.matcher(folded), 0, 2, 1, found);
      addMonths(ENGLISH_SHORT.matcher(folded), 0, 2, 1, found);
    }
  }

  /** Where the first number of exactly so many digits stands, such as a year of four; or -1. */
  private static int indexOfNumber(String folded, int length) {
    int digits = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (digits == length) {
        return i - length;
      } else {
        digits = 0;
      }
    }
    return digits == length ? folded.length() - length : -1;
  }

  /** Whether a year may stand behind its month. */
  private static boolean mayEndInYear(String folded) {
    for (int i = 1; i < folded.length(); i++) {
      char before = folded.charAt(i - 1);
      boolean begins = folded.charAt(i) == '2' || folded.charAt(i) == '1';
      if (begins && (before == '-' || before == '/' || before <= ' ')) {
        return true;
      }
    }
    return false;
  }

  /** Adds the months that a pattern finds in or behind a place by its groups of year and month. */
  private static void addMonths(Matcher matcher, int from, int year, int month, Set<Period> found) {
    for (boolean any = matcher.find(from); any; any = matcher.find()) {
      int number = Integer.parseInt(matcher.group(year));
      String name = matcher.group(month);
      found.add(
          Period.month(
              number < 100 ? 2000 + number : number,
              Character.isLetter(name.charAt(0)) ? english(name) : Integer.parseInt(name)));
    }
  }

  private static boolean mayBeEnglish(String folded) {
    if (!holdsAny(folded, VOWELS)) {
      return false;
    }
    for (String month : ENGLISH_MONTHS) {
      if (folded.contains(month)) {
        return true;
      }
    }
    return false;
  }

  private static int english(String name) {
    return ENGLISH_MONTHS.indexOf(name.substring(0, 3)) + 1;
  }

  /** NFKC, lower case, and years and months in Chinese digits written in Arabic ones. */
  private static String fold(String text) {
    String folded =
        Labels.isPlain(text)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return holdsAny(folded, "年月") ? inArabicDigits(folded) : folded;
  }

  private static String inArabicDigits(String folded) {
    if (!holdsAny(folded, CHINESE)) {
      return folded;
    }
    String years = CHINESE_YEAR.matcher(folded).replaceAll(m -> digits(m.group()));
    return CHINESE_MONTH
        .matcher(years)
        .replaceAll(
            m ->
                m.group().startsWith("十")
                    ? "1" + (m.group().length() > 1 ? digits(m.group().substring(1)) : "0")
                    : digits(m.group()));
  }

  private static String digits(String chinese) {
    StringBuilder out = new StringBuilder();
    chinese.chars().forEach(c -> out.append(Math.max(0, DIGITS.indexOf(c))));
    return out.toString();
  }

  /** Whether a text names this period, with its year or by its month alone. */
  static boolean names(String text, Period period) {
    if (!mayNameTime(text)) {
      return false;
    }
    if (ShortPeriods.isShort(period.frequency())) {
      return ShortPeriods.names(fold(text), period);
    }
    String folded = fold(text);
    return findFolded(folded, period.frequency()).contains(period)
        || monthsAloneFolded(folded, period.frequency()).contains(period.month());
  }

  /** Whether a heading names a period that is another one: 2025年11月, 11月, 2024年. */
  static boolean namesOther(String text, Period period) {
    if (!mayNameTime(text)) {
      return false;
    }
    if (ShortPeriods.isShort(period.frequency())) {
      return otherShort(text, period).isPresent() || span(text).isPresent();
    }
    String folded = fold(text);
    Set<Period> named = findFolded(folded, period.frequency());
    Set<Integer> months = monthsAloneFolded(folded, period.frequency());
    Matcher year = YEAR_ALONE.matcher(folded.strip());
    return (!named.isEmpty() && !named.contains(period))
        || (!months.isEmpty() && !months.contains(period.month()))
        || (period.frequency() == Frequency.MONTH
            && (spanFolded(folded).isPresent()
                || (year.matches() && Integer.parseInt(year.group(1)) != period.year())));
  }

  /**
   * What a text says that a third of a month or a week is not, as it is written: another of them,
   * or a month or year in which it does not lie.
   */
  static Optional<String> otherShort(String text, Period period) {
    String folded = fold(text);
    return ShortPeriods.other(folded, period)
        .or(
            () ->
                find(text, Frequency.MONTH).stream()
                    .filter(month -> !touches(month, period))
                    .map(Period::toString)
                    .findFirst())
        .or(
            () ->
                monthsAlone(text, Frequency.MONTH).stream()
                    .filter(month -> isNoMonthOf(month, period))
                    .map(month -> month + "月")
                    .findFirst())
        .or(
            () -> {
              Matcher year = YEAR_ALONE.matcher(folded.strip());
              return year.matches() && Integer.parseInt(year.group(1)) != period.year()
                  ? Optional.of(year.group())
                  : Optional.empty();
            });
  }

  /** A week may touch two months. */
  private static boolean touches(Period month, Period period) {
    return month.equals(Period.of(period.firstDay(), Frequency.MONTH))
        || month.equals(Period.of(period.lastDay(), Frequency.MONTH));
  }

  private static boolean isNoMonthOf(int month, Period period) {
    return month != period.firstDay().getMonthValue() && month != period.lastDay().getMonthValue();
  }

  /** The word that says of a return that it is one of longer or other periods: 月报. */
  static Optional<String> otherReturn(String text, Frequency frequency) {
    return ShortPeriods.otherReturn(fold(text), frequency);
  }

  /** Whether a text names a period, as a whole or in part. */
  static boolean namesAny(String text, Frequency frequency) {
    return !find(text, frequency).isEmpty()
        || !monthsAlone(text, frequency).isEmpty()
        || (ShortPeriods.isShort(frequency) && ShortPeriods.namesAny(fold(text), frequency));
  }

  /** Whether a text is a year, a month, a third of one or a week and nothing else. */
  static boolean isOnly(String text) {
    return text.length() <= 20 && mayNameTime(text) && ONLY.matcher(fold(text).strip()).matches();
  }

  /** The months that a text names without a year, from 1 to 12; none of a span. */
  static Set<Integer> monthsAlone(String text, Frequency frequency) {
    return mayNameTime(text) ? monthsAloneFolded(fold(text), frequency) : Set.of();
  }

  private static Set<Integer> monthsAloneFolded(String folded, Frequency frequency) {
    Set<Integer> months = new TreeSet<>();
    if (frequency != Frequency.MONTH || spanFolded(folded).isPresent()) {
      return months;
    }
    if (folded.indexOf('月') >= 0) {
      Matcher matcher = MONTH_ALONE.matcher(folded);
      while (matcher.find()) {
        months.add(Integer.parseInt(matcher.group(1)));
      }
    }
    if (mayBeEnglish(folded)) {
      Matcher named = ENGLISH_ALONE.matcher(folded);
      while (named.find()) {
        months.add(english(named.group(1)));
      }
    }
    return months;
  }

  /**
   * Whether a text may name a span, a month without its year, or a longer time; most that name a
   * month as 2025-12 plainly do not.
   */
  static boolean mayNameMore(String text) {
    if (!mayNameTime(text)) {
      return false;
    }
    String folded = fold(text);
    return mayBeLonger(folded) || mayBeEnglish(folded);
  }

  /** The span of months that a text names, such as 1-12月: its figures add up several months. */
  static Optional<String> span(String text) {
    return mayNameTime(text) ? spanFolded(fold(text)) : Optional.empty();
  }

  private static Optional<String> spanFolded(String folded) {
    if (folded.indexOf('月') < 0) {
      return Optional.empty();
    }
    Matcher matcher = SPAN.matcher(folded);
    if (matcher.find() && !matcher.group(1).equals(matcher.group(2))) {
      return Optional.of(matcher.group(1) + "-" + matcher.group(2));
    }
    Matcher list = LIST.matcher(folded);
    while (list.find()) {
      int from = Integer.parseInt(list.group(1));
      int to = Integer.parseInt(list.group(2));
      // 3、12月 at the very beginning is the third paragraph.
      if (to == from + 1 || (to != from && list.start() > 0)) {
        return Optional.of(from + "、" + to);
      }
    }
    return Optional.empty();
  }

  /**
   * What says that the figures are of a longer time than this month, or of another year, as it is
   * written: 上半年, 2024年, a quarter in which the month does not lie. 2025年度 says nothing.
   */
  static Optional<String> otherKind(String text, Period month) {
    if (!mayNameTime(text)) {
      return Optional.empty();
    }
    String folded = fold(text);
    if (!mayBeLonger(folded)) {
      return Optional.empty();
    }
    Matcher longer = LONGER.matcher(folded);
    if (longer.find()) {
      return Optional.of(longer.group());
    }
    Matcher quarter = QUARTER.matcher(folded);
    while (quarter.find()) {
      String number = quarter.group(1) == null ? quarter.group(2) : quarter.group(1);
      int of = Math.max("1234".indexOf(number), "一二三四".indexOf(number));
      if (of != (month.month() - 1) / 3) {
        return Optional.of(quarter.group());
      }
    }
    Set<Integer> years = new TreeSet<>();
    Matcher year = WHOLE_YEAR.matcher(folded);
    while (year.find()) {
      years.add(Integer.parseInt(year.group(1)));
    }
    Matcher alone = YEAR_ALONE.matcher(folded.strip());
    if (alone.matches()) {
      years.add(Integer.parseInt(alone.group(1)));
    }
    return years.isEmpty() || years.contains(month.year())
        ? Optional.empty()
        : Optional.of(years.iterator().next() + "年");
  }

  /** Whether any of the words stands in a text by which {@link #otherKind} tells one. */
  private static boolean mayBeLonger(String folded) {
    return holdsAny(folded, "年月季q")
        || folded.contains("half")
        || folded.contains("year")
        || folded.contains("month")
        || folded.strip().length() <= LONGEST_BARE_YEAR;
  }

  private static boolean holdsAny(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * What stands beside the label of the period, where less is needed than in a title: 11 is a month
   * or a week there, and a day is one of its period. Anything else stays as it is.
   */
  static String beside(String text, Frequency frequency) {
    boolean isShort = ShortPeriods.isShort(frequency);
    if ((frequency != Frequency.MONTH && !isShort) || text.length() > Vocabulary.LONGEST) {
      return text;
    }
    String month = fold(text.strip() + "月");
    String folded = month.substring(0, month.length() - 1);
    if (frequency == Frequency.WEEK && UP_TO_99.matcher(folded).matches()) {
      return "第" + folded + "周";
    }
    return !isShort && UP_TO_12.matcher(folded).matches()
        ? month
        : day(text).map(day -> Period.of(day, frequency).toString()).orElse(text);
  }

  /** The one period that a text names; empty if it names none or several. */
  static Optional<Period> only(String text, Frequency frequency) {
    Set<Period> found = find(text, frequency);
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** The day that a text is, such as 2025-11-03 or 2025年11月3日. */
  static Optional<LocalDate> day(String text) {
    String normal =
        Labels.isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    Matcher matcher = DAY.matcher(normal);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int month = Integer.parseInt(matcher.group(2));
    int day = Integer.parseInt(matcher.group(3));
    int year = Integer.parseInt(matcher.group(1));
    boolean exists =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= LocalDate.of(year, month, 1).lengthOfMonth();
    return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }
}
