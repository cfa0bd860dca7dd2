package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.workbooks.TextWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program from the outside: what the clerk types, what she sees, what lies in the folders. */
class MainTest {
  @TempDir Path workspace;

  private record Run(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  @BeforeEach
  void makeWorkspace() throws IOException {
    write(
        "config/townships.yaml",
        """
        units:
          - {id: qs, name: {zh: 青石镇, en: Qingshi}}
          - {id: bm, name: {zh: 白马镇, en: Baima}}
        """);
    write(
        "config/returns.yaml",
        """
        fields:
          - {id: received, name: {zh: 受理数, en: Received}, kind: count}
          - {id: resolved, name: {zh: 化解数, en: Resolved}, kind: count, partOf: received}
        """);
    write(
        "config/index.yaml",
        """
        id: demo
        name: {zh: 示范指数, en: Demo index}
        area: {zh: 示范县, en: Demo county}
        period: month
        children:
          - id: rate
            name: {zh: 化解率, en: Resolution rate}
            value: 化解数 / 受理数 * 100
            polarity: positive
            normalise: {method: goalposts, lower: 0, upper: 100}
        """);
    returns("2025-11", 50, 90);
    returns("2025-12", 80, 70);
  }

  private void write(String path, String text) throws IOException {
    Path file = workspace.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private void returns(String month, int qingshi, int baima) throws IOException {
    TextWorkbook.of("单位名称 | 受理数 | 化解数\n青石镇 | 100 | %d\n白马镇 | 100 | %d".formatted(qingshi, baima))
        .write(workspace.resolve("input/" + month + "/月报.xlsx"));
  }

  private Run run(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    if (!all.isEmpty() && all.get(0).equals("score")) {
      all.addAll(1, List.of("--workspace", workspace.toString()));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            all.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Map<String, String> files(String folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.exists(workspace.resolve(folder))) {
      try (Stream<Path> tree = Files.walk(workspace.resolve(folder))) {
        for (Path file : tree.filter(Files::isRegularFile).toList()) {
          String name = workspace.relativize(file).toString().replace('\\', '/');
          files.put(
              name,
              java.util.HexFormat.of().formatHex(Arrays.copyOf(sha(Files.readAllBytes(file)), 8)));
        }
      }
    }
    return files;
  }

  private static byte[] sha(byte[] bytes) {
    try {
      return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void scoresTheNewestMonthAndSaysWhatItWrote() throws IOException {
    Map<String, String> before = files("input");
    Run run = run("score", "--no-charts");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("示范县示范指数排名　2025年12月\n")
        .contains("化解率")
        .containsPattern("\n +1 +青石镇 +80\\.00 +\\+30\\.00 +↑1 ")
        .containsPattern("\n +2 +白马镇 +70\\.00 +-20\\.00 +↓1 ")
        .contains("共发现 0 处错误，0 处警告，0 条提示。")
        .contains("/output/2025-12/result.json  ");
    assertThat(files("output").keySet())
        .containsExactly(
            "output/2025-12/history.xlsx",
            "output/2025-12/result.json",
            "output/2025-12/scored.xlsx");
    assertThat(files("input")).isEqualTo(before);
  }

  @Test
  void drawsTheCharts() throws IOException {
    assertThat(run("score").code()).isZero();
    assertThat(files("output").keySet())
        .contains(
            "output/2025-12/charts/contributions.png",
            "output/2025-12/charts/contributions.svg",
            "output/2025-12/charts/heatmap.png",
            "output/2025-12/charts/heatmap.svg",
            "output/2025-12/charts/ranking.png",
            "output/2025-12/charts/ranking.svg",
            "output/2025-12/charts/trend.png",
            "output/2025-12/charts/trend.svg");
  }

  @Test
  void scoresAGivenMonthInEnglish() {
    Run run = run("score", "2025-11", "--lang", "en", "--no-charts");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Demo county, Demo index: ranking 2025-11\n")
        .contains("Baima")
        .contains("0 error(s), 0 warning(s), 0 remark(s).")
        .doesNotContainPattern("\\p{IsHan}");
  }

  /** A survey of the quarter: in November its weight goes to the other indicator. */
  @Test
  void whatIsNotDueIsSaidAndNoGap() throws IOException {
    Path config = workspace.resolve("config");
    String returns = Files.readString(config.resolve("returns.yaml"));
    write(
        "config/returns.yaml",
        returns.replace(
            "fields:\n",
            "fields:\n  - {id: view, name: {zh: 满意度, en: Satisfaction}, kind: percentage,"
                + " frequency: quarter}\n"));
    write(
        "config/index.yaml",
        Files.readString(config.resolve("index.yaml"))
            + """
              - id: view
                name: {zh: 满意度, en: Satisfaction}
                value: 满意度
                polarity: positive
                normalise: {method: goalposts, lower: 0, upper: 100}
            """);
    Run november = run("score", "2025-11", "--no-charts");
    assertThat(november.out())
        .containsPattern("\n +1 +白马镇 +90\\.00 .* 90\\.00 +—\n")
        .contains("未到期：满意度不是每期都报送")
        .doesNotContain("缺项");
    Run december = run("score", "2025-12", "--no-charts", "--lang", "en");
    assertThat(december.err()).contains("P204").doesNotContain("2025-11");
    assertThat(december.out()).doesNotContain("Not due");
  }

  @Test
  void jsonIsTheSameAsTheFileAndAloneOnStdout() throws IOException {
    Run run = run("score", "--json", "--no-charts");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(Files.readString(workspace.resolve("output/2025-12/result.json")));
    assertThat(run.json().get("units").get(0).get("unit").asString()).isEqualTo("qs");
  }

  @Test
  void errorsInReturnsGiveExitCodeOneAndStrictPublishesNothing() throws IOException {
    returns("2025-12", 120, 70);
    Run strict = run("score", "--strict", "--no-charts");
    assertThat(strict.code()).isEqualTo(1);
    assertThat(files("output")).isEmpty();
    assertThat(strict.err()).contains("P403").contains("U110").contains("有 1 处错误");
    Run run = run("score", "--no-charts");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "input/2025-12/月报.xlsx [表1!C2]: 错误 P403: “化解数”大于“受理数”（实际：120 大于 100），两项均未采用。请核对\n");
    assertThat(run.out()).contains("未排名：青石镇（没有一项指标可以计算）").doesNotContain("缺项");
    Run json = run("score", "--strict", "--json", "--no-charts");
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.json().get("units")).isEmpty();
    assertThat(json.json().get("problems").get(0).get("code").asString()).isEqualTo("P403");
  }

  @Test
  void sameBytesInAnyZoneAndLocale() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      run("score");
      Map<String, String> first = files("output");
      Locale.setDefault(new Locale("ar", "EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      run("score");
      assertThat(files("output")).isEqualTo(first).hasSize(11);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest(name = "{0}: {2} and exit code {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no input            | 2 | U101
          empty input         | 2 | U102
          only notes          | 2 | U102
          no such month       | 2 | U103
          a day for a month   | 2 | U104
          a word for a month  | 2 | U104
          output is a file    | 2 | U105
          month is a file     | 2 | U105
          charts is a file    | 2 | U105
          output in input     | 2 | U113
          no config           | 2 | C101
          broken YAML         | 2 | C102
          unknown method      | 2 | C106
          unknown option      | 2 | U106
          two periods         | 2 | U106
          option without value| 2 | U107
          bad language        | 2 | U108
          bad date            | 2 | U108
          unknown command     | 2 | U109
          no command          | 2 | U114
          """)
  void badInputGetsOneClearLineInBothLanguages(String fault, int code, String problem)
      throws IOException {
    for (String lang : List.of("zh", "en")) {
      Run run = run(commandFor(fault, lang));
      assertThat(run.code()).as(run.err()).isEqualTo(code);
      assertThat(run.err().lines().filter(line -> line.contains(" " + problem + ": ")))
          .as(run.err())
          .hasSize(1);
      assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("{");
      assertThat(run.out()).isEmpty();
      if (lang.equals("en")) {
        assertThat(run.err().replaceAll("“?[^ \"]*月报[^ \"]*", ""))
            .doesNotContainPattern("\\p{IsHan}");
      }
      if (!fault.endsWith("command")) {
        List<String> json = new ArrayList<>(List.of(commandFor(fault, lang)));
        json.add(1, "--json");
        Run asJson = run(json.toArray(String[]::new));
        assertThat(asJson.code()).isEqualTo(code);
        assertThat(asJson.json().get("problems").toString()).contains(problem);
      }
    }
  }

  private String[] commandFor(String fault, String lang) throws IOException {
    List<String> command = new ArrayList<>(List.of("score", "--no-charts", "--lang", lang));
    switch (fault) {
      case "no input" ->
          command.addAll(List.of("--input", workspace.resolve("nowhere").toString()));
      case "empty input" -> {
        Files.createDirectories(workspace.resolve("empty"));
        command.addAll(List.of("--input", workspace.resolve("empty").toString()));
      }
      case "only notes" -> {
        write("notes/2025-12/readme.md", "x");
        command.addAll(List.of("--input", workspace.resolve("notes").toString()));
      }
      case "no such month" -> command.add("2026-03");
      case "a day for a month" -> command.add("2025-12-03");
      case "a word for a month" -> command.add("December");
      case "output is a file" -> {
        write("taken", "x");
        command.addAll(List.of("--output", workspace.resolve("taken").toString()));
      }
      case "month is a file" -> write("output/2025-12", "x");
      case "charts is a file" -> {
        write("output/2025-12/charts", "x");
        command.remove("--no-charts");
      }
      case "output in input" ->
          command.addAll(List.of("--output", workspace.resolve("input/out").toString()));
      case "no config" ->
          command.addAll(List.of("--config", workspace.resolve("nowhere").toString()));
      case "broken YAML" -> write("config/index.yaml", "id: [demo\nname: x");
      case "unknown method" ->
          write(
              "config/index.yaml",
              Files.readString(workspace.resolve("config/index.yaml"))
                  .replace("goalposts", "goalpost"));
      case "unknown option" -> command.add("--strickt");
      case "two periods" -> command.addAll(List.of("2025-11", "2025-12"));
      case "option without value" -> command.add("--output");
      case "bad language" -> command.addAll(List.of("--lang=fr"));
      case "bad date" -> command.addAll(List.of("--date", "2026-13-01"));
      case "unknown command" -> command = new ArrayList<>(List.of("scroe", "--lang", lang));
      case "no command" -> command = new ArrayList<>(List.of("--lang", lang));
      default -> throw new IllegalArgumentException(fault);
    }
    return command.toArray(String[]::new);
  }

  @Test
  void aFileThatIsNoWorkbookDoesNotStopTheRest() throws IOException {
    write("input/2025-12/坏文件.xlsx", "这不是工作簿");
    Run run = run("score", "--no-charts");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("input/2025-12/坏文件.xlsx: 错误 P101: ");
    assertThat(run.out()).contains("青石镇");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void helpIsCompleteInBothLanguages(String lang) {
    for (List<String> command :
        List.of(
            List.<String>of(),
            List.of("score"),
            List.of("check"),
            List.of("explain"),
            List.of("template"),
            List.of("init"),
            List.of("schema"),
            List.of("completion"))) {
      List<String> args = new ArrayList<>(command);
      args.addAll(List.of("--lang", lang, "--help"));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      int code =
          Main.run(
              args.toArray(String[]::new),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
              false);
      String help = out.toString(StandardCharsets.UTF_8);
      assertThat(code).isZero();
      assertThat(help).contains("peace-index").contains(lang.equals("zh") ? "示例：" : "Examples:");
      if (lang.equals("en")) {
        assertThat(help).doesNotContainPattern("\\p{IsHan}");
      } else {
        assertThat(help).doesNotContain("Usage").doesNotContain("Options");
      }
    }
  }

  @Test
  void printsVersionSchemasAndCompletion() {
    assertThat(run("--version").out()).startsWith("peace-index ");
    assertThat(run("completion").out()).contains("complete -F");
    for (String document :
        List.of("index", "returns", "townships", "result", "check", "explanation")) {
      Run run = run("schema", document);
      assertThat(run.code()).isZero();
      assertThat(run.json().get("$schema").asString()).contains("2020-12");
    }
  }
}
