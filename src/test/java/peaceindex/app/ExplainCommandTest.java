package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.report.ExplanationJson;
import tools.jackson.databind.JsonNode;

/** What the command says, on the sample and on a workspace of its own. */
class ExplainCommandTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ExplanationJson.schema(), InputFormat.JSON);
  private static final Path GOLDEN = Path.of("src/test/resources/peaceindex/explain");

  @TempDir private Path folder;

  /**
   * The whole text for the sample; after a change on purpose write it anew with {@code
   * -Dexplain.rewrite=true} and read the difference.
   */
  @ParameterizedTest
  @CsvSource({
    "zh, 大河镇, dahe.zh.txt, 2025-12",
    "en, Dahe, dahe.en.txt, 2025-12",
    "zh, 大河镇, dahe.quarter.zh.txt, 2025-Q4"
  })
  void theSampleIsExplained(String lang, String unit, String golden, String period)
      throws IOException {
    Cli run = Cli.run("explain", unit, period, "--lang", lang);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Path file = GOLDEN.resolve(golden);
    if (Boolean.getBoolean("explain.rewrite")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, run.out(), StandardCharsets.UTF_8);
    }
    assertThat(run.out()).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    if (lang.equals("en")) {
      // Names of files, sheets and their labels are the county's own.
      assertThat(run.out().replaceAll("input/\\S+ \\[[^]]+]", ""))
          .doesNotContainPattern("\\p{IsHan}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"大河镇", "Dahe", "东湖街道"})
  void jsonIsOneObjectByItsSchema(String unit) {
    Cli run = Cli.run("explain", unit, "2025-12", "--json");
    assertThat(run.code()).isZero();
    assertThat(SCHEMA.validate(run.out(), InputFormat.JSON)).isEmpty();
    JsonNode explanation = run.json().get("explanation");
    double sum = 0;
    for (JsonNode node : explanation.get("nodes")) {
      if (node.get("kind").asString().equals("indicator")) {
        sum += node.get("contribution").asDouble();
      }
    }
    assertThat(sum)
        .isCloseTo(
            explanation.get("beforePoints").asDouble(),
            org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void jsonOfASpanAndOfFailuresKeepsToTheSchema() {
    for (String[] args :
        new String[][] {
          {"explain", "大河镇", "2025-Q4", "--json"},
          {"explain", "没有镇", "--json"},
          {"explain", "--json"},
          {"explain", "大河镇", "2031-01", "--json"}
        }) {
      Cli run = Cli.run(args);
      assertThat(SCHEMA.validate(run.out(), InputFormat.JSON)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "大何镇, '', 错误 U121: 单位不在名册中（实际：“大何镇”）（名册中最接近的是“大河镇”）",
    "大河镇, thefts_case_rate, 错误 U128: 没有这个指标",
  })
  void whatIsNotKnownIsOneLine(String unit, String indicator, String line) {
    Cli run =
        indicator.isEmpty()
            ? Cli.run("explain", unit)
            : Cli.run("explain", unit, "--indicator", indicator);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(line).containsOnlyOnce("\n");
  }

  @Test
  void oneIndicatorOnly() {
    String out = Cli.run("explain", "大河镇", "2025-12", "--indicator", "盗窃案件万人发案率").out();
    assertThat(out)
        .contains("= 6 / 42730 × 10000 ≈ 1.4042 起/万人", "大河镇_2025-12.xlsx [月报表!B17]")
        .doesNotContain("群众安全感", "热线");
  }

  /** A telephone number in the name of a file or sheet, and a name in the remarks, stay unsaid. */
  @Test
  void nothingOfPersonsIsSaid() throws IOException {
    Workspace workspace = Workspace.in(folder);
    workspace.workbook(
        "input/2025-12/青石镇13812345678.xlsx",
        """
        单位名称 | 受理数 | 化解数 | 群众满意度 | 备注
        青石镇 | 10 | 12 | 95 | 张三丰 13812345678
        白马镇 | 10 | 9 | 90 | 李四
        """);
    for (String unit : new String[] {"青石", "990102"}) {
      for (String lang : new String[] {"zh", "en"}) {
        Cli text = workspace.run("explain", unit, "--lang", lang);
        Cli json = workspace.run("explain", unit, "--lang", lang, "--json");
        assertThat(text.out() + text.err() + json.out() + json.err())
            .doesNotContain("13812345678", "张三丰", "李四");
        assertThat(text.out()).contains("***");
        assertThat(SCHEMA.validate(json.out(), InputFormat.JSON)).isEmpty();
      }
    }
    assertThat(workspace.run("explain", "青石").out()).contains("未排名", "P403");
  }

  @Test
  void nothingIsWritten() throws IOException {
    Workspace workspace = Workspace.in(folder);
    workspace.workbook(
        "input/2025-12/汇总.xlsx",
        """
        单位名称 | 受理数 | 化解数 | 群众满意度
        青石镇 | 10 | 8 | 95
        白马镇 | 10 | 9 | 90
        """);
    String out = workspace.run("explain", "qs").out();
    assertThat(out).contains("= 8 / 10 × 100 = 80", "化解数 8 → 9", "input/2025-12/汇总.xlsx [表1!C2]");
    assertThat(workspace.files("output")).isEmpty();
  }
}
