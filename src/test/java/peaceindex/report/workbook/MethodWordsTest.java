package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import peaceindex.index.aggregate.Geometric;
import peaceindex.index.normalise.Deduction;
import peaceindex.index.normalise.DistanceToTarget;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.normalise.PiecewiseLinear;
import peaceindex.index.normalise.Rank;
import peaceindex.index.normalise.StepTable;
import peaceindex.problem.Lang;

class MethodWordsTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();
  private static final MethodWords ZH = new MethodWords(new Words(Lang.ZH));
  private static final MethodWords EN = new MethodWords(new Words(Lang.EN));

  private static void assertSaid(Normalisation method, String zh, String en) {
    assertThat(ZH.of(method)).isEqualTo(zh);
    assertThat(EN.of(method)).isEqualTo(en);
  }

  @Test
  void numbersAndTruths() {
    assertSaid(
        new Goalposts(70, 100, true),
        "固定上下限法（下限 70，上限 100，超限截断 是）",
        "Fixed goalposts (lower 70, upper 100, clamped yes)");
    assertSaid(new Rank(), "名次法", "Rank from below");
  }

  @Test
  void whatWasLeftOutIsSaidOnlyIfItMeansSomething() {
    assertSaid(
        new DistanceToTarget(NONE, false),
        "目标距离法（目标值 参照均值，超限截断 否）",
        "Distance to target (target mean of the reference, clamped no)");
    assertSaid(
        new DistanceToTarget(OptionalDouble.of(96.5), false),
        "目标距离法（目标值 96.5，超限截断 否）",
        "Distance to target (target 96.5, clamped no)");
  }

  @Test
  void lists() {
    assertSaid(
        new StepTable(
            List.of(
                new StepTable.Step(OptionalDouble.of(95), NONE, 100),
                new StepTable.Step(OptionalDouble.of(90), NONE, 80.5),
                new StepTable.Step(NONE, NONE, 0))),
        "分档计分法（各档 95 及以上得 100 分；90 及以上得 80.5 分；其余得 0 分）",
        "Step table (steps from 95 scores 100; from 90 scores 80.5; else scores 0)");
    assertSaid(
        new StepTable(
            List.of(
                new StepTable.Step(NONE, OptionalDouble.of(2), 100),
                new StepTable.Step(NONE, NONE, 60))),
        "分档计分法（各档 2 及以下得 100 分；其余得 60 分）",
        "Step table (steps up to 2 scores 100; else scores 60)");
    assertSaid(
        new PiecewiseLinear(
            List.of(new PiecewiseLinear.Point(80, 60), new PiecewiseLinear.Point(95, 100))),
        "分段线性计分法（折线 80 处得 60 分；95 处得 100 分）",
        "Piecewise linear (points 80 scores 60; 95 scores 100)");
    assertSaid(
        new Deduction(
            100,
            List.of(
                new Deduction.Step(OptionalDouble.of(96), NONE, 0.25),
                new Deduction.Step(OptionalDouble.of(90), NONE, 0.5)),
            OptionalDouble.of(5),
            0,
            false,
            true),
        "扣分法（满分 100，各档 低于 96 的部分每单位扣 0.25 分；低于 90 的部分每单位扣 0.5 分，最多扣 5，最低分 0，"
            + "按所到档扣全部差距 否，不足一单位按一单位计 是）",
        "Deduction (full marks 100, steps below 96 loses 0.25 a unit; below 90 loses 0.5 a unit,"
            + " loses at most 5, at least 0, step reached prices all no,"
            + " begun units count whole yes)");
  }

  @Test
  void aggregations() {
    assertThat(ZH.of(new Geometric(), 0.6)).isEqualTo("加权几何平均（可用权重不少于 60%）");
  }
}
