package peaceindex.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void momentsAreToTheLastBitThoseOfTheSortedFigures() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      double[] figures = random.doubles(2 + random.nextInt(300), -50, 150).toArray();
      double[] sorted = figures.clone();
      Arrays.sort(sorted);
      double mean = StatUtils.mean(sorted);
      Statistics statistics = Statistics.of(figures);
      assertThat(statistics.mean()).isEqualTo(mean);
      assertThat(statistics.sd()).isEqualTo(Math.sqrt(StatUtils.variance(sorted, mean)));
      assertThat(statistics.min()).isEqualTo(sorted[0]);
      assertThat(statistics.max()).isEqualTo(sorted[sorted.length - 1]);
    }
  }

  @Test
  void onlyTheFirstOnesCountIfThereIsMoreRoom() {
    Statistics statistics = Statistics.ofFirst(new double[] {4, Double.NaN, 2, 99}, 3);
    assertThat(statistics.count()).isEqualTo(2);
    assertThat(statistics.max()).isEqualTo(4);
    assertThat(statistics.mean()).isEqualTo(3);
  }
}
