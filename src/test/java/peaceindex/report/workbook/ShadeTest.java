package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.problem.Lang;
import peaceindex.ranking.Band;
import peaceindex.report.Findings;
import peaceindex.report.SyntheticFindings;

/** Grounds that follow figures and words. */
class ShadeTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} to {1}: from {2} to {3}")
  @CsvSource({
    "56.4, 91.9, 0, 100",
    "0, 100, 0, 100",
    "80, 104.5, 0, 104.5",
    "-3, 96, -3, 96",
    "-1.8, 2.1, -1.8, 2.1",
    "0.2, 0.9, 0, 0.9",
    "NaN, NaN, 0, 100",
    "NaN, 50, 0, 100",
  })
  void endsAreRoundWhereTheyCan(double least, double most, double from, double to) {
    assertThat(Shade.Ends.of(new double[] {least, Double.NaN, most}))
        .isEqualTo(new Shade.Ends(from, to));
  }

  private static List<String> told(SheetConditionalFormatting formatting) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < formatting.getNumConditionalFormattings(); i++) {
      var format = formatting.getConditionalFormattingAt(i);
      for (int r = 0; r < format.getNumberOfRules(); r++) {
        told.add(format.getFormattingRanges()[0].formatAsString() + " " + told(format.getRule(r)));
      }
    }
    return told;
  }

  private static String told(ConditionalFormattingRule rule) {
    if (rule.getDataBarFormatting() != null) {
      var bars = rule.getDataBarFormatting();
      return "bars " + ends(bars.getMinThreshold(), bars.getMaxThreshold());
    }
    if (rule.getColorScaleFormatting() != null) {
      return "tints " + ends(rule.getColorScaleFormatting().getThresholds());
    }
    var fill = rule.getPatternFormatting().getFillBackgroundColorColor();
    return rule.getFormula1() + " " + ((XSSFColor) fill).getARGBHex().substring(2);
  }

  private static String ends(ConditionalFormattingThreshold... ends) {
    return ends[0].getValue() + " " + ends[1].getValue();
  }

  /** Units only: the rows for the county are not compared with them. */
  @Test
  void theRankingHasBarsAndTheColoursOfItsBands() throws IOException {
    Findings findings = SyntheticFindings.of(15, 2, Lang.ZH);
    Opened book = Opened.of(new ScoredWorkbook(), findings, folder);
    List<String> bands =
        Stream.concat(
                findings.standing().rules().bands().stream().map(ShadeTest::told),
                Stream.of("TRUE FFFFFF"))
            .map("F5:F18 "::concat)
            .toList();
    assertThat(told(book.sheet("排名").getSheetConditionalFormatting()))
        .startsWith("E5:E18 bars 0.0 100.0")
        .containsAll(bands)
        .hasSize(1 + bands.size());
    assertThat(book.rows("排名").get(4 + 14).get(1)).isEqualTo("各单位平均");
  }

  private static String told(Band band) {
    return "\"" + band.name().zh() + "\" " + band.colour().substring(1);
  }

  @Test
  void scoresHaveOneScaleOfTints() throws IOException {
    Opened book = Opened.of(new ScoredWorkbook(), SyntheticFindings.of(15, 2, Lang.EN), folder);
    List<String> told = told(book.sheet("Scores").getSheetConditionalFormatting());
    assertThat(told).hasSize(1 + 3 + 12).allMatch(each -> each.endsWith(" tints 0.0 100.0"));
    assertThat(told).contains("B6:B20 tints 0.0 100.0");
    assertThat(book.text("Scores")).contains("the darker, the lower the score");
  }
}
