package peaceindex.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static peaceindex.ranking.Scoreboard.bands;
import static peaceindex.ranking.Scoreboard.months;
import static peaceindex.ranking.Scoreboard.points;
import static peaceindex.ranking.Scoreboard.published;
import static peaceindex.ranking.Scoreboard.ranks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.index.adjust.Adjustment;
import peaceindex.index.adjust.Counts;
import peaceindex.index.adjust.EventRule;
import peaceindex.index.adjust.LastPlacesRule;
import peaceindex.index.adjust.LateRule;
import peaceindex.index.adjust.MissingRule;
import peaceindex.index.adjust.RankChangeRule;
import peaceindex.index.adjust.RankChangeRule.Against;
import peaceindex.index.adjust.RankChangeRule.Step;
import peaceindex.index.adjust.VetoRule;
import peaceindex.panel.Frequency;
import peaceindex.panel.Origins;
import peaceindex.panel.Period;
import peaceindex.problem.Text;

/** Points, vetoes and bands: who stands where in the end, each table worked by hand. */
class StandingTest {
  private static final Period NOVEMBER = Period.month(2025, 11);
  private static final Period DECEMBER = Period.month(2025, 12);
  private static final LocalDate DAY = LocalDate.of(2025, 12, 10);
  private static final double NONE = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static final EventRule PRAISE = event("praise", 2);
  private static final EventRule INCIDENT = event("incident", -3);
  private static final LateRule LATE = new LateRule("late", Text.of("late"), -0.5);
  private static final MissingRule MISSING = new MissingRule("missing", Text.of("missing"), -2);
  private static final VetoRule DEDUCTION = veto("minus30", new VetoRule.Deduction(-30));
  private static final VetoRule LAST = veto("last", new VetoRule.LastPlace());
  private static final VetoRule AT_MOST_FAIR = veto("fair", new VetoRule.BandAtMost("fair"));

  /** Down five places −1, ten places −2, up five places +0.5. */
  private static final RankChangeRule CHANGE =
      new RankChangeRule(
          "change",
          Text.of("change"),
          Against.PREVIOUS,
          List.of(new Step(-5, -1), new Step(-10, -2), new Step(5, 0.5)));

  private static EventRule event(String id, double points) {
    return new EventRule(id, Text.of(id), points, 1, INFINITY, Counts.PERIOD);
  }

  private static VetoRule veto(String id, VetoRule.Effect effect) {
    return new VetoRule(id, Text.of(id), effect, Counts.PERIOD);
  }

  private static LastPlacesRule last(int places, double points) {
    return new LastPlacesRule("tail", Text.of("tail"), places, points, "");
  }

  // --- points

  @Test
  void pointsAreAddedBesideTheScoreAndMayLeaveItsRange() {
    // 99 + 2 = 101 is no fault: points are beside a score of at most 100.
    Standing standing =
        months(3)
            .scores(DECEMBER, 99, 80, 81)
            .rules(PRAISE, INCIDENT)
            .event(DAY, 0, "praise", 1)
            .event(DAY, 2, "incident", 1)
            .at(DECEMBER);
    assertThat(published(standing)).containsExactly(101, 80, 78);
    assertThat(ranks(standing)).containsExactly(1, 2, 3);
    assertThat(standing.publishedBeforePoints(0)).isEqualTo(99);
    assertThat(points(standing)).containsExactly(2, 0, -3);
    assertThat(standing.publishedMean()).isEqualTo(86.33); // (101 + 80 + 78) / 3
    assertThat(standing.scores().contribution(0, 0)).isEqualTo(99);
    assertThat(standing.publishedPooled(0)).isNaN(); // a number that nobody said how to pool
  }

  @Test
  void lateAndMissingReturnsCostPointsButPointsMakeNoIndex() {
    // Unit 0 is late with two returns, unit 1 with one; unit 2 sent nothing and has no index.
    Standing standing =
        months(3)
            .scores(DECEMBER, 90, 89.5, NONE)
            .rules(LATE, MISSING)
            .late(DECEMBER, 0, false)
            .late(DECEMBER, 0, false)
            .late(DECEMBER, 1, false)
            .late(DECEMBER, 2, true)
            .late(DECEMBER, 2, true)
            .at(DECEMBER);
    assertThat(published(standing)).containsExactly(89, 89, NONE);
    assertThat(ranks(standing)).containsExactly(1, 1, NONE);
    // One line for unit 2, however many returns were expected of it.
    assertThat(points(standing)).containsExactly(-1, -0.5, -2);
    assertThat(standing.notRanked()).containsOnlyKeys(2);
  }

