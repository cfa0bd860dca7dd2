package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.report.CheckJson;
import tools.jackson.databind.JsonNode;

/** {@code peace-index check} from the outside. */
class CheckCommandTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(CheckJson.schema(), InputFormat.JSON);

  private static final String GOOD =
      "单位名称 | 受理数 | 化解数 | 群众满意度\n青石镇 | 100 | 90 | 98.6%\n白马镇 | 80 | 70 | 95";

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void makeWorkspace() throws IOException {
    workspace = Workspace.in(folder.resolve("ws"));
  }

  private Cli json(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--json");
    Cli run = workspace.run("check", all.toArray(String[]::new));
    assertThat(SCHEMA.validate(run.out(), InputFormat.JSON)).as(run.out()).isEmpty();
    return run;
  }

  private static List<String> texts(JsonNode array, String... keys) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : array) {
      List<String> parts = new ArrayList<>();
      for (String key : keys) {
        parts.add(one.get(key).asString());
      }
      texts.add(String.join(" ", parts));
    }
    return texts;
  }

  @Test
  void aCleanMonthGetsATableAndExitCodeZero() throws IOException {
    workspace.workbook("input/2025-12/月报.xlsx", GOOD);
    Cli run = workspace.run("check");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            报表核对结果　2025年12月（1 个文件）

            单位    收到  齐全  错误  警告  迟报  缺报
            青石镇  是    是       0     0  —     —
            白马镇  是    是       0     0  —     —

            共发现 0 处错误，0 处警告，0 条提示。
            """);
  }

  @Test
  void aReturnIsCompleteWithoutWhatIsNotDue() throws IOException {
    String config = Files.readString(folder.resolve("ws/config/returns.yaml"));
    workspace.write(
        "config/returns.yaml",
        config.replace("kind: percentage,", "kind: percentage, frequency: quarter,"));
    for (String month : List.of("2025-11", "2025-12")) {
      workspace.workbook(
          "input/" + month + "/月报.xlsx",
          "单位名称 | 受理数 | 化解数\n青石镇 | 1%s | 90\n白马镇 | 8%s | 70"
              .formatted(month.substring(5), month.substring(6)));
    }
    assertThat(workspace.run("check", workspace.at("input/2025-11")).out())
        .containsPattern("青石镇 +是 +是 ")
        .containsPattern("白马镇 +是 +是 ");
    assertThat(workspace.run("check", workspace.at("input/2025-12")).out())
        .containsPattern("青石镇 +是 +否 ")
        .containsPattern("白马镇 +是 +否 ");
  }

  @Test
  void severalMonthsAreCountedAndTheRegisterSaysWhoWasLate() throws IOException {
    workspace.workbook("input/2025-11/月报.xlsx", GOOD);
    workspace.workbook("input/2025-12/青石.xlsx", "填报单位 | 青石镇\n受理数 | 100\n化解数 | 120\n群众满意度 |");
    workspace.workbook(
        "input/收件登记表.xlsx",
        "单位名称 | 文件名 | 所属月份 | 收到日期 | 类别\n青石镇 | 青石.xlsx | 2025-12 | #2026-01-08 | 首报\n"
            + "白马镇 | 月报.xlsx | 2025-11 | #2025-12-03 | 首报");
    Cli run = workspace.run("check", "--lang", "en");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            """
            Returns checked: 2025-11 to 2025-12 (2 files)

            Unit     Arrived  Complete  Errors  Warnings  Late  Missing
            Qingshi      2/2       1/2       1         1     1        0
            Baima        1/2       1/2       0         0     0        1

            2 error(s), 2 warning(s), 0 remark(s).
            """);
    assertThat(run.err().lines().map(line -> line.replaceAll(": .*?([PU]\\d+): .*", " $1")))
        .containsExactly(
            "input/2025-12 P501",
            "input/2025-12/青石.xlsx [表1!B3] P403",
            "input/2025-12/青石.xlsx [表1!B4] P302",
            "input/收件登记表.xlsx [表1!D2] P502");
  }

  @Test
  void jsonHoldsEveryUsableFigureAsItIsUsedAndAsItWasSent() throws IOException {
    workspace.workbook(
        "input/2025-12/月报.xlsx",
        "单位名称 | 受理数 | 化解数 | 群众满意度\n青石镇 | '1,200件 | 130.5 | 98.6%\n白马镇 | 80 | 90 | 无");
    workspace.write("input/2025-12/坏.xlsx", "不是工作簿");
    JsonNode json = json().json();
    assertThat(
            texts(
                json.get("values"),
                "unit",
                "name",
                "period",
                "field",
                "fieldName",
                "value",
                "raw",
                "file",
                "sheet",
                "cell"))
        .containsExactly(
            "qs 青石镇 2025-12 received 受理数 1200 1,200件 input/2025-12/月报.xlsx 表1 B2",
            "qs 青石镇 2025-12 resolved 化解数 130.5 130.5 input/2025-12/月报.xlsx 表1 C2",
            "qs 青石镇 2025-12 sat 群众满意度 98.6 0.986 input/2025-12/月报.xlsx 表1 D2");
    assertThat(json.get("values").get(0).get("value").isNumber()).isTrue();
    assertThat(
            texts(
                json.get("problems"), "severity", "code", "file", "sheet", "cell", "unit", "field"))
        .containsExactly(
            "error P101 input/2025-12/坏.xlsx    ",
            "warning P303 input/2025-12/月报.xlsx 表1 B2 qs received",
            "warning P404 input/2025-12/月报.xlsx 表1 C2 qs resolved",
            "error P403 input/2025-12/月报.xlsx 表1 C3 bm resolved",
            "warning P302 input/2025-12/月报.xlsx 表1 D3 bm sat");
    assertThat(texts(json.get("refused"), "file", "code"))
        .containsExactly("input/2025-12/坏.xlsx P101");
    assertThat(json.get("refused").get(0).get("message").asString()).contains("另存为 .xlsx");
  }

  @Test
  void jsonSpeaksTheLanguageAskedFor() throws IOException {
    workspace.workbook("input/2025-12/a.xlsx", GOOD.replace("98.6%", "130"));
    JsonNode json = json("--lang", "en").json();
    assertThat(texts(json.get("values"), "name", "fieldName"))
        .contains("Qingshi Received", "Baima Satisfaction");
    assertThat(texts(json.get("problems"), "message"))
        .containsExactly(
            "\"Satisfaction\" is no percentage (found: 130; expected 0 to 100). Check");
  }

  @ParameterizedTest(name = "check {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          input                                         | a.xlsx 青石.xlsx | P501 P501
          input/2025-12                                 | 青石.xlsx        | P501
          input/2025-12/青石.xlsx                       | 青石.xlsx        | ''
          input/2025-12/青石.xlsx input/2025-12/青石.xlsx | 青石.xlsx      | ''
          input/2025-12 input/2025-12/青石.xlsx         | 青石.xlsx        | P501
          input/2025-12/青石.xlsx input/2025-11         | a.xlsx 青石.xlsx | P501
          ../post                                       | b.xlsx           | ''
          ../post ../post/b.xlsx                        | b.xlsx           | ''
          ../post/2025-10                               | c.xlsx           | P501
          """)
  void readsWhatIsNamedOnceAndJudgesWhoIsMissingByTheMonthsFolder(
      String targets, String files, String codes) throws IOException {
    String form = "填报单位 | 青石镇\n受理数 | 1\n化解数 | 1\n群众满意度 | 90";
    workspace.workbook("input/2025-11/a.xlsx", form.replace("90", "91"));
    workspace.workbook("input/2025-12/青石.xlsx", form);
    workspace.workbook("../post/b.xlsx", "2025年9月\n" + form);
    workspace.workbook("../post/2025-10/c.xlsx", form);
    if (targets.equals("../post") || targets.startsWith("../post ")) {
      java.nio.file.Files.delete(folder.resolve("post/2025-10/c.xlsx"));
    }
    String[] args = List.of(targets.split(" ")).stream().map(workspace::at).toArray(String[]::new);
    JsonNode json = json(args).json();
    assertThat(
            texts(json.get("values"), "file").stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .distinct())
        .containsExactly(files.split(" "));
    assertThat(String.join(" ", texts(json.get("problems"), "code"))).isEqualTo(codes);
  }

  @Test
  void aFileBelongsToTheMonthOfItsFolderAndMayCorrectAnother() throws IOException {
    workspace.workbook("input/2025-12/青石.xlsx", "填报单位 | 青石镇\n受理数 | 1");
    workspace.workbook("input/2025-12/更正/青石.xlsx", "填报单位 | 青石镇\n受理数 | 2");
    JsonNode json =
        json(workspace.at("input/2025-12/更正/青石.xlsx"), workspace.at("input/2025-12/青石.xlsx"))
            .json();
    assertThat(texts(json.get("values"), "period", "value")).containsExactly("2025-12 2");
    assertThat(texts(json.get("problems"), "code")).contains("P505");
  }

  @Test
  void filesElsewhereStayApartAndNoFolderIsTold() throws IOException {
    String form = "填报单位 | %s\n受理数 | 1\n化解数 | 1\n群众满意度 | 90";
    workspace.workbook("../甲/2025-12/表.xlsx", form.formatted("青石镇"));
    workspace.workbook("../乙/2025-12/表.xlsx", form.formatted("白马镇"));
    Cli run = json(workspace.at("../甲/2025-12/表.xlsx"), workspace.at("../乙/2025-12/表.xlsx"));
    assertThat(texts(run.json().get("values"), "file").stream().distinct())
        .containsExactly("甲/2025-12/表.xlsx", "乙/2025-12/表.xlsx");
    assertThat(run.out()).doesNotContain(folder.toString());
  }

  @Test
  void manyProblemsOfOneKindAreCounted() throws IOException {
    StringBuilder rows = new StringBuilder("单位名称 | 受理数 | 化解数 | 群众满意度\n");
    for (int i = 0; i < 30; i++) {
      rows.append("无名镇 | 1 | 1 | 90\n");
    }
    workspace.workbook("input/2025-12/月报.xlsx", rows + "青石镇 | 1 | 2 | 90\n白马镇 | 1 | 1 | 90");
    Cli run = workspace.run("check");
    assertThat(run.err().lines().filter(line -> line.contains("P201: "))).hasSize(20);
    assertThat(run.err())
        .contains("……input/2025-12/月报.xlsx 中还有 10 条 P201 未列出\n")
        .contains("P403")
        .endsWith("以上未列出的问题，全部见加上 --json 时的输出\n");
    assertThat(workspace.run("check", "--lang", "en").err())
        .contains("… and 10 more P201 in input/2025-12/月报.xlsx\n");
    assertThat(workspace.run("score", "--no-charts").err())
        .contains("……input/2025-12/月报.xlsx 中还有 10 条 P201 未列出\n")
        .endsWith("全部见评分工作簿 scored.xlsx 的“问题”页\n");
    assertThat(json().json().get("problems")).hasSize(31);
  }

  @ParameterizedTest(name = "{0}: {2} and exit code {1}")
  @CsvSource({
    "no such file, 2, U115",
    "no input, 2, U101",
    "empty folder, 2, U102",
    "only the register, 2, U102",
    "output in the target, 2, U113",
    "output is a file, 2, U105",
    "broken YAML, 2, C102",
    "unknown option, 2, U106",
  })
  void whatCannotBeDoneIsSaidInTheSameShape(String fault, int code, String problem)
      throws IOException {
    for (String lang : List.of("zh", "en")) {
      Cli run = json(commandFor(fault, lang));
      assertThat(run.code()).isEqualTo(code);
      assertThat(texts(run.json().get("problems"), "code")).containsExactly(problem);
      assertThat(run.json().get("values")).isEmpty();
      Cli plain = workspace.run("check", commandFor(fault, lang));
      assertThat(plain.out()).isEmpty();
      assertThat(plain.err().lines()).hasSize(1);
      if (lang.equals("en")) {
        assertThat(plain.err().replace("收件登记表", "")).doesNotContainPattern("\\p{IsHan}");
      }
    }
  }

  private String[] commandFor(String fault, String lang) throws IOException {
    List<String> args = new ArrayList<>(List.of("--lang", lang));
    switch (fault) {
      case "no such file" -> args.add(workspace.at("nowhere.xlsx"));
      case "no input" -> {}
      case "empty folder" -> {
        java.nio.file.Files.createDirectories(folder.resolve("ws/empty"));
        args.add(workspace.at("empty"));
      }
      case "only the register" -> {
        workspace.write("input/收件登记表.xlsx", "x");
        args.add(workspace.at("input/收件登记表.xlsx"));
        args.addAll(List.of("--input", workspace.at("input")));
      }
      case "output in the target" -> args.add(workspace.at("."));
      case "output is a file" -> {
        workspace.workbook("input/2025-12/a.xlsx", GOOD);
        workspace.write("output", "x");
      }
      case "broken YAML" -> workspace.write("config/index.yaml", "id: [demo\nname: x");
      case "unknown option" -> args.add("--nosuch");
      default -> throw new IllegalArgumentException(fault);
    }
    return args.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void personalNumbersInNamesOfFilesAndSheetsAreMasked(String lang) throws IOException {
    peaceindex.workbooks.TextWorkbook.empty()
        .sheet("青石13812345678", "填报单位 | 青石镇\n受理数 | -1\n化解数 | 1\n群众满意度 | 90")
        .write(folder.resolve("ws/input/2025-12/330102199001011234.xlsx"));
    Cli run = json("--lang", lang);
    assertThat(run.out() + run.err())
        .doesNotContain("13812345678")
        .doesNotContain("330102199001011234")
        .contains("input/2025-12/***.xlsx [青石***!B2]");
  }
}
