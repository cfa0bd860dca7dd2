package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the workbook is recomputed shows in the table of timings, and only there. */
class VerifyOptionTest {
  @TempDir Path folder;

  private Cli score(int units, String... options) throws IOException {
    Workspace workspace = Workspace.in(folder);
    workspace.write(
        "config/townships.yaml",
        IntStream.rangeClosed(1, units)
            .mapToObj("  - {id: u%1$d, name: 第%1$d镇}\n"::formatted)
            .collect(Collectors.joining("", "units:\n", "")));
    workspace.workbook(
        "input/2025-12/月报.xlsx",
        IntStream.rangeClosed(1, units)
            .mapToObj("第%1$d镇 | 1000 | %1$d | 90\n"::formatted)
            .collect(Collectors.joining("", "单位名称 | 受理数 | 化解数 | 群众满意度\n", "")));
    List<String> args = new ArrayList<>(List.of("--no-charts", "--timings", "--lang", "en"));
    args.addAll(List.of(options));
    return workspace.run("score", args.toArray(String[]::new));
  }

  private static List<String> stages(String err) {
    return err.lines()
        .filter(line -> line.matches("[a-z ]+ +\\d+ +[\\d.]+%"))
        .map(line -> line.replaceAll(" +\\d.*", ""))
        .toList();
  }

  @ParameterizedTest(name = "{0} units {1}: {2}")
  @CsvSource({
    "60, '', true",
    "61, '', false",
    "60, --no-verify, false",
    "61, --verify, true",
  })
  void aCountyIsVerifiedUnlessSaid(int units, String option, boolean verified) throws IOException {
    Cli run = score(units, option.isEmpty() ? new String[0] : new String[] {option});
    List<String> expected =
        new ArrayList<>(List.of("set up", "read", "check", "score", "write", "total"));
    if (verified) {
      expected.add(5, "verify");
    }
    assertThat(stages(run.err())).as(run.err()).isEqualTo(expected);
  }

  @Test
  void withJsonStdoutHoldsNothingButTheJson() throws IOException {
    Cli run = score(2, "--json");
    assertThat(run.json().get("units")).hasSize(2);
    assertThat(stages(run.err())).contains("verify");
  }

  @Test
  void checkAndExplainTellTheirsToo() throws IOException {
    score(2);
    Workspace workspace = new Workspace(folder);
    assertThat(stages(workspace.run("check", "--timings", "--lang", "en").err()))
        .containsExactly("set up", "read", "check", "write", "total");
    assertThat(stages(workspace.run("explain", "u1", "--timings", "--lang", "en").err()))
        .containsExactly("set up", "read", "check", "score", "total");
  }

  @Test
  void whatStoppedHasItsTimeToo() throws IOException {
    score(2);
    Workspace workspace = new Workspace(folder);
    workspace.write("config/index.yaml", "id: [");
    Cli run = workspace.run("score", "--timings", "--lang", "en");
    assertThat(run.code()).isEqualTo(2);
    assertThat(stages(run.err())).containsExactly("set up", "total");
  }
}
