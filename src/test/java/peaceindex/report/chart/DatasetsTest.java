package peaceindex.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import peaceindex.index.aggregate.Geometric;
import peaceindex.problem.Lang;
import peaceindex.ranking.Published;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/** Charts draw published figures and nothing else. */
class DatasetsTest {
  private final Findings findings = Variations.of(15, 24, Lang.ZH).rulesSince(12).findings();
  private final Standing standing = findings.standing();
  private final Rows rows = Rows.ranked(standing);

  @Test
  void rankingHoldsThePublishedIndexInRankOrder() {
    CategoryDataset data = RankingChart.data(standing, rows);
    assertThat(data.getColumnCount()).isEqualTo(14);
    for (int row = 0; row < rows.size(); row++) {
      assertThat(data.getValue(0, row)).isEqualTo(standing.published(rows.unit(row)));
    }
  }

  @Test
  void contributionsAddUpToThePublishedIndexButForRounding() {
    CategoryDataset data = ContributionsChart.data(standing, rows);
    assertThat(data.getRowKeys()).isEqualTo(standing.tree().children(0));
    for (int row = 0; row < rows.size(); row++) {
      double sum = 0;
      for (int part : standing.tree().children(0)) {
        double exact = standing.scores().contribution(part, rows.unit(row));
        Number shown = data.getValue(Integer.valueOf(part), Integer.valueOf(row));
        assertThat(shown).isEqualTo(Published.of(exact, 2));
        sum += shown.doubleValue();
      }
      assertThat(sum).isCloseTo(standing.published(rows.unit(row)), within(0.0151));
    }
  }

  @Test
  void whereTheTreeIsNotAdditiveThePartsShowTheirScores() {
    Standing geometric =
        Variations.of(15, 1, Lang.ZH).aggregatedBy(new Geometric()).findings().standing();
    Rows ranked = Rows.ranked(geometric);
    CategoryDataset data = ContributionsChart.data(geometric, ranked);
    int part = geometric.tree().children(0).get(1);
    assertThat(data.getValue(Integer.valueOf(part), Integer.valueOf(0)))
        .isEqualTo(geometric.published(part, ranked.unit(0)));
  }

  @Test
  void heatmapHoldsThePublishedScoreOfEveryIndicator() {
    Rows all = Rows.all(standing);
    CategoryDataset data = HeatmapChart.data(standing, all);
    assertThat(data.getRowCount()).isEqualTo(15);
    assertThat(data.getColumnCount()).isEqualTo(13);
    for (int row = 0; row < all.size(); row++) {
      for (int node : standing.tree().indicators()) {
        assertThat(data.getValue(Integer.valueOf(row), Integer.valueOf(node)))
            .isEqualTo(standing.published(node, all.unit(row)));
      }
    }
  }

  @Test
  void trendHoldsThePublishedIndexAndMeanOfEveryPeriod() {
    History history = History.of(findings);
    assertThat(history.size()).isEqualTo(24);
    int unit = 11;
    XYDataset mean = TrendChart.data(history.mean());
    XYDataset index = TrendChart.data(history.unit(unit));
    for (int i = 0; i < history.size(); i++) {
      Standing then = findings.trend().at(history.periods().get(i)).orElseThrow();
      assertThat(mean.getYValue(0, i)).isEqualTo(Double.valueOf(then.publishedMean()));
      assertThat(index.getYValue(0, i)).isEqualTo(Double.valueOf(then.published(unit)));
    }
    assertThat(index.getYValue(0, 23)).as("no return").isNaN();
  }

  @Test
  void axesEndOnRoundFiguresThatHoldTheData() {
    assertThat(Scale.around(43.2, 97.5, 4)).isEqualTo(new Scale(40, 100, 20));
    assertThat(Scale.around(-1.34, 1.26, 10)).isEqualTo(new Scale(-1.5, 1.5, 0.5));
    Scale one = Scale.around(56.44, 56.44, 4);
    assertThat(one.from()).isLessThan(56.44);
    assertThat(one.to()).isGreaterThan(56.44);
    assertThat(one.ticks().length).isBetween(3, 7);
    assertThat(Scale.ofBars(standing.tree(), new double[] {12, 108}, 10))
        .isEqualTo(new Scale(0, 120, 20));
    assertThat(Scale.ofBars(standing.tree(), new double[0], 10)).isEqualTo(new Scale(0, 100, 10));
  }

  @Test
  void headersBreakIntoLinesOfLikeLengthAndWholeWords() {
    var font = Typeface.regular(11);
    assertThat(Typeface.balance("信访事项按期办结率", font, 51, Lang.ZH.locale()))
        .isEqualTo(List.of("信访事项", "按期", "办结率"));
    assertThat(Typeface.balance("热线诉求办结率", font, 51, Lang.ZH.locale()))
        .isEqualTo(List.of("热线诉求", "办结率"));
    assertThat(Typeface.balance("Petition matters closed on time", font, 62, Lang.EN.locale()))
        .isEqualTo(List.of("Petition", "matters", "closed", "on time"));
    assertThat(Typeface.wrap("纠纷化解率", font, 23, Lang.ZH.locale()))
        .isEqualTo(List.of("纠纷", "化解", "率"));
  }
}
