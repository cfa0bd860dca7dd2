package peaceindex.report.returned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void aNameIsValidEverywhere(String file, String expected) {
    assertThat(new FileNames().of(file)).isEqualTo(expected);
  }

  @Test
  void eachNameIsUsedOnceWhateverTheCase() {
    FileNames names = new FileNames();
    names.take("b.xlsx");
    assertThat(names.of("x/A.xlsx")).isEqualTo("A.xlsx");
    assertThat(names.of("y/a.xls")).isEqualTo("a (2).xlsx");
    assertThat(names.of("z/a.csv")).isEqualTo("a (3).xlsx");
    assertThat(names.of("B.xlsx")).isEqualTo("B (2).xlsx");
    assertThat(names.of("字".repeat(300) + ".xlsx")).hasSize(85);
  }
}
