package peaceindex.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Event;
import peaceindex.panel.Figures;
import peaceindex.panel.Frequency;
import peaceindex.panel.Lateness;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.returns.ReturnsReader;

/** Every case of the folder: exactly its figures, each from its cell, and exactly its problems. */
class ReturnCasesTest {
  private static final Path CASES = Path.of("src/test/resources/peaceindex/cases");
  private static final Path CONFIG = Path.of("config");
  private static final Configuration CONFIGURATION = load(CONFIG);
  private static final int LEAST_CASES = 220;

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      List<Path> found = files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
      return found.stream().map(CASES::relativize);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isReadAsExpected(Path file, @TempDir Path workspace) throws IOException {
    ReturnCase expected = ReturnCase.parse(CASES.resolve(file));
    Path input = workspace.resolve("input");
    expected.write(input);
    Map<String, byte[]> before = bytes(input);
    Configuration configuration = configuration(expected, workspace.resolve("config"));
    ReturnsReader.Result result =
        ReturnsReader.read(
            input,
            "input",
            configuration.returns(),
            configuration.roster(),
            expected.frequency(),
            (done, of) -> {});
    for (Lang lang : Lang.values()) {
      judgeMessages(result, expected, lang);
    }
    assertThat(problems(result, expected.ignored()))
        .as(file.toString())
        .isEqualTo(expected.problems());
    Set<String> found = figures(result.panel(), expected.figures());
    found.addAll(events(result.panel(), expected.figures()));
    assertThat(found).as(file.toString()).isEqualTo(expected.figures());
    Map<String, byte[]> after = bytes(input);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(before.get(name)));
  }

  @Test
  void theSampleHoldsItsAnomaliesAndNoOther() throws IOException {
    ReturnsReader.Result result =
        ReturnsReader.read(
            Path.of("input"),
            "input",
            CONFIGURATION.returns(),
            CONFIGURATION.roster(),
            Frequency.MONTH,
            (done, of) -> {});
    assertThat(result.problems().all().stream().map(p -> p.code().id() + " " + p.where().show()))
        .containsExactlyInAnyOrder(
            "P501 input/2025-08",
            "P505 input/2025-10/白马镇_2025-10.xlsx",
            "P403 input/2025-12/大河镇_2025-12.xlsx [月报表!B8]",
            "P502 input/收件登记表.xlsx [收件登记!E182]");
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(LEAST_CASES);
  }

  /** The sample configuration, or a copy with the rules of the case. */
  private static Configuration configuration(ReturnCase expected, Path copy) throws IOException {
    String sample = Files.readString(CONFIG.resolve("returns.yaml"));
    String rules = expected.rules(sample);
    String index = Files.readString(CONFIG.resolve("index.yaml"));
    String method = expected.method(index);
    if (rules.equals(sample) && method.equals(index)) {
      return CONFIGURATION;
    }
    Files.createDirectories(copy);
    Files.copy(CONFIG.resolve("townships.yaml"), copy.resolve("townships.yaml"));
    Files.writeString(copy.resolve("index.yaml"), method);
    Files.writeString(copy.resolve("returns.yaml"), rules);
    return load(copy);
  }

  private static Configuration load(Path folder) {
    return ConfigLoader.load(folder, "config").configuration().orElseThrow();
  }

  /** Messages are whole, on one line, say what they must, and never what is nobody's business. */
  private static void judgeMessages(ReturnsReader.Result result, ReturnCase expected, Lang lang) {
    List<String> lines =
        result.problems().all().stream().map(problem -> Messages.line(problem, lang)).toList();
    assertThat(lines).noneMatch(line -> line.contains("{") || line.contains("\n"));
    for (String said : lang == Lang.ZH ? expected.head("says") : List.<String>of()) {
      assertThat(lines).as(said).anyMatch(line -> line.contains(said));
    }
    for (String secret : expected.head("secret")) {
      assertThat(lines).as(secret).noneMatch(line -> line.contains(secret));
    }
  }

  private static Set<String> problems(ReturnsReader.Result result, Set<String> ignored) {
    Set<String> lines = new TreeSet<>();
    for (Problem problem : result.problems().all()) {
      if (!ignored.contains(problem.code().id())) {
        String place = problem.where().show().replaceFirst("^input/?", "");
        lines.add((problem.severity().tag() + " " + problem.code().id() + " " + place).strip());
      }
    }
    return lines;
  }

  /** The figures of December 2025, or of the periods that the expected lines begin with. */
  private static Set<String> figures(Panel panel, Set<String> expected) {
    boolean dated = expected.stream().anyMatch(line -> line.matches("\\d{4}-\\S+ .*"));
    Set<String> lines = new TreeSet<>();
    for (Period period : panel.periods()) {
      if (!dated && !period.equals(Period.month(2025, 12))) {
        continue;
      }
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        for (int field = 0; field < panel.fields().size(); field++) {
          CellStatus status = panel.status(period, unit, field);
          if (status == CellStatus.REPORTED || status == CellStatus.NOT_APPLICABLE) {
            lines.add(
                (dated ? period + " " : "")
                    + panel.roster().get(unit).name().zh()
                    + " "
                    + panel.fields().get(field).name().zh()
                    + " "
                    + (status == CellStatus.REPORTED
                        ? Figures.plain(panel.value(period, unit, field))
                        : "不适用")
                    + " "
                    + panel.origin(period, unit, field).orElseThrow().cell());
          }
        }
      }
    }
    return lines;
  }

  /** The events, and what is known of late and missing returns where the case expects any. */
  private static Set<String> events(Panel panel, Set<String> expected) {
    Set<String> lines = new TreeSet<>();
    for (Event event : panel.events()) {
      lines.add(
          "event %s %s %s %d %s"
              .formatted(
                  panel.roster().get(event.unit()).name().zh(),
                  event.date(),
                  event.rule(),
                  event.times(),
                  panel.origins().cell(event.origin()).orElseThrow().cell()));
    }
    boolean asked = expected.stream().anyMatch(line -> line.matches("(late|missing) .*"));
    for (int unit = 0; asked && unit < panel.roster().size(); unit++) {
      String name = panel.roster().get(unit).name().zh();
      for (Lateness late : panel.lateness(Period.month(2025, 12), unit)) {
        String cell = panel.origins().cell(late.origin()).orElseThrow().cell();
        lines.add(late.missing() ? "missing " + name : "late " + name + " " + cell);
      }
    }
    return lines;
  }

  private static Map<String, byte[]> bytes(Path folder) throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }
}
