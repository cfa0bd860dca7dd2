package peaceindex.report.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import peaceindex.index.aggregate.Geometric;
import peaceindex.index.normalise.ZScore;
import peaceindex.panel.Unit;
import peaceindex.problem.Lang;
import peaceindex.problem.Text;
import peaceindex.report.Findings;
import peaceindex.report.Report;

class ChartsTest {
  private static final List<Chart> CHARTS =
      List.of(new RankingChart(), new TrendChart(), new HeatmapChart(), new ContributionsChart());

  @TempDir Path folder;

  @Test
  void everyChartComesAsPngAndAsSvg() {
    assertThat(Charts.all())
        .extracting(Report::fileName)
        .containsExactly(
            "charts/ranking.png",
            "charts/ranking.svg",
            "charts/trend.png",
            "charts/trend.svg",
            "charts/heatmap.png",
            "charts/heatmap.svg",
            "charts/contributions.png",
            "charts/contributions.svg");
    assertThat(Charts.all().get(0).title())
        .isEqualTo(new Text("排名图（PNG）", "Chart of the ranking (PNG)"));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aCountysPicturesAreSharpAndSmall(Lang lang) throws IOException {
    Findings county = Variations.of(15, 24, lang).rulesSince(12).findings();
    for (Report report : Charts.all()) {
      byte[] bytes = write(report, county);
      if (report.fileName().endsWith(".png")) {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(image.getWidth()).isBetween(1600, 2200);
        assertThat(bytes.length).isLessThan(450_000);
        assertThat(colours(image)).as(report.fileName()).isGreaterThan(50);
      } else {
        assertThat(bytes.length).isLessThan(1_500_000);
        assertThat(new String(bytes, UTF_8)).doesNotContain("<text", "<image", "DOCTYPE");
        Document svg = parse(bytes);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
            .contains(county.index().area().in(lang));
        assertThat(svg.getElementsByTagName("desc").getLength()).isEqualTo(1);
        assertThat(svg.getDocumentElement().getAttribute("xml:lang")).isEqualTo(lang.tag());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"15,24,ZH", "15,24,EN", "1,1,ZH", "1,1,EN", "32,12,EN", "150,3,ZH"})
  void everyLabelIsWholeAndInTheFont(int units, int months, Lang lang) throws IOException {
    Findings findings = Variations.of(units, months, lang).rulesSince(2).findings();
    for (Chart chart : CHARTS) {
      List<String> labels = labels(chart, findings);
      assertThat(labels).isNotEmpty();
      for (String label : labels) {
        assertThat(Typeface.regular(12).canDisplayUpTo(label)).as(label).isEqualTo(-1);
        assertThat(label).doesNotContain("…");
      }
    }
  }

  @Test
  void aVeryLongNameIsCutShortAndNothingElse() throws IOException {
    Findings findings =
        Variations.of(3, 3, Lang.EN)
            .units(
                u -> new Unit(u.id(), u.code(), Text.of("Long ".repeat(40)), List.of(), u.group()))
            .findings();
    for (Chart chart : CHARTS) {
      assertThat(labels(chart, findings)).filteredOn(label -> label.contains("…")).hasSize(3);
    }
  }

  @Test
  void manyUnitsAreShownByTheirEnds() throws IOException {
    Findings findings = Variations.of(150, 2, Lang.ZH).findings();
    Rows rows = Rows.ranked(findings.standing());
    List<Integer> ranking = findings.standing().ranking();

    assertThat(rows.size()).isEqualTo(61);
    assertThat(rows.units().subList(0, 30)).isEqualTo(ranking.subList(0, 30));
    assertThat(rows.isBreak(30)).isTrue();
    assertThat(rows.units().subList(31, 61)).isEqualTo(ranking.subList(119, 149));
    for (Chart chart : CHARTS) {
      if (chart instanceof TrendChart) {
        assertThat(labels(chart, findings))
            .contains("略去中间 125 个单位", "共 149 个单位参加排名，图中列出前 12 名和后 12 名");
      } else {
        assertThat(labels(chart, findings))
            .contains("略去中间 89 个单位", "共 149 个单位参加排名，图中列出前 30 名和后 30 名");
      }
    }
  }

  @Test
  void theSameBytesInAnyLanguageAndZoneOfTheMachine() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Findings findings = Variations.of(15, 6, Lang.ZH).rulesSince(3).findings();
    Map<String, byte[]> first = new HashMap<>();
    try {
      Locale.setDefault(Locale.US);
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      for (Report report : Charts.all()) {
        first.put(report.fileName(), write(report, findings));
      }
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
      for (Report report : Charts.all()) {
        assertThat(write(report, findings))
            .as(report.fileName())
            .isEqualTo(first.get(report.fileName()));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void zScoresHaveBarsOnBothSidesOfNought() throws IOException {
    Findings findings =
        Variations.of(15, 3, Lang.ZH).scoredBy(new ZScore(0, 1)).withoutBands().findings();
    for (Chart chart : CHARTS) {
      List<String> labels = labels(chart, findings);
      assertThat(labels).anyMatch(label -> label.startsWith("-1"));
      assertThat(String.join("", labels)).contains("不宜与其他时期直接比较");
    }
  }

  @Test
  void partsThatDoNotAddUpStandSideBySide() throws IOException {
    Findings findings = Variations.of(5, 2, Lang.ZH).aggregatedBy(new Geometric()).findings();
    assertThat(String.join("", labels(new ContributionsChart(), findings))).contains("并列显示各部分得分");
  }

  @Test
  void theTrendSaysWhereTheRulesChanged() throws IOException {
    Findings findings = Variations.of(5, 24, Lang.ZH).rulesSince(12).findings();
    assertThat(History.of(findings).changes(findings.index().trees())).containsExactly(12);
    assertThat(String.join("", labels(new TrendChart(), findings)))
        .contains("自2025年1月起执行“2025年考核办法”");
  }

  @ParameterizedTest
  @CsvSource({"ZH", "EN"})
  void whereNobodyIsRankedThePictureSaysSo(Lang lang) throws IOException {
    Findings findings = Variations.of(12, 2, lang).nobodyNow().findings();
    assertThat(findings.standing().ranking()).isEmpty();
    for (Chart chart : CHARTS) {
      assertThat(labels(chart, findings)).isNotEmpty();
    }
  }

  @Test
  void aJavaThatCannotDrawIsOneClearReason() {
    Report report =
        new Charts.Picture(
            "ranking",
            Charts.Format.PNG,
            () -> {
              throw new UnsatisfiedLinkError("no awt in java.library.path\nsecond line");
            });
    Findings findings = Variations.of(1, 1, Lang.ZH).findings();
    assertThatThrownBy(() -> report.write(findings, folder.resolve("none.png")))
        .isInstanceOf(PicturesUnavailableException.class)
        .hasMessage("UnsatisfiedLinkError: no awt in java.library.path");
    assertThat(folder.resolve("none.png")).doesNotExist();
  }

  private byte[] write(Report report, Findings findings) throws IOException {
    Path file = folder.resolve(report.fileName());
    report.write(findings, file);
    return Files.readAllBytes(file);
  }

  /** Everything that is drawn as words. */
  private static List<String> labels(Chart chart, Findings findings) throws IOException {
    Document svg = parse(new Studio().svg(chart.page(findings), false).getBytes(UTF_8));
    NodeList texts = svg.getElementsByTagName("text");
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      labels.add(texts.item(i).getTextContent().strip());
    }
    return labels;
  }

  private static Document parse(byte[] svg) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static int colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours.size();
  }
}
