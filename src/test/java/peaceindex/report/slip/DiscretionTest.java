package peaceindex.report.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.Text;

/** Which texts speak of another unit than 青石镇 (qs, Qingshi). */
class DiscretionTest {
  private static final Roster ROSTER =
      new Roster(
          List.of(),
          List.of(
              unit("qs", "990101", "青石镇", "Qingshi", List.of("青石")),
              unit("qsx", "990102", "青石乡", "Qingshi East", List.of()),
              unit("bm", "990103", "白马镇", "Baima", List.of("白马")),
              unit("u1", "990104", "城关", "An", List.of("城关街道")),
              unit("12", "99", "大青石镇", "Daqingshi", List.of())));

  private static Unit unit(String id, String code, String zh, String en, List<String> aliases) {
    return new Unit(id, code, new Text(zh, en), aliases, "");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "input/2025-12/青石镇_2025-12.xlsx, false",
    "input/2025-12/青石.xlsx, false",
    "input/2025-12/青禾县平安建设月报.xlsx, false",
    "input/2025-12/白马镇.xlsx, true",
    "input/白马/2025-12.xlsx, true",
    "青石镇与白马镇合报.xlsx, true",
    // The longest name counts.
    "青石乡.xlsx, true",
    "大青石镇.xlsx, true",
    "Qingshi.xlsx, false",
    "Qingshi East.xlsx, true",
    "QINGSHI EAST, true",
    // Other spellings of the same name.
    "白 马 镇, true",
    "ＢＡＩＭＡ, true",
    // Letters and digits as whole words.
    "return_bm.xlsx, true",
    "bmw.xlsx, false",
    "the figure and its cell, false",
    "An.xlsx, true",
    "code 990103, true",
    "990101 of 1990103, false",
    // Short numbers stand everywhere.
    "found: 12, false",
    "found: 99, false",
    "城关街道, true",
    "'', false"
  })
  void aTextOnTheSlipOfQingshi(String text, boolean tells) {
    assertThat(new Discretion(ROSTER).tells(text, 0)).isEqualTo(tells);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"新城镇.xlsx, false", "白马镇.xlsx, true"})
  void aNameThatTwoUnitsShareIsTheOwnOne(String text, boolean tells) {
    Roster roster =
        new Roster(
            List.of(),
            List.of(
                unit("old", "1001", "新城镇", "Xincheng", List.of()),
                unit("new", "1002", "新城镇", "Xincheng", List.of()),
                unit("bm", "1003", "白马镇", "Baima", List.of())));
    assertThat(new Discretion(roster).tells(text, 1)).isEqualTo(tells);
  }
}
