package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;

/**
 * What the tool says about broken configurations, word for word.
 *
 * <p>Each file under {@code broken/} is a case: a title, then the configuration files that differ
 * from those under {@code base/} ({@code === index.yaml}; {@code === without index.yaml} takes one
 * away), then the lines expected in Chinese and English. A new case is a new file. After a message
 * was changed on purpose, {@code mvn test -Dtest=BrokenConfigurationTest -Dcases.rewrite=true}
 * writes down what is said now; read the difference before committing it.
 */
class BrokenConfigurationTest {
  private static final Path RESOURCES = Path.of("src/test/resources/peaceindex/config");

  @TempDir Path folder;

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("broken"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsWrongAndWhere(String name) throws IOException {
    Path file = RESOURCES.resolve("broken").resolve(name);
    Map<String, String> parts = parts(Files.readString(file));
    for (String document : Schemas.NAMES) {
      String yaml = document + ".yaml";
      if (!parts.containsKey("without " + yaml)) {
        Files.copy(RESOURCES.resolve("base").resolve(yaml), folder.resolve(yaml));
      }
    }
    for (Map.Entry<String, String> part : parts.entrySet()) {
      if (part.getKey().matches("(indices/)?\\w+\\.ya?ml")) {
        Path written = folder.resolve(part.getKey());
        Files.createDirectories(written.getParent());
        Files.writeString(written, part.getValue());
      }
    }

    ConfigLoader.Loaded loaded = ConfigLoader.load(folder, "config");

    String zh = lines(loaded.problems(), Lang.ZH);
    String en = lines(loaded.problems(), Lang.EN);
    if (Boolean.getBoolean("cases.rewrite")) {
      rewrite(file, parts, zh, en);
      return;
    }
    assertThat(zh).isEqualTo(parts.get("zh"));
    assertThat(en).isEqualTo(parts.get("en"));
    assertThat(loaded.configuration().isEmpty()).isEqualTo(loaded.problems().hasErrors());
    assertThat(zh).as("a case without a fault").isNotEmpty();
  }

  private static String lines(Problems problems, Lang lang) {
    StringBuilder lines = new StringBuilder();
    problems.all().forEach(problem -> lines.append(Messages.line(problem, lang)).append('\n'));
    return lines.toString();
  }

  /** The parts of a case by their headings; the title is the first, without a heading. */
  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : text.replace("\r\n", "\n").split("(?m)^=== ")) {
      int end = part.indexOf('\n');
      parts.put(part.substring(0, end).strip(), part.substring(end + 1));
    }
    return parts;
  }

  private static void rewrite(Path file, Map<String, String> parts, String zh, String en)
      throws IOException {
    Map<String, String> now = new LinkedHashMap<>(parts);
    now.put("zh", zh);
    now.put("en", en);
    List<String> written = new ArrayList<>();
    now.forEach((heading, body) -> written.add(heading + "\n" + body));
    Files.writeString(file, String.join("=== ", written));
  }
}
