package peaceindex.index;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static peaceindex.index.Scoring.above;
import static peaceindex.index.Scoring.against;
import static peaceindex.index.Scoring.below;
import static peaceindex.index.Scoring.from;
import static peaceindex.index.Scoring.line;
import static peaceindex.index.Scoring.rest;
import static peaceindex.index.Scoring.scores;
import static peaceindex.index.Scoring.steps;
import static peaceindex.index.Scoring.target;
import static peaceindex.index.Scoring.to;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.formula.Statistics;
import peaceindex.index.normalise.Borda;
import peaceindex.index.normalise.Deduction;
import peaceindex.index.normalise.Difference;
import peaceindex.index.normalise.DistanceToBest;
import peaceindex.index.normalise.DistanceToTarget;
import peaceindex.index.normalise.Efficacy;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.normalise.PercentileRank;
import peaceindex.index.normalise.Rank;
import peaceindex.index.normalise.RankPoints;
import peaceindex.index.normalise.RankShare;
import peaceindex.index.normalise.RelativeChange;
import peaceindex.index.normalise.StepTable;
import peaceindex.index.normalise.ZScore;

/** Every method by figures worked by hand, printed by others, or computed by other programs. */
class NormalisationTest {
  private static final Statistics NOTHING = Statistics.of(new double[0]);

  // 100·(x − 60)/(100 − 60) and, turned round, 100·(8 − x)/8, by hand.
  @ParameterizedTest(name = "{0} {1}..{2} clamp {3}: {4} -> {5}")
  @CsvSource({
    "POSITIVE, 60, 100, true, 90, 75",
    "POSITIVE, 60, 100, true, 60, 0",
    "POSITIVE, 60, 100, true, 100, 100",
    "POSITIVE, 60, 100, true, 40, 0",
    "POSITIVE, 60, 100, true, 120, 100",
    "POSITIVE, 60, 100, false, 40, -50",
    "POSITIVE, 60, 100, false, 120, 150",
    "NEGATIVE, 0, 8, true, 2, 75",
    "NEGATIVE, 0, 8, true, 0, 100",
    "NEGATIVE, 0, 8, true, 8, 0",
    "NEGATIVE, 0, 8, true, 12, 0",
    "NEGATIVE, 0, 8, false, 12, -50"
  })
  void goalposts(
      Polarity polarity, double lower, double upper, boolean clamp, double x, double expected) {
    assertThat(scores(new Goalposts(lower, upper, clamp), polarity, x)).containsExactly(expected);
  }

  // 60 + 40·(x − lower)/(upper − lower), by hand.
  @ParameterizedTest(name = "{0} {1}..{2} clamp {3}: {4} -> {5}")
  @CsvSource({
    "POSITIVE, 80, 100, false, 80, 60",
    "POSITIVE, 80, 100, false, 95, 90",
    "POSITIVE, 80, 100, false, 100, 100",
    "POSITIVE, 80, 100, false, 70, 40",
    "POSITIVE, 80, 100, true, 70, 60",
    "NEGATIVE, 2, 10, false, 4, 90",
    "NEGATIVE, 2, 10, false, 12, 50",
    "NEGATIVE, 2, 10, true, 0, 100"
  })
  void efficacy(
      Polarity polarity, double lower, double upper, boolean clamp, double x, double expected) {
    assertThat(scores(new Efficacy(lower, upper, clamp), polarity, x)).containsExactly(expected);
  }

  @Test
  void percentileRankCountsTheWorse() {
    double[] values = {3, 1, 2, 2, 5};
    assertThat(scores(new PercentileRank(), Polarity.POSITIVE, values))
        .containsExactly(75, 0, 25, 25, 100);
    assertThat(scores(new PercentileRank(), Polarity.NEGATIVE, values))
        .containsExactly(25, 100, 50, 50, 0);
  }

