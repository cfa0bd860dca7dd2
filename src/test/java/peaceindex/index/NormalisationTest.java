package peaceindex.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.formula.Evaluator;
import peaceindex.formula.Formula;
import peaceindex.formula.Frame;
import peaceindex.formula.Statistics;
import peaceindex.index.normalise.Efficacy;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.normalise.PercentileRank;
import peaceindex.index.normalise.ZScore;

class NormalisationTest {

  static double[] scores(Normalisation method, Polarity polarity, double... values) {
    Statistics reference = Statistics.of(values);
    Frame frame =
        new Frame() {
          @Override
          public int rows() {
            return values.length;
          }

          @Override
          public double[] column(String name) {
            return values;
          }

          @Override
          public Statistics reference(int row) {
            return reference;
          }
        };
    Formula x = new Formula.Variable("x");
    return Evaluator.evaluate(method.score(new Oriented(x, polarity)), frame);
  }

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

  @Test
  void oneUnitOrAllEqualHaveADefinedScore() {
    assertThat(scores(new MinMax(), Polarity.POSITIVE, 7)).containsExactly(100);
    assertThat(scores(new MinMax(), Polarity.NEGATIVE, 7, 7)).containsExactly(100, 100);
    assertThat(scores(new ZScore(50, 10), Polarity.POSITIVE, 7)).containsExactly(50);
    assertThat(scores(new ZScore(0, 1), Polarity.NEGATIVE, 0.1, 0.1, 0.1)).containsExactly(0, 0, 0);
    assertThat(scores(new PercentileRank(), Polarity.POSITIVE, 7)).containsExactly(100);
    assertThat(scores(new PercentileRank(), Polarity.POSITIVE, 7, 7)).containsExactly(0, 0);
  }

  /**
   * Table 15 of the OECD/JRC Handbook on Constructing Composite Indicators (2008, ISBN
   * 978-92-64-04345-9): mean years of schooling in 23 countries, with z-score and min-max as
   * printed, to two decimals.
   */
  @Test
  void reproducesTable15OfTheHandbook() throws IOException {
    List<String[]> rows;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                NormalisationTest.class.getResourceAsStream("tai-table15-schooling.csv"),
                StandardCharsets.UTF_8))) {
      rows = reader.lines().skip(1).map(line -> line.split(",")).toList();
    }
    assertThat(rows).hasSize(23);
    double[] schooling = rows.stream().mapToDouble(r -> Double.parseDouble(r[1])).toArray();
    double[] z = scores(new ZScore(0, 1), Polarity.POSITIVE, schooling);
    double[] minMax = scores(new MinMax(), Polarity.POSITIVE, schooling);
    for (int i = 0; i < rows.size(); i++) {
      String country = rows.get(i)[0];
      assertThat(z[i])
          .as(country)
          .isCloseTo(Double.parseDouble(rows.get(i)[3]), within(0.005 + 1e-9));
      assertThat(minMax[i] / 100)
          .as(country)
          .isCloseTo(Double.parseDouble(rows.get(i)[4]), within(0.005 + 1e-9));
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void minMaxIsUnchangedByPositiveAffineMaps(int seed) {
    Random random = new Random(seed);
    double[] values = random.doubles(20, 0, 100).toArray();
    double a = 0.5 + random.nextDouble() * 9;
    double b = random.nextDouble() * 1000 - 500;
    double[] mapped = Arrays.stream(values).map(x -> a * x + b).toArray();
    double[] before = scores(new MinMax(), Polarity.POSITIVE, values);
    double[] after = scores(new MinMax(), Polarity.POSITIVE, mapped);
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isCloseTo(before[i], within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void polarityTurnsTheOrderRoundAndNothingElse(int seed) {
    double[] values = new Random(seed).doubles(15, 0, 8).toArray();
    double[] turned = Arrays.stream(values).map(x -> -x).toArray();
    for (Normalisation method : List.of(new MinMax(), new ZScore(0, 1), new PercentileRank())) {
      double[] negative = scores(method, Polarity.NEGATIVE, values);
      double[] positive = scores(method, Polarity.POSITIVE, turned);
      for (int i = 0; i < values.length; i++) {
        assertThat(negative[i]).isCloseTo(positive[i], within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aBetterValueNeverScoresLessUnderFixedGoalposts(int seed) {
    Random random = new Random(seed);
    Goalposts method = new Goalposts(60, 100, random.nextBoolean());
    double x = 50 + random.nextDouble() * 60;
    double better = x + random.nextDouble() * 10;
    double[] positive = scores(method, Polarity.POSITIVE, x, better);
    double[] negative = scores(method, Polarity.NEGATIVE, x, better);
    assertThat(positive[1]).isGreaterThanOrEqualTo(positive[0]);
    assertThat(negative[1]).isLessThanOrEqualTo(negative[0]);
  }
}
