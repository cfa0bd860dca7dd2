package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.ranking.Movement;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;
import peaceindex.report.Findings;
import peaceindex.report.PageSettings;
import peaceindex.report.Report;
import peaceindex.report.SyntheticFindings;

class ScoredWorkbookTest {
  @TempDir Path folder;

  private Opened opened(Findings findings) throws IOException {
    return Opened.of(new ScoredWorkbook(), findings, folder);
  }

  @Test
  void sheetsAreNamedInBothLanguages() throws IOException {
    assertThat(opened(SyntheticFindings.of(3, 2, Lang.ZH)).names())
        .containsExactly(
            "排名", "得分", "得分计算", "参数", "指标值", "数据", "升降", "趋势", "图表", "图表数据", "问题", "方法");
    assertThat(opened(SyntheticFindings.of(3, 2, Lang.EN)).names())
        .containsExactly(
            "Ranking",
            "Scores",
            "Calculation",
            "Parameters",
            "Indicator values",
            "Data",
            "Movement",
            "Trend",
            "Charts",
            "Chart data",
            "Problems",
            "Method");
  }

  @Test
  void rankingShowsTheStanding() throws IOException {
    Findings findings = SyntheticFindings.of(15, 24, Lang.ZH);
    Opened book = opened(findings);
    Standing standing = findings.standing();
    List<List<Object>> rows = book.rows("排名");
    assertThat(rows.get(0).get(0)).isEqualTo("青禾县2025年12月平安指数排名表");
    assertThat(rows.get(1)).contains("编制单位：青禾县平安建设领导小组办公室", "日期：2026-01-10");
    for (int place = 0; place < standing.ranking().size(); place++) {
      int unit = standing.ranking().get(place);
      Movement movement = findings.trend().movement(findings.period(), unit);
      assertThat(rows.get(4 + place).subList(0, 10))
          .containsExactly(
              standing.rank(unit),
              findings.panel().roster().get(unit).name().zh(),
              unit < 5 ? "街道" : "镇乡",
              standing.groupRank(unit),
              standing.published(unit),
              standing.band(unit).orElseThrow().name().zh(),
              movement.index(),
              movement.rank(),
              movement.yearIndex(),
              movement.yearRank());
    }
    int first = standing.ranking().get(0);
    assertThat(rows.get(4).subList(10, 12))
        .containsExactly(standing.published(1, first), standing.rank(1, first));
  }

  @Test
  void countyRowsAndUnrankedUnitsStandBelow() throws IOException {
    Findings findings = SyntheticFindings.of(15, 2, Lang.ZH);
    Opened book = opened(findings);
    Standing standing = findings.standing();
    assertThat(book.row("排名", "", "各单位平均").get(4)).isEqualTo(standing.publishedMean());
    assertThat(book.row("排名", "", "汇总计算").get(4)).isEqualTo(standing.publishedPooled(0));
    assertThat(book.row("得分", "各单位平均").get(3)).isEqualTo(standing.publishedMean(1));
    int indicator = standing.tree().indicators().get(0);
    assertThat(book.row("指标值", "汇总计算").get(1)).isEqualTo(standing.scores().pooledValue(indicator));
    assertThat(book.row("排名", "/", "双溪镇")).contains("镇乡", "未收到报表");
    assertThat(book.text("排名")).contains("未排名单位（1 个）及原因", "制表：", "审核：", "签发：", "“2025年考核办法”");
  }

  @Test
  void missingFiguresSayWhy() throws IOException {
    Opened book = opened(SyntheticFindings.of(15, 2, Lang.ZH));
    assertThat(book.row("指标值", "高岭乡").subList(1, 3)).containsExactly("待核", "未报");
    assertThat(book.row("得分", "高岭乡")).contains("待核", "未报", "/");
    assertThat(book.row("数据", "高岭乡", "数据纠纷化解率").subList(2, 6))
        .containsExactly("", "%", "待核实，未采用", "input/2025-12/高岭乡.xlsx");
    assertThat(book.row("数据", "双溪镇").subList(2, 8)).containsExactly("", "%", "未报送", "", "", "");
    assertThat(book.text("得分")).contains("标记说明");
  }

