package peaceindex.panel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaceindex.problem.Text;

/**
 * A time for which figures are reported or pooled. Periods of one frequency are ordered by time and
 * numbered without gaps.
 *
 * <pre>
 * 2025-12-T1   the first third of December 2025, 上旬
 * 2025-W03     the third ISO week of 2025
 * 2025-12      December 2025
 * 2025-Q4      the fourth quarter
 * 2025-H2      the second half-year
 * 2025         the year
 * 2025-12-YTD  January to December
 * all          the only period of an index without periods
 * </pre>
 *
 * @param ordinal thirds of months, weeks, months, quarters, half-years or years since those that
 *     the year 0 begins with; the last month of a year to date as a month; 0 without periods
 */
public record Period(Frequency frequency, int ordinal) implements Comparable<Period> {
  /** The only period of an index without periods. */
  public static final Period ALL = new Period(Frequency.NONE, 0);

  private static final int THIRDS = 3;
  private static final int MONTHS = 12;
  private static final int DAYS_OF_A_THIRD = 10;
  private static final int DAYS_OF_A_WEEK = 7;
  private static final int WEEKS_EVERY_YEAR_HAS = 52;

  /** The Thursday of the first ISO week of the year 0. */
  private static final LocalDate FIRST_THURSDAY = LocalDate.of(0, 1, 6);

  private static final Pattern SPELLING =
      Pattern.compile("(\\d{4})(?:-(?:(\\d{2})(?:-(?:T([1-3])|(YTD)))?|W(\\d{2})|Q(\\d)|H(\\d)))?");

  /** Third {@code third} (1 上旬, 2 中旬, 3 下旬) of {@code month} (1 to 12) of {@code year}. */
  public static Period tenDays(int year, int month, int third) {
    return new Period(Frequency.TEN_DAYS, monthOrdinal(year, month) * THIRDS + third - 1);
  }

  /** ISO week {@code week} of {@code year}; empty if that year has no such week. */
  public static Optional<Period> week(int year, int week) {
    // The fourth of January lies in the first week.
    Period first = of(LocalDate.of(year, 1, 4), Frequency.WEEK);
    Period wanted = new Period(Frequency.WEEK, first.ordinal + week - 1);
    return wanted.year() == year ? Optional.of(wanted) : Optional.empty();
  }

  /** Month {@code month} (1 to 12) of {@code year}. */
  public static Period month(int year, int month) {
    return new Period(Frequency.MONTH, monthOrdinal(year, month));
  }

  /** Quarter {@code quarter} (1 to 4) of {@code year}. */
  public static Period quarter(int year, int quarter) {
    return new Period(Frequency.QUARTER, year * 4 + quarter - 1);
  }

  /** Half {@code half} (1 or 2) of {@code year}. */
  public static Period halfYear(int year, int half) {
    return new Period(Frequency.HALF_YEAR, year * 2 + half - 1);
  }

  public static Period year(int year) {
    return new Period(Frequency.YEAR, year);
  }

  /** January to {@code month} (1 to 12) of {@code year}. */
  public static Period yearToDate(int year, int month) {
    return new Period(Frequency.YEAR_TO_DATE, monthOrdinal(year, month));
  }

  /** The period of a frequency in which a day lies; the year to date up to the day's month. */
  public static Period of(LocalDate day, Frequency frequency) {
    int year = day.getYear();
    int month = day.getMonthValue();
    return switch (frequency) {
      case TEN_DAYS ->
          tenDays(
              year, month, Math.min((day.getDayOfMonth() - 1) / DAYS_OF_A_THIRD, THIRDS - 1) + 1);
      case WEEK -> new Period(frequency, Math.toIntExact(weeksSinceTheFirst(day)));
      case MONTH -> month(year, month);
      case QUARTER -> quarter(year, (month + 2) / 3);
      case HALF_YEAR -> halfYear(year, (month + 5) / 6);
      case YEAR -> year(year);
      case YEAR_TO_DATE -> yearToDate(year, month);
      case NONE -> ALL;
    };
  }

  private static long weeksSinceTheFirst(LocalDate day) {
    LocalDate monday = FIRST_THURSDAY.minusDays(3);
    return Math.floorDiv(ChronoUnit.DAYS.between(monday, day), DAYS_OF_A_WEEK);
  }

  private static int monthOrdinal(int year, int month) {
    return year * MONTHS + month - 1;
  }

  /** Reads what {@link #toString} writes; empty for anything else and for a week 53 too many. */
  public static Optional<Period> parse(String text) {
    if (text.equals("all")) {
      return Optional.of(ALL);
    }
    Matcher parts = SPELLING.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    if (parts.group(5) != null) {
      return week(year, Integer.parseInt(parts.group(5)));
    }
    if (parts.group(6) != null) {
      int quarter = Integer.parseInt(parts.group(6));
      return within(quarter, 4, quarter(year, quarter));
    }
    if (parts.group(7) != null) {
      int half = Integer.parseInt(parts.group(7));
      return within(half, 2, halfYear(year, half));
    }
    if (parts.group(2) == null) {
      return Optional.of(year(year));
    }
    int month = Integer.parseInt(parts.group(2));
    Period period =
        parts.group(3) != null
            ? tenDays(year, month, Integer.parseInt(parts.group(3)))
            : parts.group(4) != null ? yearToDate(year, month) : month(year, month);
    return within(month, MONTHS, period);
  }

