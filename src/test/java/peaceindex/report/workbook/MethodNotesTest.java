package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.Counts;
import peaceindex.index.adjust.EventRule;
import peaceindex.index.adjust.LastPlacesRule;
import peaceindex.index.adjust.LateRule;
import peaceindex.index.adjust.MissingRule;
import peaceindex.index.adjust.RankChangeRule;
import peaceindex.index.adjust.Rule;
import peaceindex.index.adjust.VetoRule;
import peaceindex.problem.Lang;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.TiePolicy;
import peaceindex.report.AdjustedFindings;
import peaceindex.report.SyntheticFindings;

/** The method in sentences. */
class MethodNotesTest {
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
  private static final Text NAME = new Text("事项", "Matter");

  @TempDir private Path folder;

  static List<Arguments> rules() {
    return List.of(
        Arguments.of(
            new EventRule("r", NAME, 2, 1, NO_LIMIT, Counts.PERIOD),
            "事项：每次 +2 分；只计入发生的当期。",
            "Matter: +2 each time; counts in the period in which it happens only."),
        Arguments.of(
            new EventRule("r", NAME, -1.5, 2, 4, Counts.YEAR),
            "事项：每次 -1.5 分，本年第二次起每次 -3 分，本项最多 4 分；计入发生的当期和本年以后各期。",
            "Matter: -1.5 each time, from the second time of the year on -3 each, 4 at most; counts in"
                + " the period in which it happens and the later ones of the year."),
        Arguments.of(
            new VetoRule("r", NAME, new VetoRule.Deduction(-10), Counts.PERIOD),
            "事项（一票否决）：-10 分，多次只计一次，不受减分合计上限限制；只计入发生的当期。",
            "Matter (veto): -10, once however often it happens, whatever the limit of penalties;"
                + " counts in the period in which it happens only."),
        Arguments.of(
            new VetoRule("r", NAME, new VetoRule.BandAtMost("fair"), Counts.PERIOD),
            "事项（一票否决）：等级不高于“一般”；只计入发生的当期。",
            "Matter (veto): no better band than \"Fair\"; counts in the period in which it happens"
                + " only."),
        Arguments.of(
            new VetoRule("r", NAME, new VetoRule.LastPlace(), Counts.PERIOD),
            "事项（一票否决）：排在没有被否决的单位之后；只计入发生的当期。",
            "Matter (veto): behind all units without a veto; counts in the period in which it happens"
                + " only."),
        Arguments.of(
            new LateRule("r", NAME, -0.5),
            "事项：每份迟报的报表 -0.5 分，是否迟报以收件登记为准。",
            "Matter: -0.5 for every return that came late by the register of receipts."),
        Arguments.of(
            new MissingRule("r", NAME, -1),
            "事项：一期没有报来任何报表的 -1 分。",
            "Matter: -1 for a period of which no return came."),
        Arguments.of(
            new RankChangeRule(
                "r",
                NAME,
                RankChangeRule.Against.YEAR_EARLIER,
                List.of(
                    new RankChangeRule.Step(-10, -2),
                    new RankChangeRule.Step(5, 1),
                    new RankChangeRule.Step(-5, -1))),
            "事项：名次与上年同期相比，上升 5 位及以上 +1 分，下降 5 位及以上 -1 分，下降 10 位及以上 -2 分；同一方向只计达到的最高一档。",
            "Matter: for the rank against the same period of the year before, 5 places up or more +1,"
                + " 5 places down or more -1, 10 places down or more -2; in each direction only the"
                + " furthest step reached counts."),
        Arguments.of(
            new LastPlacesRule("r", NAME, 3, -1, ""),
            "事项：排在末 3 位的 -1 分。",
            "Matter: -1 for the last 3 places."),
        Arguments.of(
            new LastPlacesRule("r", NAME, 3, -1, "monthly"),
            "事项：在指数 monthly 中每有一期排在末 3 位，-1 分。",
            "Matter: -1 for every period among the last 3 places in index monthly."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rules")
  void everyRuleIsASentence(Rule rule, String zh, String en) {
    RankingRules ranking =
        new RankingRules(
            2,
            TiePolicy.MINIMUM,
            List.of(new Band("fair", new Text("一般", "Fair"), -NO_LIMIT, NO_LIMIT, "#000000")));
    Adjustments rules = new Adjustments(List.of(rule), NO_LIMIT, NO_LIMIT);
    assertThat(new PointsRules(rules, ranking, new Words(Lang.ZH)).sentences()).containsExactly(zh);
    assertThat(new PointsRules(rules, ranking, new Words(Lang.EN)).sentences()).containsExactly(en);
  }

  @Test
  void limitsOrderAndStepsAreSaidOnThePageOfTheMethod() throws IOException {
    String method =
        Opened.of(new ScoredWorkbook(), AdjustedFindings.of(4, Lang.ZH), folder).text("方法");
    assertThat(method)
        .containsSubsequence(
            "数据与指标值",
            "得分与权重",
            "加减分与一票否决",
            "受表彰：每次 +2 分",
            "减分合计最多 2 分",
            "计分次序",
            "名次与等级",
            "“一般”或更差等级：连续第 1 期起通报")
        .doesNotContain("加分合计最多", "小基数：", "缺数：", "离群值：");
  }

  @Test
  void whatARuleDoesNotHaveIsNotSaid() throws IOException {
    String method =
        Opened.of(new ScoredWorkbook(), SyntheticFindings.of(3, 2, Lang.EN), folder).text("Method");
    assertThat(method)
        .contains("Data and values", "Ranks and bands")
        .doesNotContain("Points and vetoes", "or worse", "Small numbers", "page of sources");
  }
}
