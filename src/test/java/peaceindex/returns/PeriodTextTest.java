package peaceindex.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;

/** What is told at a glance of a text is what its patterns would find. */
class PeriodTextTest {
  private static final String[] PARTS = {
    "2025", "1999", "12", "1", "03", "202512", "20251", "2025123", "9", "-", "/", ".", "_", " ",
    "年", "月", "季", "日", "至", "、", "dec", "May ", "Nov-25", "x", "表", "二〇二五", "十一", "q4", "year",
    "half", "ｑ", "２０２５", "(", "）"
  };

  /** Says no time, but holds all that is looked for before patterns are tried. */
  private static final String ANYTHING = "；1234；-1；123456；e";

  static IntStream seeds() {
    return IntStream.range(0, 4);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsTheSameWhateverElseStandsBeside(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random);
      assertThat(PeriodText.find(text, Frequency.MONTH))
          .as(text)
          .isEqualTo(PeriodText.find(text + ANYTHING, Frequency.MONTH));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatNamesNoMoreIsNoOtherTime(int seed) {
    Random random = new Random(seed);
    Period month = Period.month(2025, 12);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random);
      if (!PeriodText.mayNameMore(text)) {
        assertThat(PeriodText.span(text)).as(text).isEmpty();
        assertThat(PeriodText.monthsAlone(text, Frequency.MONTH)).as(text).isEmpty();
        assertThat(PeriodText.otherKind(text, month)).as(text).isEmpty();
      }
      if (!PeriodText.mayNameTime(text)) {
        assertThat(PeriodText.names(text, month)).as(text).isFalse();
        assertThat(PeriodText.namesOther(text, month)).as(text).isFalse();
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(7);
    for (int i = 0; i < parts; i++) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }
}
