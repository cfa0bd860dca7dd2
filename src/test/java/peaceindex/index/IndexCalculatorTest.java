package peaceindex.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.formula.FormulaParser;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.index.aggregate.Geometric;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.panel.Arrival;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Group;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.panel.Versions;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.ranking.Movement;
import peaceindex.ranking.NotRanked;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Standing;
import peaceindex.ranking.TiePolicy;
import peaceindex.ranking.Trend;

/**
 * A county small enough to be worked by hand: three units, two dimensions, three indicators.
 *
 * <pre>
 *                       甲        乙        丙
 * received / resolved   40/36     20/20     10/5
 * population / crimes   20000/4   10000/6   5000/0
 * satisfaction %        96        90        84
 *
 * resolution rate %     90        100       50       goalposts 50..100   80   100    0
 * crimes per 10 000     2         6         0        goalposts 0..8      75    25  100
 * satisfaction          96        90        84       goalposts 80..100   80    50   20
 *
 * safety (weight 3) = (2·resolution + 1·crime)/3     235/3   75    100/3
 * view   (weight 1) = satisfaction                   80      50    20
 * index = (3·safety + view)/4                        78.75   68.75 30
 * </pre>
 */
class IndexCalculatorTest {
  private static final Period MONTH = Period.month(2025, 12);
  private static final int RESOLUTION = 2;
  private static final int CRIME = 3;
  private static final int SATISFACTION = 5;

  private final Fields fields =
      new Fields(
          List.of(
              field("pop", FieldKind.POPULATION, ""),
              field("received", FieldKind.COUNT, ""),
              field("resolved", FieldKind.COUNT, ""),
              field("crimes", FieldKind.COUNT, ""),
              field("satisfaction", FieldKind.PERCENTAGE, "pop")));

  private static Field field(String id, FieldKind kind, String poolBy) {
    return new Field(id, Text.of(id), List.of(), kind, Text.of(""), "", "", poolBy);
  }

