package peaceindex.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RanksTest {

  @Test
  void tiesShareARankByThePolicy() {
    double[] published = {90.1, 85.0, 85.0, 70.2, Double.NaN, 85.0, 60};
    assertThat(Ranks.of(published, TiePolicy.MINIMUM))
        .containsExactly(1, 2, 2, 5, Double.NaN, 2, 6);
    assertThat(Ranks.of(published, TiePolicy.DENSE)).containsExactly(1, 2, 2, 3, Double.NaN, 2, 4);
    assertThat(Ranks.of(published, TiePolicy.AVERAGE))
        .containsExactly(1, 3, 3, 5, Double.NaN, 3, 6);
  }

  @Test
  void twoThatTieInFourMakeOneTwoTwoFour() {
    double[] published = {70, 90, 80, 80};
    assertThat(Ranks.of(published, TiePolicy.MINIMUM)).containsExactly(4, 1, 2, 2);
    assertThat(Ranks.of(published, TiePolicy.DENSE)).containsExactly(3, 1, 2, 2);
    assertThat(Ranks.of(published, TiePolicy.AVERAGE)).containsExactly(4, 1, 2.5, 2.5);
  }

  @Test
  void nobodyAndOneOnly() {
    for (TiePolicy ties : TiePolicy.values()) {
      assertThat(Ranks.of(new double[0], ties)).isEmpty();
      assertThat(Ranks.of(new double[] {Double.NaN}, ties)).containsExactly(Double.NaN);
      assertThat(Ranks.of(new double[] {Double.NaN, 5}, ties)).containsExactly(Double.NaN, 1);
    }
  }

  // In a spreadsheet: ROUND(ROUND(x,9),2).
  @ParameterizedTest(name = "{0} to {1} decimals is {2}")
  @CsvSource({
    "81.345, 2, 81.35",
    "81.344999999, 2, 81.34",
    "81.3449999999, 2, 81.35",
    "81.34500000000001, 2, 81.35",
    "1.005, 2, 1.01",
    "2.5, 0, 3",
    "-2.5, 0, -3",
    "-0.001, 2, 0",
    "99.995, 2, 100",
    "NaN, 2, NaN"
  })
  void publishesHalfUpAfterNineDecimals(double exact, int decimals, double expected) {
    assertThat(Double.compare(Published.of(exact, decimals), expected)).isZero();
  }
}
