package peaceindex.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.formula.Formula;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.index.aggregate.Copeland;
import peaceindex.index.aggregate.GeneralisedMean;
import peaceindex.index.aggregate.Geometric;
import peaceindex.index.aggregate.Harmonic;
import peaceindex.index.aggregate.MazziottaPareto;
import peaceindex.index.aggregate.Minimum;
import peaceindex.index.aggregate.Sum;
import peaceindex.index.aggregate.Topsis;
import peaceindex.index.normalise.Normalisation;
import peaceindex.panel.CellStatus;
import peaceindex.problem.Text;

/**
 * Every aggregation on the way up a tree of one dimension, with what is missing and what is not.
 */
class AggregationTest {
  private static final double NAN = Double.NaN;

  private static final Map<String, Aggregation> METHODS =
      Map.ofEntries(
          Map.entry("arithmetic", new Arithmetic()),
          Map.entry("geometric", new Geometric()),
          Map.entry("harmonic", new Harmonic()),
          Map.entry("power 2", new GeneralisedMean(2)),
          Map.entry("power -3", new GeneralisedMean(-3)),
          Map.entry("sum", new Sum()),
          Map.entry("minimum", new Minimum()),
          Map.entry("mazziottaPareto", new MazziottaPareto(Polarity.POSITIVE)),
          Map.entry("mazziottaPareto negative", new MazziottaPareto(Polarity.NEGATIVE)),
          Map.entry("copeland", new Copeland()),
          Map.entry("topsis", new Topsis()));

  /** A method with these full marks; its formula is not used. */
  private record Marks(double full) implements Normalisation {
    @Override
    public Formula score(Oriented value) {
      return value.x();
    }

    @Override
    public boolean isRelative() {
      return false;
    }
  }

  private static Indicator leaf(int number, double weight, double full) {
    String id = "i" + number;
    return new Indicator(
        id,
        Text.of(id),
        weight,
        id,
        new Formula.Variable(id),
        Text.of(""),
        2,
        Polarity.POSITIVE,
        List.of(new Part(1, new Marks(full), Reference.UNITS)),
        ZeroDenominator.MISSING);
  }

