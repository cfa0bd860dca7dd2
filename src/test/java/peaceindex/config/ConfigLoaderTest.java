package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.formula.Formula;
import peaceindex.index.Dimension;
import peaceindex.index.IndexDefinition;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Part;
import peaceindex.index.Polarity;
import peaceindex.index.Pretreatment;
import peaceindex.index.Reference;
import peaceindex.index.ScoreOf;
import peaceindex.index.When;
import peaceindex.index.ZeroDenominator;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.Counts;
import peaceindex.index.adjust.EventRule;
import peaceindex.index.adjust.LastPlacesRule;
import peaceindex.index.adjust.LateRule;
import peaceindex.index.adjust.MissingRule;
import peaceindex.index.adjust.RankChangeRule;
import peaceindex.index.adjust.VetoRule;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.index.aggregate.Geometric;
import peaceindex.index.impute.CarryForward;
import peaceindex.index.normalise.Efficacy;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.ZScore;
import peaceindex.index.shrink.EmpiricalBayes;
import peaceindex.index.treat.Winsorise;
import peaceindex.panel.Arrival;
import peaceindex.panel.Field;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Severity;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.ranking.Scheme;
import peaceindex.ranking.Spans;
import peaceindex.ranking.TiePolicy;
import peaceindex.report.Slips;
import peaceindex.returns.EventsLayout;
import peaceindex.returns.ReturnsLayout;

/** What good configurations become, and that no file, however strange, is an exception. */
class ConfigLoaderTest {
  private static final Path BASE = Path.of("src/test/resources/peaceindex/config/base");
  private static final String INDEX =
      """
      id: peace
      name: 平安指数
      area: 青禾县
      period: %s
      """;

  @TempDir Path folder;

