package peaceindex.index.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EmpiricalBayesTest {
  private static final double NAN = Double.NaN;

  private static double[] row(String numbers) {
    return Arrays.stream(numbers.trim().split(" +")).mapToDouble(Double::parseDouble).toArray();
  }

  private static double[] together(boolean share, double[] numerators, double[] denominators) {
    return new EmpiricalBayes(share).rates(numerators, denominators, new int[numerators.length]);
  }

  /**
   * The formulas of spdep's EBest, family poisson and binomial, computed apart with Python's
   * fractions, without rounding.
   */
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "false, 12 3 40 0 9 25, 8000 5000 52000 900 21000 12000,"
        + " 0.0012923077418976407 0.0007375140321057681 0.0007790695346050653"
        + " 0.0007421510789267734 0.0005076583511669238 0.001774670188114019",
    "false, 2 24 6, 4000 16000 10000,"
        + " 0.0009023668639053254 0.0013354430379746836 0.0008309278350515465",
    "true, 30 2 55 9, 40 2 100 10,"
        + " 0.7036286265405588 0.6581374521685528 0.5667019947084924 0.7066741295104314",
    "true, 5 50 8 190, 10 100 40 200,"
        + " 0.5319674201151757 0.5036706155271727 0.22101048540202203 0.9481138648632566",
  })
  void asSpdepHasIt(boolean share, String numerators, String denominators, String expected) {
    double[] rates = together(share, row(numerators), row(denominators));
    double[] oracle = row(expected);
    for (int i = 0; i < oracle.length; i++) {
      assertThat(rates[i]).isCloseTo(oracle[i], within(1e-15));
    }
  }

  /**
   * The eight regions of the documentation of PySAL's assuncao_rate, whose published figures are (p
   * − b)/√(a + b/x) with the same a and b: a is less than 0 there, so all get 199/790.
   */
  @Test
  void unitsThatDifferOnlyByChanceGetTheRateOfAll() {
    double[] events = row("30 25 25 15 33 21 30 20");
    double[] base = row("100 100 110 90 100 90 110 90");
    double all = 199.0 / 790;
    double a = -0.0003733635020287799;
    double[] published = row("1.03843594 -0.04099089 -0.56250375 -1.73061861");
    double[] rates = together(false, events, base);
    for (int i = 0; i < published.length; i++) {
      assertThat((events[i] / base[i] - all) / Math.sqrt(a + all / base[i]))
          .isCloseTo(published[i], within(1e-8));
    }
    for (double rate : rates) {
      assertThat(rate).isCloseTo(all, within(1e-15));
    }
  }

  @Test
  void eachGroupIsItsOwn() {
    double[] both =
        new EmpiricalBayes(false)
            .rates(
                row("12 2 3 40 24 0 9 6 25"),
                row("8000 4000 5000 52000 16000 900 21000 10000 12000"),
                new int[] {7, 2, 7, 7, 2, 7, 7, 2, 7});
    double[] seven = together(false, row("12 3 40 0 9 25"), row("8000 5000 52000 900 21000 12000"));
    double[] two = together(false, row("2 24 6"), row("4000 16000 10000"));
    assertThat(both)
        .containsExactly(
            seven[0], two[0], seven[1], seven[2], two[1], seven[3], seven[4], two[2], seven[5]);
  }

  @ParameterizedTest(name = "{0} of {1} -> {2}")
  @CsvSource({
    "5,          1000,           0.005",
    "0,          1000,           0",
    "0 0 0,      10 20 30,       0 0 0",
    "NaN 2 4,    100 200 400,    NaN 0.01 0.01",
    "1 2 4,      0 200 400,      NaN 0.01 0.01",
    "0 2 4,      0 200 400,      NaN 0.01 0.01",
    "-1 2 4,     100 200 400,    NaN 0.01 0.01",
    "1 2 4,      NaN 200 400,    NaN 0.01 0.01",
    "1 2 4,      -9 200 400,     NaN 0.01 0.01",
    "NaN NaN,    10 10,          NaN NaN",
  })
  void degenerateCases(String numerators, String denominators, String expected) {
    double[] rates = together(false, row(numerators), row(denominators));
    double[] oracle = row(expected);
    for (int i = 0; i < oracle.length; i++) {
      assertThat(rates[i]).isEqualTo(oracle[i], within(1e-15));
    }
  }

  @Test
  void sharesMoreThanTheWholeHaveNone() {
    assertThat(together(true, row("11 5 9"), row("10 10 10"))[0]).isNaN();
    assertThat(together(true, row("10 20 30"), row("10 20 30"))).containsExactly(1, 1, 1);
    // Nothing but chance could keep 0 of 1000 and 1000 of 1000 apart: both keep their own.
    double[] apart = together(true, row("0 1000"), row("1000 1000"));
    assertThat(apart[0]).isCloseTo(0, within(1e-12));
    assertThat(apart[1]).isCloseTo(1, within(1e-12));
  }

  static IntStream seeds() {
    return IntStream.range(0, 250);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void betweenTheOwnRateAndThatOfAllAndNearerToItTheSmallerTheUnit(int seed) {
    Random random = new Random(seed);
    boolean share = random.nextBoolean();
    int n = 1 + random.nextInt(30);
    double[] base = new double[n];
    double[] events = new double[n];
    for (int i = 0; i < n; i++) {
      base[i] = 1 + random.nextInt(5000);
      events[i] = Math.floor(base[i] * Math.pow(random.nextDouble(), 3));
    }
    double[] rates = together(share, events, base);
    double all = Arrays.stream(events).sum() / Arrays.stream(base).sum();
    double[] turned = together(share, reversed(events), reversed(base));
    for (int i = 0; i < n; i++) {
      double own = events[i] / base[i];
      assertThat(rates[i]).isBetween(Math.min(own, all) - 1e-12, Math.max(own, all) + 1e-12);
      assertThat(turned[n - 1 - i]).as("the order of units").isEqualTo(rates[i]);
      for (int j = 0; j < n; j++) {
        double other = events[j] / base[j];
        if (base[i] > base[j] && Math.abs(own - all) > 1e-6 && Math.abs(other - all) > 1e-6) {
          assertThat((rates[i] - all) / (own - all))
              .isGreaterThanOrEqualTo((rates[j] - all) / (other - all) - 1e-9);
        }
      }
    }
    // With denominators all alike every unit is shrunk by the same part, and the mean stays.
    double[] alike = new double[n];
    Arrays.fill(alike, 5000);
    double[] even = together(share, events, alike);
    assertThat(Arrays.stream(even).sum())
        .isCloseTo(Arrays.stream(events).sum() / 5000, within(1e-9));
  }

  private static double[] reversed(double[] values) {
    double[] out = new double[values.length];
    Arrays.setAll(out, i -> values[values.length - 1 - i]);
    return out;
  }

  @Test
  void nobodyHasNoRate() {
    assertThat(together(false, new double[0], new double[0])).isEmpty();
    assertThat(together(false, new double[] {NAN}, new double[] {5})).containsExactly(NAN);
  }
}