  // “≥95 得 100 分，90–95 得 80 分，其余 60 分”; a bound belongs to the better step.
  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "POSITIVE, 100, 100",
    "POSITIVE, 95, 100",
    "POSITIVE, 94.99, 80",
    "POSITIVE, 90, 80",
    "POSITIVE, 89.9, 60",
    "POSITIVE, -5, 60",
    "NEGATIVE, 0, 100",
    "NEGATIVE, 2, 100",
    "NEGATIVE, 2.01, 80",
    "NEGATIVE, 5, 80",
    "NEGATIVE, 6, 60",
  })
  void stepTable(Polarity polarity, double x, double expected) {
    StepTable table =
        polarity == Polarity.POSITIVE
            ? steps(from(95, 100), from(90, 80), rest(60))
            : steps(to(2, 100), to(5, 80), rest(60));
    assertThat(scores(table, polarity, x)).containsExactly(expected);
    assertThat(table.full()).isEqualTo(100);
    assertThat(scores(steps(rest(60)), polarity, x)).containsExactly(60);
  }

  // 60 at 80, 100 at 95: 60 + 40·(x − 80)/15; level beyond the ends.
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({"79, 60", "80, 60", "83, 68", "87.5, 80", "95, 100", "99, 100"})
  void piecewiseLinear(double x, double expected) {
    assertThat(scores(line(80, 60, 95, 100), Polarity.POSITIVE, x)).containsExactly(expected);
    // Turned round: 100 at 80, 60 at 95.
    assertThat(scores(line(80, 100, 95, 60), Polarity.NEGATIVE, 175 - x)).containsExactly(expected);
    assertThat(line(80, 100, 95, 60).full()).isEqualTo(100);
    assertThat(scores(line(80, 60), Polarity.POSITIVE, x)).containsExactly(60);
  }

  /**
   * Sense of safety: below 96 each point costs 0.25, below 90 each costs 0.5. 88 is 6 points into
   * the first step and 2 into the second: 6·0.25 + 2·0.5 = 2.5; as a whole 8·0.5 = 4; 94.1 has 2
   * points begun.
   */
  @ParameterizedTest(name = "{0}: each {1}, at most 5 {2}, whole {3}, begun {4}")
  @CsvSource({
    "99, 0, 0, 0, 0",
    "96, 0, 0, 0, 0",
    "95, 0.25, 0.25, 0.25, 0.25",
    "94.1, 0.475, 0.475, 0.475, 0.5",
    "90, 1.5, 1.5, 1.5, 1.5",
    "89.5, 1.75, 1.75, 3.25, 2",
    "88, 2.5, 2.5, 4, 2.5",
    "80, 6.5, 5, 8, 6.5",
    "0, 46.5, 5, 48, 46.5",
  })
  void deduction(double x, double each, double atMost, double whole, double begun) {
    List<Deduction.Step> steps = List.of(below(96, 0.25), below(90, 0.5));
    OptionalDouble none = OptionalDouble.empty();
    assertLoss(x, each, new Deduction(100, steps, none, 0, false, false));
    assertLoss(x, atMost, new Deduction(100, steps, OptionalDouble.of(5), 0, false, false));
    assertLoss(x, whole, new Deduction(100, steps, none, 0, true, false));
    assertLoss(x, begun, new Deduction(100, steps, none, 0, false, true));
    // A floor of 97 in place of a greatest loss of 3.
    assertLoss(x, Math.min(3, each), new Deduction(100, steps, none, 97, false, false));
  }

  private static void assertLoss(double x, double loss, Deduction deduction) {
    assertThat(scores(deduction, Polarity.POSITIVE, x)[0]).isCloseTo(100 - loss, within(1e-9));
  }

  // One event is free, the second costs 2, each further one 4; 10 marks, nothing below 0.
  @ParameterizedTest(name = "{0} events -> {1}")
  @CsvSource({"0, 10", "1, 10", "2, 8", "3, 4", "4, 0", "9, 0"})
  void deductionByEvents(double events, double expected) {
    Deduction deduction =
        new Deduction(
            10, List.of(above(1, 2), above(2, 4)), OptionalDouble.empty(), 0, false, false);
    assertThat(scores(deduction, Polarity.NEGATIVE, events)).containsExactly(expected);
    assertThat(deduction.full()).isEqualTo(10);
  }

  // Places 2, 5, 3, 3, 1: 0.5 a place after the first, none below 98.5.
  @Test
  void rankPoints() {
    double[] values = {3, 1, 2, 2, 5};
    assertThat(scores(new RankPoints(100, 0.5, 0), Polarity.POSITIVE, values))
        .containsExactly(99.5, 98, 99, 99, 100);
    assertThat(scores(new RankPoints(100, 0.5, 98.5), Polarity.POSITIVE, values))
        .containsExactly(99.5, 98.5, 99, 99, 100);
    assertThat(scores(new RankPoints(100, 0.5, 0), Polarity.NEGATIVE, values))
        .containsExactly(98.5, 100, 99.5, 99.5, 98);
  }

  // Last year 40: 36 is 10 per cent less and 4 units less; held between 0 and 100.
  @ParameterizedTest(name = "{0} {1} against {2}: {3}, {4}")
  @CsvSource({
    "NEGATIVE, 36, 40, 90, 86",
    "NEGATIVE, 40, 40, 80, 80",
    "NEGATIVE, 50, 40, 55, 65",
    "NEGATIVE, 100, 40, 0, 0",
    "NEGATIVE, 0, 40, 100, 100",
    "POSITIVE, 44, 40, 90, 86",
    "POSITIVE, -44, -40, 70, 74",
    "POSITIVE, 0, 0, 80, 80",
    "POSITIVE, 1, 0, NaN, 81.5",
    "POSITIVE, 1, NaN, NaN, NaN",
  })
  void changeAgainstAReference(
      Polarity polarity, double x, double reference, double relative, double difference) {
    Statistics past = Statistics.of(new double[] {reference});
    assertThat(against(past, new RelativeChange(80, 1, 0, 100), polarity, x))
        .containsExactly(relative);
    assertThat(against(past, new Difference(80, 1.5, 0, 100), polarity, x))
        .containsExactly(difference);
  }

  /**
   * The examples of COINr's tests of {@code n_dist2targ} ({@code tests/testthat/test-normalise.R}),
   * times 100.
   */
  @Test
  void distanceToTargetIsCoinrs() {
    assertThat(scores(target(10, false), Polarity.POSITIVE, 0, 5, 11))
        .containsExactly(new double[] {0, 50, 110}, within(1e-9));
    assertThat(scores(target(10, true), Polarity.POSITIVE, 0, 5, 11)).containsExactly(0, 50, 100);
    assertThat(scores(target(0, false), Polarity.NEGATIVE, -1, 1, 10))
        .containsExactly(new double[] {110, 90, 0}, within(1e-9));
    assertThat(scores(target(0, true), Polarity.NEGATIVE, -1, 1, 10))
        .containsExactly(new double[] {100, 90, 0}, within(1e-9));
  }

  /** Where COINr has no value, or a negative one with a warning. */
  @Test
  void aTargetThatAllHaveReachedIsFullMarksForAll() {
    assertThat(scores(target(3, false), Polarity.POSITIVE, 3, 5, 11)).containsOnly(100);
    assertThat(scores(target(2, false), Polarity.POSITIVE, 3, 5, 11)).containsOnly(100);
    assertThat(
            against(Statistics.of(new double[] {3, 5}), target(2, false), Polarity.POSITIVE, 1, 2))
        .containsExactly(0, 100);
  }

  // What one unit scores, three equal units, and with a missing one beside 3 and 1 the two.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "minMax, 100, 100, 100, 0",
    "zScore, 50, 50, 57.0710678, 42.9289322",
    "rank, 1, 1, 2, 1",
    "percentileRank, 100, 0, 100, 0",
    "rankShare, 100, 33.3333333, 100, 50",
    "borda, 0, 0, 1, 0",
    "distanceToTarget, 100, 100, 200, 0",
    "distanceToBest, 100, 100, 100, 0",
    "rankPoints, 100, 100, 100, 99.5",
    "relativeChange, 80, 80, 100, 30",
    "difference, 80, 80, 81, 79",
  })
  void oneUnitOrAllEqualHaveADefinedScore(
      String name, double one, double equal, double better, double worse) {
    Normalisation method =
        Map.ofEntries(
                Map.entry("minMax", new MinMax()),
                Map.entry("zScore", new ZScore(50, 10)),
                Map.entry("rank", new Rank()),
                Map.entry("percentileRank", new PercentileRank()),
                Map.entry("rankShare", new RankShare()),
                Map.entry("borda", new Borda()),
                Map.entry("distanceToTarget", new DistanceToTarget(OptionalDouble.empty(), false)),
                Map.entry("distanceToBest", new DistanceToBest(false)),
                Map.entry("rankPoints", new RankPoints(100, 0.5, 0)),
                Map.entry("relativeChange", new RelativeChange(80, 1, 0, 100)),
                Map.entry("difference", new Difference(80, 1, 0, 100)))
            .get(name);
    for (Polarity polarity : Scoring.polarities()) {
      double sign = polarity == Polarity.POSITIVE ? 1 : -1;
      assertThat(scores(method, polarity, 7)[0]).isCloseTo(one, within(1e-6));
      for (double score : scores(method, polarity, 0.1, 0.1, 0.1)) {
        assertThat(score).isCloseTo(equal, within(1e-6));
      }
      double[] two = scores(method, polarity, sign * 3, Double.NaN, sign);
      assertThat(two[0]).isCloseTo(better, within(1e-6));
      assertThat(two[1]).isNaN();
      assertThat(two[2]).isCloseTo(worse, within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("peaceindex.index.Scoring#everyMethod")
  void whereAllIsMissingThereIsNoScore(Scoring.Pair method) {
    for (Polarity polarity : Scoring.polarities()) {
      assertThat(scores(method.of(polarity), polarity, Double.NaN, Double.NaN)).containsOnly(NaN);
      double x = polarity == Polarity.POSITIVE ? 100 : -100;
      double score = against(NOTHING, method.of(polarity), polarity, x)[0];
      assertThat(Double.isNaN(score)).isEqualTo(method.of(polarity).isRelative());
    }
  }

  /** Against a reference of another time a value may be better or worse than all of it. */
  @ParameterizedTest(name = "{0} against 2, 4: {1}; against 4 alone: {2}")
  @CsvSource({
    "6, '200, 100, 100, 3, 2, 100, 100', '100, 100, 100, 2, 1, 100, 100'",
    "1, '-50, 0, 0, 1, 0, 50, 99', '0, 0, 0, 1, 0, 100, 99.5'",
    "4, '100, 100, 100, 2, 1, 100, 100', '100, 100, 100, 1, 0, 100, 100'",
  })
  void aValueNeedNotBePartOfTheReference(double x, String two, String one) {
    List<Normalisation> methods =
        List.of(
            new MinMax(),
            new MinMax(0, 100, true),
            new PercentileRank(),
            new Rank(),
            new Borda(),
            new RankShare(),
            new RankPoints(100, 0.5, 0));
    assertAgainst(methods, two, x, 2, 4);
    assertAgainst(methods, one, x, 4);
    assertThat(against(Statistics.of(new double[] {4}), new ZScore(0, 1), Polarity.POSITIVE, x))
        .containsExactly(x == 4 ? 0 : NaN);
  }

  private static void assertAgainst(
      List<Normalisation> methods, String expected, double x, double... reference) {
    String[] scores = expected.split(", ");
    for (int i = 0; i < scores.length; i++) {
      assertThat(against(Statistics.of(reference), methods.get(i), Polarity.POSITIVE, x))
          .as(methods.get(i).toString())
          .containsExactly(Double.parseDouble(scores[i]));
    }
  }

  /** 57/100·100 is 56.99999999999999 to the machine, and 0.1 + 0.2 is not 0.3. */
  @Test
  void binaryNoiseDecidesNothing() {
    double x = 57.0 / 100 * 100;
    assertThat(x).isNotEqualTo(57);
    assertThat(scores(steps(from(57, 100), rest(0)), Polarity.POSITIVE, x)).containsExactly(100);
    Deduction begun =
        new Deduction(100, List.of(below(58, 5)), OptionalDouble.empty(), 0, false, true);
    assertThat(scores(begun, Polarity.POSITIVE, x)).containsExactly(95);
    double[] equal = {0.1 + 0.2, 0.3, 0.3};
    assertThat(scores(new Rank(), Polarity.POSITIVE, equal)).containsOnly(1);
    assertThat(scores(new MinMax(), Polarity.POSITIVE, equal)).containsOnly(100);
    assertThat(scores(new ZScore(0, 1), Polarity.POSITIVE, equal)).containsOnly(0);
    assertThat(scores(new RankPoints(100, 1, 0), Polarity.NEGATIVE, equal)).containsOnly(100);
  }

  /**
   * Table 15 of the OECD/JRC Handbook on Constructing Composite Indicators (2008, ISBN
   * 978-92-64-04345-9): mean years of schooling in 23 countries, with rank, z-score, min-max and
   * percentile as printed.
   */
  @Test
  void reproducesTable15OfTheHandbook() throws IOException {
    List<String[]> rows = rows("tai-table15-schooling.csv", ",");
    assertThat(rows).hasSize(23);
    double[] schooling = rows.stream().mapToDouble(r -> Double.parseDouble(r[1])).toArray();
    assertPrinted(rows, 2, new Rank(), schooling, 0);
    assertPrinted(rows, 3, new ZScore(0, 1), schooling, 0.005);
    assertPrinted(rows, 4, new MinMax(0, 1, false), schooling, 0.005);
    assertPrinted(rows, 5, new RankShare(), schooling, 0.05);
  }

  private static void assertPrinted(
      List<String[]> rows, int column, Normalisation method, double[] values, double rounding) {
    double[] scores = scores(method, Polarity.POSITIVE, values);
    for (int i = 0; i < scores.length; i++) {
      assertThat(scores[i])
          .as("%s of %s", method, rows.get(i)[0])
          .isCloseTo(Double.parseDouble(rows.get(i)[column]), within(rounding + 1e-9));
    }
  }

  /**
   * Scores that LibreOffice computed from spreadsheet formulas written for this; each line of the
   * file ends with its formula.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("bySpreadsheet")
  void agreesWithASpreadsheet(String name, Normalisation method) throws IOException {
    List<String[]> lines = rows("normalisation-by-spreadsheet.csv", ";");
    double[] values = figures(lines.get(0));
    String[] line = lines.stream().filter(l -> l[0].equals(name)).findFirst().orElseThrow();
    Polarity polarity = name.endsWith("+") ? Polarity.POSITIVE : Polarity.NEGATIVE;
    assertThat(scores(method, polarity, values)).containsExactly(figures(line), within(1e-9));
    assertThat(lines).hasSize((int) bySpreadsheet().count() + 1);
  }

  static Stream<Arguments> bySpreadsheet() {
    OptionalDouble none = OptionalDouble.empty();
    List<Deduction.Step> safety = List.of(below(96, 0.25), below(90, 0.5));
    return Stream.of(
        Arguments.of("zScore+", new ZScore(50, 10)),
        Arguments.of("zScore-", new ZScore(50, 10)),
        Arguments.of("minMax+", new MinMax(10, 90, false)),
        Arguments.of("minMax-", new MinMax(10, 90, false)),
        Arguments.of("rank+", new Rank()),
        Arguments.of("rank-", new Rank()),
        Arguments.of("percentileRank+", new PercentileRank()),
        Arguments.of("percentileRank-", new PercentileRank()),
        Arguments.of("rankShare+", new RankShare()),
        Arguments.of("rankShare-", new RankShare()),
        Arguments.of("borda+", new Borda()),
        Arguments.of("borda-", new Borda()),
        Arguments.of("distanceToTarget+", target(96, true)),
        Arguments.of("distanceToTarget-", target(85, false)),
        Arguments.of("distanceToMean+", new DistanceToTarget(none, false)),
        Arguments.of("distanceToBest-", new DistanceToBest(false)),
        Arguments.of("stepTable+", steps(from(95, 100), from(90, 80), from(88, 60), rest(40))),
        Arguments.of("stepTable-", steps(to(88, 100), to(90, 80), to(95, 60), rest(40))),
        Arguments.of("piecewiseLinear+", line(85, 20, 90, 60, 97, 100)),
        Arguments.of("piecewiseLinear-", line(85, 100, 90, 60, 97, 20)),
        Arguments.of(
            "deduction+", new Deduction(100, safety, OptionalDouble.of(5), 0, false, false)),
        Arguments.of("deduction-", Scoring.deduction(above(88, 0.5), above(95, 2))),
        Arguments.of("deductionStarted+", new Deduction(100, safety, none, 0, false, true)),
        Arguments.of("deductionWhole+", new Deduction(100, safety, none, 0, true, false)),
        Arguments.of("rankPoints+", new RankPoints(100, 0.5, 97)),
        Arguments.of("rankPoints-", new RankPoints(100, 0.5, 97)),
        Arguments.of("relativeChange+", new RelativeChange(80, 2, 70, 90)),
        Arguments.of("relativeChange-", new RelativeChange(80, 2, 70, 90)),
        Arguments.of("difference+", new Difference(80, 1.5, 0, 100)),
        Arguments.of("difference-", new Difference(80, 1.5, 0, 100)),
        Arguments.of("goalposts+", new Goalposts(85, 98, true)),
        Arguments.of("goalposts-", new Goalposts(85, 98, false)),
        Arguments.of("efficacy+", new Efficacy(85, 98, 50, 30, true)),
        Arguments.of("efficacy-", new Efficacy(85, 98, false)));
  }

  /** The figures between the name of a line and its formula. */
  private static double[] figures(String[] line) {
    return Arrays.stream(line, 1, line.length - 1).mapToDouble(Double::parseDouble).toArray();
  }

  /** The lines of a resource behind the first. */
  private static List<String[]> rows(String resource, String separator) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                NormalisationTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(separator, 12)).toList();
    }
  }
}
