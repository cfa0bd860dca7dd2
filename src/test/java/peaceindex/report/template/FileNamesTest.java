package peaceindex.report.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.panel.Period;

class FileNamesTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "青石镇, 青石镇_2026-01.xlsx",
    "A/B 开发区, A_B 开发区_2026-01.xlsx",
    "'..\\..\\甲:乙*?', '__.._甲_乙___2026-01.xlsx'",
    "~$甲, _$甲_2026-01.xlsx",
    ".甲, _甲_2026-01.xlsx"
  })
  void arePossibleEverywhere(String word, String name) {
    assertThat(new FileNames(Period.month(2026, 1)).of(word))
        .isEqualTo(name)
        .doesNotContain("/", "\\");
  }

  @Test
  void areGivenOnce() {
    FileNames names = new FileNames(Period.year(2026));
    assertThat(names.of("A/B")).isEqualTo("A_B_2026.xlsx");
    assertThat(names.of("a_b")).isEqualTo("a_b_2_2026.xlsx");
    assertThat(names.of("A:B")).isEqualTo("A_B_3_2026.xlsx");
  }

  @Test
  void doNotGrowTooLong() {
    String name = new FileNames(Period.ALL).of("𠮷".repeat(500));
    assertThat(name).isEqualTo("𠮷".repeat(80) + ".xlsx");
  }
}