  @Test
  void dataHasALineForEveryUnitAndField() throws IOException {
    Findings findings = SyntheticFindings.of(15, 2, Lang.EN);
    List<List<Object>> rows = opened(findings).rows("Data");
    assertThat(rows).hasSize(3 + 15 * 13 + 1);
    assertThat(rows.get(3))
        .containsExactly(
            "Unit 1",
            "Figure 1",
            findings.panel().value(findings.period(), 0, 0),
            "%",
            "usable",
            "input/2025-12/城关街道.xlsx",
            "填报表",
            "B5",
            "");
  }

  @Test
  void movementAndTrendLookBack() throws IOException {
    Findings findings = SyntheticFindings.of(15, 24, Lang.ZH);
    Opened book = opened(findings);
    Movement movement = findings.trend().movement(findings.period(), 2);
    Trend trend = findings.trend();
    Standing before = trend.at(Period.month(2025, 11)).orElseThrow();
    Standing lastYear = trend.at(Period.month(2024, 12)).orElseThrow();
    assertThat(book.row("升降", "西屏街道").subList(1, 18))
        .containsExactly(
            findings.standing().published(2),
            findings.standing().rank(2),
            before.published(2),
            before.rank(2),
            movement.index(),
            movement.rank(),
            lastYear.published(2),
            lastYear.rank(2),
            movement.yearIndex(),
            movement.yearRank(),
            movement.fromMean(),
            movement.yearToDate(),
            movement.yearToDateRank(),
            (double) movement.periodsScored(),
            (double) movement.timesTopThree(),
            (double) movement.timesFirst(),
            (double) movement.worstInARow());
    assertThat(book.row("趋势", "西屏街道")).hasSize(1 + 13);
    assertThat(book.rows("趋势").get(3)).contains("2024年\n12月", "2025年\n12月");
    assertThat(book.row("趋势", "双溪镇").get(13)).isEqualTo("未报");
  }