  private static Optional<Period> within(int number, int most, Period period) {
    return number >= 1 && number <= most ? Optional.of(period) : Optional.empty();
  }

  /** The calendar year, for a week that of its Thursday; 0 without periods. */
  public int year() {
    return switch (frequency) {
      case WEEK -> thursday().getYear();
      case YEAR -> ordinal;
      case QUARTER -> ordinal / 4;
      case HALF_YEAR -> ordinal / 2;
      case TEN_DAYS, MONTH, YEAR_TO_DATE -> lastMonth() / MONTHS;
      case NONE -> 0;
    };
  }

  /**
   * The month from 1 to 12 in which it lies, for a week that of its Thursday, for a year to date
   * its last; 0 if it is longer.
   */
  public int month() {
    return switch (frequency) {
      case TEN_DAYS, WEEK, MONTH, YEAR_TO_DATE -> lastMonth() % MONTHS + 1;
      case QUARTER, HALF_YEAR, YEAR, NONE -> 0;
    };
  }

  /**
   * Which it is within its month (thirds, from 1 to 3) or its year (weeks, months, quarters,
   * half-years, from 1); the last month of a year to date; 0 for a year and without periods.
   */
  public int number() {
    return switch (frequency) {
      case TEN_DAYS -> ordinal % THIRDS + 1;
      case WEEK -> (thursday().getDayOfYear() - 1) / DAYS_OF_A_WEEK + 1;
      case MONTH, YEAR_TO_DATE -> month();
      case QUARTER -> ordinal % 4 + 1;
      case HALF_YEAR -> ordinal % 2 + 1;
      case YEAR, NONE -> 0;
    };
  }

  /** The period before this one; empty without periods. */
  public Optional<Period> previous() {
    return shifted(-1);
  }

  /** The period after this one; empty without periods. */
  public Optional<Period> next() {
    return shifted(1);
  }

  private Optional<Period> shifted(int by) {
    return frequency == Frequency.NONE
        ? Optional.empty()
        : Optional.of(new Period(frequency, ordinal + by));
  }

  /**
   * The same part of last year: the same third of the same month, the week of the same number (52
   * for a 53 that last year did not have), the same month and so on; empty for a whole year, which
   * {@link #previous} compares, and without periods.
   */
  public Optional<Period> yearEarlier() {
    return switch (frequency) {
      case TEN_DAYS -> shifted(-MONTHS * THIRDS);
      case WEEK -> week(year() - 1, number()).or(() -> week(year() - 1, WEEKS_EVERY_YEAR_HAS));
      case MONTH, YEAR_TO_DATE -> shifted(-MONTHS);
      case QUARTER -> shifted(-4);
      case HALF_YEAR -> shifted(-2);
      case YEAR, NONE -> Optional.empty();
    };
  }

  /**
   * Whether a base period lies in this one: itself; in a month and whatever is longer also the
   * thirds, weeks and months in it. A week lies where its Thursday lies, and nothing shorter than
   * itself lies in a week.
   */
  public boolean covers(Period base) {
    if (frequency == base.frequency) {
      return equals(base) && frequency.isBase();
    }
    return base.frequency.isBase()
        && base.frequency != Frequency.NONE
        && frequency.compareTo(Frequency.MONTH) >= 0
        && frequency != Frequency.NONE
        && firstMonth() <= base.firstMonth()
        && base.lastMonth() <= lastMonth();
  }

  /**
   * The period of a frequency in which this base period lies: itself, a longer one, or the year to
   * date that it ends; empty where it lies in none.
   */
  public Optional<Period> within(Frequency longer) {
    if (frequency == longer) {
      return Optional.of(this);
    }
    if (frequency == Frequency.NONE) {
      return Optional.empty();
    }
    LocalDate day = frequency == Frequency.WEEK ? thursday() : firstDay();
    return Optional.of(of(day, longer)).filter(span -> span.covers(this));
  }

  /** The periods of a base frequency that lie in this one, oldest first; may be none. */
  public List<Period> parts(Frequency base) {
    if (frequency == base) {
      return frequency.isBase() ? List.of(this) : List.of();
    }
    if (frequency == Frequency.NONE || base == Frequency.NONE) {
      return List.of();
    }
    List<Period> parts = new ArrayList<>();
    int last = of(lastDay(), base).ordinal;
    for (int part = of(firstDay(), base).ordinal; part <= last; part++) {
      Period candidate = new Period(base, part);
      if (covers(candidate)) {
        parts.add(candidate);
      }
    }
    return parts;
  }