  private static Roster roster(String... groups) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      units.add(new Unit("u" + i, "", Text.of("单位" + i), List.of(), groups[i]));
    }
    return new Roster(List.of(new Group("a", Text.of("A")), new Group("b", Text.of("B"))), units);
  }

  private Indicator indicator(
      String id,
      double weight,
      String expression,
      Polarity polarity,
      Normalisation method,
      ZeroDenominator zero,
      Reference reference) {
    return new Indicator(
        id,
        Text.of(id),
        weight,
        expression,
        FormulaParser.parse(expression, name -> java.util.Optional.of(name))
            .formula()
            .orElseThrow(),
        Text.of(""),
        2,
        polarity,
        List.of(new Part(1, method, reference)),
        zero);
  }

  private IndexTree tree(
      Aggregation aggregation, double scale, double share, ZeroDenominator zero) {
    Indicator resolution =
        indicator(
            "resolution",
            2 * scale,
            "resolved / received * 100",
            Polarity.POSITIVE,
            new Goalposts(50, 100, true),
            zero,
            Reference.UNITS);
    Indicator crime =
        indicator(
            "crime",
            1 * scale,
            "crimes / pop * 10000",
            Polarity.NEGATIVE,
            new Goalposts(0, 8, true),
            ZeroDenominator.MISSING,
            Reference.UNITS);
    Indicator view =
        indicator(
            "view",
            7,
            "satisfaction",
            Polarity.POSITIVE,
            new Goalposts(80, 100, true),
            ZeroDenominator.MISSING,
            Reference.UNITS);
    return new IndexTree(
        new Dimension(
            "index",
            Text.of("index"),
            1,
            List.of(
                new Dimension(
                    "safety",
                    Text.of("safety"),
                    3 * scale,
                    List.of(resolution, crime),
                    aggregation,
                    share),
                new Dimension(
                    "opinion", Text.of("opinion"), 1 * scale, List.of(view), aggregation, share)),
            aggregation,
            share),
        Text.of(""));
  }

  private Panel panel(double[][] rows, String... groups) {
    Panel panel = new Panel(roster(groups), fields);
    for (int unit = 0; unit < rows.length; unit++) {
      for (int field = 0; field < rows[unit].length; field++) {
        put(panel, MONTH, unit, field, rows[unit][field]);
      }
    }
    return panel;
  }

  private static void put(Panel panel, Period period, int unit, int field, double value) {
    if (Double.isNaN(value)) {
      panel.mark(period, unit, field, CellStatus.NOT_REPORTED, Origins.NONE);
    } else {
      panel.put(period, unit, field, value, Origins.NONE);
    }
  }

  private static final double NAN = Double.NaN;
  private static final double[][] COUNTY = {
    {20000, 40, 36, 4, 96}, {10000, 20, 20, 6, 90}, {5000, 10, 5, 0, 84}
  };

  private static PeriodScores score(IndexTree tree, Panel panel) {
    return score(tree, panel, MONTH);
  }

  private static PeriodScores score(IndexTree tree, Panel panel, Period period) {
    IndexDefinition definition =
        new IndexDefinition(
            "index",
            Text.of("index"),
            Text.of("county"),
            Frequency.MONTH,
            new Versions<>(Map.of(Period.month(2000, 1), tree)));
    return new IndexCalculator(definition, panel).calculate().at(period).orElseThrow();
  }

  private PeriodScores score(double[][] rows) {
    return score(
        tree(new Arithmetic(), 1, 0.6, ZeroDenominator.MISSING), panel(rows, "a", "a", "b"));
  }

  @Test
  void theCountyWorkedByHand() {
    PeriodScores scores = score(COUNTY);
    assertThat(scores.scores(RESOLUTION)).containsExactly(new double[] {80, 100, 0}, within(1e-9));
    assertThat(scores.scores(CRIME)).containsExactly(new double[] {75, 25, 100}, within(1e-9));
    assertThat(scores.scores(SATISFACTION))
        .containsExactly(new double[] {80, 50, 20}, within(1e-9));
    assertThat(scores.scores(0)).containsExactly(new double[] {78.75, 68.75, 30}, within(1e-9));
    assertThat(scores.weight(RESOLUTION, 0)).isCloseTo(0.5, within(1e-12));
    assertThat(scores.weight(CRIME, 0)).isCloseTo(0.25, within(1e-12));
    assertThat(scores.weight(SATISFACTION, 0)).isCloseTo(0.25, within(1e-12));
  }

  /**
   * Pooled: 61/70 resolved, 10 crimes in 35 000 people, satisfaction weighted by people (96·20 +
   * 90·10 + 84·5)/35 = 92.571…; the mean of the units is (78.75 + 68.75 + 30)/3.
   */
  @Test
  void theCountyPooledAndAsAMean() {
    PeriodScores scores = score(COUNTY);
    double resolution = 61 / 70.0 * 100;
    double crime = 10 / 35000.0 * 10000;
    double satisfaction = (96 * 20 + 90 * 10 + 84 * 5) / 35.0;
    assertThat(scores.pooledValue(RESOLUTION)).isCloseTo(resolution, within(1e-9));
    assertThat(scores.pooledValue(CRIME)).isCloseTo(crime, within(1e-9));
    assertThat(scores.pooledValue(SATISFACTION)).isCloseTo(satisfaction, within(1e-9));
    double safety = (2 * (resolution - 50) * 2 + (8 - crime) / 8 * 100) / 3;
    assertThat(scores.pooledScore(0))
        .isCloseTo((3 * safety + (satisfaction - 80) * 5) / 4, within(1e-9));
    assertThat(scores.meanScore(0)).isCloseTo((78.75 + 68.75 + 30) / 3, within(1e-9));
  }

  /** Only units that reported all fields of an indicator are pooled, or the rate would be wrong. */
  @Test
  void poolingLeavesOutHalfReportedRates() {
    PeriodScores scores = score(new double[][] {COUNTY[0], {10000, 20, NAN, 6, 90}, COUNTY[2]});
    assertThat(scores.pooledValue(RESOLUTION)).isCloseTo(41 / 50.0 * 100, within(1e-9));
  }

  /** 10 crimes in the county are no worse than 10 in a unit; only rates pool. */
  @Test
  void aPlainNumberIsNotPooledAndLeavesItsDimensionWithout() {
    Indicator count =
        indicator(
            "count",
            1,
            "crimes",
            Polarity.NEGATIVE,
            new Goalposts(0, 8, true),
            ZeroDenominator.MISSING,
            Reference.UNITS);
    Indicator rate =
        indicator(
            "rate",
            1,
            "crimes / pop * 10000",
            Polarity.NEGATIVE,
            new Goalposts(0, 8, true),
            ZeroDenominator.MISSING,
            Reference.UNITS);
    IndexTree tree =
        new IndexTree(
            new Dimension(
                "index", Text.of("index"), 1, List.of(count, rate), new Arithmetic(), 0.3),
            Text.of(""));
    PeriodScores scores = score(tree, panel(COUNTY, "a", "a", "b"));
    assertThat(scores.pooledValue(1)).isNaN();
    assertThat(scores.pooledValue(2)).isCloseTo(10 / 35000.0 * 10000, within(1e-9));
    assertThat(scores.pooledScore(0)).isNaN();
    assertThat(scores.meanScore(0)).isNotNaN();
  }

  @Test
  void aMissingIndicatorGivesItsWeightToItsSiblings() {
    PeriodScores scores = score(new double[][] {{20000, 40, 36, NAN, 96}, COUNTY[1], COUNTY[2]});
    // Of safety two thirds are left (at least 0.6): safety = 80, index = (3·80 + 80)/4.
    assertThat(scores.index(0)).isCloseTo(80, within(1e-9));
    assertThat(scores.status(CRIME, 0)).isEqualTo(CellStatus.NOT_REPORTED);
    assertThat(scores.value(CRIME, 0)).isNaN();
    assertThat(scores.weight(CRIME, 0)).isZero();
    assertThat(scores.weight(RESOLUTION, 0)).isCloseTo(0.75, within(1e-12));
    assertThat(scores.contribution(CRIME, 0)).isZero();
  }

  @Test
  void withTooLittleWeightLeftThereIsNoScore() {
    PeriodScores scores = score(new double[][] {{20000, NAN, 36, 4, 96}, COUNTY[1], COUNTY[2]});
    // A third of safety is left, so safety has no score; a quarter of the index is left.
    assertThat(scores.score(1, 0)).isNaN();
    assertThat(scores.index(0)).isNaN();
    assertThat(scores.weight(CRIME, 0)).isNaN();
  }

  @Test
  void notApplicableIsNotMissing() {
    double[][] nothingReceived = {{20000, 0, 0, 4, 96}, COUNTY[1], COUNTY[2]};
    PeriodScores missing = score(nothingReceived);
    assertThat(missing.status(RESOLUTION, 0)).isEqualTo(CellStatus.UNDEFINED);
    assertThat(missing.index(0)).isNaN();

    PeriodScores notApplicable =
        score(
            tree(new Arithmetic(), 1, 0.6, ZeroDenominator.NOT_APPLICABLE),
            panel(nothingReceived, "a", "a", "b"));
    assertThat(notApplicable.status(RESOLUTION, 0)).isEqualTo(CellStatus.NOT_APPLICABLE);
    // Safety is crime alone, 75: (3·75 + 80)/4.
    assertThat(notApplicable.index(0)).isCloseTo(76.25, within(1e-9));

    PeriodScores full =
        score(
            tree(new Arithmetic(), 1, 0.6, ZeroDenominator.counts(100)),
            panel(nothingReceived, "a", "a", "b"));
    assertThat(full.value(RESOLUTION, 0)).isEqualTo(100);
    assertThat(full.index(0)).isCloseTo((3 * 275 / 3.0 + 80) / 4, within(1e-9));
  }

  /**
   * Satisfaction comes by the quarter: in November the index is safety alone, for the units and for
   * the pooled county; a unit that sent it all the same is scored by it. No share of the weight is
   * missing, so even a dimension that wants all its parts has a score.
   */
  @Test
  void whatIsNotDueGivesItsWeightToItsSiblingsAndIsNoGap() {
    Period november = Period.month(2025, 11);
    List<Field> quarterly = new ArrayList<>(fields.all().subList(0, 4));
    Field sat = fields.get(4);
    quarterly.add(
        new Field(
            sat.id(),
            sat.name(),
            sat.aliases(),
            sat.kind(),
            sat.unit(),
            sat.source(),
            sat.partOf(),
            sat.poolBy(),
            Arrival.QUARTERLY));
    double[][] rows = {{20000, 40, 36, 4, NAN}, COUNTY[1], {5000, 10, 5, NAN, NAN}};
    Panel panel = new Panel(roster("a", "a", "b"), new Fields(quarterly));
    for (int unit = 0; unit < rows.length; unit++) {
      for (int field = 0; field < rows[unit].length; field++) {
        put(panel, november, unit, field, rows[unit][field]);
        put(panel, MONTH, unit, field, rows[unit][field]);
      }
    }
    panel.excuseNotDue();
    IndexTree tree = tree(new Arithmetic(), 1, 1, ZeroDenominator.MISSING);

    PeriodScores scores = score(tree, panel, november);
    int opinion = SATISFACTION - 1;
    assertThat(scores.status(SATISFACTION, 0)).isEqualTo(CellStatus.NOT_DUE);
    assertThat(scores.status(opinion, 0)).isEqualTo(CellStatus.NOT_DUE);
    assertThat(scores.score(opinion, 0)).isNaN();
    assertThat(scores.index(0)).isCloseTo(235 / 3.0, within(1e-9));
    assertThat(scores.weight(1, 0)).isEqualTo(1);
    assertThat(scores.index(1)).isCloseTo(68.75, within(1e-9));
    assertThat(scores.status(CRIME, 2)).isEqualTo(CellStatus.NOT_REPORTED);
    assertThat(scores.index(2)).as("a gap is a gap").isNaN();

    PeriodScores december = score(tree, panel, MONTH);
    assertThat(december.status(SATISFACTION, 0)).isEqualTo(CellStatus.NOT_REPORTED);
    assertThat(december.index(0)).isNaN();

    assertThat(scores.pooledScore(opinion)).as("the opinion of one unit").isNaN();
    assertThat(scores.pooledScore(0)).isCloseTo(scores.pooledScore(1), within(1e-9)).isNotNaN();
  }

  @ParameterizedTest(name = "{0} beside {1}")
  @CsvSource({
    "REPORTED,       NOT_DUE,        NOT_DUE",
    "NOT_REPORTED,   NOT_DUE,        NOT_DUE",
    "UNUSABLE,       NOT_DUE,        NOT_DUE",
    "NOT_APPLICABLE, NOT_DUE,        NOT_APPLICABLE",
    "UNUSABLE,       NOT_REPORTED,   UNUSABLE",
    "UNDEFINED,      NOT_APPLICABLE, NOT_APPLICABLE"
  })
  void theStatusOfAValueDerivedFromTwo(CellStatus a, CellStatus b, CellStatus expected) {
    assertThat(a.and(b)).isEqualTo(expected);
    assertThat(b.and(a)).isEqualTo(expected);
  }

  @Test
  void geometricMeanPunishesAWeakScore() {
    PeriodScores scores =
        score(tree(new Geometric(), 1, 0.6, ZeroDenominator.MISSING), panel(COUNTY, "a", "a", "b"));
    double safety = Math.pow(80, 2 / 3.0) * Math.pow(75, 1 / 3.0);
    assertThat(scores.index(0))
        .isCloseTo(Math.pow(safety, 0.75) * Math.pow(80, 0.25), within(1e-9));
    assertThat(scores.index(2)).isZero();
    assertThat(scores.contribution(RESOLUTION, 0)).isNaN();
  }

  @Test
  void aGroupIsItsOwnReference() {
    Indicator relative =
        indicator(
            "crime",
            1,
            "crimes",
            Polarity.NEGATIVE,
            new MinMax(),
            ZeroDenominator.MISSING,
            Reference.GROUP);
    IndexTree tree =
        new IndexTree(
            new Dimension("index", Text.of("index"), 1, List.of(relative), new Arithmetic(), 0.6),
            Text.of(""));
    double[][] rows = {
      {1, 1, 1, 4, 50}, {1, 1, 1, 6, 50}, {1, 1, 1, 10, 50}, {1, 1, 1, 30, 50}, {1, 1, 1, 15, 50}
    };
    assertThat(score(tree, panel(rows, "a", "a", "b", "b", "b")).scores(1))
        .containsExactly(new double[] {100, 0, 100, 0, 75}, within(1e-9));
  }

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  private static double[][] random(int seed) {
    Random random = new Random(seed);
    double[][] rows = new double[8][];
    for (int i = 0; i < rows.length; i++) {
      double received = 1 + random.nextInt(50);
      rows[i] =
          new double[] {
            5000 + random.nextInt(50000),
            random.nextInt(8) == 0 ? NAN : received,
            Math.floor(received * random.nextDouble()),
            random.nextInt(8) == 0 ? NAN : random.nextInt(20),
            60 + 40 * random.nextDouble()
          };
    }
    return rows;
  }

  private static String[] groups(int n) {
    String[] groups = new String[n];
    java.util.Arrays.fill(groups, "a");
    return groups;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void contributionsAddUpToTheIndex(int seed) {
    PeriodScores scores =
        score(
            tree(new Arithmetic(), 1, 0.3, ZeroDenominator.MISSING),
            panel(random(seed), groups(8)));
    for (int unit = 0; unit < 8; unit++) {
      int u = unit;
      double sum =
          scores.tree().indicators().stream().mapToDouble(n -> scores.contribution(n, u)).sum();
      if (!Double.isNaN(scores.index(unit))) {
        assertThat(sum).isCloseTo(scores.index(unit), within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doublingAllWeightsChangesNothing(int seed) {
    Panel panel = panel(random(seed), groups(8));
    double[] once = score(tree(new Arithmetic(), 1, 0.6, ZeroDenominator.MISSING), panel).scores(0);
    double[] twice =
        score(tree(new Arithmetic(), 2, 0.6, ZeroDenominator.MISSING), panel).scores(0);
    assertThat(twice).containsExactly(once, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfUnitsDoesNotMatter(int seed) {
    double[][] rows = random(seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 8).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    double[][] shuffled = order.stream().map(i -> rows[i]).toArray(double[][]::new);
    IndexTree tree = tree(new Arithmetic(), 1, 0.6, ZeroDenominator.MISSING);
    double[] plain = score(tree, panel(rows, groups(8))).scores(0);
    double[] mixed = score(tree, panel(shuffled, groups(8))).scores(0);
    for (int i = 0; i < 8; i++) {
      assertThat(Double.compare(mixed[i], plain[order.get(i)])).isZero();
    }
  }

  // Standing and movement

  private static final RankingRules RULES =
      new RankingRules(
          2,
          TiePolicy.MINIMUM,
          List.of(
              new Band("good", Text.of("good"), 60, Double.POSITIVE_INFINITY, "#000000"),
              new Band("poor", Text.of("poor"), Double.NEGATIVE_INFINITY, 60, "#FF0000")));

  /** One indicator that is its own score, so that the index can be written down directly. */
  private Trend trend(double[][] indexByMonth, Period first, String... groups) {
    Panel panel = new Panel(roster(groups), fields);
    Period period = first;
    for (double[] month : indexByMonth) {
      for (int unit = 0; unit < month.length; unit++) {
        if (!Double.isNaN(month[unit])) {
          put(panel, period, unit, 4, month[unit]);
        }
      }
      period = new Period(period.frequency(), period.ordinal() + 1);
    }
    Indicator itself =
        indicator(
            "itself",
            1,
            "satisfaction",
            Polarity.POSITIVE,
            new Goalposts(0, 100, true),
            ZeroDenominator.MISSING,
            Reference.UNITS);
    IndexDefinition definition =
        new IndexDefinition(
            "index",
            Text.of("index"),
            Text.of("county"),
            Frequency.MONTH,
            new Versions<>(
                Map.of(
                    first,
                    new IndexTree(
                        new Dimension(
                            "index", Text.of("i"), 1, List.of(itself), new Arithmetic(), 0.6),
                        Text.of("")))));
    return new Trend(
        new IndexCalculator(definition, panel).calculate(),
        new Versions<>(Map.of(first, RULES)),
        panel);
  }

  @Test
  void standsInTheCountyAndInTheGroup() {
    Trend trend =
        trend(new double[][] {{80, 70.004, 90, 70.001, NAN}}, MONTH, "a", "a", "b", "b", "b");
    Standing standing = trend.at(MONTH).orElseThrow();
    assertThat(standing.ranking()).containsExactly(2, 0, 1, 3);
    assertThat(standing.rank(1)).isEqualTo(3);
    assertThat(standing.rank(3)).as("70.004 and 70.001 are both published as 70.00").isEqualTo(3);
    assertThat(standing.groupRank(0)).isEqualTo(1);
    assertThat(standing.groupRank(1)).isEqualTo(2);
    assertThat(standing.groupRank(2)).isEqualTo(1);
    assertThat(standing.groupRank(3)).isEqualTo(2);
    assertThat(standing.notRanked()).containsExactly(Map.entry(4, NotRanked.NO_RETURN));
    assertThat(standing.band(0).orElseThrow().id()).isEqualTo("good");
    assertThat(standing.publishedMean()).isEqualTo(77.5);
  }

  @Test
  void movesWithinTheCalendarYear() {
    // Months 2024-11, 2024-12, 2025-01, 2025-02, 2025-03, 2025-04; units 甲 and 乙 and 丙 and 丁.
    Trend trend =
        trend(
            new double[][] {
              {90, 80, 70, 50},
              {90, 80, 70, 55},
              {70, 80, 75, 50},
              {85, 80, 90, NAN},
              {85, 80, 84, 59.99},
              {80, 80, 90, 60}
            },
            Period.month(2024, 11),
            "a",
            "a",
            "b",
            "b");
    Movement first = trend.movement(Period.month(2025, 4), 0);
    assertThat(first.index()).isEqualTo(-5);
    assertThat(first.rank()).as("from 1 to 2").isEqualTo(-1);
    assertThat(first.yearIndex()).isNaN();
    assertThat(first.yearToDate()).as("(70 + 85 + 85 + 80)/4").isEqualTo(80);
    assertThat(first.yearToDateRank()).isEqualTo(2);
    assertThat(first.fromMean()).as("80 − (80 + 80 + 90 + 60)/4").isEqualTo(2.5);
    assertThat(first.timesTopThree()).isEqualTo(4);
    assertThat(first.timesFirst()).as("March only").isEqualTo(1);
    assertThat(first.worstInARow()).isZero();

    Movement third = trend.movement(Period.month(2025, 4), 2);
    assertThat(third.yearToDate()).isEqualTo(84.75);
    assertThat(third.yearToDateRank()).isEqualTo(1);
    assertThat(third.timesFirst()).isEqualTo(2);

    // 丁: in the worst band in four months, with a month without a return between them.
    assertThat(trend.movement(Period.month(2025, 3), 3).worstInARow()).isEqualTo(4);
    assertThat(trend.movement(Period.month(2025, 3), 3).index()).isNaN();
    assertThat(trend.movement(Period.month(2025, 3), 3).periodsScored()).isEqualTo(2);
    assertThat(trend.movement(Period.month(2025, 4), 3).worstInARow()).isZero();
  }

  @Test
  void comparesWithTheSameMonthOfLastYear() {
    double[][] months = new double[13][];
    for (int i = 0; i < months.length; i++) {
      months[i] = new double[] {60 + i, 70 - i};
    }
    Trend trend = trend(months, Period.month(2024, 12), "a", "b");
    Movement movement = trend.movement(MONTH, 0);
    assertThat(movement.yearIndex()).isEqualTo(12);
    assertThat(movement.yearRank()).isEqualTo(1);
    assertThat(movement.index()).isEqualTo(1);
    assertThat(movement.rank()).isZero();
  }
}