  @Test
  void everyProblemIsListed() throws IOException {
    Findings base = SyntheticFindings.of(3, 1, Lang.EN);
    List<Problem> problems = new ArrayList<>();
    for (Code code : Code.values()) {
      if (code.id().startsWith("P")) {
        problems.add(
            Problem.of(code, new CellRef("input/a.xlsx", "S", "C7")).about("u2", "population"));
      }
    }
    Findings findings =
        new Findings(
            base.index(),
            base.page(),
            base.panel(),
            base.trend(),
            base.period(),
            problems,
            Lang.EN,
            Optional.empty());
    List<List<Object>> rows = opened(findings).rows("Problems");
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      assertThat(rows.get(3 + i))
          .containsExactly(
              problem.severity().label().en(),
              problem.code().id(),
              "input/a.xlsx",
              "S",
              "C7",
              "Unit 2",
              "Resident population",
              Messages.text(problem, Lang.EN));
    }
    assertThat(rows.get(1)).doesNotContain("Date: 2026-01-10");
  }

  @Test
  void methodTellsEveryNode() throws IOException {
    Opened book = opened(SyntheticFindings.of(3, 2, Lang.ZH));
    assertThat(book.row("方法", "　　刑事案件万人发案率"))
        .contains("数据刑事案件万人发案率", "起/万人", "越低越好", "固定上下限法（下限 0，上限 8，超限截断 是）");
    assertThat(book.row("方法", "　矛盾纠纷化解").subList(1, 3)).containsExactly(0.4, 0.4);
    assertThat(book.text("方法"))
        .contains("可用权重少于 60% 的单位不予排名", "保留 2 位小数", "1、2、2、4", "优秀 90 及以上", "2025年11月起");
  }

  @Test
  void changedAndRelativeRulesAreSaid() throws IOException {
    Findings findings = Varied.withNewRules(SyntheticFindings.of(15, 14, Lang.ZH));
    Opened book = opened(findings);
    assertThat(book.text("排名"))
        .contains("“2026年考核办法”，自2025年12月起", "上期（2025年11月）适用“2025年考核办法”")
        .contains("上年同期（2024年12月）", "不同时期的得分不宜直接比较");
    assertThat(book.text("方法")).contains("标准分法（均值 70，标准差 10）", "同期全部单位");
    assertThat(opened(SyntheticFindings.of(15, 14, Lang.ZH)).text("排名"))
        .doesNotContain("办法变动", "可比性");
  }

  @Test
  void namesLikeFormulasStayText() throws IOException {
    List<String> starts = List.of("=", "+", "-", "@");
    Findings findings =
        Varied.named(
            SyntheticFindings.of(4, 1, Lang.ZH),
            name -> starts.get(Math.floorMod(name.hashCode(), 4)) + "HYPERLINK(\"" + name + "\")");
    Opened book = opened(findings);
    for (Sheet sheet : book.workbook()) {
      for (Row row : sheet) {
        row.forEach(
            cell -> {
              if (cell.getCellType() == CellType.FORMULA) {
                assertThat(cell.getCellFormula()).doesNotContain("HYPERLINK");
              }
              if (cell.getCellType() == CellType.STRING
                  && SafeText.looksLikeFormula(cell.getStringCellValue())) {
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
              }
            });
      }
    }
    String name = findings.panel().roster().get(0).name().zh();
    assertThat(book.row("数据", name)).contains("=1+1");
  }

  @Test
  void nothingIsCut() throws IOException {
    DataFormatter shown = new DataFormatter(Locale.ROOT);
    shown.setUseCachedValuesForFormulaCells(true);
    for (Lang lang : Lang.values()) {
      for (int units : new int[] {1, 15, 32}) {
        for (Sheet sheet : opened(SyntheticFindings.of(units, 24, lang)).workbook()) {
          for (int r = 2; r <= sheet.getLastRowNum(); r++) {
            for (var cell : sheet.getRow(r)) {
              boolean merged =
                  sheet.getMergedRegions().stream()
                      .anyMatch(m -> m.isInRange(cell.getRowIndex(), cell.getColumnIndex()));
              if (!merged && !cell.getCellStyle().getWrapText()) {
                assertThat(TextWidth.of(shown.formatCellValue(cell)))
                    .as(sheet.getSheetName() + " " + cell.getAddress())
                    .isLessThan(sheet.getColumnWidth(cell.getColumnIndex()) / 256.0);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void sameFindingsSameBytesEverywhere() throws IOException {
    Findings findings = SyntheticFindings.of(15, 14, Lang.ZH);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<Report> reports = List.of(new ScoredWorkbook(), new HistoryWorkbook());
    try {
      for (Report report : reports) {
        Path here = folder.resolve("here.xlsx");
        Path there = folder.resolve("there.xlsx");
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        report.write(findings, here);
        Locale.setDefault(Locale.GERMANY);
        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
        report.write(findings, there);
        assertThat(Arrays.equals(Files.readAllBytes(here), Files.readAllBytes(there))).isTrue();
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void pagesAreReadyToPrint() throws IOException {
    Opened book = opened(SyntheticFindings.of(32, 14, Lang.ZH));
    for (Sheet sheet : book.workbook()) {
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
      assertThat(sheet.getFooter().getCenter()).isEqualTo("第 &P 页 / 共 &N 页");
      if (sheet.getSheetName().equals("图表")) {
        assertThat(sheet.getRowBreaks()).as("a chart is not cut").isNotEmpty();
        continue;
      }
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getRepeatingRows()).isNotNull();
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
    }
  }

  @Test
  void oneUnitWithoutOfficeOrDate() throws IOException {
    Findings base = SyntheticFindings.of(1, 1, Lang.EN);
    Findings findings =
        new Findings(
            base.index(),
            new PageSettings(Text.of(""), List.of()),
            base.panel(),
            base.trend(),
            base.period(),
            List.of(),
            Lang.EN,
            Optional.empty());
    Opened book = opened(findings);
    assertThat(book.row("Ranking", 1.0, "Unit 1").subList(6, 10))
        .containsExactly("/", "/", "/", "/");
    assertThat(book.text("Ranking")).doesNotContain("Office", "Prepared by", "Date");
    assertThat(book.text("Problems")).contains("No problems were found.");
    assertThat(book.rows("Trend").get(2)).contains("2025-12").doesNotContain("2025-11");
  }

  @Test
  void largeCountyIsWrittenAndNothingIsLeftBehind() throws IOException {
    Findings findings = SyntheticFindings.of(3000, 2, Lang.ZH);
    new ScoredWorkbook().write(findings, folder.resolve("scored.xlsx"));
    new HistoryWorkbook().write(findings, folder.resolve("history.xlsx"));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("scored.xlsx", "history.xlsx");
    }
  }
}