  /** Its first day; the first of the year 0 without periods. */
  public LocalDate firstDay() {
    return switch (frequency) {
      case TEN_DAYS -> firstOf(firstMonth()).withDayOfMonth((number() - 1) * DAYS_OF_A_THIRD + 1);
      case WEEK -> thursday().minusDays(3);
      case MONTH, QUARTER, HALF_YEAR, YEAR, YEAR_TO_DATE, NONE -> firstOf(firstMonth());
    };
  }

  /** Its last day; the first of the year 0 without periods. */
  public LocalDate lastDay() {
    return switch (frequency) {
      case TEN_DAYS ->
          number() == THIRDS
              ? firstOf(lastMonth() + 1).minusDays(1)
              : firstDay().plusDays(DAYS_OF_A_THIRD - 1);
      case WEEK -> thursday().plusDays(3);
      case MONTH, QUARTER, HALF_YEAR, YEAR, YEAR_TO_DATE -> firstOf(lastMonth() + 1).minusDays(1);
      case NONE -> firstDay();
    };
  }

  /** The day that decides in which longer period it lies: its last, of a week its Thursday. */
  public LocalDate decisiveDay() {
    return frequency == Frequency.WEEK ? thursday() : lastDay();
  }

  private static LocalDate firstOf(int month) {
    return LocalDate.of(month / MONTHS, month % MONTHS + 1, 1);
  }

  private LocalDate thursday() {
    return FIRST_THURSDAY.plusWeeks(ordinal);
  }

  /** The month in which it begins, in months since the year 0. */
  private int firstMonth() {
    return switch (frequency) {
      case QUARTER -> ordinal * 3;
      case HALF_YEAR -> ordinal * 6;
      case YEAR -> ordinal * MONTHS;
      case YEAR_TO_DATE -> ordinal - ordinal % MONTHS;
      case TEN_DAYS, WEEK, MONTH, NONE -> lastMonth();
    };
  }

  /** The month in which it ends, in months since the year 0; for a week that of its Thursday. */
  private int lastMonth() {
    return switch (frequency) {
      case TEN_DAYS -> ordinal / THIRDS;
      case WEEK -> monthOrdinal(thursday().getYear(), thursday().getMonthValue());
      case QUARTER -> firstMonth() + 2;
      case HALF_YEAR -> firstMonth() + 5;
      case YEAR -> firstMonth() + MONTHS - 1;
      case MONTH, YEAR_TO_DATE, NONE -> ordinal;
    };
  }

  /** The period in words: 2025年12月上旬; in English 2025-12, days 1-10. */
  public Text words() {
    String year = year() + "年";
    return switch (frequency) {
      case TEN_DAYS ->
          new Text(
              year + month() + "月" + "上中下".charAt(number() - 1) + "旬",
              yearAndMonth()
                  + ", days "
                  + firstDay().getDayOfMonth()
                  + "-"
                  + lastDay().getDayOfMonth());
      case WEEK -> new Text(year + "第" + number() + "周", this.toString());
      case MONTH -> new Text(year + month() + "月", this.toString());
      case QUARTER -> new Text(year + "第" + "一二三四".charAt(number() - 1) + "季度", this.toString());
      case HALF_YEAR -> new Text(year + (number() == 1 ? "上半年" : "下半年"), this.toString());
      case YEAR -> new Text(year, this.toString());
      case YEAR_TO_DATE ->
          new Text(
              year + (month() == 1 ? "1月累计" : "1—" + month() + "月累计"),
              padded(year(), 4) + "-01 to " + yearAndMonth());
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
      case TEN_DAYS -> yearAndMonth() + "-T" + number();
      case WEEK -> padded(year(), 4) + "-W" + padded(number(), 2);
      case MONTH -> yearAndMonth();
      case QUARTER -> padded(year(), 4) + "-Q" + number();
      case HALF_YEAR -> padded(year(), 4) + "-H" + number();
      case YEAR -> padded(ordinal, 4);
      case YEAR_TO_DATE -> yearAndMonth() + "-YTD";
      case NONE -> "all";
    };
  }

  private String yearAndMonth() {
    return padded(year(), 4) + "-" + padded(month(), 2);
  }

  /** A number with as many zeros before it as it takes; a sign counts as one of them. */
  private static String padded(int number, int width) {
    String digits = Integer.toString(Math.abs(number));
    int zeros = width - digits.length() - (number < 0 ? 1 : 0);
    return (number < 0 ? "-" : "") + "0".repeat(Math.max(0, zeros)) + digits;
  }

  /** Written out, so that the order of a hash map is the same in every run. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Period that && ordinal == that.ordinal && frequency == that.frequency;
  }

  @Override
  public int hashCode() {
    return frequency.ordinal() * 31 + ordinal;
  }
}
