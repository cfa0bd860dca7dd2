package peaceindex.report.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.PeriodScores;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.ranking.Balance;
import peaceindex.ranking.Movement;
import peaceindex.ranking.Standing;
import peaceindex.report.AdjustedFindings;
import peaceindex.report.Findings;
import peaceindex.report.PageSettings;
import peaceindex.report.Report;
import peaceindex.report.Reports;
import peaceindex.report.Slips;
import peaceindex.report.SyntheticFindings;

/** What stands on a slip is what the standing says, and nothing of it is of another unit. */
class SlipsTest {
  @TempDir Path folder;

  private static Findings with(Findings of, Slips slips, List<Problem> problems) {
    PageSettings page =
        new PageSettings(
            of.page().organisation(), of.page().signatures(), slips, PageSettings.FORMULAS_UP_TO);
    return new Findings(
        of.index(), page, of.panel(), of.trend(), of.period(), problems, of.lang(), of.date());
  }

  private static Findings workbooks(Findings of) {
    return with(of, Slips.WORKBOOKS, of.problems());
  }

  private List<Path> write(Findings findings) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Report report : SlipReports.of(findings)) {
      Path file = folder.resolve(report.fileName());
      Files.createDirectories(file.getParent());
      report.write(findings, file);
      files.add(file);
    }
    return files;
  }

  private Opened slip(Findings findings, int unit) throws IOException {
    String id = findings.panel().roster().get(unit).id();
    Path file = folder.resolve(SlipReports.FOLDER + "/" + id + ".xlsx");
    Files.createDirectories(file.getParent());
    for (Report report : SlipReports.of(findings)) {
      if (report.fileName().endsWith("/" + id + ".xlsx")) {
        report.write(findings, file);
      }
    }
    return Opened.of(file);
  }

  @Test
  void theSettingSaysWhichFilesThereAre() throws IOException {
    Findings findings = SyntheticFindings.of(3, 2, Lang.ZH);
    assertThat(SlipReports.of(findings)).isEmpty();
    assertThat(SlipReports.of(workbooks(findings)).stream().map(Report::fileName))
        .containsExactly("slips/u1.xlsx", "slips/u2.xlsx", "slips/u3.xlsx");
    Findings sheets = with(findings, Slips.SHEETS, List.of());
    assertThat(SlipReports.of(sheets).stream().map(Report::fileName)).containsExactly("slips.xlsx");
    assertThat(Opened.of(write(sheets).get(0)).tabs()).containsExactly("城关街道", "东湖街道", "西屏街道");
    assertThat(Reports.besides(SlipReports.of(workbooks(findings))))
        .extracting(Report::fileName)
        .contains("slips.xlsx");
    assertThat(Reports.besides(SlipReports.of(sheets)))
        .extracting(Report::fileName)
        .doesNotContain("slips.xlsx");
  }

  /** The first, the last, one without a return and one with gaps. */
  static Stream<Arguments> units() {
    Findings findings = SyntheticFindings.of(15, 14, Lang.ZH);
    List<Integer> ranking = findings.standing().ranking();
    return Stream.of(Lang.ZH, Lang.EN)
        .flatMap(
            lang ->
                Stream.of(ranking.get(0), ranking.get(ranking.size() - 1), 11, 13)
                    .map(unit -> Arguments.of(lang, unit)));
  }

  private static Object or(double value, Object instead) {
    return Double.isNaN(value) ? instead : (Object) value;
  }

  @ParameterizedTest
  @MethodSource("units")
  void theFactsAreThoseOfTheStanding(Lang lang, int unit) throws IOException {
    Findings findings = workbooks(SyntheticFindings.of(15, 14, lang));
    Standing standing = findings.standing();
    Movement moved = findings.trend().movement(findings.period(), unit);
    Opened slip = slip(findings, unit);
    String text = slip.rows(0).toString();
    assertThat(text)
        .contains(
            findings.panel().roster().get(unit).name().in(lang),
            lang == Lang.ZH ? "2025年12月" : "2025-12",
            findings.page().organisation().in(lang));
    assertThat(slip.below(lang == Lang.ZH ? "名次" : "Rank"))
        .containsExactly(
            or(standing.published(unit), "/"),
            or(standing.rank(unit), "/"),
            or(standing.groupRank(unit), "/"),
            standing.band(unit).map(band -> band.name().in(lang)).orElse("/"),
            standing.publishedMean(),
            or(moved.fromMean(), "/"));
    assertThat(slip.below(lang == Lang.ZH ? "比上期：指数" : "Index on period before"))
        .containsExactly(
            or(moved.index(), "/"),
            or(moved.rank(), "/"),
            or(moved.yearIndex(), "/"),
            or(moved.yearRank(), "/"),
            or(moved.yearToDate(), "/"),
            or(moved.yearToDateRank(), "/"));
    assertThat(text.contains(lang == Lang.ZH ? "未参加排名" : "Not ranked"))
        .isEqualTo(!standing.isRanked(unit));
  }

  @ParameterizedTest
  @MethodSource("units")
  void everyNodeHasItsScoreAndWhatItCost(Lang lang, int unit) throws IOException {
    Findings findings = workbooks(SyntheticFindings.of(15, 14, lang));
    Standing standing = findings.standing();
    PeriodScores scores = standing.scores();
    IndexTree tree = standing.tree();
    Balance balance = new Balance(scores, tree, unit);
    Standing before = findings.trend().at(findings.period().previous().orElseThrow()).orElseThrow();
    Opened slip = slip(findings, unit);
    for (int node = 1; node < tree.size(); node++) {
      List<Object> expected = new ArrayList<>();
      boolean missing = Double.isNaN(standing.published(node, unit));
      String mark =
          new peaceindex.report.workbook.Marks(new peaceindex.report.workbook.Words(lang))
              .missing(scores.status(node, unit));
      String name = "　" + tree.node(node).name().in(lang);
      if (tree.node(node) instanceof Indicator indicator) {
        String measure = indicator.unit().in(lang);
        name = "　" + name + (lang == Lang.ZH ? "（" + measure + "）" : " (" + measure + ")");
        expected.add(or(scores.value(node, unit), mark));
        expected.add(scores.meanValue(node));
      }
      expected.add(0, name.substring(1));
      expected.add(tree.full(node));
      expected.add(or(standing.published(node, unit), mark));
      expected.add(standing.publishedMean(node));
      double change = standing.published(node, unit) - before.published(node, unit);
      expected.add(or(Math.round(change * 100) / 100.0, "/"));
      expected.add(or(standing.rank(node, unit), "/"));
      expected.add(or(scores.weight(node, unit), "/"));
      expected.add(missing ? "/" : or(scores.contribution(node, unit), "/"));
      // Nothing lost is written without a sign.
      expected.add(missing ? "/" : or(balance.lost(node) + 0.0, "/"));
      if (Double.isNaN(change)) {
        expected.set(expected.size() - 5, "/");
      }
      assertThat(slip.row(name.substring(1))).isEqualTo(expected);
    }
    List<Object> total = slip.row(lang == Lang.ZH ? "合计" : "Total");
    if (standing.isRanked(unit)) {
      assertThat(total).contains(standing.published(unit), balance.lost(0));
      double lost =
          tree.indicators().stream().mapToDouble(balance::lost).filter(x -> !Double.isNaN(x)).sum();
      assertThat(lost).isCloseTo(balance.lost(0), org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("units")
  void everyFigureHasItsCell(Lang lang, int unit) throws IOException {
    Findings findings = workbooks(SyntheticFindings.of(15, 2, lang));
    Panel panel = findings.panel();
    Period period = findings.period();
    Opened slip = slip(findings, unit);
    for (int field = 0; field < panel.fields().size(); field++) {
      String measure = panel.fields().get(field).unit().in(lang);
      String name =
          panel.fields().get(field).name().in(lang)
              + (lang == Lang.ZH ? "（" + measure + "）" : " (" + measure + ")");
      List<Object> row = slip.row(name);
      Optional<CellRef> cell = panel.origin(period, unit, field);
      if (!Double.isNaN(panel.value(period, unit, field))) {
        assertThat(row.get(1)).isEqualTo(panel.value(period, unit, field));
      }
      assertThat(row.subList(2, row.size()))
          .isEqualTo(
              cell.map(c -> List.<Object>of(c.file(), c.sheet(), c.cell())).orElse(List.of()));
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theTrendIsATableAndAChartOverIt(Lang lang) throws IOException {
    Findings findings = workbooks(SyntheticFindings.of(15, 14, lang));
    int unit = 11;
    Opened slip = slip(findings, unit);
    List<Period> periods = findings.trend().last(findings.period(), 13);
    assertThat(periods).hasSize(13);
    List<Double> own = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (Period period : periods) {
      Standing then = findings.trend().at(period).orElseThrow();
      own.add(Double.isNaN(then.published(unit)) ? null : (Double) then.published(unit));
      means.add(then.publishedMean());
      List<Object> expected = new ArrayList<>(List.of(period.words().in(lang)));
      if (then.isRanked(unit)) {
        expected.addAll(List.of(then.published(unit), then.publishedMean(), then.rank(unit)));
      } else {
        expected.addAll(List.of(then.publishedMean(), lang == Lang.ZH ? "未报" : "n.r."));
      }
      assertThat(slip.row(period.words().in(lang))).isEqualTo(expected);
    }
    assertThat(own).endsWith((Double) null);
    XDDFChartData lines = slip.charts().get(0).getChartSeries().get(0);
    assertThat(figures(lines.getSeries(0))).isEqualTo(own);
    assertThat(figures(lines.getSeries(1))).isEqualTo(means);
    String range = lines.getSeries(0).getValuesData().getDataRangeReference();
    int first = slip.rows(0).indexOf(slip.row(periods.get(0).words().in(lang))) + 1;
    assertThat(range)
        .isEqualTo((lang == Lang.ZH ? "'通报单'" : "'Slip'") + "!$B$" + first + ":$B$" + (first + 12));
  }

  /** The figures that a chart holds itself; null for a gap. */
  private static List<Double> figures(XDDFChartData.Series series) {
    CTNumData cache =
        ((XDDFLineChartData.Series) series).getCTLineSer().getVal().getNumRef().getNumCache();
    Double[] figures = new Double[(int) cache.getPtCount().getVal()];
    cache.getPtList().forEach(pt -> figures[(int) pt.getIdx()] = Double.valueOf(pt.getV()));
    return Arrays.asList(figures);
  }

  @Test
  void withoutAPastThereIsNoTrend() throws IOException {
    Opened slip = slip(workbooks(SyntheticFindings.of(3, 1, Lang.EN)), 0);
    assertThat(slip.charts()).isEmpty();
    assertThat(slip.rows(0).toString()).doesNotContain("Course of the index");
  }

  @Test
  void pointsAreTheUnitsOwn() throws IOException {
    Findings findings = workbooks(AdjustedFindings.of(4, Lang.ZH));
    Standing standing = findings.standing();
    Opened praised = slip(findings, 0);
    assertThat(praised.row("受表彰")).contains(1.0, 2.0, "input/登记表.xlsx [登记!C2]");
    assertThat(praised.row("合计（不含加减分）")).contains(standing.publishedBeforePoints(0));
    assertThat(praised.rows(0).toString()).doesNotContain("较大案件");
    assertThat(slip(findings, 1).rows(0).toString()).contains("因一票否决排在末位");
    assertThat(slip(findings, 2).rows(0).toString()).contains("因一票否决限制等级");
    assertThat(slip(findings, 5).rows(0).toString()).contains("本期无加减分");
  }

  /**
   * A file of one's own, one of a neighbour, one of both, and one that says so in its name only.
   */
  @ParameterizedTest
  @EnumSource(Lang.class)
  void onlyTheUnitsOwnProblemsAreThere(Lang lang) throws IOException {
    Findings plain = SyntheticFindings.of(15, 3, lang);
    String own = "input/2025-12/大河镇.xlsx";
    Findings findings =
        with(
            plain,
            Slips.WORKBOOKS,
            List.of(
                problem(own, "A1", "一"),
                problem(own, "A2", "二").about("u11"),
                problem("input/2025-12/青石镇.xlsx", "A3", "三"),
                problem("input/2025-12/青石镇.xlsx", "A4", "四").about("u6"),
                problem("input/2025-12/青石镇和大河镇.xlsx", "A5", "五").about("u11"),
                problem(own, "A6", "六、青石镇").about("u11"),
                problem("input/2025-11/大河镇.xlsx", "A7", "七"),
                problem("input/x.xlsx", "A8", "八")));
    String text = slip(findings, 10).rows(0).toString();
    assertThat(text).contains("A1", "A2", "A6", "一", "二", "五");
    assertThat(text).doesNotContain("A3", "A4", "A5", "A7", "A8", "青石镇", "六");
    String left = lang == Lang.ZH ? "（涉及其他单位，略）" : "(left out: it concerns another unit)";
    assertThat(text.split(Pattern.quote(left), -1)).hasSize(3);
  }

  /**
   * A neighbour sent the figure on its own form; the slip says in which cell, not in whose file.
   */
  @Test
  void aFigureInTheReturnOfAnotherUnitDoesNotNameIt() throws IOException {
    Findings findings = workbooks(SyntheticFindings.of(15, 3, Lang.ZH));
    Panel panel = findings.panel();
    long origin = panel.origins().pack("input/2025-12/青石镇代报.xlsx", "=大河+青石", 6, 2);
    panel.put(findings.period(), 10, 0, 80, origin);
    assertThat(slip(findings, 10).row("数据纠纷化解率（%）"))
        .containsExactly("数据纠纷化解率（%）", 80.0, "（涉及其他单位，略）", "=大河+青石", "C7");
  }

  private static Problem problem(String file, String cell, String found) {
    return Problem.of(
        Code.NEGATIVE, new CellRef(file, "填报表", cell), "field", Text.of("数"), "found", found);
  }

  static Stream<Findings> counties() {
    return Stream.of(
        SyntheticFindings.of(2, 3, Lang.ZH),
        SyntheticFindings.of(15, 14, Lang.ZH),
        SyntheticFindings.of(15, 14, Lang.EN),
        AdjustedFindings.of(4, Lang.ZH),
        AdjustedFindings.of(4, Lang.EN));
  }

  @ParameterizedTest
  @MethodSource("counties")
  void noPartOfASlipNamesAnotherUnit(Findings plain) throws IOException {
    Findings findings = workbooks(plain);
    List<Path> files = write(findings);
    assertThat(files).hasSize(findings.panel().roster().size());
    for (int unit = 0; unit < files.size(); unit++) {
      Set<String> strange = strange(findings.panel(), unit);
      Map<String, String> parts = Opened.of(files.get(unit)).parts();
      parts.forEach(
          (part, text) ->
              assertThat(strange)
                  .as(part)
                  .noneMatch(word -> text.contains(word) && isWhole(word, text)));
      assertThat(parts.keySet()).noneMatch(part -> part.contains("comments"));
      assertThat(parts.get("xl/workbook.xml")).doesNotContain("definedName");
    }
  }

  private static boolean isWhole(String word, String text) {
    String alone = "(?<![0-9A-Za-z])" + Pattern.quote(word) + "(?![0-9A-Za-z])";
    return Pattern.compile(alone).matcher(text).find();
  }

  /** Names, ids and codes of all other units, and the files of which they sent. */
  private static Set<String> strange(Panel panel, int unit) {
    Set<String> strange = new LinkedHashSet<>();
    for (int other = 0; other < panel.roster().size(); other++) {
      if (other != unit) {
        strange.add(panel.roster().get(other).id());
        strange.add(panel.roster().get(other).code());
        strange.add(panel.roster().get(other).name().zh());
        strange.add(panel.roster().get(other).name().en());
        for (Period period : panel.periods()) {
          panel.origin(period, other, 0).ifPresent(cell -> strange.add(cell.file()));
        }
      }
    }
    return strange;
  }

  @Test
  void theSameFindingsMakeTheSameBytes() throws IOException {
    Findings findings = workbooks(SyntheticFindings.of(3, 14, Lang.ZH));
    byte[] first = Files.readAllBytes(write(findings).get(0));
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(write(findings).get(0)).hasBinaryContent(first);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void tabsAreNamesThatASheetCanHave() throws IOException {
    Findings findings = with(SyntheticFindings.of(31, 1, Lang.EN), Slips.SHEETS, List.of());
    assertThat(Opened.of(write(findings).get(0)).tabs()).hasSize(31).doesNotHaveDuplicates();
  }
}