  private static IndexTree tree(Aggregation method, double share, double[] weights, double[] full) {
    List<Node> children = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      children.add(leaf(i, weights[i], full[i]));
    }
    return new IndexTree(
        new Dimension("index", Text.of("index"), 1, children, method, share), Text.of(""));
  }

  private static double[] hundreds(int count) {
    double[] full = new double[count];
    Arrays.fill(full, 100);
    return full;
  }

  /** What an aggregation makes of a table. */
  private record Done(IndexTree tree, double[][] scores, double[][] weights, CellStatus[] status) {
    double[] index() {
      return scores[0];
    }
  }

  /**
   * Aggregates a table with a line for each unit.
   *
   * @param units scores; {@code NaN} is missing and −∞ does not apply
   */
  private static Done aggregate(IndexTree tree, boolean isCounty, double[]... units) {
    double[][] scores = new double[tree.size()][units.length];
    CellStatus[][] statuses = new CellStatus[tree.size()][units.length];
    for (int unit = 0; unit < units.length; unit++) {
      for (int child = 0; child < units[unit].length; child++) {
        double score = units[unit][child];
        boolean applies = score != Double.NEGATIVE_INFINITY;
        scores[child + 1][unit] = applies ? score : NAN;
        statuses[child + 1][unit] =
            !applies
                ? CellStatus.NOT_APPLICABLE
                : Double.isNaN(score) ? CellStatus.NOT_REPORTED : CellStatus.REPORTED;
      }
    }
    Aggregator aggregator = new Aggregator(tree, scores, statuses, all(scores[0].length), isCounty);
    aggregator.aggregate();
    return new Done(tree, scores, Aggregator.weights(tree, scores), statuses[0]);
  }

  /** All units exist. */
  private static boolean[] all(int units) {
    boolean[] active = new boolean[units];
    Arrays.fill(active, true);
    return active;
  }

  private static double[] row(String numbers) {
    return Arrays.stream(numbers.trim().split(" +"))
        .mapToDouble(n -> n.equals("/") ? Double.NEGATIVE_INFINITY : Double.parseDouble(n))
        .toArray();
  }

  private static double[][] rows(String lines) {
    return Arrays.stream(lines.split("\\|")).map(AggregationTest::row).toArray(double[][]::new);
  }

  private static Aggregation method(String name) {
    Aggregation method = METHODS.get(name);
    assertThat(method).as(name).isNotNull();
    return java.util.Objects.requireNonNull(method);
  }

  /**
   * Four units, three children with weights 5, 3 and 2.
   *
   * <p>The means and the Mazziotta–Pareto index were computed with Python's statistics module,
   * every score repeated as often as its weight says (fmean, geometric_mean, harmonic_mean,
   * pvariance); the power means, Copeland and TOPSIS from their definitions in Python. By hand: the
   * first unit of Copeland is ahead of the third with 3 + 2 and behind with 5, which is a draw.
   */
  @ParameterizedTest
  @CsvSource({
    "arithmetic,               78,                90,                76,                58",
    "geometric,                76.7344471703723,  90,                70.73552893901119, 57.364691751273895",
    "harmonic,                 75.47169811320755, 90,                65.11627906976744, 56.75675675675676",
    "power 2,                  79.2464510246358,  90,                80.37412518964048, 58.65151319446072",
    "power -3,                 73.04862911177048, 90,                55.75193145390211, 55.655743423603404",
    "sum,                      780,               900,               760,               580",
    "minimum,                  60,                90,                40,                50",
    "mazziottaPareto,          75.48717948717949, 90,                67,                56.689655172413794",
    "mazziottaPareto negative, 80.51282051282051, 90,                85,                59.310344827586206",
    "copeland,                 50,                83.33333333333333, 66.66666666666667, 0",
    "topsis,                   57.264821727293004, 82.68162060096645, 60.82126663683329, 25.051617441157248",
  })
  void fourUnits(String method, double first, double second, double third, double fourth) {
    IndexTree tree = tree(method(method), 0.6, row("5 3 2"), hundreds(3));
    Done done = aggregate(tree, false, rows("80 60 100 | 90 90 90 | 100 40 70 | 50 70 60"));
    assertThat(done.index())
        .containsExactly(new double[] {first, second, third, fourth}, within(1e-10));
  }

  /**
   * A published example of TOPSIS, of the Python package mcdm (vector normalisation, costs in the
   * first and the third column, equal weights): the same table divided by the root of the sum of
   * squares, with costs turned round by a minus.
   */
  @Test
  void topsisAsPublished() {
    double[][] published = rows("-80 90 -600 | -65 58 -200 | -83 60 -400");
    for (int c = 0; c < 3; c++) {
      int column = c;
      double length =
          Math.sqrt(Arrays.stream(published).mapToDouble(r -> r[column] * r[column]).sum());
      Arrays.stream(published).forEach(r -> r[column] /= length);
    }
    IndexTree tree = tree(new Topsis(), 0.6, row("1 1 1"), hundreds(3));
    assertThat(aggregate(tree, false, published).index())
        .containsExactly(
            new double[] {32.38488379935404, 67.90225178016662, 40.90188985805262}, within(1e-10));
  }

  /**
   * One unit of two children with weights 3 and 1: what zero, negative and missing children do,
   * with at least half of the weight to be there. "/" does not apply. By hand.
   */
  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource({
    "arithmetic, 0 80,    20",
    "arithmetic, -8 80,   14",
    "arithmetic, 80 NaN,  80",
    "arithmetic, NaN 80,  NaN",
    "arithmetic, / 80,    80",
    "arithmetic, / NaN,   NaN",
    "geometric, 0 80,     0",
    "geometric, -8 80,    NaN",
    "geometric, 16 81,    24",
    "geometric, 80 NaN,   80",
    "geometric, / 80,     80",
    "harmonic, 0 80,      0",
    "harmonic, 80 0,      0",
    "harmonic, -8 80,     NaN",
    "harmonic, 60 20,     40",
    "harmonic, 80 NaN,    80",
    "harmonic, / 80,      80",
    "power 2, 0 80,       40",
    "power 2, 0 0,        0",
    "power 2, -8 80,      NaN",
    "power 2, 80 NaN,     80",
    "power -3, 0 80,      0",
    "power -3, -8 80,     NaN",
    "power -3, NaN 80,    NaN",
    "sum, 0 80,           80",
    "sum, -8 80,          56",
    "sum, 80 NaN,         320",
    "sum, NaN 80,         NaN",
    "sum, / 80,           320",
    "minimum, 0 80,       0",
    "minimum, -8 80,      -8",
    "minimum, 80 NaN,     80",
    "minimum, NaN 80,     NaN",
    "minimum, / 80,       80",
    "mazziottaPareto, 0 80,    -40",
    "mazziottaPareto, 100 NaN, 100",
    "mazziottaPareto, NaN 80,  NaN",
    "mazziottaPareto, / 80,    80",
    "mazziottaPareto, -8 24,   NaN",
    "mazziottaPareto, -8 8,    NaN",
    "mazziottaPareto, 0 0,     NaN",
    "copeland, 0 80,      100",
    "copeland, -8 NaN,    100",
    "copeland, NaN 80,    NaN",
    "topsis, -8 0,        100",
    "topsis, 80 NaN,      100",
    "topsis, NaN 80,      NaN",
  })
  void zeroNegativeAndMissing(String method, String scores, double expected) {
    IndexTree tree = tree(method(method), 0.5, row("3 1"), hundreds(2));
    Done done = aggregate(tree, false, row(scores));
    assertThat(done.index()[0]).isEqualTo(expected, within(1e-10));
    if (Double.isNaN(expected)) {
      assertThat(done.status()[0].hasFigure()).isFalse();
      assertThat(done.weights()[1][0]).isNaN();
    }
  }

  /**
   * Twenty, fifty and thirty points, the last twice: 20 + 50 + 60 = 130 in all. By hand: without
   * the fifty, 130 · (18 + 2·24)/80 = 107.25.
   */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "20 50 30,   130",
    "18 40 24,   106",
    "18 NaN 24,  107.25",
    "18 / 24,    107.25",
    "18 40 NaN,  NaN",
    "NaN / 24,   104",
    "-5 40 24,   83",
    "0 0 0,      0",
    "NaN NaN NaN, NaN",
  })
  void pointsAddUpAndMissingOnesAreSharedOut(String scores, double expected) {
    IndexTree tree = tree(new Sum(), 0.6, row("1 1 2"), row("20 50 30"));
    assertThat(tree.full(0)).isCloseTo(130, within(1e-12));
    assertThat(tree.weight(3)).isEqualTo(2);
    Done done = aggregate(tree, false, row(scores));
    assertThat(done.index()[0]).isEqualTo(expected, within(1e-10));
    if (!Double.isNaN(expected)) {
      assertThat(contributions(done, 0)).isCloseTo(expected, within(1e-10));
    }
  }

  /** A child that can only lose points has no full marks to share out. */
  @Test
  void lossesAreAddedAsTheyAre() {
    IndexTree tree = tree(new Sum(), 0.6, row("1 1 1"), row("60 40 0"));
    Done done = aggregate(tree, false, rows("50 30 -4 | 50 NaN -4 | 50 30 0 | 50 30 NaN"));
    assertThat(done.index()).containsExactly(new double[] {76, 50 / .6 - 4, 80, NAN}, within(1e-9));
    assertThat(contributions(done, 0)).isCloseTo(76, within(1e-10));
    assertThat(contributions(done, 1)).isCloseTo(50 / .6 - 4, within(1e-10));

    IndexTree onlyLosses = tree(new Sum(), 0.6, row("1 2"), row("0 0"));
    assertThat(onlyLosses.full(0)).isZero();
    assertThat(aggregate(onlyLosses, false, row("-3 -5")).index()[0]).isEqualTo(-13);
  }

  /** Full marks of a dimension are what it scores when all its children have theirs. */
  @Test
  void fullMarksGoUpTheTree() {
    Node part =
        new Dimension(
            "part",
            Text.of("part"),
            2,
            List.of(leaf(1, 1, 30), leaf(2, 1, 10)),
            new Arithmetic(),
            0.6);
    Node compared =
        new Dimension(
            "compared", Text.of("compared"), 1, List.of(leaf(3, 1, 7)), new Copeland(), 0.6);
    IndexTree tree =
        new IndexTree(
            new Dimension("index", Text.of("index"), 1, List.of(part, compared), new Sum(), 0.6),
            Text.of(""));
    assertThat(tree.full(tree.find("part"))).isEqualTo(20);
    assertThat(tree.full(tree.find("compared"))).isEqualTo(100);
    assertThat(tree.full(0)).isCloseTo(140, within(1e-12));
    // Of 140 points 2 × 20 and 100; within the part, a mean, half and half.
    assertThat(tree.share(tree.find("part"))).isCloseTo(40 / 140.0, within(1e-12));
    assertThat(tree.share(tree.find("compared"))).isCloseTo(100 / 140.0, within(1e-12));
    assertThat(tree.share(2)).isEqualTo(0.5);
    assertThat(tree.share(0)).isEqualTo(1);
    assertThat(tree.isRelative()).isTrue();
    assertThat(tree.isAdditive()).isFalse();
  }

  @Test
  void theCountyIsComparedWithNobodyAndNeedsAllParts() {
    for (Aggregation method : List.of(new Copeland(), new Topsis())) {
      IndexTree tree = tree(method, 0.6, row("1 1"), hundreds(2));
      assertThat(aggregate(tree, true, row("80 60")).index()[0]).isNaN();
    }
    IndexTree sum = tree(new Sum(), 0.6, row("1 1"), hundreds(2));
    assertThat(aggregate(sum, true, row("80 60")).index()[0]).isCloseTo(140, within(1e-10));
    assertThat(aggregate(sum, true, row("80 NaN")).index()[0]).isNaN();
  }

  /** Without enough of the weight a unit is no part of the comparison, nor is it an ideal. */
  @Test
  void whoHasTooLittleIsNotCompared() {
    double[][] units = rows("80 60 | 70 NaN | NaN 100 | 60 50");
    IndexTree copeland = tree(new Copeland(), 0.6, row("3 1"), hundreds(2));
    // 70 loses to 80 and wins against 60 on the first child alone.
    assertThat(aggregate(copeland, false, units).index())
        .containsExactly(new double[] {100, 50, NAN, 0}, within(1e-10));
    IndexTree topsis = tree(new Topsis(), 0.6, row("3 1"), hundreds(2));
    assertThat(aggregate(topsis, false, units).index())
        .containsExactly(new double[] {100, 50, NAN, 0}, within(1e-10));
  }

  @Test
  void whereAllAreAlikeNobodyIsBehind() {
    double[][] alike = rows("70 50 | 70 50 | 70 50");
    assertThat(aggregate(tree(new Copeland(), 0.6, row("3 1"), hundreds(2)), false, alike).index())
        .containsExactly(50, 50, 50);
    assertThat(aggregate(tree(new Topsis(), 0.6, row("3 1"), hundreds(2)), false, alike).index())
        .containsExactly(100, 100, 100);
  }

  /** 0.1 + 0.2 is not exactly 0.3 for a computer, and yet no majority over it. */
  @Test
  void binaryNoiseWinsNoContest() {
    IndexTree weights = tree(new Copeland(), 0.6, row("0.1 0.2 0.3"), hundreds(3));
    assertThat(aggregate(weights, false, rows("2 2 1 | 1 1 2")).index()).containsExactly(50, 50);
    IndexTree scores = tree(new Copeland(), 0.6, row("1"), hundreds(1));
    assertThat(aggregate(scores, false, new double[] {0.1 + 0.2}, new double[] {0.3}).index())
        .containsExactly(50, 50);
    assertThat(aggregate(scores, false, new double[] {-0.0}, new double[] {0.0}).index())
        .containsExactly(50, 50);
  }

  /** Powers that would leave the range of numbers. */
  @Test
  void extremePowersGoToTheExtremes() {
    double[][] unit = rows("90 60");
    for (double exponent : new double[] {500, -500}) {
      IndexTree tree = tree(new GeneralisedMean(exponent), 0.6, row("1 1"), hundreds(2));
      assertThat(aggregate(tree, false, unit).index()[0])
          .isCloseTo(exponent > 0 ? 90 : 60, within(0.2));
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 250);
  }

  private static double[] randomWeights(Random random, int count) {
    return random.doubles(count, 0.05, 1).toArray();
  }

  private static double[][] randomUnits(Random random, int children, double missing) {
    double[][] units = new double[1 + random.nextInt(12)][children];
    for (double[] unit : units) {
      Arrays.setAll(
          unit,
          i ->
              random.nextDouble() < missing
                  ? (random.nextBoolean() ? NAN : Double.NEGATIVE_INFINITY)
                  : 1 + random.nextInt(100));
    }
    return units;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doubledWeightsAndTheOrderOfUnitsChangeNothing(int seed) {
    Random random = new Random(seed);
    int children = 1 + random.nextInt(6);
    double[] weights = randomWeights(random, children);
    double[] twice = Arrays.stream(weights).map(w -> 2 * w).toArray();
    double[][] units = randomUnits(random, children, 0.2);
    double[][] turned = new double[units.length][];
    Arrays.setAll(turned, i -> units[units.length - 1 - i]);
    METHODS.forEach(
        (name, method) -> {
          IndexTree tree = tree(method, 0.6, weights, hundreds(children));
          double[] index = aggregate(tree, false, units).index();
          double[] other =
              aggregate(tree(method, 0.6, twice, hundreds(children)), false, units).index();
          double[] back = aggregate(tree, false, turned).index();
          // A sum takes weights as they are written: twice the weights, twice the points.
          double factor = method instanceof Sum ? 2 : 1;
          for (int unit = 0; unit < index.length; unit++) {
            assertThat(other[unit]).as(name).isEqualTo(factor * index[unit], within(1e-9));
            assertThat(back[units.length - 1 - unit])
                .as(name)
                .isEqualTo(Double.valueOf(index[unit]));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void meansInTheirOrder(int seed) {
    Random random = new Random(seed);
    int children = 1 + random.nextInt(6);
    double[] weights = randomWeights(random, children);
    double[][] units = randomUnits(random, children, 0.2);
    double[][] of =
        new double[][] {
          index(new Minimum(), weights, units),
          index(new GeneralisedMean(-4), weights, units),
          index(new Harmonic(), weights, units),
          index(new Geometric(), weights, units),
          index(new GeneralisedMean(0.5), weights, units),
          index(new Arithmetic(), weights, units),
          index(new GeneralisedMean(3), weights, units),
        };
    double[] penalised = index(new MazziottaPareto(Polarity.POSITIVE), weights, units);
    double[] added = index(new MazziottaPareto(Polarity.NEGATIVE), weights, units);
    for (int unit = 0; unit < units.length; unit++) {
      for (int k = 1; k < of.length; k++) {
        assertThat(Double.isNaN(of[k][unit])).isEqualTo(Double.isNaN(of[0][unit]));
        if (!Double.isNaN(of[k][unit])) {
          assertThat(of[k][unit]).isGreaterThanOrEqualTo(of[k - 1][unit] - 1e-9);
        }
      }
      double mean = of[5][unit];
      if (!Double.isNaN(mean)) {
        assertThat(penalised[unit]).isLessThanOrEqualTo(mean + 1e-9);
        assertThat(added[unit] - mean).isCloseTo(mean - penalised[unit], within(1e-9));
      }
    }
    same(new GeneralisedMean(1), new Arithmetic(), weights, units);
    same(new GeneralisedMean(0), new Geometric(), weights, units);
    same(new GeneralisedMean(-1), new Harmonic(), weights, units);
  }

  private static double[] index(Aggregation method, double[] weights, double[][] units) {
    return aggregate(tree(method, 0.6, weights, hundreds(weights.length)), false, units).index();
  }

  private static void same(Aggregation a, Aggregation b, double[] weights, double[][] units) {
    assertThat(index(a, weights, units)).containsExactly(index(b, weights, units));
  }

  /** Through two levels, sums in sums and in means. */
  @ParameterizedTest
  @MethodSource("seeds")
  void contributionsAddUpToTheIndex(int seed) {
    Random random = new Random(seed);
    List<Node> dimensions = new ArrayList<>();
    int leaves = 0;
    for (int d = 0; d < 3; d++) {
      List<Node> children = new ArrayList<>();
      for (int c = 0; c <= random.nextInt(4); c++) {
        children.add(leaf(leaves++, 0.5 + random.nextInt(3), 10.0 * (1 + random.nextInt(4))));
      }
      dimensions.add(
          new Dimension(
              "d" + d,
              Text.of("d" + d),
              1 + random.nextInt(3),
              children,
              random.nextBoolean() ? new Sum() : new Arithmetic(),
              0.4));
    }
    IndexTree tree =
        new IndexTree(
            new Dimension(
                "index",
                Text.of("index"),
                1,
                dimensions,
                random.nextBoolean() ? new Sum() : new Arithmetic(),
                0.4),
            Text.of(""));
    assertThat(tree.isAdditive()).isTrue();
    int units = 6;
    double[][] scores = new double[tree.size()][units];
    CellStatus[][] statuses = new CellStatus[tree.size()][units];
    for (int node : tree.indicators()) {
      for (int unit = 0; unit < units; unit++) {
        boolean isMissing = random.nextInt(5) == 0;
        scores[node][unit] = isMissing ? NAN : random.nextInt(60) - 10;
        statuses[node][unit] = isMissing ? CellStatus.NOT_REPORTED : CellStatus.REPORTED;
      }
    }
    Aggregator aggregator = new Aggregator(tree, scores, statuses, all(units), false);
    aggregator.aggregate();
    Done done = new Done(tree, scores, Aggregator.weights(tree, scores), statuses[0]);
    for (int unit = 0; unit < units; unit++) {
      if (!Double.isNaN(scores[0][unit])) {
        assertThat(contributions(done, unit)).isCloseTo(scores[0][unit], within(1e-9));
      }
    }
  }

  private static double contributions(Done done, int unit) {
    double sum = 0;
    for (int node : done.tree().indicators()) {
      double score = done.scores()[node][unit];
      sum += Double.isNaN(score) ? 0 : done.weights()[node][unit] * score;
    }
    return sum;
  }

  /** Copeland against a plain double loop over all pairs, and its symmetries. */
  @ParameterizedTest
  @MethodSource("seeds")
  void copelandPairByPair(int seed) {
    Random random = new Random(seed);
    int children = 1 + random.nextInt(6);
    double[] weights = new double[children];
    Arrays.setAll(weights, i -> 1 + random.nextInt(4));
    double[][] units = randomUnits(random, children, seed % 2 == 0 ? 0 : 0.2);
    double[][] mirrored = new double[units.length][children];
    for (int unit = 0; unit < units.length; unit++) {
      for (int c = 0; c < children; c++) {
        double score = units[unit][c];
        mirrored[unit][c] = Double.isInfinite(score) ? score : 100 - score;
      }
    }
    double[] index = index(new Copeland(), weights, units);
    double[] inverse = index(new Copeland(), weights, mirrored);
    long n = Arrays.stream(index).filter(s -> !Double.isNaN(s)).count();
    double all = 0;
    for (int i = 0; i < units.length; i++) {
      if (Double.isNaN(index[i])) {
        continue;
      }
      int net = 0;
      for (int j = 0; j < units.length; j++) {
        double ahead = 0;
        for (int c = 0; c < children && !Double.isNaN(index[j]); c++) {
          double off = units[i][c] - units[j][c];
          boolean both = Double.isFinite(units[i][c]) && Double.isFinite(units[j][c]);
          ahead += both ? weights[c] * Math.signum(off) : 0;
        }
        net += (int) Math.signum(ahead);
      }
      double expected = n == 1 ? 100 : 50 + 50.0 * net / (n - 1);
      assertThat(index[i]).isEqualTo(expected, within(1e-9));
      assertThat(inverse[i]).isEqualTo(n == 1 ? 100 : 100 - expected, within(1e-9));
      all += n == 1 ? 0 : index[i] - 50;
    }
    assertThat(all).as("wins are somebody's losses").isCloseTo(0, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void topsisIsTurnedRoundWithItsChildrenAndDoesNotCareWhereTheScaleBegins(int seed) {
    Random random = new Random(seed);
    int children = 1 + random.nextInt(6);
    double[] weights = randomWeights(random, children);
    double[][] units = randomUnits(random, children, 0.2);
    double[][] mirrored = new double[units.length][children];
    double[][] moved = new double[units.length][children];
    for (int unit = 0; unit < units.length; unit++) {
      for (int c = 0; c < children; c++) {
        double score = units[unit][c];
        mirrored[unit][c] = Double.isInfinite(score) ? score : 100 - score;
        moved[unit][c] = 1000 + 3 * score;
      }
    }
    double[] index = index(new Topsis(), weights, units);
    double[] inverse = index(new Topsis(), weights, mirrored);
    double[] elsewhere = index(new Topsis(), weights, moved);
    for (int unit = 0; unit < units.length; unit++) {
      assertThat(elsewhere[unit]).isEqualTo(index[unit], within(1e-9));
      boolean alike = index[unit] == 100 && inverse[unit] == 100;
      if (!alike) {
        assertThat(inverse[unit]).isEqualTo(100 - index[unit], within(1e-9));
      }
    }
  }

  /**
   * A dimension of weight 1 beside an indicator of weight 9 that scores 90: what the index is where
   * the dimension's parts are these.
   */
  @ParameterizedTest
  @CsvSource({
    "40, 40, 85",
    "0, 40, 81",
    // Not 90: a unit must not gain by a score so bad that there is no mean.
    "-5, 40, NaN",
    // Missing is something else: its weight goes to the others.
    "NaN, NaN, 90"
  })
  void aDimensionThatIsReportedWithoutResultIsNotMissing(double a, double b, double index) {
    Dimension geometric =
        new Dimension(
            "d", Text.of("d"), 1, List.of(leaf(0, 1, 100), leaf(1, 1, 100)), new Geometric(), 0.6);
    IndexTree tree =
        new IndexTree(
            new Dimension(
                "index",
                Text.of("index"),
                1,
                List.of(leaf(2, 9, 100), geometric),
                new Arithmetic(),
                0.6),
            Text.of(""));
    double[][] scores = new double[tree.size()][1];
    CellStatus[][] statuses = new CellStatus[tree.size()][1];
    Map<String, Double> given = Map.of("i0", a, "i1", b, "i2", 90.0);
    for (int node : tree.indicators()) {
      scores[node][0] = given.get(tree.node(node).id());
      statuses[node][0] =
          Double.isNaN(scores[node][0]) ? CellStatus.NOT_REPORTED : CellStatus.REPORTED;
    }
    new Aggregator(tree, scores, statuses, all(1), false).aggregate();
    assertThat(scores[0]).containsExactly(new double[] {index}, within(1e-9));
  }
}
