package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import peaceindex.problem.Severity;

/**
 * Snippets of the manual put into a sound configuration. Each says in its first line where it
 * belongs: {@code # index.yaml}, {@code # returns.yaml}, {@code # townships.yaml}, {@code #
 * indices/NAME.yaml} or {@code # within an indicator}. What a file needs and a snippet does not say
 * is added.
 */
final class DocConfig {
  static final String INDICATOR = "within an indicator";
  private static final String INDEX = "index.yaml";

  private final Map<String, String> files = new TreeMap<>();
  private final String children;

  /**
   * @param returns all of {@code returns.yaml}, if no snippet says {@code fields}
   * @param townships all of {@code townships.yaml}, if no snippet says {@code units}
   * @param value the value of an indicator that does not say its own
   * @param children the tree of an index that does not say its own; empty for one indicator
   */
  DocConfig(
      List<DocPage.Block> snippets,
      String returns,
      String townships,
      String value,
      String children) {
    String indicator =
        snippets.stream()
            .filter(block -> block.place().equals(INDICATOR))
            .map(DocPage.Block::text)
            .findFirst()
            .orElse("");
    this.children =
        children.isEmpty() || !indicator.isEmpty() ? oneIndicator(indicator, value) : children;
    for (DocPage.Block block : snippets) {
      if (!block.place().equals(INDICATOR)) {
        files.merge(block.place(), block.text(), String::concat);
      }
    }
    files.putIfAbsent(INDEX, "");
    files.replaceAll((name, text) -> completed(name, text, returns, townships));
    files.putIfAbsent("returns.yaml", returns);
    files.putIfAbsent("townships.yaml", townships);
  }

  private static boolean says(String text, String key) {
    return Pattern.compile("(?m)^" + key + ":").matcher(text).find();
  }

  private static String oneIndicator(String snippet, String value) {
    StringBuilder lines = new StringBuilder();
    lines.append(says(snippet, "id") ? "" : "id: indicator\n");
    lines.append(says(snippet, "name") ? "" : "name: Indicator\n");
    boolean hasValue = says(snippet, "value") || says(snippet, "score");
    lines.append(hasValue ? "" : "value: \"" + value + "\"\n");
    lines.append(says(snippet, "polarity") ? "" : "polarity: positive\n");
    lines.append(says(snippet, "normalise") ? "" : "normalise: {method: asIs}\n");
    lines.append(snippet);
    return "  -\n" + lines.toString().indent(4);
  }

  private String completed(String name, String text, String returns, String townships) {
    if (name.equals("returns.yaml")) {
      return says(text, "fields") ? text : text + returns;
    }
    if (name.equals("townships.yaml")) {
      return says(text, "units") ? text : text + townships;
    }
    StringBuilder all = new StringBuilder(text);
    all.append(says(text, "id") ? "" : "id: peace\n");
    all.append(says(text, "name") ? "" : "name: Peace Index\n");
    all.append(says(text, "area") ? "" : "area: County\n");
    all.append(says(text, "period") ? "" : "period: month\n");
    boolean hasTree = says(text, "children") || says(text, "versions");
    all.append(hasTree ? "" : "children:\n" + children);
    return all.toString();
  }

  /** The configuration; the snippets must be sound. */
  Configuration load(Path folder, String place) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    ConfigLoader.Loaded loaded = ConfigLoader.load(folder, "config");
    assertThat(
            loaded.problems().all().stream().filter(p -> p.severity() == Severity.ERROR).toList())
        .as("%s in %s", place, files)
        .isEmpty();
    return loaded.configuration().orElseThrow();
  }
}
