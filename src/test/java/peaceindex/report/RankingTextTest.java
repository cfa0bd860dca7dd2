package peaceindex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaceindex.ranking.Published;

/** Published figures are written as the library would write them. */
class RankingTextTest {

  @Test
  void writesPublishedFiguresLikeTheLibrary() {
    Random random = new Random(20260101);
    for (int i = 0; i < 100_000; i++) {
      int decimals = random.nextInt(10);
      double exact = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 3);
      double published = Published.of(exact, decimals);
      assertThat(RankingText.fixed(published, decimals))
          .as("%s at %s decimals", published, decimals)
          .isEqualTo(String.format(Locale.ROOT, "%." + decimals + "f", published));
    }
  }
}
