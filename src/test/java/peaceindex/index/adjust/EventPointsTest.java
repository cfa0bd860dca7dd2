package peaceindex.index.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.panel.Event;
import peaceindex.panel.Period;
import peaceindex.problem.Text;

/** Points of events by hand, and what holds of them whatever the events. */
class EventPointsTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final Period DECEMBER = Period.month(2025, 12);

  private static EventRule rule(
      String id, double points, double repeat, double most, Counts counts) {
    return new EventRule(id, Text.of(id), points, repeat, most, counts);
  }

  /** Praise 2, at most 4; incidents −3, doubled when repeated; both by the period. */
  private static final EventRule PRAISE = rule("praise", 2, 1, 4, Counts.PERIOD);

  private static final EventRule INCIDENT = rule("incident", -3, 2, NONE, Counts.PERIOD);
  private static final EventRule LETTER = rule("letter", -0.5, 2, 3, Counts.YEAR);
  private static final VetoRule VETO =
      new VetoRule("veto", Text.of("veto"), new VetoRule.Deduction(-30), Counts.YEAR);
  private static final VetoRule LAST =
      new VetoRule("last", Text.of("last"), new VetoRule.LastPlace(), Counts.PERIOD);
  private static final Adjustments RULES =
      new Adjustments(List.of(PRAISE, INCIDENT, LETTER, VETO, LAST), 5, 10);

  private static Event event(int unit, String rule, String day, int times, long origin) {
    LocalDate date = LocalDate.parse(day);
    return new Event(
        unit, date, Period.month(date.getYear(), date.getMonthValue()), rule, times, origin);
  }

  /** Reads {@code incident 12-03, incident 12-09 x2}: events of unit 0 in 2025. */
  private static List<Event> events(String text) {
    List<Event> events = new ArrayList<>();
    for (String part : text.split(",")) {
      String[] words = part.strip().split(" ");
      int times = words.length > 2 ? Integer.parseInt(words[2].substring(1)) : 1;
      String day = words[1].length() == 5 ? "2025-" + words[1] : words[1];
      events.add(event(0, words[0], day, times, events.size()));
    }
    return events;
  }

  private static List<Double> points(List<Adjustment> lines) {
    return lines.stream().map(Adjustment::points).toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          praise 12-03                                | 2
          praise 12-03 x2                             | 4
          praise 12-03, praise 12-04, praise 12-05    | 2 2 0
          praise 12-03 x3                             | 4
          incident 12-03                              | -3
          incident 12-03, incident 12-09              | -3 -6
          incident 12-03 x2                           | -9
          incident 12-09 x2, incident 12-03           | -3 -12
          incident 03-03, incident 12-09              | -6
          incident 2024-12-03, incident 12-09         | -3
          incident 2026-01-03, incident 12-09         | -3
          letter 03-03, letter 06-01, letter 12-01    | -0.5 -1 -1
          letter 03-03 x4                             | -3
          letter 03-03 x2, letter 12-01 x2            | -1.5 -1.5
          letter 2024-03-03, letter 12-01             | -0.5
          veto 12-01                                  | -30
          veto 02-01, veto 12-01                      | -30 0
          last 12-01 x2                               | 0
          last 11-01                                  |
          gone 12-01                                  |
          """)
  void aLineAnEvent(String register, String expected) {
    List<Double> points =
        expected == null
            ? List.of()
            : java.util.Arrays.stream(expected.split(" ")).map(Double::valueOf).toList();
    assertThat(points(EventPoints.of(RULES, events(register), DECEMBER))).isEqualTo(points);
  }

  @Test
  void theLimitInTotalSparesTheEarlierLinesAndLeavesVetoesAlone() {
    List<Adjustment> lines =
        RULES.withinTotals(
            EventPoints.of(
                RULES,
                events(
                    "incident 12-03, praise 12-04 x2, incident 12-05, veto 12-06, incident 12-07"),
                DECEMBER));
    // −3, +4, −6, veto −30, −6 of which 1 is left of the 10.
    assertThat(points(lines)).containsExactly(-3.0, 4.0, -6.0, -30.0, -1.0);
    assertThat(lines.get(4).why().en())
        .isEqualTo(
            "number 3 of the year, counted 2 times when repeated; would be -6, but at most 10 of"
                + " penalty in total");
    assertThat(lines.get(3).why().zh()).contains("一票否决");
  }

  @Test
  void linesSayTheirUnitRuleTimesAndCell() {
    List<Event> events =
        List.of(event(2, "praise", "2025-12-09", 1, 77), event(1, "last", "2025-12-01", 3, 78));
    List<Adjustment> lines = EventPoints.of(RULES, events, DECEMBER);
    assertThat(lines)
        .extracting(Adjustment::unit, Adjustment::rule, Adjustment::times, Adjustment::origin)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "last", 3, 78L),
            org.assertj.core.groups.Tuple.tuple(2, "praise", 1, 77L));
  }

  @Test
  void withoutPeriodsAllYearsCountEachByItself() {
    List<Event> events = new ArrayList<>();
    for (Event e : events("incident 2024-05-01, incident 2025-05-01, incident 2025-06-01")) {
      events.add(new Event(e.unit(), e.date(), Period.ALL, e.rule(), e.times(), e.origin()));
    }
    assertThat(points(EventPoints.of(RULES, events, Period.ALL))).containsExactly(-3.0, -3.0, -6.0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "-12, -2", "-10, -2", "-9, -1", "-5, -1", "-4, 0", "0, 0", "4, 0", "5, 0.5", "9, 0.5"
  })
  void aRankChangeReachesItsFurthestStep(double change, double points) {
    RankChangeRule rule =
        new RankChangeRule(
            "fall",
            Text.of("fall"),
            RankChangeRule.Against.PREVIOUS,
            List.of(
                new RankChangeRule.Step(-5, -1),
                new RankChangeRule.Step(-10, -2),
                new RankChangeRule.Step(5, 0.5)));
    assertThat(rule.step(change).map(RankChangeRule.Step::points).orElse(0.0)).isEqualTo(points);
  }

  // --- what holds of any events

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  private static List<Event> random(Random random) {
    List<Event> events = new ArrayList<>();
    int count = random.nextInt(25);
    for (int i = 0; i < count; i++) {
      Rule rule = RULES.rules().get(random.nextInt(RULES.rules().size()));
      String day = "2025-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
      events.add(event(random.nextInt(3), rule.id(), day, 1 + random.nextInt(3), i));
    }
    return events;
  }

  private static double sum(List<Adjustment> lines, int unit, String rule) {
    return lines.stream()
        .filter(l -> l.unit() == unit && (rule.isEmpty() || l.rule().equals(rule)))
        .mapToDouble(Adjustment::points)
        .sum();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noLimitIsEverExceeded(int seed) {
    List<Event> events = random(new Random(seed));
    List<Adjustment> lines = EventPoints.of(RULES, events, DECEMBER);
    List<Adjustment> limited = RULES.withinTotals(lines);
    assertThat(limited).hasSameSizeAs(lines);
    assertThat(RULES.withinTotals(limited)).isEqualTo(limited);
    for (int unit = 0; unit < 3; unit++) {
      int of = unit;
      assertThat(sum(lines, unit, "praise")).isLessThanOrEqualTo(4);
      assertThat(sum(lines, unit, "letter")).isGreaterThanOrEqualTo(-3);
      assertThat(sum(lines, unit, "veto")).isIn(0.0, -30.0);
      List<Adjustment> own =
          limited.stream().filter(l -> l.unit() == of && !l.rule().equals("veto")).toList();
      assertThat(own.stream().mapToDouble(l -> Math.max(0, l.points())).sum())
          .isLessThanOrEqualTo(5);
      assertThat(own.stream().mapToDouble(l -> Math.min(0, l.points())).sum())
          .isGreaterThanOrEqualTo(-10);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfEventsDoesNotMatter(int seed) {
    Random random = new Random(seed);
    List<Event> events = random(random);
    List<Adjustment> lines = RULES.withinTotals(EventPoints.of(RULES, events, DECEMBER));
    Collections.shuffle(events, random);
    assertThat(RULES.withinTotals(EventPoints.of(RULES, events, DECEMBER))).isEqualTo(lines);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void takingAwayAPenaltyNeverHurtsAndABonusNeverHelps(int seed) {
    List<Event> events = random(new Random(seed));
    List<Adjustment> all = RULES.withinTotals(EventPoints.of(RULES, events, DECEMBER));
    for (Event without : events) {
      List<Event> rest = new ArrayList<>(events);
      rest.remove(without);
      List<Adjustment> lines = RULES.withinTotals(EventPoints.of(RULES, rest, DECEMBER));
      double change = sum(lines, without.unit(), "") - sum(all, without.unit(), "");
      if (without.rule().equals("praise")) {
        assertThat(change).isLessThanOrEqualTo(0);
      } else {
        assertThat(change).isGreaterThanOrEqualTo(0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aLineMoreAtTheEndChangesNoneBefore(int seed) {
    List<Event> events = random(new Random(seed));
    List<Adjustment> lines = EventPoints.of(RULES, events, DECEMBER);
    if (!lines.isEmpty()) {
      List<Adjustment> fewer = lines.subList(0, lines.size() - 1);
      assertThat(RULES.withinTotals(lines).subList(0, fewer.size()))
          .isEqualTo(RULES.withinTotals(fewer));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void twoEventsOnTwoLinesAreWorthTheSameAsTwoTimesOnOne(int seed) {
    Random random = new Random(seed);
    int one = 1 + random.nextInt(3);
    int two = 1 + random.nextInt(3);
    String day = "2025-12-0" + (1 + random.nextInt(9));
    List<Event> apart =
        List.of(event(0, "incident", day, one, 1), event(0, "incident", day, two, 2));
    List<Event> together = List.of(event(0, "incident", day, one + two, 1));
    assertThat(sum(EventPoints.of(RULES, apart, DECEMBER), 0, ""))
        .isEqualTo(sum(EventPoints.of(RULES, together, DECEMBER), 0, ""), within(1e-9));
  }
}
