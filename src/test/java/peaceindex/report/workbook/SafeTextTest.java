package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

  @Test
  void keepsWordsAndDropsWhatNobodyCanRead() {
    assertThat(SafeText.of("青石镇 A-1")).isEqualTo("青石镇 A-1");
    assertThat(SafeText.of("a\u0000b\u0007c\nd\te")).isEqualTo("abc d e");
    assertThat(SafeText.of("a\uD800b\uFFFEc\u202Ed")).isEqualTo("abcd");
    assertThat(SafeText.of("𠮷")).isEqualTo("𠮷");
  }

  @Test
  void cutsWithoutHalvingACharacter() {
    String cut = SafeText.of("𠮷".repeat(20_000));
    assertThat(cut.length()).isLessThanOrEqualTo(SafeText.LONGEST);
    assertThat(cut).endsWith("𠮷…");
    String just = "a".repeat(SafeText.LONGEST);
    assertThat(SafeText.of(just)).isEqualTo(just);
    assertThat(SafeText.of(just + "a")).hasSize(SafeText.LONGEST).endsWith("a…");
  }

  @Test
  void knowsTheBeginningOfAFormula() {
    assertThat(SafeText.looksLikeFormula("=1")).isTrue();
    assertThat(SafeText.looksLikeFormula("@SUM(A1)")).isTrue();
    assertThat(SafeText.looksLikeFormula("城关街道=1")).isFalse();
    assertThat(SafeText.looksLikeFormula("")).isFalse();
  }
}