  @BeforeEach
  void copyBase() throws IOException {
    for (String name : Schemas.NAMES) {
      Files.copy(BASE.resolve(name + ".yaml"), folder.resolve(name + ".yaml"));
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  private Configuration sound() {
    ConfigLoader.Loaded loaded = ConfigLoader.load(folder, "config");
    assertThat(loaded.problems().all()).isEmpty();
    return loaded.configuration().orElseThrow();
  }

  private List<String> problems() {
    ConfigLoader.Loaded loaded = ConfigLoader.load(folder, "config");
    assertThat(loaded.configuration()).isEmpty();
    return loaded.problems().all().stream().map(p -> Messages.line(p, Lang.EN)).toList();
  }

  /** A sheet a unit is of use up to a bound; a workbook a unit always. */
  @ParameterizedTest(name = "{0} of {1} units")
  @CsvSource({"sheets, 200, ''", "sheets, 201, C256", "workbooks, 201, ''", "none, 201, ''"})
  void slipsAreSheetsUpToABound(String slips, int units, String code) throws IOException {
    StringBuilder townships = new StringBuilder("units:\n");
    for (int unit = 1; unit <= units; unit++) {
      townships.append("  - {id: u%d, name: 单位%d}\n".formatted(unit, unit));
    }
    write("townships", townships.toString());
    String index = Files.readString(folder.resolve("index.yaml"));
    write("index", index + "page: {slips: " + slips + "}\n");
    if (code.isEmpty()) {
      assertThat(sound().page().slips().name()).isEqualToIgnoringCase(slips);
    } else {
      int line = (int) index.lines().count() + 1;
      assertThat(problems())
          .containsExactly(
              "config/index.yaml:"
                  + line
                  + ":15: error C256: too many units for one workbook with a sheet each (found: 201;"
                  + " at most 200). Write slips: workbooks for a workbook each");
    }
  }

  // --- good configurations

  @Test
  void theSampleLoads() {
    ConfigLoader.Loaded loaded = ConfigLoader.load(Path.of("config"), "config");
    assertThat(loaded.problems().all()).isEmpty();
    Configuration sample = loaded.configuration().orElseThrow();

    assertThat(sample.index().name()).isEqualTo(new Text("平安指数", "Peace Index"));
    assertThat(sample.index().frequency()).isEqualTo(Frequency.MONTH);
    assertThat(sample.language()).isEqualTo(Lang.ZH);
    assertThat(sample.index().trees().all()).hasSize(2);
    for (IndexTree tree : sample.index().trees().all()) {
      assertThat(tree.indicators()).hasSize(12);
      assertThat(tree.dimensions()).hasSize(3);
      assertThat(tree.root().aggregation()).isEqualTo(new Arithmetic());
      assertThat(tree.root().minimumShare()).isEqualTo(0.6);
    }
    IndexTree first = sample.index().trees().at(Period.month(2024, 12)).orElseThrow();
    IndexTree second = sample.index().trees().at(Period.month(2025, 1)).orElseThrow();
    assertThat(first.versionName()).isEqualTo(new Text("2024年考核办法", "Rules of 2024"));
    assertThat(first.node(first.find("dispute")).weight()).isEqualTo(35);
    assertThat(second.node(second.find("dispute")).weight()).isEqualTo(40);
    assertThat(sample.index().trees().at(Period.month(2023, 12))).isEmpty();

    Indicator rate = first.indicator(first.find("dispute_resolution_rate"));
    assertThat(rate.expression()).isEqualTo("矛盾纠纷化解数 / 矛盾纠纷受理数 * 100");
    assertThat(rate.value().variables()).containsExactly("disputes_resolved", "disputes_received");
    assertThat(rate.parts().get(0).normalisation()).isEqualTo(new Goalposts(70, 100, true));
    assertThat(rate.zeroDenominator()).isEqualTo(ZeroDenominator.NOT_APPLICABLE);
    assertThat(rate.unit()).isEqualTo(Text.of("%"));

    assertThat(sample.rules().at(Period.month(2025, 6)).orElseThrow().bands())
        .extracting(Band::id)
        .containsExactly("excellent", "good", "fair", "poor");
    assertThat(sample.page().signatures()).extracting(Text::zh).containsExactly("制表", "审核", "签发");
    assertThat(sample.page().slips()).isEqualTo(Slips.WORKBOOKS);
    assertThat(sample.roster().units()).hasSize(15);
    assertThat(sample.roster().get(sample.roster().byCode("990121101")).id()).isEqualTo("qingshi");
    assertThat(sample.returns().fields().all()).hasSize(18);
    assertThat(sample.returns().receipts().orElseThrow().dueDay()).isEqualTo(5);
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Configuration base = sound();

    var rules = base.rules().at(Period.month(1949, 10)).orElseThrow();
    assertThat(rules.decimals()).isEqualTo(2);
    assertThat(rules.ties()).isEqualTo(TiePolicy.MINIMUM);
    assertThat(rules.bands()).isEmpty();
    assertThat(base.page().organisation()).isEqualTo(Text.of(""));
    assertThat(base.page().signatures()).isEmpty();
    assertThat(base.page().slips()).isEqualTo(Slips.NONE);
    IndexTree tree = base.index().trees().at(Period.month(9999, 12)).orElseThrow();
    assertThat(tree.versionName()).isEqualTo(Text.of(""));
    assertThat(tree.root().id()).isEqualTo("peace");
    assertThat(tree.root().minimumShare()).isEqualTo(0.6);
    Indicator indicator = tree.indicator(1);
    assertThat(indicator.weight()).isEqualTo(1);
    assertThat(indicator.decimals()).isEqualTo(2);
    assertThat(indicator.unit()).isEqualTo(Text.of(""));
    assertThat(indicator.parts().get(0).reference()).isEqualTo(Reference.UNITS);
    assertThat(indicator.zeroDenominator()).isEqualTo(ZeroDenominator.MISSING);
    assertThat(base.returns().unitName()).contains("填报单位", "Unit", "Borough");
    assertThat(base.returns().missing()).contains("—", "N/A");
    assertThat(base.returns().corrections()).isEqualTo("更正");
    assertThat(base.returns().receipts()).isEmpty();
    assertThat(base.returns().sources()).isEmpty();
  }

  /** Every aggregation by its name, and with parameters. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arithmetic                                         | Arithmetic[]
          geometric                                          | Geometric[]
          {method: geometric}                                | Geometric[]
          harmonic                                           | Harmonic[]
          {method: generalisedMean, exponent: -1.5}          | GeneralisedMean[exponent=-1.5]
          sum                                                | Sum[]
          minimum                                            | Minimum[]
          mazziottaPareto                                    | MazziottaPareto[direction=POSITIVE]
          {method: mazziottaPareto, direction: negative}     | MazziottaPareto[direction=NEGATIVE]
          copeland                                           | Copeland[]
          topsis                                             | Topsis[]
          """)
  void everyAggregationLoads(String written, String expected) throws IOException {
    write(
        "index",
        INDEX.formatted("none")
            + """
            children:
              - id: d
                name: 维度
                aggregate: %s
                children:
                  - {id: a, name: 甲, value: 受理数, polarity: positive,
                     normalise: {method: goalposts, lower: 0, upper: 10}}
            """
                .formatted(written));
    IndexTree tree = sound().index().trees().all().get(0);
    assertThat(((Dimension) tree.node(1)).aggregation()).hasToString(expected);
  }

  @Test
  void pointsBesideTheScoreAreRulesByVersion() throws IOException {
    write(
        "index",
        INDEX.formatted("month")
            + """
            adjustments:
              most: {bonus: 5, penalty: 10}
              rules:
                - {id: praise, name: {zh: 获市级以上表彰, en: City commendation}, aliases: [市级表彰], when: event, points: 2, most: 4}
                - {id: incident, name: 较大案件, when: event, points: -3, repeat: 2, counts: year}
                - {id: veto_points, name: 重大案件, when: veto, effect: points, points: -30}
                - {id: veto_band, name: 越级访, when: veto, effect: bandAtMost, band: poor, counts: year}
                - {id: veto_last, name: 一票否决, when: veto, effect: lastPlace}
                - {id: late, when: late, points: -0.5}
                - {id: missing, when: missing, points: -2, name: 不报}
                - {id: fall, when: rankChange, against: yearEarlier, steps: [{down: 5, points: -1}, {up: 5, points: 0.5}]}
                - {id: last_two, when: lastPlaces, places: 2, points: -0.5}
                - {id: months, when: lastPlaces, places: 2, points: -0.5, eachPeriodOf: monthly}
            versions:
              - from: 2024-01
                bands:
                  - {id: good, name: 好, from: 80, colour: "#2E7D32"}
                  - {id: poor, name: 差, to: 80, colour: "#C62828"}
                children: &tree
                  - {id: rate, name: 化解率, value: 化解数 / 受理数 * 100, polarity: positive, normalise: {method: goalposts, lower: 70, upper: 100}}
              - from: 2025-01
                adjustments: {rules: [{id: praise, name: 获市级以上表彰, when: event, points: 1}]}
                children: *tree
            """);
    write(
        "returns",
        Files.readString(folder.resolve("returns.yaml"))
            + """
            labels: {events: {rule: [奖惩项目], title: [奖惩登记]}}
            receipts: {dueDay: 5}
            """);
    Files.createDirectory(folder.resolve("indices"));
    String base = Files.readString(BASE.resolve("index.yaml"));
    write("indices/monthly", base.replace("id: peace", "id: monthly"));
    Configuration rules = sound();

    Adjustments first = rules.adjustments().at(Period.month(2024, 6)).orElseThrow();
    Text praise = new Text("获市级以上表彰", "City commendation");
    assertThat(first.mostBonus()).isEqualTo(5);
    assertThat(first.mostPenalty()).isEqualTo(10);
    assertThat(first.rules())
        .containsExactly(
            new EventRule("praise", praise, 2, 1, 4, Counts.PERIOD),
            new EventRule(
                "incident", Text.of("较大案件"), -3, 2, Double.POSITIVE_INFINITY, Counts.YEAR),
            new VetoRule(
                "veto_points", Text.of("重大案件"), new VetoRule.Deduction(-30), Counts.PERIOD),
            new VetoRule("veto_band", Text.of("越级访"), new VetoRule.BandAtMost("poor"), Counts.YEAR),
            new VetoRule("veto_last", Text.of("一票否决"), new VetoRule.LastPlace(), Counts.PERIOD),
            new LateRule("late", new Text("迟报", "Late return"), -0.5),
            new MissingRule("missing", Text.of("不报"), -2),
            new RankChangeRule(
                "fall",
                new Text("名次升降", "Change of rank"),
                RankChangeRule.Against.YEAR_EARLIER,
                List.of(new RankChangeRule.Step(-5, -1), new RankChangeRule.Step(5, 0.5))),
            new LastPlacesRule("last_two", new Text("排名末位", "Last places"), 2, -0.5, ""),
            new LastPlacesRule("months", new Text("排名末位", "Last places"), 2, -0.5, "monthly"));
    Adjustments second = rules.adjustments().at(Period.month(2025, 6)).orElseThrow();
    assertThat(second.rules())
        .containsExactly(
            new EventRule(
                "praise", Text.of("获市级以上表彰"), 1, 1, Double.POSITIVE_INFINITY, Counts.PERIOD));
    assertThat(second.mostBonus()).isInfinite();

    EventsLayout events = rules.returns().events();
    assertThat(events.rule()).containsExactly("奖惩项目");
    assertThat(events.title()).containsExactly("奖惩登记");
    assertThat(events.date()).isEqualTo(EventsLayout.DEFAULT.date());
    assertThat(events.kinds().at(Period.month(2024, 6)).orElseThrow())
        .extracting(EventsLayout.Kind::id)
        .containsExactly("praise", "incident", "veto_points", "veto_band", "veto_last");
    assertThat(events.kinds().at(Period.month(2024, 6)).orElseThrow().get(0).labels())
        .containsExactly("praise", "获市级以上表彰", "City commendation", "市级表彰");
  }

  @Test
  void aValueIsJudgedAgainstWhatIsWritten() throws IOException {
    write(
        "townships",
        """
        groups: [{id: street, name: 街道}, {id: town, name: 镇}]
        units: [{id: a, name: 甲街道, group: street}, {id: b, name: 乙镇, group: town}]
        """);
    write(
        "index",
        INDEX.formatted("month")
            + """
            spans: pooled
            children:
              - id: rate
                name: 化解率
                value: 化解数 / 受理数 * 100
                polarity: positive
                weight: 2
                normalise:
                  - {weight: 60, method: goalposts, lower: 70, upper: 100}
                  - {weight: 40, method: relativeChange, reference: {of: own, when: yearEarlier}}
                smallNumbers: {method: empiricalBayes, share: true, towards: group, use: official}
                impute: {method: carryForward, periods: 3}
                treat: {method: winsorise, limit: 2}
                byGroup:
                  town: {weight: 3, value: 受理数 / 化解数, normalise: {method: zScore}, reference: group}
              - {id: a, name: 甲, value: 化解数, polarity: positive, normalise: {method: zScore, reference: {target: 96}}}
              - {id: b, name: 乙, value: 化解数, polarity: positive, normalise: {method: zScore, reference: {of: county, when: lastYear}}}
              - {id: c, name: 丙, value: 化解数, polarity: positive, normalise: {method: zScore}, reference: {of: own, when: lastYears, years: 3}}
              - {id: d, name: 丁, value: 化解数, polarity: positive, normalise: {method: zScore}, reference: {when: 2024-12}}
            """);
    ConfigLoader.Loaded loaded = ConfigLoader.load(folder, "config");
    assertThat(loaded.problems().all())
        .extracting(Problem::code)
        .containsExactly(Code.METHOD_RELATIVE);
    Scheme scheme = loaded.configuration().orElseThrow().schemes().get(0);
    assertThat(scheme.spans()).isEqualTo(Spans.POOLED);
    IndexTree tree = scheme.index().trees().at(Period.month(2025, 12)).orElseThrow();

    Indicator rate = tree.indicator(1);
    assertThat(rate.parts()).extracting(Part::weight).containsExactly(60.0, 40.0);
    assertThat(rate.parts().get(1).reference())
        .isEqualTo(new Reference.Figures(Reference.Of.OWN, new When.YearEarlier()));
    assertThat(rate.pretreatment())
        .isEqualTo(
            new Pretreatment(
                Optional.of(
                    new Pretreatment.SmallNumbers(
                        new EmpiricalBayes(true),
                        Pretreatment.SmallNumbers.Towards.GROUP,
                        Pretreatment.SmallNumbers.Use.OFFICIAL)),
                Optional.of(new CarryForward(3)),
                Optional.of(new Winsorise(2, 2, 3.5, false))));
    assertThat(tree.groups()).containsExactly("town");
    Indicator ofTown = tree.of("town").indicator(1);
    assertThat(ofTown.weight()).isEqualTo(3);
    assertThat(ofTown.expression()).isEqualTo("受理数 / 化解数");
    assertThat(ofTown.parts()).containsExactly(new Part(1, new ZScore(0, 1), Reference.GROUP));
    assertThat(tree.of("street")).isSameAs(tree);

    assertThat(IntStream.rangeClosed(2, 5).mapToObj(tree::indicator))
        .extracting(indicator -> indicator.parts().get(0).reference())
        .containsExactly(
            new Reference.Target(96),
            new Reference.Figures(Reference.Of.COUNTY, new When.LastYear()),
            new Reference.Figures(Reference.Of.OWN, new When.LastYears(3)),
            new Reference.Figures(Reference.Of.UNITS, new When.At(Period.month(2024, 12))));
  }

  @Test
  void indicesAreComposedOfOthers() throws IOException {
    Files.createDirectory(folder.resolve("indices"));
    write(
        "indices/annual",
        """
        id: annual
        name: 年度考核
        area: 青禾县
        period: year
        aggregate: sum
        page: {organisation: 考核办}
        children:
          - {id: months, name: 月度, weight: 0.7, score: {index: peace}, polarity: positive, normalise: {method: asIs}}
          - {id: rate, name: 化解, weight: 0.3, score: {index: peace, node: resolved_rate}, polarity: positive, normalise: {method: asIs}}
        """);
    Configuration configuration = sound();

    assertThat(configuration.schemes()).extracting(Scheme::id).containsExactly("peace", "annual");
    Configuration.Index annual = configuration.find("annual").orElseThrow();
    assertThat(annual.page().organisation()).isEqualTo(Text.of("考核办"));
    assertThat(annual.scheme().needs()).containsExactly("peace");
    assertThat(annual.scheme().index().frequency()).isEqualTo(Frequency.YEAR);
    IndexTree tree = annual.scheme().index().trees().at(Period.year(2025)).orElseThrow();
    assertThat(tree.indicators().stream().map(n -> ScoreOf.of(tree.indicator(n).value())))
        .containsExactly(
            Optional.of(new ScoreOf("peace", "")),
            Optional.of(new ScoreOf("peace", "resolved_rate")));
  }

  @Test
  void codesKeepTheirZerosWithoutQuotationMarks() {
    assertThat(sound().roster().get(0).code()).isEqualTo("0101");
  }

  @Test
  void aYearlyIndexOfCountriesLoads() throws IOException {
    write(
        "index",
        """
        id: hdi
        name: {zh: 人类发展指数, en: Human Development Index}
        area: World
        language: en
        period: year
        decimals: 3
        ties: dense
        aggregate: geometric
        missing: {minimumShare: 1}
        versions:
          - from: 1990
            ties: average
            aggregate: arithmetic
            children: &tree
              - id: health
                name: Health
                missing: {minimumShare: 0.5}
                children:
                  - id: life
                    name: {zh: 预期寿命, en: Life expectancy}
                    value: "[Life expectancy]"
                    polarity: positive
                    normalise: &posts {method: goalposts, lower: 20, upper: 85, clamp: false}
                    zeroDenominator: 0
              - id: income
                name: Income
                value: ln(gni)
                polarity: negative
                weight: 2
                normalise: {<<: *posts, method: efficacy, upper: 1e2}
          - from: "2010"
            name: New method
            children: *tree
        """);
    write(
        "returns",
        """
        sources: [{id: un, name: United Nations, fileNames: [UN]}]
        fields:
          - {id: le, name: Life expectancy, kind: number, unit: years, source: United nations}
          - {id: gni, name: Gross national income, kind: amount, poolBy: Population}
          - {id: pop, name: Population, kind: population}
        labels: {unit: [Country]}
        words: {notApplicable: []}
        corrections: ""
        receipts: {dueDay: 28}
        """);
    write("townships", "units: [{id: NO, name: Norway}, {id: 156, code: 156, name: China}]\n");

    Configuration world = sound();

    assertThat(world.language()).isEqualTo(Lang.EN);
    assertThat(world.roster().units()).extracting(u -> u.id()).containsExactly("NO", "156");
    assertThat(world.roster().groups()).isEmpty();
    IndexTree old = world.index().trees().at(Period.year(2009)).orElseThrow();
    IndexTree now = world.index().trees().at(Period.year(2010)).orElseThrow();
    assertThat(old.root().aggregation()).isEqualTo(new Arithmetic());
    assertThat(now.root().aggregation()).isEqualTo(new Geometric());
    assertThat(now.versionName()).isEqualTo(Text.of("New method"));
    assertThat(((Dimension) now.node(1)).minimumShare()).isEqualTo(0.5);
    assertThat(now.root().minimumShare()).isEqualTo(1);
    assertThat(now.indicator(2).parts().get(0).normalisation())
        .isEqualTo(new Goalposts(20, 85, false));
    assertThat(now.indicator(2).zeroDenominator()).isEqualTo(ZeroDenominator.counts(0));
    assertThat(now.indicator(3).parts().get(0).normalisation())
        .isEqualTo(new Efficacy(20, 100, false));
    assertThat(now.indicator(3).polarity()).isEqualTo(Polarity.NEGATIVE);
    assertThat(now.indicator(3).value())
        .isEqualTo(new Formula.Unary(Formula.Unary.Function.LN, new Formula.Variable("gni")));
    assertThat(world.rules().at(Period.year(2000)).orElseThrow().ties())
        .isEqualTo(TiePolicy.AVERAGE);
    assertThat(world.rules().at(Period.year(2020)).orElseThrow().ties()).isEqualTo(TiePolicy.DENSE);
    assertThat(world.rules().at(Period.year(2020)).orElseThrow().decimals()).isEqualTo(3);
    assertThat(world.returns().fields().get(0).source()).isEqualTo("un");
    assertThat(world.returns().fields().get(1).poolBy()).isEqualTo("pop");
    assertThat(world.returns().unitName()).containsExactly("Country");
    assertThat(world.returns().notApplicable()).isEmpty();
    assertThat(world.returns().corrections()).isEmpty();
    assertThat(world.returns().receipts().orElseThrow().received()).contains("收到日期");
  }

  @ParameterizedTest
  @CsvSource({
    "tenDays, 2025-12-T2, TEN_DAYS",
    "week, 2025-W03, WEEK",
    "month, 2025-12, MONTH",
    "year, 2025, YEAR"
  })
  void returnsMayComeByAnyBasePeriod(String period, String from, Frequency frequency)
      throws IOException {
    write(
        "index",
        INDEX.formatted(period)
            + """
            versions:
              - from: %s
                children:
                  - id: a
                    name: 甲
                    value: '[安全感(%%)]'
                    polarity: positive
                    normalise: {method: goalposts, lower: 70, upper: 100}
            """
                .formatted(from));

    IndexDefinition index = sound().index();

    assertThat(index.frequency()).isEqualTo(frequency);
    assertThat(index.trees().first().map(Period::toString)).contains(from);
  }

  @Test
  void theSenseOfReturnsAndSeveritiesLoad() throws IOException {
    ReturnsLayout plain = sound().returns();
    assertThat(plain.sense()).isEqualTo(ReturnsLayout.Sense.DEFAULT);
    assertThat(plain.severities()).isEmpty();
    assertThat(plain.fields().all())
        .allMatch(field -> field.arrival() == Arrival.EVERY_PERIOD)
        .map(plain.sense()::jump)
        .containsExactly(3.0, 3.0, 3.0, 20.0);

    write(
        "returns",
        """
        fields:
          - {id: received, name: 受理数, kind: count, frequency: quarter}
          - {id: resolved, name: 化解数, kind: count, partOf: received, frequency: halfYear}
          - {id: people, name: 常住人口, kind: population, jump: 1.2}
          - {id: area, name: 面积, kind: amount, frequency: year, jump: 0}
          - {id: sense, name: {zh: 安全感(%), en: Sense of safety}, kind: percentage}
        sense: {jumpFactor: 5, jumpPoints: 12.5}
        severity: {P404: error, P303: info, P501: warning}
        """);
    ReturnsLayout layout = sound().returns();
    assertThat(layout.fields().all())
        .map(Field::arrival)
        .containsExactly(
            Arrival.QUARTERLY,
            Arrival.HALF_YEARLY,
            Arrival.EVERY_PERIOD,
            Arrival.YEARLY,
            Arrival.EVERY_PERIOD);
    assertThat(layout.fields().all())
        .map(layout.sense()::jump)
        .containsExactly(5.0, 5.0, 1.2, 0.0, 12.5);
    assertThat(layout.severities())
        .isEqualTo(
            Map.of(
                Code.DECIMAL_COUNT,
                Severity.ERROR,
                Code.TEXT_NUMBER,
                Severity.INFO,
                Code.UNIT_MISSING,
                Severity.WARNING));
  }

  @Test
  void anIndexWithoutPeriodsLoads() throws IOException {
    write(
        "index",
        INDEX.formatted("none")
            + """
            bands:
              - {id: low, name: 低, to: 0, colour: "#000000"}
              - {id: high, name: 高, from: 0, colour: "#ffffff"}
            children:
              - id: sense
                name: 安全感
                value: "[安全感(%)]"
                polarity: positive
                reference: group
                normalise: {method: zScore, mean: 50}
            """);

    Configuration once = sound();

    IndexTree tree = once.index().trees().at(Period.ALL).orElseThrow();
    assertThat(tree.indicator(1).parts().get(0).normalisation()).isEqualTo(new ZScore(50, 1));
    assertThat(tree.indicator(1).parts().get(0).reference()).isEqualTo(Reference.GROUP);
    assertThat(once.rules().at(Period.ALL).orElseThrow().bands())
        .extracting(Band::id)
        .as("from the best to the worst, whatever the order in the file")
        .containsExactly("high", "low");
  }

  @Test
  void aTreeMayBeAsDeepAsItLikes() throws IOException {
    StringBuilder text = new StringBuilder(INDEX.formatted("month") + "children:\n");
    String indent = "";
    for (int level = 1; level <= 20; level++) {
      text.append("%s- id: d%d\n%s  name: 第%d层\n".formatted(indent, level, indent, level));
      text.append(indent).append("  children:\n");
      indent += "  ";
    }
    text.append(indent).append("- {id: leaf, name: 叶, value: 受理数, polarity: negative, ");
    text.append("normalise: {method: goalposts, lower: 0, upper: 1}}\n");
    write("index", text.toString());

    assertThat(sound().index().trees().all().get(0).dimensions()).hasSize(20);
  }

  @Test
  void aNationsRosterLoads() throws IOException {
    write("townships", roster(40_000));

    assertThat(sound().roster().units()).hasSize(40_000);
  }

  private static String roster(int units) {
    StringBuilder text =
        new StringBuilder("groups: [{id: town, name: {zh: 镇乡, en: Towns}}]\nunits:\n");
    for (int i = 0; i < units; i++) {
      text.append(
          ("  - {id: unit%05d, code: \"990121%06d\", name: {zh: 第%d号镇, en: Town %d}, "
                  + "group: town, aliases: [镇%d, 第%d号镇人民政府]}\n")
              .formatted(i, i, i, i, i, i));
    }
    return text.toString();
  }

  @Test
  void aByteOrderMarkAndWindowsLinesDoNotMatter() throws IOException {
    String text = Files.readString(BASE.resolve("index.yaml"));
    write("index", "\uFEFF" + text.replace("\n", "\r\n"));

    assertThat(sound().index().id()).isEqualTo("peace");

    write("index", "\uFEFF" + text.replace("\n", "\r\n").replace("area", "aera"));

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("config/index.yaml:3:1: error C103");
  }

  // --- strange files

  @Test
  void noFolderIsOneProblem() {
    folder = folder.resolve("nowhere");

    assertThat(problems())
        .containsExactly(
            "config: error C101: configuration not found"
                + " (expected index.yaml, returns.yaml, townships.yaml). Put it there");
  }

  @Test
  void anEmptyFolderLacksThreeFiles() throws IOException {
    for (String name : Schemas.NAMES) {
      Files.delete(folder.resolve(name + ".yaml"));
    }

    assertThat(problems())
        .hasSize(3)
        .allMatch(line -> line.contains("error C101: configuration not found"));
  }

  @Test
  void aFolderInPlaceOfAFileIsAProblem() throws IOException {
    Files.delete(folder.resolve("returns.yaml"));
    Files.createDirectory(folder.resolve("returns.yaml"));

    assertThat(problems())
        .containsExactly(
            "config/returns.yaml: error C113: the configuration file cannot be read"
                + " (it is a folder, not a file). Check it");
  }

  @Test
  void anotherEncodingIsAProblemWhereItBegins() throws IOException {
    byte[] gbk = "units:\n  - {id: a, name: 城关街道}\n".getBytes(Charset.forName("GBK"));
    Files.write(folder.resolve("townships.yaml"), gbk);

    assertThat(problems())
        .containsExactly(
            "config/townships.yaml:2:19: error C110: the file is not UTF-8 and cannot be read from"
                + " here on. Open it in a text editor and save it as UTF-8");
  }

  @Test
  void utf16IsAProblem() throws IOException {
    Files.write(folder.resolve("index.yaml"), "id: a\n".getBytes(StandardCharsets.UTF_16));

    assertThat(problems()).singleElement().asString().contains("config/index.yaml:1:1: error C110");
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Files.write(folder.resolve("townships.yaml"), new byte[50_000_000]);

    assertThat(problems())
        .containsExactly(
            "config/townships.yaml: error C112: the configuration file is too large or too deep and"
                + " was not read (limits: 10000000 characters, 2000000 values, 100 levels). Shorten"
                + " it");
  }

  @Test
  void aliasesThatMultiplyAreCutOff() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String list = String.join(", ", Collections.nCopies(9, "*a" + (i - 1)));
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, list));
    }
    write("index", bomb.toString());

    assertThat(problems()).singleElement().asString().contains("config/index.yaml:7:5: error C112");
  }

  @Test
  void depthIsCutOff() throws IOException {
    for (String open : List.of("[", "{a: ", "- ", "? ", "&a [")) {
      write("index", open.repeat(100_000));

      assertThat(problems())
          .as(open)
          .singleElement()
          .asString()
          .containsPattern("config/index.yaml:1:\\d+: error C112");
    }
  }

  @Test
  void aliasesCannotDigDeeper() throws IOException {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 200; i++) {
      text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    write("index", text.toString());

    assertThat(problems()).singleElement().asString().contains("error C112");
  }

  @Test
  void manyFaultsAreAllReported() throws IOException {
    String units =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "  - {id: u%d, name: 第%d号, group: street, leader: x}\n".formatted(i, i))
            .collect(Collectors.joining());
    write("townships", "groups: [{id: street, name: 街道}]\nunits:\n" + units);

    assertThat(problems()).hasSize(2_000);
  }

  /** Whatever is cut off, swapped or doubled in a good file, the answer is a list of problems. */
  @Test
  void noMutilationIsAnException() throws IOException {
    List<String> scraps =
        List.of(
            "",
            ":",
            "- ",
            "{",
            "]",
            "'",
            "\"",
            "\t",
            "\n",
            "：",
            "&a ",
            "*a",
            "null",
            "1e999",
            "!!int ",
            "? ",
            "| ",
            "[]",
            "{}",
            "\u0000",
            "-1",
            "#",
            "%",
            "[安全感(%)]",
            "<<: ");
    for (String name : Schemas.NAMES) {
      String good = Files.readString(BASE.resolve(name + ".yaml"));
      for (int at = 0; at < good.length(); at += 3) {
        String scrap = scraps.get(at / 3 % scraps.size());
        int cut = Math.min(good.length(), at + at % 5);
        write(name, good.substring(0, at) + scrap + good.substring(cut));

        ConfigLoader.Loaded loaded = ConfigLoader.load(folder, "config");

        assertThat(loaded.configuration().isPresent()).isNotEqualTo(loaded.problems().hasErrors());
        for (Problem problem : loaded.problems().all()) {
          assertThat(Messages.line(problem, Lang.ZH)).startsWith("config/");
          assertThat(Messages.line(problem, Lang.EN)).doesNotContainPattern("\\{[a-z]+}");
        }
      }
      write(name, good);
    }
  }
}
