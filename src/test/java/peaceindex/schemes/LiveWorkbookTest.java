package peaceindex.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.panel.Event;
import peaceindex.panel.Frequency;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Lang;
import peaceindex.problem.Problem;
import peaceindex.ranking.Assessment;
import peaceindex.ranking.Trend;
import peaceindex.report.Findings;
import peaceindex.report.workbook.LiveFormulas;

/** Whatever is configured and reported, the workbook's formulas give the engine's figures. */
class LiveWorkbookTest {
  private static final Path SCHEMES = Path.of("src/test/resources/peaceindex/schemes");
  private static final List<Period> MONTHS =
      List.of(
          Period.month(2024, 2),
          Period.month(2024, 3),
          Period.month(2025, 2),
          Period.month(2025, 3));

  /** Bands that ask for ranks, so that a rank decides beside the score. */
  private static final String PLACED =
      """
      bands:
        - {id: top, name: 优, from: 60, first: 2, colour: "#2E7D32"}
        - {id: good, name: 好, from: 40, colour: "#1E6FB8"}
        - {id: fair, name: 中, from: 20, to: 40, colour: "#F2A900"}
        - {id: bad, name: 差, to: 40, last: 2, colour: "#C62828"}
      """;

  @TempDir Path folder;

  static Stream<String> schemes() throws IOException {
    try (Stream<Path> folders = Files.list(SCHEMES)) {
      return folders.map(of -> of.getFileName().toString()).sorted().toList().stream();
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemes")
  void everySchemeRecomputesInAllItsPeriods(String scheme) throws IOException {
    County county = County.read(SCHEMES.resolve(scheme));
    Assessment assessment = county.assessment();
    for (Configuration.Index index : county.configuration().indices()) {
      Frequency frequency = index.scheme().index().frequency();
      Trend trend = assessment.trend(index.scheme().id(), frequency);
      for (Period period : trend.periods()) {
        Path file = folder.resolve("scored.xlsx");
        int formulas = LiveFormulas.recompute(findings(index, county.panel(), trend, period), file);
        assertThat(formulas).as("%s %s", scheme, period).isPositive();
        Files.delete(file);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemes")
  void everySchemeRecomputesElsewhere(String scheme) throws IOException {
    County county = County.read(SCHEMES.resolve(scheme));
    Configuration.Index index = county.configuration().indices().get(0);
    Trend trend =
        county.assessment().trend(index.scheme().id(), index.scheme().index().frequency());
    Period last = trend.periods().get(trend.periods().size() - 1);
    Path file = folder.resolve("scored.xlsx");
    int here = LiveFormulas.recompute(findings(index, county.panel(), trend, last), file);
    assertThat(LiveFormulas.recomputeElsewhere(file)).isEqualTo(here);
  }

  /** The sample of the project, both years of it: the rules changed in between. */
  @Test
  void theSampleRecomputes() throws IOException {
    County county = County.read(Path.of("."));
    Configuration.Index index = county.configuration().indices().get(0);
    Trend trend = county.assessment().trend(index.scheme().id(), Frequency.MONTH);
    for (Period period : List.of(Period.month(2024, 1), Period.month(2025, 12))) {
      Path file = folder.resolve(period + ".xlsx");
      int formulas = LiveFormulas.recompute(findings(index, county.panel(), trend, period), file);
      assertThat(formulas).isGreaterThan(1000);
      assertThat(LiveFormulas.recomputeElsewhere(file)).isEqualTo(formulas);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anySchemeRecomputes(int seed) throws IOException {
    Random random = new Random(seed);
    int units = 1 + random.nextInt(8);
    boolean groups = random.nextBoolean();
    RandomScheme scheme = new RandomScheme(random, RandomScheme.Choice.ALL, groups);
    String text = random.nextBoolean() ? scheme.indexWithPoints() : scheme.index();
    if (random.nextBoolean()) {
      text = text.replaceAll("bands:\n( .*\n)+?(?=\\w)", PLACED);
    }
    Configuration configuration = configuration(text, units, groups);
    Panel panel = panel(configuration, random, units, text.contains("adjustments"));
    Trend trend = new Assessment(configuration.schemes(), panel).trend("i", Frequency.MONTH);
    for (Period period : List.of(MONTHS.get(0), MONTHS.get(MONTHS.size() - 1))) {
      if (trend.at(period).isPresent()) {
        Findings findings = findings(configuration.indices().get(0), panel, trend, period);
        Path file = folder.resolve(period + ".xlsx");
        assertThat(LiveFormulas.recompute(findings, file)).as(text).isPositive();
      }
    }
  }

  private static Findings findings(
      Configuration.Index index, Panel panel, Trend trend, Period period) {
    return new Findings(
        index.scheme().index(),
        index.page(),
        panel,
        trend,
        period,
        List.of(),
        Lang.ZH,
        Optional.empty());
  }

  private Configuration configuration(String index, int units, boolean groups) throws IOException {
    write("config/index.yaml", index);
    write("config/returns.yaml", RandomScheme.returns());
    List<Integer> order = IntStream.range(0, units).boxed().toList();
    write("config/townships.yaml", RandomScheme.townships(order, groups));
    ConfigLoader.Loaded loaded = ConfigLoader.load(folder.resolve("config"), "config");
    assertThat(loaded.configuration())
        .as(loaded.problems().all().stream().map(Problem::toString).toList() + "\n" + index)
        .isPresent();
    return loaded.configuration().orElseThrow();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Whole figures from few, so that there are ties, zeros and gaps. */
  private static Panel panel(
      Configuration configuration, Random random, int units, boolean events) {
    Panel panel = new Panel(configuration.roster(), configuration.returns().fields());
    for (Period month : MONTHS) {
      for (int unit = 0; unit < units; unit++) {
        boolean silent = random.nextInt(12) == 0;
        for (int field = 0; field < RandomScheme.FIELDS; field++) {
          if (!silent && random.nextInt(10) > 0) {
            panel.put(month, unit, field, random.nextInt(18) * 2, Origins.NONE);
          }
        }
      }
      for (int i = 0; events && i < units; i++) {
        LocalDate day = month.firstDay().plusDays(random.nextInt(28));
        String rule = List.of("case", "praise", "grave").get(random.nextInt(3));
        panel.add(new Event(random.nextInt(units), day, month, rule, 1 + i % 2, Origins.NONE));
      }
    }
    return panel;
  }
}
