package peaceindex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.panel.Period;

class FileNamesTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "input/2025-12/青石镇.xls, 青石镇.xlsx",
    "input/2025-12/更正/青石镇.csv, 青石镇.xlsx",
    "a/无扩展名, 无扩展名.xlsx",
    "a/.xlsx, _xlsx.xlsx",
    "a/..., _.xlsx",
    "a/CON.xlsx, _CON.xlsx",
    "a/x:y*z?.xlsx, x_y_z_.xlsx",
    "a/..\\..\\evil.xlsx, __.._evil.xlsx",
    "a/~$锁.xlsx, _$锁.xlsx",
    "a/13812345678.xlsx, ___.xlsx",
  })
  void aNameMadeOfAFileIsValidEverywhere(String file, String expected) {
    assertThat(new FileNames().ofFile(file)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "青石镇, 青石镇_2026-01.xlsx",
    "A/B 开发区, A_B 开发区_2026-01.xlsx",
    "'..\\..\\甲:乙*?', '__.._甲_乙___2026-01.xlsx'",
    "~$甲, _$甲_2026-01.xlsx",
    ".甲, _甲_2026-01.xlsx",
    "St. Anna, St. Anna_2026-01.xlsx"
  })
  void aNameMadeOfAWordIsValidEverywhere(String word, String name) {
    assertThat(new FileNames(Period.month(2026, 1)).of(word))
        .isEqualTo(name)
        .doesNotContain("/", "\\");
  }

  @Test
  void eachNameIsUsedOnceWhateverTheCase() {
    FileNames names = new FileNames();
    names.take("b.xlsx");
    assertThat(names.ofFile("x/A.xlsx")).isEqualTo("A.xlsx");
    assertThat(names.ofFile("y/a.xls")).isEqualTo("a (2).xlsx");
    assertThat(names.ofFile("z/a.csv")).isEqualTo("a (3).xlsx");
    assertThat(names.of("B")).isEqualTo("B (2).xlsx");

    FileNames ofAYear = new FileNames(Period.year(2026));
    assertThat(ofAYear.of("A/B")).isEqualTo("A_B_2026.xlsx");
    assertThat(ofAYear.of("a_b")).isEqualTo("a_b (2)_2026.xlsx");
    assertThat(ofAYear.of("A:B")).isEqualTo("A_B (3)_2026.xlsx");
  }

  @Test
  void namesDoNotGrowTooLong() {
    assertThat(new FileNames().ofFile("字".repeat(300) + ".xlsx")).hasSize(85);
    assertThat(new FileNames().of("𠮷".repeat(500))).isEqualTo("𠮷".repeat(80) + ".xlsx");
  }

  @Test
  void ofSeveralWordsThoseArePossibleThatANameCanHold() {
    assertThat(FileNames.possible(List.of("统计/局", "统计"))).containsExactly("统计");
    assertThat(FileNames.possible(List.of("统计/局"))).containsExactly("统计/局");
  }
}
