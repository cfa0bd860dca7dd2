package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county whose towns are merged and renamed, from the outside. */
class RosterByDateTest {
  @TempDir Path workspace;

  @BeforeEach
  void makeWorkspace() throws IOException {
    write(
        "config/townships.yaml",
        """
        units:
          - {id: qs, name: 青石镇, until: 2024-12}
          - {id: bm, name: 白马镇, until: 2024-12}
          - {id: qb, name: 青石镇, from: 2025-01, formedFrom: [qs, bm]}
          - {id: yx, name: 云溪乡, names: [{from: 2025-01, name: 云溪镇}]}
        """);
    write(
        "config/returns.yaml",
        """
        fields:
          - {id: received, name: 受理数, kind: count}
          - {id: closed, name: 办结数, kind: count}
        """);
    write(
        "config/index.yaml",
        """
        id: demo
        name: 示范指数
        area: 示范县
        period: month
        children:
          - {id: x, name: 甲, value: closed / received * 100, polarity: positive, normalise: {method: goalposts, lower: 0, upper: 100}}
        """);
    write("input/2024-12/月报.csv", "单位名称,受理数,办结数\n青石镇,10,9\n白马镇,20,15\n云溪乡,10,8\n");
    write("input/2025-01/月报.csv", "单位名称,受理数,办结数\n青石镇,30,27\n云溪乡,12,9\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = workspace.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Cli run(String command, String... args) {
    return Cli.run(
        Stream.concat(Stream.of(command, "--workspace", workspace.toString()), Stream.of(args))
            .toArray(String[]::new));
  }

  @Test
  void unitsThatDoNotExistAreNeitherMissingNorRanked() {
    Cli now = run("score", "2025-01", "--no-charts", "--json");
    assertThat(now.code()).isZero();
    assertThat(now.out())
        .contains("\"unit\" : \"qb\"", "云溪镇")
        .doesNotContain("\"unit\" : \"qs\"", "云溪乡");
    Cli before = run("score", "2024-12", "--no-charts", "--json");
    assertThat(before.code()).isZero();
    assertThat(before.out())
        .contains("\"unit\" : \"qs\"", "云溪乡")
        .doesNotContain("\"unit\" : \"qb\"", "云溪镇");
  }

  @Test
  void aReturnOfADissolvedUnitIsRefused() throws IOException {
    write("input/2025-01/白马镇.csv", "单位名称,受理数,办结数\n白马镇,5,4\n");
    Cli cli = run("check");
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .contains("错误 P212: “白马镇”在 2025-01 不在名册上（至 2024-12 止）")
        .doesNotContain("P501");
  }

  /** Incidents per 10,000 residents, of whom there were others in December than in January. */
  @Test
  void populationsComeFromTheRosterByDate() throws IOException {
    write(
        "config/townships.yaml",
        """
        units:
          - id: qs
            name: 青石镇
            figures:
              people:
                - {from: 2024-01, value: 20000}
                - {from: 2025-01, value: 25000}
          - {id: bm, name: 白马镇, figures: {people: 10000}}
          - {id: yx, name: 云溪乡}
        """);
    write(
        "config/returns.yaml",
        """
        fields:
          - {id: people, name: 常住人口, kind: population, source: roster}
          - {id: received, name: 受理数, kind: count}
        """);
    write(
        "config/index.yaml",
        """
        id: demo
        name: 示范指数
        area: 示范县
        period: month
        children:
          - {id: x, name: 甲, value: received / people * 10000, polarity: negative, normalise: {method: goalposts, lower: 0, upper: 100}}
        """);
    write("input/2024-12/月报.csv", "单位名称,受理数\n青石镇,50\n白马镇,20\n云溪乡,10\n");
    write("input/2025-01/月报.csv", "单位名称,受理数,常住人口\n青石镇,50,25000\n白马镇,20,9999\n云溪乡,12,8000\n");

    Cli check = run("check", "--json");
    Cli cli = run("score", "2025-01", "--no-charts");
    assertThat(cli.err())
        .contains("config/townships.yaml:2:3: 警告 C302: 名册中有 1 个单位没有“常住人口”（例如“云溪乡”）")
        .contains("月报.csv", "P409: “常住人口”与名册不一致（报表：9999；名册：10000，见 config/townships.yaml:8）")
        .doesNotContain("P204", "P302");
    assertThat(check.out())
        .contains(
            "\"file\" : \"config/townships.yaml:6\"", "\"file\" : \"config/townships.yaml:7\"");
    // 50 / 20000 and 50 / 25000, in each 10,000
    assertThat(run("score", "2024-12", "--no-charts", "--json").out()).contains("\"value\" : 25");
    assertThat(run("score", "2025-01", "--no-charts", "--json").out())
        .contains("\"value\" : 20")
        .contains("\"notRanked\" : [\n    {\n      \"unit\" : \"yx\"");
    assertThat(run("template", "2025-02", "--consolidated").code()).isZero();
  }

  @Test
  void formsAreForThoseThatExistUnderTheirNamesThen() throws IOException {
    assertThat(run("template", "2025-02").code()).isZero();
    try (Stream<Path> files = Files.list(workspace.resolve("output/2025-02/templates"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("汇总表_2025-02.xlsx", "青石镇_2025-02.xlsx", "云溪镇_2025-02.xlsx");
    }
    assertThat(run("template", "2025-02", "--unit", "白马镇").err()).contains("U123");
  }
}
