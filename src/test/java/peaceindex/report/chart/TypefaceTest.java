package peaceindex.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.problem.Lang;

class TypefaceTest {
  private static final FontRenderContext AWT = new FontRenderContext(null, true, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "−1.50",
        "67.349830614",
        "Petition matters closed on time",
        "青禾各单位均值",
        "2022年1月至2023年12月公布得分；各单位按名次排列，纵轴一致",
        "“前 12 名”—略去… ≥ 90 ○ ÷ ×",
        "Zürich, Łódź, Ålesund",
        "e\u0301 a\u0308",
        "부산 東京 カタカナ",
        "ئۈرۈمچى",
        "𠮷野家 𝟙",
        "zero\u200bwidth\u200djoined",
        "\uFFFD\uE000"
      })
  void textIsAsWideAsAwtMeasuresIt(String text) {
    for (double size : new double[] {10.5, 11.5, 13, 23}) {
      for (Font font : List.of(Typeface.regular(size), Typeface.bold(size))) {
        double wide = text.isEmpty() ? 0 : font.getStringBounds(text, AWT).getWidth();
        assertThat(Typeface.width(text, font)).isCloseTo(wide, within(0.01 + wide / 20_000));
      }
    }
  }

  @Test
  void aTextThatFitsIsOneLine() {
    Font font = Typeface.regular(12);
    String text = " Petition matters closed on time ";
    double wide = Typeface.width(text, font);
    assertThat(Typeface.wrap(text, font, wide, Lang.EN.locale()))
        .isEqualTo(List.of("Petition matters closed on time"));
    assertThat(Typeface.wrap(text, font, wide / 2, Lang.EN.locale())).hasSize(3);
    assertThat(Typeface.wrap("  ", font, wide, Lang.EN.locale())).isEmpty();
  }
}
