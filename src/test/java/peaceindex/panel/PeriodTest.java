package peaceindex.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar of all frequencies, day by day over decades, against {@code java.time}. */
class PeriodTest {
  private static final LocalDate FROM = LocalDate.of(1995, 1, 1);
  private static final LocalDate TO = LocalDate.of(2045, 1, 1);

  private static Stream<LocalDate> days() {
    return FROM.datesUntil(TO);
  }

  private static Period at(String text) {
    return Period.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-12-T1  | 2025年12月上旬    | 2025-12, days 1-10  | 2025-11-T3  | 2025-12-T2  | 2024-12-T1
          2025-03-T2  | 2025年3月中旬     | 2025-03, days 11-20 | 2025-03-T1  | 2025-03-T3  | 2024-03-T2
          2024-02-T3  | 2024年2月下旬     | 2024-02, days 21-29 | 2024-02-T2  | 2024-03-T1  | 2023-02-T3
          2025-12-T3  | 2025年12月下旬    | 2025-12, days 21-31 | 2025-12-T2  | 2026-01-T1  | 2024-12-T3
          2025-W03    | 2025年第3周       | 2025-W03            | 2025-W02    | 2025-W04    | 2024-W03
          2020-W53    | 2020年第53周      | 2020-W53            | 2020-W52    | 2021-W01    | 2019-W52
          2021-W01    | 2021年第1周       | 2021-W01            | 2020-W53    | 2021-W02    | 2020-W01
          2025-12     | 2025年12月        | 2025-12             | 2025-11     | 2026-01     | 2024-12
          2025-Q4     | 2025年第四季度    | 2025-Q4             | 2025-Q3     | 2026-Q1     | 2024-Q4
          2025-Q1     | 2025年第一季度    | 2025-Q1             | 2024-Q4     | 2025-Q2     | 2024-Q1
          2025-H2     | 2025年下半年      | 2025-H2             | 2025-H1     | 2026-H1     | 2024-H2
          2025-H1     | 2025年上半年      | 2025-H1             | 2024-H2     | 2025-H2     | 2024-H1
          2025        | 2025年            | 2025                | 2024        | 2026        |
          2025-12-YTD | 2025年1—12月累计  | 2025-01 to 2025-12  | 2025-11-YTD | 2026-01-YTD | 2024-12-YTD
          2025-01-YTD | 2025年1月累计     | 2025-01 to 2025-01  | 2024-12-YTD | 2025-02-YTD | 2024-01-YTD
          all         |                   |                     |             |             |
          """)
  void isSpelledAndHasNeighbours(
      String text, String zh, String en, String previous, String next, String yearEarlier) {
    Period period = at(text);
    assertThat(period).hasToString(text);
    assertThat(period.words().zh()).isEqualTo(zh == null ? "" : zh);
    assertThat(period.words().en()).isEqualTo(en == null ? "" : en);
    assertThat(period.previous().map(Period::toString)).isEqualTo(Optional.ofNullable(previous));
    assertThat(period.next().map(Period::toString)).isEqualTo(Optional.ofNullable(next));
    assertThat(period.yearEarlier().map(Period::toString))
        .isEqualTo(Optional.ofNullable(yearEarlier));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "25-12", "2025-13", "2025-00", "2025-1", "2025-12-T0", "2025-12-T4", "2025-13-T1",
        "2025-W00", "2025-W53", "2025-W54", "2025-W3", "2025-Q0", "2025-Q5", "2025-H0", "2025-H3",
        "2025-13-YTD", "2025-YTD", "2025-12-T1-YTD", "2025-12-01", "ALL", "2025-w03", " 2025"
      })
  void nothingElseIsAPeriod(String text) {
    assertThat(Period.parse(text)).isEmpty();
  }

  @Test
  void everyYearHasTheWeeksOfIso8601() {
    for (int year = 1; year < 2400; year++) {
      long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(day(year)).getMaximum();
      assertThat(Period.week(year, 52)).isPresent();
      assertThat(Period.week(year, 53).isPresent()).as("%s-W53", year).isEqualTo(weeks == 53);
      assertThat(Period.week(year, 0)).isEmpty();
    }
  }

  private static LocalDate day(int year) {
    return LocalDate.of(year, 7, 1);
  }

  @Test
  void everyDayLiesInThePeriodsOfTheCalendar() {
    days()
        .forEach(
            day -> {
              Period week = Period.of(day, Frequency.WEEK);
              assertThat(week.year()).isEqualTo(day.get(IsoFields.WEEK_BASED_YEAR));
              assertThat(week.number()).isEqualTo(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
              assertThat(week.firstDay()).isEqualTo(day.with(java.time.DayOfWeek.MONDAY));
              Period quarter = Period.of(day, Frequency.QUARTER);
              assertThat(quarter.number()).isEqualTo(day.get(IsoFields.QUARTER_OF_YEAR));
              Period third = Period.of(day, Frequency.TEN_DAYS);
              int d = day.getDayOfMonth();
              assertThat(third.number()).isEqualTo(d <= 10 ? 1 : d <= 20 ? 2 : 3);
              for (Frequency frequency : Frequency.values()) {
                if (frequency != Frequency.NONE) {
                  Period period = Period.of(day, frequency);
                  assertThat(day).isBetween(period.firstDay(), period.lastDay());
                  if (frequency != Frequency.WEEK) {
                    assertThat(period.year()).isEqualTo(day.getYear());
                  }
                  boolean inAMonth = period.month() != 0 && frequency != Frequency.WEEK;
                  assertThat(inAMonth ? period.month() : day.getMonthValue())
                      .isEqualTo(day.getMonthValue());
                }
              }
            });
  }

  /** Round trip, order, neighbours, no gap and no overlap. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void periodsOfOneFrequencyFollowEachOther(Frequency frequency) {
    List<Period> all = days().map(day -> Period.of(day, frequency)).distinct().toList();
    List<String> spelled = all.stream().map(Period::toString).toList();
    assertThat(all).isSorted().doesNotHaveDuplicates();
    // Among years and among thirds, weeks … a spelling sorts like the time that it names.
    assertThat(spelled).isSorted().doesNotHaveDuplicates();
    for (int i = 0; i < all.size(); i++) {
      Period period = all.get(i);
      assertThat(Period.parse(period.toString())).contains(period);
      assertThat(period.frequency()).isEqualTo(frequency);
      if (i > 0) {
        Period before = all.get(i - 1);
        assertThat(period.previous()).contains(before);
        assertThat(before.next()).contains(period);
        assertThat(period.ordinal()).isEqualTo(before.ordinal() + 1);
        if (frequency != Frequency.YEAR_TO_DATE) {
          assertThat(before.lastDay().plusDays(1)).isEqualTo(period.firstDay());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NONE", "YEAR"})
  void aYearEarlierIsTheSamePartOfTheYearBefore(Frequency frequency) {
    days()
        .map(day -> Period.of(day, frequency))
        .distinct()
        .forEach(
            period -> {
              Period earlier = period.yearEarlier().orElseThrow();
              assertThat(earlier.year()).isEqualTo(period.year() - 1);
              boolean lacksIt = frequency == Frequency.WEEK && period.number() == 53;
              assertThat(earlier.number()).isEqualTo(lacksIt ? 52 : period.number());
              if (frequency != Frequency.WEEK) {
                assertThat(earlier.month()).isEqualTo(period.month());
              }
            });
  }

  /** The oracle: a week lies where its Thursday lies; all others where all their days lie. */
  @ParameterizedTest
  @EnumSource(names = {"MONTH", "QUARTER", "HALF_YEAR", "YEAR", "YEAR_TO_DATE"})
  void longerPeriodsCoverTheBasePeriodsInThem(Frequency span) {
    List<Period> spans = days().map(day -> Period.of(day, span)).distinct().toList();
    for (Frequency base : List.of(Frequency.TEN_DAYS, Frequency.WEEK, Frequency.MONTH)) {
      Map<Period, List<Period>> expected = new TreeMap<>();
      List<Period> parts = days().map(day -> Period.of(day, base)).distinct().toList();
      for (Period part : parts) {
        LocalDate decides = base == Frequency.WEEK ? part.firstDay().plusDays(3) : part.lastDay();
        LocalDate end =
            span == Frequency.YEAR_TO_DATE ? LocalDate.of(decides.getYear() + 1, 1, 1) : null;
        YearMonth month = YearMonth.from(decides);
        do {
          expected
              .computeIfAbsent(Period.of(month.atDay(1), span), s -> new ArrayList<>())
              .add(part);
          month = month.plusMonths(1);
        } while (end != null && month.atDay(1).isBefore(end));
      }
      for (Period longer : spans.subList(1, spans.size() - 1)) {
        assertThat(longer.parts(base)).as("%s of %s", base, longer).isEqualTo(expected.get(longer));
        for (Period part : longer.parts(base)) {
          assertThat(longer.covers(part)).isTrue();
          assertThat(part.covers(longer)).isEqualTo(part.equals(longer));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a week lies where its Thursday lies: 2025-W01 begins on 30 December 2024
          2025-01     | 2025-W01   | true
          2024        | 2025-W01   | false
          2025-05     | 2025-W18   | true
          2025-04     | 2025-W18   | false
          2025-Q4     | 2025-12-T3 | true
          2025-Q4     | 2025-09-T3 | false
          2025-H1     | 2025-06    | true
          2025-H1     | 2025-07    | false
          2025        | 2025       | true
          2025        | 2025-12    | true
          2025        | 2024-12    | false
          2025-06-YTD | 2025-06    | true
          2025-06-YTD | 2025-07    | false
          2025-06-YTD | 2024-06    | false
          2025-W03    | 2025-W03   | true
          2025-W03    | 2025-01-T2 | false
          2025-12-T1  | 2025-W50   | false
          # spans are no base periods
          2025        | 2025-Q1    | false
          2025-Q1     | 2025-Q1    | false
          all         | all        | true
          all         | 2025-12    | false
          2025        | all        | false
          """)
  void covers(String span, String base, boolean expected) {
    assertThat(at(span).covers(at(base))).isEqualTo(expected);
  }

  @Test
  void onlySomeFrequenciesAreThoseOfReturns() {
    assertThat(Arrays.stream(Frequency.values()).filter(Frequency::isBase))
        .containsExactly(
            Frequency.TEN_DAYS, Frequency.WEEK, Frequency.MONTH, Frequency.YEAR, Frequency.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # rules of 2025-01 and of 2025-05
          2024-12     |
          2025-01     | 2025-01
          2025-04     | 2025-01
          2025-05     | 2025-05
          2024        |
          2025-Q1     | 2025-01
          2025-Q2     | 2025-05
          2025-H1     | 2025-05
          2025        | 2025-05
          2025-04-YTD | 2025-01
          2025-05-YTD | 2025-05
          all         |
          """)
  void theLastBasePeriodOfASpanDecidesWhichRulesHold(String period, String since) {
    Versions<String> rules = new Versions<>(Map.of(at("2025-01"), "old", at("2025-05"), "new"));
    assertThat(rules.since(at(period)).map(Period::toString)).isEqualTo(Optional.ofNullable(since));
    assertThat(rules.at(at(period)).isPresent()).isEqualTo(since != null);
  }
}
