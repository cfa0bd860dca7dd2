package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.problem.LineRef;
import peaceindex.problem.Problems;

/**
 * What is read and checked quickly is what the parser reads and the validator checks: of every
 * configuration there is, and of many that somebody spoiled.
 */
class PlainYamlTest {
  private static final Path BASE = Path.of("src/test/resources/peaceindex/config/base");
  private static final int SPOILED = 800;

  /** What may stand where something else stood. */
  private static final List<String> STRANGE =
      List.of(
          " ", "  ", "\n", ":", ": ", "-", "- ", "#", " #", ",", "[", "]", "{", "}", "\"", "'",
          "''", "|", ">", "&a ", "*a", "!", "~", "null", "true", "1", "-1", "2.0", "1e400", "0.5",
          "？", "：", "\t", "\r\n", "\\n", "?", "? ", "%", "@", "`", "<<: ", "---\n", "...", "𠀀",
          "\u00A0", "");

  static Stream<Path> files() {
    return Stream.of(BASE, Path.of("config"))
        .flatMap(folder -> Schemas.NAMES.stream().map(name -> folder.resolve(name + ".yaml")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsAndChecksAsTheParserAndTheValidatorDo(Path file) throws IOException {
    String good = Files.readString(file).replace("\r\n", "\n");
    String schema = file.getFileName().toString().replace(".yaml", "");
    Shape shape = Schemas.shape(schema);
    assertThat(shape.isKeptBy(parse(good).orElseThrow())).isTrue();
    Random random = new Random(7);
    int plain = 0;
    int kept = 0;
    for (int i = 0; i < SPOILED; i++) {
      String text = spoil(good, random);
      Optional<YamlNode> parsed = parse(text);
      Optional<YamlNode> read = PlainYaml.read(text, "f");
      if (read.isPresent()) {
        plain++;
        assertThat(shown(read)).as(text).isEqualTo(shown(parsed));
      }
      if (parsed.isPresent() && shape.isKeptBy(parsed.get())) {
        kept++;
        Problems problems = new Problems();
        StructureCheck.validate(schema, parsed.get(), problems);
        assertThat(problems.all()).as(text).isEmpty();
      }
    }
    // Otherwise nothing was compared, and nothing is read quickly.
    assertThat(plain).isGreaterThan(SPOILED / 20);
    assertThat(kept).isGreaterThan(SPOILED / 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b\n",
        "a:\nb:   # nothing\nc: {d: 1, e: [x, \"y z\", 'w']}",
        "units:\n- {id: a}\n- id: b\n  name: c\n\n# end\nlast: -1.5 # minus\n",
        "a:\n  - b\n  -   c: d\n      e: f\n",
        "a: it's a \"word\" with #hash, comma and http://x/y\n",
        "a: ''\nb: \"\"\nc: []\nd: {}\n",
        "甲: 乙，丙\n"
      })
  void readsWhatIsPlain(String text) {
    assertThat(shown(PlainYaml.read(text, "f"))).isNotEmpty().isEqualTo(shown(parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "- a\n",
        "{a: b}",
        "a: b\n c\n",
        "a: b: c\n",
        "a: {b: c,}\n",
        "a: {b}\n",
        "a: |\n  b\n",
        "a: &b c\n",
        "a: *b\n",
        "a: b\na: c\n",
        "<<: {a: b}\n",
        "a:\tb\n",
        "a: \"b\\n\"\n",
        "a: 'it''s'\n",
        "a: [b\n  ,c]\n",
        "---\na: b\n",
        "a: b\n---\n",
        "null: b\n",
        "1: b\n",
        "a: \"b\" c\n",
        "a: - b\n"
      })
  void leavesTheRestToTheParser(String text) {
    assertThat(PlainYaml.read(text, "f")).isEmpty();
  }

  @Test
  void theSampleIsPlain() throws IOException {
    for (String name : Schemas.NAMES) {
      assertThat(PlainYaml.read(Files.readString(Path.of("config", name + ".yaml")), "f"))
          .as(name)
          .isPresent();
    }
  }

  private static Optional<YamlNode> parse(String text) {
    Problems problems = new Problems();
    Optional<YamlNode> parsed = YamlDocument.parse(text, "f", problems);
    // Of a key that is there twice the parser speaks as well.
    return problems.size() == 0 ? parsed : Optional.empty();
  }

  /** One or two changes of a character, a word or a line. */
  private static String spoil(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
      int from = random.nextInt(out.length());
      int to = from;
      switch (random.nextInt(4)) {
        case 0 -> to = Math.min(out.length(), from + 1);
        case 1 -> {
          while (to < out.length() && Character.isLetterOrDigit(out.charAt(to))) {
            to++;
          }
        }
        case 2 -> {
          from = out.lastIndexOf("\n", from) + 1;
          to = Math.max(from, out.indexOf("\n", from) + 1);
        }
        default -> {}
      }
      out.replace(from, to, STRANGE.get(random.nextInt(STRANGE.size())));
    }
    return out.toString();
  }

  /** All that is known of a node and of those in it. */
  private static List<String> shown(Optional<YamlNode> root) {
    List<String> lines = new ArrayList<>();
    root.ifPresent(node -> show("", node, lines));
    return lines;
  }

  private static void show(String path, YamlNode node, List<String> lines) {
    LineRef first = node.isScalar() ? node.where(0) : node.where();
    lines.add(
        String.join(
            " ",
            path,
            node.kind().toString(),
            node.where().show(),
            first.show(),
            node.textOrEmpty(),
            node.size() + " " + node.height()));
    for (String key : node.keys()) {
      lines.add(path + "/" + key + " " + node.keyPlace(key).show());
      show(path + "/" + key, node.get(key), lines);
    }
    for (int i = 0; i < node.items().size(); i++) {
      show(path + "/" + i, node.items().get(i), lines);
    }
  }
}
