package peaceindex.panel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaceindex.problem.Text;

/**
 * One base period: the month {@code 2025-12}, the year {@code 2025}, or {@code all} for an index
 * without periods. Periods of one frequency are ordered.
 *
 * @param ordinal months since year 0, the year, or 0
 */
public record Period(Frequency frequency, int ordinal) implements Comparable<Period> {
  /** The only period of an index without periods. */
  public static final Period ALL = new Period(Frequency.NONE, 0);

  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /** Month {@code month} (1 to 12) of {@code year}. */
  public static Period month(int year, int month) {
    return new Period(Frequency.MONTH, year * 12 + month - 1);
  }

  public static Period year(int year) {
    return new Period(Frequency.YEAR, year);
  }

  /** Reads {@code 2025-12}, {@code 2025} or {@code all}; empty if it is none of these. */
  public static Optional<Period> parse(String text) {
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      return Optional.of(month(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
    }
    if (YEAR.matcher(text).matches()) {
      return Optional.of(year(Integer.parseInt(text)));
    }
    return text.equals("all") ? Optional.of(ALL) : Optional.empty();
  }

  /** The calendar year, or 0 without periods. */
  public int year() {
    return frequency == Frequency.MONTH ? ordinal / 12 : ordinal;
  }

  /** The month from 1 to 12, or 0 if this is no month. */
  public int month() {
    return frequency == Frequency.MONTH ? ordinal % 12 + 1 : 0;
  }

  /** The period before this one; empty without periods. */
  public Optional<Period> previous() {
    return frequency == Frequency.NONE
        ? Optional.empty()
        : Optional.of(new Period(frequency, ordinal - 1));
  }

  /** The period after this one; empty without periods. */
  public Optional<Period> next() {
    return frequency == Frequency.NONE
        ? Optional.empty()
        : Optional.of(new Period(frequency, ordinal + 1));
  }

  /** The same month of last year; empty if the base period is no part of a year. */
  public Optional<Period> yearEarlier() {
    return frequency == Frequency.MONTH
        ? Optional.of(new Period(frequency, ordinal - 12))
        : Optional.empty();
  }

  /** The period in words: 2025年12月, December 2025. */
  public Text words() {
    return switch (frequency) {
      case MONTH -> new Text(year() + "年" + month() + "月", this.toString());
      case YEAR -> new Text(year() + "年", this.toString());
      case NONE -> Text.of("");
    };
  }

  @Override
  public int compareTo(Period other) {
    int byFrequency = frequency.compareTo(other.frequency);
    return byFrequency != 0 ? byFrequency : Integer.compare(ordinal, other.ordinal);
  }

  /** The spelling of folders, options and result files. */
  @Override
  public String toString() {
    return switch (frequency) {
      case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year(), month());
      case YEAR -> String.format(Locale.ROOT, "%04d", ordinal);
      case NONE -> "all";
    };
  }
}
