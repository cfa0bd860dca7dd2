package peaceindex.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.config.Configuration;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.problem.Lang;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;
import peaceindex.report.Findings;
import peaceindex.report.workbook.LiveFormulas;

/**
 * Somebody changes a parameter in the workbook of the sample: what follows there is what the engine
 * publishes when the same number stands in the configuration.
 */
class WhatIfTest {
  private static final Path SAMPLE = Path.of("");
  private static final Period PERIOD = Period.month(2024, 12);

  private static County sample;

  @TempDir Path folder;

  @BeforeAll
  static void readTheSample() throws IOException {
    sample = County.read(SAMPLE);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          w_dispute                       | 5  | weight: 35    | weight: 5
          w_safety                        | 90 | weight: 40    | weight: 90
          w_dispute_resolution_rate       | 0  | weight: 30    | weight: 0
          p_dispute_resolution_rate_lower | 92 | lower: 70     | lower: 92
          b_excellent                     | 84 | 90            | 84
          """)
  void theWorkbookFollowsAsTheEngineDoes(
      String parameter, double value, String written, String instead) throws IOException {
    Path file = folder.resolve("scored.xlsx");
    LiveFormulas.recompute(findings(sample), file);
    List<String> expected = published(findings(changed(written, instead, parameter)));
    assertThat(expected).as("the change makes a difference").isNotEqualTo(before());
    assertThat(LiveFormulas.tryOut(file, parameter, value, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = "w_safety")
  void libreOfficeFollowsToo(String parameter) throws IOException {
    Path file = folder.resolve("scored.xlsx");
    LiveFormulas.recompute(findings(sample), file);
    List<String> expected = published(findings(changed("weight: 40", "weight: 90", parameter)));
    assertThat(LiveFormulas.tryOut(file, parameter, 90, true)).isEqualTo(expected);
  }

  private static List<String> before() {
    return published(findings(sample));
  }

  /** The sample with another number in the rules of the period, which stand first. */
  private County changed(String written, String instead, String parameter) throws IOException {
    Path config = Files.createDirectories(folder.resolve("changed/config"));
    try (Stream<Path> files = Files.list(SAMPLE.toAbsolutePath().resolve("config"))) {
      for (Path from : files.filter(Files::isRegularFile).toList()) {
        Files.copy(from, config.resolve(from.getFileName().toString()));
      }
    }
    Path index = config.resolve("index.yaml");
    String text = Files.readString(index);
    // A band begins where the next one ends.
    boolean isBand = parameter.startsWith("b_");
    Files.writeString(
        index,
        isBand
            ? text.replace("from: 90", "from: 84").replace("to: 90", "to: 84")
            : text.replaceFirst(written, instead));
    Configuration configuration = County.configured(folder.resolve("changed"));
    return new County(configuration, sample.panel(), new peaceindex.problem.Problems());
  }

  private static Findings findings(County county) {
    Configuration.Index index = county.configuration().indices().get(0);
    Trend trend = county.assessment().trend(index.scheme().id(), Frequency.MONTH);
    return new Findings(
        index.scheme().index(),
        index.page(),
        county.panel(),
        trend,
        PERIOD,
        List.of(),
        Lang.ZH,
        Optional.empty());
  }

  /** Rank, unit, group, rank in it, index and band, from first to last. */
  private static List<String> published(Findings findings) {
    Standing standing = findings.standing();
    Roster roster = findings.panel().roster();
    return standing.ranking().stream()
        .map(
            unit ->
                String.join(
                    " ",
                    plain(standing.rank(unit)),
                    roster.name(unit, PERIOD).zh(),
                    roster.group(roster.get(unit).group()).orElseThrow().name().zh(),
                    plain(standing.groupRank(unit)),
                    plain(standing.published(unit)),
                    standing.band(unit).orElseThrow().name().zh()))
        .toList();
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
