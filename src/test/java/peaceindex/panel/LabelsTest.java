package peaceindex.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

  @ParameterizedTest(name = "{0} is the same label as {1}")
  @CsvSource(
      textBlock =
          """
          矛盾纠纷 受理数, 矛盾纠纷受理数
          群众满意度（％）, 群众满意度(%)
          ＡＢＣ１２, abc12
          '\u9752\u200b石镇', 青石镇
          '\u2f2d石镇', 山石镇
          '青\u3000石\u00a0镇', 青石镇
          Barking  and Dagenham, barkinganddagenham
          """)
  void sameLabel(String one, String other) {
    assertThat(Labels.key(one)).isEqualTo(Labels.key(other));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      nullValues = "NONE",
      textBlock =
          """
          青石真, 青石镇
          goalpost, goalposts
          gaolposts, goalposts
          完全不同, NONE
          '', NONE
          """)
  void nearest(String word, String expected) {
    assertThat(Labels.nearest(word, List.of("青石镇", "白马镇", "goalposts")).orElse(null))
        .isEqualTo(expected);
  }

  @Test
  void periodsAreOrderedAndKnowTheirNeighbours() {
    Period december = Period.parse("2025-12").orElseThrow();
    assertThat(december.previous()).contains(Period.month(2025, 11));
    assertThat(december.yearEarlier()).contains(Period.month(2024, 12));
    assertThat(Period.month(2025, 1).previous()).contains(Period.month(2024, 12));
    assertThat(Period.month(2025, 1)).isLessThan(december);
    assertThat(december).hasToString("2025-12");
    assertThat(Period.parse("2025").orElseThrow().previous()).contains(Period.year(2024));
    assertThat(Period.ALL.previous()).isEmpty();
    for (String bad : List.of("2025-13", "2025-1", "25-12", "", "abcd", "2025-12-01")) {
      assertThat(Period.parse(bad)).as(bad).isEmpty();
    }
  }

  @Test
  void originsSurvivePacking() {
    Origins origins = new Origins();
    long a = origins.pack("input/a.xlsx", "表1", 1_048_575, 16_383);
    long b = origins.pack("input/b.xlsx", "表2", 0, 0);
    assertThat(origins.cell(a).orElseThrow().show()).isEqualTo("input/a.xlsx [表1!XFD1048576]");
    assertThat(origins.cell(b).orElseThrow().show()).isEqualTo("input/b.xlsx [表2!A1]");
    assertThat(origins.cell(Origins.NONE)).isEmpty();
  }

  @Test
  void whatIsAsciiIsComparedAsInAnyOtherLabel() {
    for (char c = 0; c < 0x80; c++) {
      String label = "A" + c + "b" + c;
      assertThat(Labels.key(label) + "镇").as("%d", (int) c).isEqualTo(Labels.key(label + "镇"));
    }
  }
}
