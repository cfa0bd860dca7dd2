package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {

  @Test
  void chineseCharactersAreTwoDigitsWide() {
    assertThat(TextWidth.of("12.34")).isEqualTo(5);
    assertThat(TextWidth.of("青石镇")).isEqualTo(6);
    assertThat(TextWidth.of("↑2")).isEqualTo(3);
    assertThat(TextWidth.of("（％）")).isEqualTo(6);
  }

  @Test
  void linesBreakBetweenWordsAndBetweenCharacters() {
    assertThat(TextWidth.lines("纠纷化解率", 10)).isEqualTo(1);
    assertThat(TextWidth.lines("纠纷化解率", 9)).isEqualTo(2);
    assertThat(TextWidth.lines("rank in group", 7)).isEqualTo(2);
    assertThat(TextWidth.lines("a\nb", 7)).isEqualTo(2);
    assertThat(TextWidth.lines("input/2025-12/file", 6)).isEqualTo(3);
  }

  @Test
  void narrowestKeepsWordsWhole() {
    assertThat(TextWidth.narrowest("rank in group", 3)).isEqualTo(5);
    assertThat(TextWidth.narrowest("纠纷化解率", 2)).isEqualTo(6);
  }
}
