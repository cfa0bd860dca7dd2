package peaceindex.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.index.IndexCalculator;
import peaceindex.index.Scores;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;

/**
 * The Technology Achievement Index as the OECD/JRC handbook ranks it in Table 23: capped goalposts
 * and a weighted mean, with equal weights (EW) and with those of a budget allocation (BAP). The
 * figures are under {@code src/test/resources/peaceindex/published}, with their sources.
 */
class TechnologyAchievementTest {
  private static final Path FIGURES = Path.of("src/test/resources/peaceindex/published");

  @TempDir Path folder;

  /** Lines of a file by their first cell, each a map by heading. */
  private static Map<String, Map<String, String>> table(String name) throws IOException {
    List<String[]> lines =
        Files.readAllLines(FIGURES.resolve(name)).stream().map(line -> line.split(",")).toList();
    Map<String, Map<String, String>> table = new LinkedHashMap<>();
    for (String[] line : lines.subList(1, lines.size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < line.length; i++) {
        cells.put(lines.get(0)[i], line[i]);
      }
      table.put(line[0], cells);
    }
    return table;
  }

  private void configure(String weights, Iterable<String> countries) throws IOException {
    Map<String, String> weight = table("tai_table22_weights.csv").getOrDefault(weights, Map.of());
    StringBuilder index =
        new StringBuilder(
            "id: tai\nname: Technology Achievement Index\narea: World\nperiod: none\ndecimals: 6\n"
                + "children:\n");
    StringBuilder returns = new StringBuilder("fields:\n");
    for (Map.Entry<String, Map<String, String>> line : table("tai_goalposts.csv").entrySet()) {
      String id = line.getKey();
      Map<String, String> posts = line.getValue();
      index.append(
          "  - {id: %1$s_score, name: %1$s, value: %1$s, polarity: positive, weight: %2$s,\n"
                  .formatted(id, weight.get(id))
              + "     normalise: {method: goalposts, lower: %s, upper: %s}}\n"
                  .formatted(posts.get("lower"), posts.get("upper")));
      returns.append("  - {id: %1$s, name: %1$s, kind: number}\n".formatted(id));
    }
    List<String> units = new ArrayList<>();
    countries.forEach(name -> units.add("{id: u%d, name: %s}".formatted(units.size(), name)));
    Files.writeString(folder.resolve("index.yaml"), index);
    Files.writeString(folder.resolve("returns.yaml"), returns);
    Files.writeString(
        folder.resolve("townships.yaml"), "units: [" + String.join(", ", units) + "]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EW", "BAP"})
  void allRanksOfTable23(String weights) throws IOException {
    Map<String, Map<String, String>> values = table("tai_raw_23.csv");
    configure(weights, values.keySet());
    ConfigLoader.Loaded loaded = ConfigLoader.load(folder, "config");
    assertThat(loaded.problems().all()).isEmpty();
    Configuration configuration = loaded.configuration().orElseThrow();
    Panel panel = new Panel(configuration.roster(), configuration.returns().fields());
    int unit = 0;
    for (Map<String, String> country : values.values()) {
      for (int field = 0; field < panel.fields().size(); field++) {
        String value = country.getOrDefault(panel.fields().get(field).id(), "");
        panel.put(Period.ALL, unit, field, Double.parseDouble(value), Origins.NONE);
      }
      unit++;
    }
    Scores scores = new IndexCalculator(configuration.index(), panel).calculate();
    Standing standing =
        new Trend(scores, configuration.rules(), panel).at(Period.ALL).orElseThrow();

    Map<String, Double> ranks = new LinkedHashMap<>();
    Map<String, Double> printed = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(values.keySet());
    for (Map.Entry<String, Map<String, String>> line : table("tai_table23_ranks.csv").entrySet()) {
      ranks.put(line.getKey(), standing.rank(names.indexOf(line.getKey())));
      printed.put(line.getKey(), Double.valueOf(line.getValue().getOrDefault(weights, "")));
    }
    assertThat(ranks).hasSize(23).isEqualTo(printed);
    assertThat(Arrays.stream(standing.scores().scores(0)).allMatch(s -> s > 0 && s < 100)).isTrue();
  }
}
