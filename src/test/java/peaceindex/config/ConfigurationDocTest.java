package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The page {@code docs/configuration.md} has every key of every file in a table under the file's
 * heading, in both languages and with its default, knows no others, and its examples load.
 */
class ConfigurationDocTest {
  static final String PAGE = "docs/configuration.md";
  private static final Path BASE = Path.of("src/test/resources/peaceindex/config/base");

  @TempDir Path folder;

  /** A key of a schema. */
  private record Key(String name, String byDefault) {}

  /** The snippets of each section that has any; those of one section belong together. */
  static Collection<List<DocPage.Block>> sections() throws IOException {
    return DocPage.read(PAGE).blocks().stream()
        .filter(block -> !block.isTable())
        .collect(
            Collectors.groupingBy(DocPage.Block::headings, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  @ParameterizedTest
  @MethodSource("sections")
  void anExampleLoads(List<DocPage.Block> snippets) throws IOException {
    new DocConfig(
            snippets,
            Files.readString(BASE.resolve("returns.yaml")),
            Files.readString(BASE.resolve("townships.yaml")),
            "化解数 / 受理数 * 100",
            "")
        .load(folder, snippets.get(0).heading());
  }

  /** The keys that stand in the first column of tables under the heading of a file. */
  private static List<List<String>> rows(String file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (DocPage.Block block : DocPage.read(PAGE).blocks()) {
      if (block.isTable() && block.headings().contains(file + ".yaml")) {
        List<List<String>> cells = block.cells();
        assertThat(cells.get(0)).as("line %d", block.line()).hasSize(5);
        rows.addAll(cells.subList(1, cells.size()));
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "returns", "townships"})
  void everyKeyIsThereWithItsDefault(String file) throws IOException {
    List<List<String>> rows = rows(file);
    for (Key key : keys(Schemas.json(file), new LinkedHashSet<>())) {
      assertThat(rows)
          .as("%s.yaml, key %s", file, key.name())
          .anyMatch(
              row ->
                  row.get(0).equals("`" + key.name() + "`")
                      && (key.byDefault().isEmpty()
                          || row.get(2).equals("`" + key.byDefault() + "`")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "returns", "townships"})
  void noKeyIsThereThatTheFileDoesNotKnow(String file) throws IOException {
    Set<String> known = new LinkedHashSet<>();
    keys(Schemas.json(file), new LinkedHashSet<>())
        .forEach(key -> known.add("`" + key.name() + "`"));
    assertThat(rows(file)).allSatisfy(row -> assertThat(known).contains(row.get(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "returns", "townships"})
  void aKeyIsExplainedInBothLanguages(String file) throws IOException {
    assertThat(rows(file))
        .allSatisfy(
            row -> {
              assertThat(row.get(1)).as(row.get(0)).isNotEmpty();
              assertThat(row.get(3)).as(row.get(0)).isNotEmpty();
              assertThat(row.get(4)).as(row.get(0)).containsPattern("\\p{IsHan}");
            });
  }

  @Test
  void everyMethodIsNamedWithItsSection() throws IOException {
    String text = DocPage.read(PAGE).text();
    assertThat(MethodDocTest.methods())
        .allSatisfy(method -> assertThat(text).contains("[`" + method.name() + "`](method.md#"));
  }

  /** All keys of a schema, wherever they stand; codes of problems have a page of their own. */
  private static Set<Key> keys(JsonNode schema, Set<Key> found) {
    JsonNode properties = schema.path("properties");
    properties
        .properties()
        .forEach(
            property -> {
              if (!property.getKey().matches("P\\d{3}") && !property.getValue().isBoolean()) {
                found.add(
                    new Key(property.getKey(), property.getValue().path("default").asString("")));
              }
            });
    schema.valueStream().forEach(child -> keys(child, found));
    return found;
  }
}
