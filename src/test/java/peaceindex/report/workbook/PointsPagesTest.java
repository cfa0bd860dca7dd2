package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peaceindex.problem.Lang;
import peaceindex.ranking.Standing;
import peaceindex.report.AdjustedFindings;
import peaceindex.report.Findings;
import peaceindex.report.RankingText;

/** What outputs show of points, vetoes and steps. */
class PointsPagesTest {
  @TempDir Path folder;

  private List<List<Object>> rows(Findings findings, String sheet) throws IOException {
    return Opened.of(new ScoredWorkbook(), findings, folder).rows(sheet);
  }

  @Test
  void rankingShowsTheIndexBeforeAndAfterPoints() throws IOException {
    Findings findings = AdjustedFindings.of(4, Lang.ZH);
    Standing standing = findings.standing();
    List<List<Object>> rows = rows(findings, "排名");
    for (int place = 0; place < standing.ranking().size(); place++) {
      int unit = standing.ranking().get(place);
      assertThat(rows.get(4 + place).subList(4, 7))
          .containsExactly(
              standing.publishedBeforePoints(unit),
              standing.points(unit),
              standing.published(unit));
    }
    assertThat(standing.ranking()).last().isEqualTo(1);
    assertThat(rows)
        .anyMatch(row -> row.toString().contains("因一票否决排在末位：东湖街道。"))
        .anyMatch(row -> row.toString().contains("因一票否决限制等级：西屏街道（"));
  }

  @Test
  void everyPointHasItsRuleAndItsCell() throws IOException {
    List<List<Object>> rows = rows(AdjustedFindings.of(4, Lang.ZH), "加减分明细");
    assertThat(rows.stream().filter(row -> row.contains("受表彰")).findFirst().orElseThrow())
        .contains("城关街道", 1.0, 2.0, "input/登记表.xlsx", "登记", "C2");
    // 1.5 + 1.5, of which the total leaves 2.
    assertThat(rows.stream().filter(row -> row.contains("较大案件")).toList())
        .satisfiesExactly(
            row -> assertThat(row).contains(-1.5, "C5"),
            row -> assertThat(row).contains(-0.5, "应为 -1.5 分，减分合计最多 2 分", "C6"));
    assertThat(rows).anyMatch(row -> row.contains("南浦街道") && row.contains("合计"));
    assertThat(rows).anyMatch(row -> row.contains("末位") && row.contains("排第 14 位，共 14 个单位"));
  }

  @Test
  void theLedgerSaysWhoIsAtWhichStepSinceWhen() throws IOException {
    Findings findings = AdjustedFindings.of(4, Lang.EN);
    List<List<Object>> rows = rows(findings, "Warnings");
    // Unit 2 is in a bad band since December by the veto, or was before.
    assertThat(rows).anyMatch(row -> row.contains("Unit 3") && row.contains("Poor"));
    assertThat(rows.toString()).contains("\"Fair\" or worse: Notice from period 1 on end");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theTerminalShowsPointsAndNewSteps(Lang lang) {
    String text = String.join("\n", RankingText.lines(AdjustedFindings.of(1, lang)));
    String step = lang == Lang.ZH ? "本期进入“通报”" : "comes to \"Notice\"";
    assertThat(text).contains(step).contains("+2").contains("-0.5");
    assertThat(text.toLowerCase(Locale.ROOT)).contains(lang == Lang.ZH ? "加减分" : "points");
  }
}
