package peaceindex.returns;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;

/**
 * Periods and days as people write them: 2025年3月, 2025-03, 2025.3, 202503, March 2025. A full date
 * names a day, not a month.
 */
final class PeriodText {
  private static final Pattern MONTH =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})\\s*(?:年|[-_./])\\s*(1[0-2]|0?[1-9])(?!\\d)"
              // 1—12月, 1月至12月: several months, so none
              + "(?!\\s*月?\\s*份?\\s*[-–—―~～〜至到、,和及与]+\\s*(?:1[0-2]|0?[1-9])\\s*月)"
              + "(?:\\s*月(?!\\s*\\d{1,2}\\s*[日号])|(?!\\d|\\s*月|\\s*[-./]\\s*\\d))");
  private static final Pattern COMPACT =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(0[1-9]|1[0-2])(?!\\d)");
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?[ ,_-]+((?:19|20)\\d{2})"
              + "(?!\\d)");
  private static final List<String> ENGLISH_MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");
  private static final Pattern DAY =
      Pattern.compile("((?:19|20)\\d{2})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*[日号]?");

  private PeriodText() {}

  /** All periods that a text names. */
  static Set<Period> find(String text, Frequency frequency) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Set<Period> found = new TreeSet<>();
    if (frequency == Frequency.MONTH) {
      for (Pattern pattern : List.of(MONTH, COMPACT)) {
        Matcher matcher = pattern.matcher(folded);
        while (matcher.find()) {
          found.add(
              Period.month(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        }
      }
      Matcher matcher = ENGLISH.matcher(folded);
      while (matcher.find()) {
        found.add(
            Period.month(
                Integer.parseInt(matcher.group(2)), ENGLISH_MONTHS.indexOf(matcher.group(1)) + 1));
      }
    } else if (frequency == Frequency.YEAR) {
      Matcher matcher = YEAR.matcher(folded);
      while (matcher.find()) {
        found.add(Period.year(Integer.parseInt(matcher.group(1))));
      }
    }
    return found;
  }

  /** The one period that a text names; empty if it names none or several. */
  static Optional<Period> only(String text, Frequency frequency) {
    Set<Period> found = find(text, frequency);
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** The day that a text is, such as 2025-11-03 or 2025年11月3日. */
  static Optional<LocalDate> day(String text) {
    Matcher matcher = DAY.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
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

  /** The period in which a day lies. */
  static Period of(LocalDate day, Frequency frequency) {
    return switch (frequency) {
      case MONTH -> Period.month(day.getYear(), day.getMonthValue());
      case YEAR -> Period.year(day.getYear());
      case NONE -> Period.ALL;
    };
  }
}
