package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.report.ResultJson;
import tools.jackson.databind.JsonNode;

/**
 * What a result says of the files that it came from, and a workbook of the figures in them: a month
 * in which one return is late, one corrected, one refused in part, one unreadable, and one unit
 * sent nothing.
 */
class SourcesTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ResultJson.schema(), InputFormat.JSON);

  private static final String FORM = "填报单位 | %s\n受理数 | %s\n化解数 | %s\n群众满意度 | %s";

  @TempDir private Path folder;
  private Workspace workspace;

  @BeforeEach
  void aMonthWithEverything() throws IOException {
    workspace = Workspace.in(folder);
    workspace.write(
        "config/townships.yaml",
        """
        units:
          - {id: qs, name: {zh: 青石镇, en: Qingshi}}
          - {id: bm, name: {zh: 白马镇, en: Baima}}
          - {id: lt, name: {zh: 龙潭镇, en: Longtan}}
          - {id: gl, name: {zh: 高岭乡, en: Gaoling}}
        """);
    workspace.write(
        "config/index.yaml",
        """
        id: demo
        name: {zh: 示范指数, en: Demo index}
        area: {zh: 示范县, en: Demo county}
        period: month
        missing: {minimumShare: 0.1}
        adjustments:
          most: {bonus: 5}
          rules:
            - {id: praise, name: {zh: 受表彰, en: Commended}, when: event, points: 2}
        children:
          - id: rate
            name: {zh: 化解率, en: Resolution rate}
            value: 化解数 / 受理数 * 100
            polarity: positive
            normalise: {method: goalposts, lower: 0, upper: 100}
          - id: sat
            name: {zh: 满意度, en: Satisfaction}
            value: 群众满意度
            polarity: positive
            impute: {method: groupMean}
            normalise: {method: goalposts, lower: 0, upper: 100}
        """);
    form("2025-11/青石镇.xlsx", "青石镇", "30", "20", "91");
    form("2025-12/青石镇.xlsx", "青石镇", "40", "36", "95");
    form("2025-12/白马镇.xlsx", "白马镇", "200", "20", "95");
    form("2025-12/更正/白马镇.xlsx", "白马镇", "20", "20", "95");
    form("2025-12/龙潭镇.xlsx", "龙潭镇", "30", "33", "");
    workspace.write("input/2025-12/高岭乡 13812345678.xlsx", "%PDF-1.7");
    workspace.write("input/2025-12/说明.txt", "各位请注意");
    workspace.workbook(
        "input/收件登记表.xlsx",
        """
        单位名称 | 文件名 | 所属月份 | 收到日期 | 类别
        青石镇 | 青石镇.xlsx | 2025-12 | #2026-01-09 | 首报
        白马镇 | 白马镇.xlsx | 2025-12 | #2026-01-09 | 首报""");
    workspace.workbook(
        "input/加减分登记表.xlsx", "单位名称 | 发生日期 | 加减分事项 | 次数\n青石镇 | #2025-12-03 | 受表彰 | 1");
  }

  private void form(String path, String unit, String... figures) throws IOException {
    workspace.workbook("input/" + path, FORM.formatted(unit, figures[0], figures[1], figures[2]));
  }

  /** The rows of a sheet of the scored workbook as they are shown, cells joined by {@code |}. */
  private List<String> rows(String sheet, String lang) throws IOException {
    Cli run = workspace.run("score", "2025-12", "--no-charts", "--lang", lang);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.ERRORS_IN_RETURNS);
    Path file = folder.resolve("output/2025-12/scored.xlsx");
    DataFormatter shown = new DataFormatter();
    List<String> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (Row row : book.getSheet(sheet)) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(shown.formatCellValue(cell).strip()));
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }

  @Test
  void everyFileSaysWhatBecameOfIt() throws IOException {
    List<String> rows = rows("来源", "zh");
    assertThat(rows.subList(2, 14).stream().map(SourcesTest::withoutContent))
        .containsExactly(
            "配置|config/index.yaml|||||",
            "配置|config/returns.yaml|||||",
            "配置|config/townships.yaml|||||",
            "加减分登记|input/加减分登记表.xlsx|2025-12|1|1||已采用",
            "收件登记|input/收件登记表.xlsx|||||已采用",
            "更正报表|input/2025-12/更正/白马镇.xlsx|2025-12|1|3||已采用",
            "报表|input/2025-12/白马镇.xlsx|2025-12||||迟报；已有更正报表（P505）",
            "报表|input/2025-12/说明.txt|2025-12||||不是报表，未采用（P108）",
            "报表|input/2025-12/青石镇.xlsx|2025-12|1|3||迟报",
            "报表|input/2025-12/高岭乡 ***.xlsx|2025-12||||未能读取（P112）",
            "报表|input/2025-12/龙潭镇.xlsx|2025-12|1||2|没有可采用的数据（P403）",
            "报表|input/2025-11/青石镇.xlsx|2025-11|1|3||已采用");
  }

  private static String withoutContent(String row) {
    String[] cells = row.split("\\|", -1);
    return String.join("|", List.of(cells).subList(0, 7));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "青石镇, 受理数,     迟报",
    "青石镇, 群众满意度, 迟报",
    "白马镇, 受理数,     更正",
    "龙潭镇, 受理数,     P403（B3）",
    "龙潭镇, 化解数,     P403",
    "龙潭镇, 群众满意度, 代用（满意度）",
  })
  void aFigureIsMarked(String unit, String field, String mark) throws IOException {
    List<String> rows = rows("数据", "zh");
    String row =
        rows.stream().filter(r -> r.startsWith(unit + "|" + field + "|")).findFirst().orElseThrow();
    assertThat(row.substring(row.lastIndexOf('|') + 1)).isEqualTo(mark);
  }

  @Test
  void theLegendExplainsTheMarksThatOccur() throws IOException {
    assertThat(String.join("\n", rows("数据", "zh")))
        .contains("迟报：青石镇、白马镇（以收件登记为准）", "迟报＝", "更正＝", "P 开头的编号＝", "代用＝")
        .doesNotContain("缩尾＝", "平滑＝");
    assertThat(String.join("\n", rows("Data", "en")))
        .contains("Late: Qingshi, Baima", "late = ", "corrected = ", "P… = ", "stand-in = ")
        .doesNotContain("capped = ");
  }

  @Test
  void theRefusedFigureItselfIsNotShown() throws IOException {
    assertThat(rows("数据", "zh")).anyMatch(row -> row.startsWith("龙潭镇|化解数||"));
  }

  @Test
  void theResultNamesProgramConfigurationAndInputs() throws Exception {
    Cli run = workspace.run("score", "2025-12", "--no-charts", "--json");
    assertThat(SCHEMA.validate(run.out(), InputFormat.JSON)).isEmpty();
    JsonNode result = run.json();
    assertThat(result.get("program").get("name").asString()).isEqualTo("peace-index");
    assertThat(files(result.get("configuration")))
        .containsExactly("config/index.yaml", "config/returns.yaml", "config/townships.yaml");
    assertThat(files(result.get("inputs")))
        .contains("input/2025-12/高岭乡 ***.xlsx", "input/收件登记表.xlsx", "input/加减分登记表.xlsx");
    for (String list : List.of("configuration", "inputs")) {
      for (JsonNode file : result.get(list)) {
        String path = file.get("file").asString().replace("***", "13812345678");
        byte[] content = Files.readAllBytes(folder.resolve(path));
        assertThat(file.get("bytes").asLong()).isEqualTo(content.length);
        assertThat(file.get("sha256").asString())
            .isEqualTo(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
      }
    }
    String kinds =
        result
            .get("inputs")
            .valueStream()
            .map(file -> file.get("kind").asString())
            .sorted()
            .distinct()
            .collect(Collectors.joining(" "));
    assertThat(kinds).isEqualTo("correction events receipts return");
  }

  private static List<String> files(JsonNode list) {
    return list.valueStream().map(file -> file.get("file").asString()).toList();
  }

  /** A folder elsewhere goes by its last name, wherever it lies. */
  @Test
  void filesElsewhereDoNotTellWhereTheyLie() throws IOException {
    Path elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere").resolve("returns");
    Files.createDirectories(elsewhere.getParent());
    Files.move(folder.resolve("input"), elsewhere);
    Cli run = workspace.run("score", "--no-charts", "--json", "--input", elsewhere.toString());
    assertThat(files(run.json().get("inputs"))).allMatch(file -> file.startsWith("returns/"));
    assertThat(run.out()).doesNotContain("-elsewhere", "13812345678");
    byte[] book = Files.readAllBytes(folder.resolve("output/2025-12/scored.xlsx"));
    assertThat(new String(book, StandardCharsets.ISO_8859_1)).doesNotContain("-elsewhere");
  }
}
