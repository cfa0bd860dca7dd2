package peaceindex.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortingTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void equalFiguresStayInTheirOrderAndMissingOnesAreLeftOut() {
    double[] figures = {3, NAN, -1, 3, 0, -0.0, -INFINITE, 1e-300, INFINITE, -2.5};
    assertThat(Sorting.ascending(figures)).containsExactly(6, 9, 2, 4, 5, 7, 0, 3, 8);
    assertThat(Sorting.ascending(new double[0])).isEmpty();
    assertThat(Sorting.ascending(new double[] {NAN, NAN})).isEmpty();
  }

  @ParameterizedTest(name = "{0} rows")
  @ValueSource(ints = {1, 15, 200, 201, 3000, 40_000})
  void fewAndManyRowsAreInTheSameOrder(int rows) {
    Random random = new Random(rows);
    double[] figures = new double[rows];
    for (int row = 0; row < rows; row++) {
      figures[row] =
          switch (random.nextInt(5)) {
            case 0 -> NAN;
            case 1 -> random.nextInt(20) - 10;
            case 2 -> random.nextGaussian() * 1e12;
            default -> random.nextDouble() * 100;
          };
    }
    int[] expected =
        IntStream.range(0, rows)
            .filter(row -> !Double.isNaN(figures[row]))
            .boxed()
            .sorted(Comparator.comparingDouble(row -> figures[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(Sorting.ascending(figures)).containsExactly(expected);
  }
}