  @Test
  void limitsInTotalHoldOverAllLinesInTheirOrder() {
    // Unit 1: events 2 × −3, of which the total leaves 5; being last then takes nothing more.
    Standing standing =
        months(2)
            .scores(DECEMBER, 90, 80)
            .rules(INCIDENT, last(1, -1))
            .most(INFINITY, 5)
            .event(DAY, 1, "incident", 2)
            .at(DECEMBER);
    assertThat(published(standing)).containsExactly(90, 75);
    assertThat(standing.adjustments()).extracting(Adjustment::points).containsExactly(-5.0, 0.0);
    assertThat(standing.adjustments())
        .extracting(a -> a.why().en())
        .containsExactly(
            "would be -6, but at most 5 of penalty in total",
            "place 2 of 2; would be -1, but at most 5 of penalty in total");
  }

  // --- points by rank

  @ParameterizedTest(name = "{0}: the last {1} lose a point: {2}")
  @CsvSource({
    // Nobody shares a place.
    "90 80 70 60, 2, 0 0 -1 -1",
    // Two share the last place: both are last, with one place or two.
    "90 80 70 70, 1, 0 0 -1 -1",
    "90 80 70 70, 2, 0 0 -1 -1",
    // Two share the place at the border: both are among the last two.
    "90 80 80 70, 2, 0 -1 -1 -1",
    "90 80 80 70, 1, 0 0 0 -1",
    // Nobody is last who is first: one unit, all the same, more places than units.
    "90, 1, 0",
    "80 80 80, 2, 0 0 0",
    "90 80 70, 5, 0 -1 -1",
    // A unit without an index has no place.
    "90 80 NaN 70, 1, 0 0 0 -1"
  })
  void theLastPlacesWithTies(String scores, int places, String expected) {
    double[] given = Arrays.stream(scores.split(" ")).mapToDouble(Double::parseDouble).toArray();
    double[] lose = Arrays.stream(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();
    for (TiePolicy ties : TiePolicy.values()) {
      Standing standing =
          months(given.length)
              .scores(DECEMBER, given)
              .rules(last(places, -1))
              .ties(ties)
              .at(DECEMBER);
      assertThat(points(standing)).as(ties.name()).containsExactly(lose);
    }
  }

  @Test
  void pointsByRankAreGivenByProvisionalRanksAndOnlyOnce() {
    // Provisional 90, 80, 79.5: unit 2 is last and loses a point... unit 1 had lost 1 by an event.
    // Final 90, 79, 79.5 - 1 = 78.5 - nobody else becomes last by it.
    Standing standing =
        months(3)
            .scores(DECEMBER, 90, 82, 79.5)
            .rules(INCIDENT, last(1, -1))
            .event(DAY, 1, "incident", 1)
            .at(DECEMBER);
    // 82 − 3 = 79 is now last: unit 1 loses the point and not unit 2.
    assertThat(standing.provisional(1)).isEqualTo(79);
    assertThat(standing.provisionalRank(1)).isEqualTo(3);
    assertThat(published(standing)).containsExactly(90, 78, 79.5);
    assertThat(standing.adjustments())
        .extracting(Adjustment::unit, Adjustment::rule, Adjustment::points)
        .containsExactly(tuple(1, "incident", -3.0), tuple(1, "tail", -1.0));
    assertThat(standing.adjustments().get(0).origin()).isNotEqualTo(Origins.NONE);
    assertThat(standing.adjustments().get(1).origin()).isEqualTo(Origins.NONE);
  }

  @Test
  void placesLostAndGainedAreCountedFromTheFinalRankThenToTheProvisionalRankNow() {
    // 12 units. November 100, 99, ... 89. In December
    //   unit 0 falls from 1 to 12 (11 places): −2;  unit 1 from 2 to 7 (5 places): −1
    //   unit 11 rises from 12 to 1 (11 places): +0.5;  unit 6 rises from 7 to 6: nothing.
    double[] november = IntStream.range(0, 12).mapToDouble(i -> 100 - i).toArray();
    double[] december = november.clone();
    december[11] = 101;
    december[0] = 50;
    december[1] = 93.5; // between unit 6 (94) and unit 7 (93)
    Standing standing =
        months(12).scores(NOVEMBER, november).scores(DECEMBER, december).rules(CHANGE).at(DECEMBER);
    assertThat(standing.provisionalRank(0)).isEqualTo(12);
    assertThat(standing.provisionalRank(1)).isEqualTo(7);
    assertThat(points(standing)).containsExactly(-2, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5);
    // 93.5 − 1 = 92.5: behind unit 7 (93) in the end, though it fell five places for the rule.
    assertThat(standing.rank(1)).isEqualTo(8);
    assertThat(standing.adjustments().get(1).why().en())
        .isEqualTo("place 2 in 2025-11, 7 now, before points by rank");
  }

  @Test
  void withoutARankThenOrNowNothingIsLostOrGained() {
    Standing standing =
        months(7)
            .scores(NOVEMBER, NONE, 99, 98, 97, 96, 95, 94)
            .scores(DECEMBER, 1, NONE, 98, 97, 96, 95, 94)
            .rules(CHANGE)
            .at(DECEMBER);
    assertThat(points(standing)).containsOnly(0);
  }

  @Test
  void theLastPlacesOfAnotherIndexCountForEachOfItsPeriods() {
    // Months: January last is unit 2, February units 1 and 2 share the last place.
    Trend monthly =
        months(3)
            .scores(Period.month(2025, 1), 90, 80, 70)
            .scores(Period.month(2025, 2), 90, 80, 80)
            .scores(Period.month(2024, 12), 70, 80, 90) // of another year
            .trend();
    Scoreboard year = new Scoreboard(Frequency.YEAR, "", "", "");
    Standing standing =
        year.scores(Period.year(2025), 90, 85, 80)
            .rules(new LastPlacesRule("tail", Text.of("tail"), 1, -0.5, "monthly"))
            .other("monthly", monthly)
            .at(Period.year(2025));
    assertThat(points(standing)).containsExactly(0, -0.5, -1);
    assertThat(standing.adjustments())
        .extracting(Adjustment::times, a -> a.why().en())
        .containsExactly(tuple(1, "2025-02"), tuple(2, "2025-01, 2025-02"));
  }

  // --- vetoes

  @ParameterizedTest
  @EnumSource(TiePolicy.class)
  void aVetoPutsAUnitBehindAllOthersAndAmongThemselvesTheScoreDecides(TiePolicy ties) {
    // Vetoed 0 (95), 1 (60) and 2 (95); not vetoed 3 (70), 4 (50); 5 has no index.
    Standing standing =
        months(6)
            .scores(DECEMBER, 95, 60, 95, 70, 50, NONE)
            .rules(LAST)
            .event(DAY, 0, "last", 1)
            .event(DAY, 1, "last", 1)
            .event(DAY, 2, "last", 2)
            .event(DAY, 5, "last", 1)
            .ties(ties)
            .at(DECEMBER);
    double shared = ties == TiePolicy.AVERAGE ? 3.5 : 3;
    double behind = ties == TiePolicy.DENSE ? 4 : 5;
    assertThat(ranks(standing)).containsExactly(shared, behind, shared, 1, 2, NONE);
    assertThat(standing.ranking()).containsExactly(3, 4, 0, 2, 1);
    // The index stays what it is.
    assertThat(published(standing)).containsExactly(95, 60, 95, 70, 50, NONE);
    assertThat(standing.isPutLast(0)).isTrue();
    assertThat(standing.isPutLast(3)).isFalse();
  }

  @Test
  void whereAllAreVetoedTheScoreDecidesAsIfNobodyWere() {
    Standing standing =
        months(3)
            .scores(DECEMBER, 70, 90, 80)
            .rules(LAST)
            .event(DAY, 0, "last", 1)
            .event(DAY, 1, "last", 1)
            .event(DAY, 2, "last", 1)
            .at(DECEMBER);
    assertThat(ranks(standing)).containsExactly(3, 1, 2);
  }

  @Test
  void aVetoedUnitIsLastInItsGroupToo() {
    Scoreboard county = new Scoreboard(Frequency.MONTH, "a", "a", "b", "b");
    Standing standing =
        county.scores(DECEMBER, 95, 60, 50, 40).rules(LAST).event(DAY, 0, "last", 1).at(DECEMBER);
    assertThat(ranks(standing)).containsExactly(4, 1, 2, 3);
    assertThat(IntStream.range(0, 4).mapToDouble(standing::groupRank).toArray())
        .containsExactly(2, 1, 1, 2);
  }

  @Test
  void aVetoLowersTheBandToAMostButNeverRaisesItAndIsAppliedLast() {
    Band good = new Band("good", Text.of("good"), 80, INFINITY, "#000000");
    Band fair = new Band("fair", Text.of("fair"), 70, 80, "#000000");
    Band poor = new Band("poor", Text.of("poor"), -INFINITY, 70, "#000000");
    Standing standing =
        months(4)
            .scores(DECEMBER, 90, 90, 60, NONE)
            .bands(good, fair, poor)
            .rules(AT_MOST_FAIR)
            .event(DAY, 0, "fair", 1)
            .event(DAY, 2, "fair", 1)
            .event(DAY, 3, "fair", 1)
            .at(DECEMBER);
    assertThat(bands(standing)).isEqualTo("fair good poor -");
    assertThat(standing.bandBeforeVeto(0)).contains(good);
    assertThat(ranks(standing)).containsExactly(1, 1, 3, NONE);
  }

  @Test
  void aDeductionByVetoIsNotLimited() {
    Standing standing =
        months(2)
            .scores(DECEMBER, 95, 70)
            .rules(DEDUCTION, INCIDENT)
            .most(INFINITY, 2)
            .event(DAY, 0, "minus30", 1)
            .event(DAY, 0, "incident", 1)
            .at(DECEMBER);
    assertThat(published(standing)).containsExactly(63, 70); // 95 − 30 − 2
  }

  // --- bands by score and rank

  private static Band band(String id, double from, double to, Places... places) {
    return new Band(id, Text.of(id), from, to, "#000000", Arrays.stream(places).findFirst());
  }

  private static Places lastPlaces(int count) {
    return new Places(Places.End.LAST, count, false);
  }

  private static Places firstPlaces(int count) {
    return new Places(Places.End.FIRST, count, false);
  }

  record Banding(String what, List<Band> bands, String scores, String expected) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Banding> bandings() {
    List<Band> warnings =
        List.of(
            band("green", 96, INFINITY),
            band("yellow", 93, 96),
            band("red", -INFINITY, 93, lastPlaces(3)));
    List<Band> byRank =
        List.of(
            band("best", -INFINITY, INFINITY, firstPlaces(1)),
            band("rest", -INFINITY, INFINITY),
            band("tail", -INFINITY, INFINITY, lastPlaces(2)));
    List<Band> excellent =
        List.of(
            band("excellent", 95, INFINITY, firstPlaces(1)),
            band("good", 80, 95),
            band("poor", -INFINITY, 80));
    List<Band> lastOfTheGroup =
        List.of(
            band("fine", -INFINITY, INFINITY),
            band("red", -INFINITY, INFINITY, new Places(Places.End.LAST, 1, true)));
    return List.of(
        new Banding(
            "below 93 and among the last three",
            warnings,
            "97 94 92 91 90 89",
            "green yellow yellow red red red"),
        new Banding(
            "among the last three, but not below 93",
            warnings,
            "99 97 96 95 94 92",
            "green green green yellow yellow red"),
        new Banding(
            "those who share the place at the border are all among the last three",
            warnings,
            "97 92 91 91 90 89",
            "green yellow red red red red"),
        new Banding("one unit is not among the last", warnings, "50", "yellow"),
        new Banding("no score, no band", warnings, "97 NaN 50", "green - red"),
        new Banding("by rank alone", byRank, "90 80 70 60", "best rest tail tail"),
        new Banding("first and last at once counts as last", byRank, "90 90 80", "best best tail"),
        new Banding(
            "not among the first falls to the next worse band",
            excellent,
            "99 98 70",
            "excellent good poor"),
        new Banding(
            "last of the group: units 0, 2 and 4 are one, the others another",
            lastOfTheGroup,
            "90 50 80 60 70",
            "fine red fine fine red"));
  }

  @ParameterizedTest
  @MethodSource("bandings")
  void bandsByScoreAndRank(Banding of) {
    double[] scores =
        Arrays.stream(of.scores().split(" ")).mapToDouble(Double::parseDouble).toArray();
    String[] groups = new String[scores.length];
    Arrays.setAll(groups, i -> i % 2 == 0 ? "a" : "b");
    Standing standing =
        new Scoreboard(Frequency.MONTH, groups)
            .scores(DECEMBER, scores)
            .bands(of.bands().toArray(Band[]::new))
            .at(DECEMBER);
    assertThat(bands(standing)).isEqualTo(of.expected());
  }

  @Test
  void bandsSeeThePlaceThatAVetoLeaves() {
    // The vetoed unit 0 is last in the end, so that unit 2 is not.
    Standing standing =
        months(3)
            .scores(DECEMBER, 90, 80, 70)
            .bands(
                band("fine", -INFINITY, INFINITY), band("red", -INFINITY, INFINITY, lastPlaces(1)))
            .rules(LAST)
            .event(DAY, 0, "last", 1)
            .at(DECEMBER);
    assertThat(bands(standing)).isEqualTo("red fine fine");
  }

  // --- over many seeds

  private static Scoreboard random(long seed, int[] order) {
    Random random = new Random(seed);
    int units = order.length;
    double[][] months = new double[2][units];
    for (double[] month : months) {
      for (int unit = 0; unit < units; unit++) {
        month[order[unit]] = random.nextInt(8) == 0 ? NONE : 70 + random.nextInt(60) / 2.0;
      }
    }
    // One at least, so that both periods are there.
    months[0][order[0]] = 80;
    months[1][order[0]] = 80;
    Scoreboard county =
        months(units)
            .scores(NOVEMBER, months[0])
            .scores(DECEMBER, months[1])
            .rules(PRAISE, INCIDENT, LAST, AT_MOST_FAIR, last(2, -0.5), CHANGE)
            .most(3, 7)
            .bands(
                band("good", 90, INFINITY),
                band("fair", 80, 90),
                band("poor", -INFINITY, 80, lastPlaces(3)));
    String[] ids = {"praise", "incident", "last", "fair"};
    for (int unit = 0; unit < units; unit++) {
      String id = ids[random.nextInt(ids.length)];
      if (random.nextInt(3) == 0) {
        county.event(DAY, order[unit], id, 1 + random.nextInt(2));
      }
    }
    return county;
  }

  private static int[] identity(int units) {
    return IntStream.range(0, units).toArray();
  }

  @Test
  void aFurtherPenaltyNeverRaisesAUnitsRankOrIndex() {
    for (int seed = 0; seed < 300; seed++) {
      int units = 2 + seed % 14;
      int unit = seed % units;
      Standing before = random(seed, identity(units)).at(DECEMBER);
      Standing after = random(seed, identity(units)).event(DAY, unit, "incident", 1).at(DECEMBER);
      if (before.isRanked(unit)) {
        assertThat(after.rank(unit)).as("seed " + seed).isGreaterThanOrEqualTo(before.rank(unit));
        assertThat(after.published(unit)).isLessThanOrEqualTo(before.published(unit));
      }
    }
  }

  @Test
  void theOrderOfTheUnitsDoesNotMatter() {
    for (int seed = 0; seed < 200; seed++) {
      int units = 1 + seed % 14;
      List<Integer> shuffled = new ArrayList<>(IntStream.range(0, units).boxed().toList());
      Collections.shuffle(shuffled, new Random(seed));
      int[] order = shuffled.stream().mapToInt(i -> i).toArray();
      Standing one = random(seed, identity(units)).at(DECEMBER);
      Standing other = random(seed, order).at(DECEMBER);
      for (int unit = 0; unit < units; unit++) {
        assertThat(Double.compare(other.rank(order[unit]), one.rank(unit))).isZero();
        assertThat(Double.compare(other.published(order[unit]), one.published(unit))).isZero();
        assertThat(other.band(order[unit])).isEqualTo(one.band(unit));
      }
    }
  }

  @Test
  void whoIsPutLastIsBehindAllOthersAndTheIndexIsScorePlusPoints() {
    for (int seed = 0; seed < 300; seed++) {
      Standing standing = random(seed, identity(2 + seed % 14)).at(DECEMBER);
      double worst = 0;
      for (int unit : standing.ranking()) {
        assertThat(standing.index(unit))
            .isEqualTo(
                standing.scores().contribution(1, unit) + standing.points(unit),
                Offset.offset(1e-9));
        worst = standing.isPutLast(unit) ? worst : Math.max(worst, standing.rank(unit));
      }
      for (int unit : standing.ranking()) {
        if (standing.isPutLast(unit)) {
          assertThat(standing.rank(unit)).as("seed " + seed).isGreaterThan(worst);
        }
        if (standing.isRanked(unit)) {
          assertThat(standing.band(unit)).isNotEqualTo(Optional.empty());
        }
      }
    }
  }
}
