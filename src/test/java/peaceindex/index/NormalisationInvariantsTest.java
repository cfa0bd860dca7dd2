package peaceindex.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static peaceindex.index.Scoring.against;
import static peaceindex.index.Scoring.everyMethod;
import static peaceindex.index.Scoring.mirrored;
import static peaceindex.index.Scoring.scores;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.formula.Statistics;
import peaceindex.index.normalise.Borda;
import peaceindex.index.normalise.DistanceToBest;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.normalise.PercentileRank;
import peaceindex.index.normalise.Rank;
import peaceindex.index.normalise.RankPoints;
import peaceindex.index.normalise.RankShare;
import peaceindex.index.normalise.ZScore;

/** What holds of every method whatever the figures, over many seeds. */
class NormalisationInvariantsTest {
  private static final double SAME = 1e-9;

  static IntStream seeds() {
    return IntStream.range(0, 250);
  }

  /** Between 1 and 15 figures from 60 to 110, many of them equal, some missing. */
  private static double[] figures(Random random) {
    return random
        .doubles(1 + random.nextInt(15), 60, 110)
        .map(x -> random.nextInt(10) == 0 ? Double.NaN : Math.rint(x * 2) / 2)
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void positiveAffineMapsChangeNothing(int seed) {
    Random random = new Random(seed);
    double[] values = figures(random);
    double a = 0.5 + random.nextDouble() * 9;
    double b = random.nextDouble() * 1000 - 500;
    double[] mapped = Arrays.stream(values).map(x -> a * x + b).toArray();
    List<Normalisation> methods =
        List.of(
            new MinMax(),
            new MinMax(20, 80, true),
            new ZScore(0, 1),
            new DistanceToBest(false),
            new Rank(),
            new PercentileRank(),
            new RankShare(),
            new Borda(),
            new RankPoints(100, 0.5, 95));
    for (Normalisation method : methods) {
      for (Polarity polarity : Scoring.polarities()) {
        assertThat(scores(method, polarity, mapped))
            .as("%s %s", method, polarity)
            .containsExactly(scores(method, polarity, values), within(SAME));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aBetterValueNeverScoresLessUnderTheSameReference(int seed) {
    Random random = new Random(seed);
    double[] figures = figures(random);
    double x = 55 + random.nextDouble() * 60;
    double better = x + random.nextDouble() * 10;
    for (Scoring.Pair pair : everyMethod()) {
      double[] up = against(Statistics.of(figures), pair.positive(), Polarity.POSITIVE, x, better);
      double[] down =
          against(
              Statistics.of(mirrored(figures)), pair.negative(), Polarity.NEGATIVE, -x, -better);
      // A standard score beside a reference without spread does not exist.
      if (!Double.isNaN(up[0]) && !Double.isNaN(up[1])) {
        assertThat(up[1]).as(pair.toString()).isGreaterThanOrEqualTo(up[0] - SAME);
        assertThat(down[1]).as(pair.toString()).isGreaterThanOrEqualTo(down[0] - SAME);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void polarityIsAMirrorAndNothingElse(int seed) {
    double[] values = figures(new Random(seed));
    for (Scoring.Pair pair : everyMethod()) {
      assertThat(scores(pair.negative(), Polarity.NEGATIVE, mirrored(values)))
          .as(pair.toString())
          .containsExactly(scores(pair.positive(), Polarity.POSITIVE, values), within(SAME));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheUnitsDoesNotMatter(int seed) {
    Random random = new Random(seed);
    double[] values = figures(random);
    List<Integer> order =
        new java.util.ArrayList<>(IntStream.range(0, values.length).boxed().toList());
    Collections.shuffle(order, random);
    double[] shuffled = order.stream().mapToDouble(i -> values[i]).toArray();
    for (Scoring.Pair pair : everyMethod()) {
      double[] before = scores(pair.positive(), Polarity.POSITIVE, values);
      double[] after = scores(pair.positive(), Polarity.POSITIVE, shuffled);
      // To the last bit.
      assertThat(after).isEqualTo(order.stream().mapToDouble(i -> before[i]).toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalUnitsScoreAlikeAndTheCountOfUnitsIsThatOfFigures(int seed) {
    double[] values = figures(new Random(seed));
    for (Scoring.Pair pair : everyMethod()) {
      double[] scores = scores(pair.positive(), Polarity.POSITIVE, values);
      for (int i = 0; i < values.length; i++) {
        assertThat(Double.isNaN(scores[i])).isEqualTo(Double.isNaN(values[i]));
        for (int k = 0; k < i; k++) {
          if (values[i] == values[k]) {
            assertThat(scores[i]).isEqualTo(scores[k]);
          }
        }
      }
    }
  }
}
