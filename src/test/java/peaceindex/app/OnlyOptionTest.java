package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

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

/** {@code score --only}: what is asked for is written, and nothing of older figures is left. */
class OnlyOptionTest {
  @TempDir Path folder;

  private Workspace workspace;

  @BeforeEach
  void aReturn() throws IOException {
    workspace = Workspace.in(folder);
    workspace.workbook(
        "input/2025-12/月报.xlsx",
        """
        单位名称 | 受理数 | 化解数 | 群众满意度
        青石镇 | 1000 | 900 | 90
        白马镇 | 1000 | 800 | 95
        """);
  }

  private Cli score(String... options) {
    List<String> all = new ArrayList<>(List.of("--no-verify", "--lang", "en"));
    all.addAll(List.of(options));
    return workspace.run("score", all.toArray(String[]::new));
  }

  private void withSlips(String kind) throws IOException {
    Path index = folder.resolve("config/index.yaml");
    workspace.write(
        "config/index.yaml", Files.readString(index) + "page: {slips: %s}\n".formatted(kind));
  }

  private List<String> written() throws IOException {
    return new ArrayList<>(workspace.files("output/2025-12").keySet());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "scored, scored.xlsx",
    "'scored,history', history.xlsx scored.xlsx",
    "trend, charts/trend.png charts/trend.svg",
    "trend.png, charts/trend.png",
    "'trend.svg,ranking.png', charts/ranking.png charts/trend.svg",
    "'result,scored,result', result.json scored.xlsx",
    "slips, slips/.slips slips/bm.xlsx slips/qs.xlsx",
  })
  void writesWhatIsAskedForAndRemovesTheRest(String only, String files) throws IOException {
    withSlips("workbooks");
    score("--only", "scored,history,slips,ranking,trend,result");
    Cli run = score("--only", only);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(written()).containsExactly(files.split(" "));
  }

  @Test
  void mayBeSaidMoreThanOnce() throws IOException {
    score("--only", "history", "--only=result");
    assertThat(written()).containsExactly("history.xlsx", "result.json");
  }

  @Test
  void slipsOfTwoKindsHaveOneName() throws IOException {
    withSlips("sheets");
    score("--only", "slips,result");
    assertThat(written()).containsExactly("result.json", "slips.xlsx");
  }

  @Test
  void aSlipThatSomebodyChangedIsLeft() throws IOException {
    withSlips("workbooks");
    score("--only", "slips");
    workspace.write("output/2025-12/slips/qs.xlsx", "changed by hand");
    score("--only", "result");
    assertThat(written()).containsExactly("result.json", "slips/qs.xlsx");
  }

  @ParameterizedTest(name = "[{0}] {1}")
  @CsvSource({
    "'scored,treND', '', treND",
    "'', '', ''",
    "slips, '', slips",
    "'result,trend', --no-charts, trend",
  })
  void anUnknownNameIsRefusedBeforeAnythingIsDone(String only, String more, String unknown)
      throws IOException {
    score("--only", "result");
    Cli run = more.isEmpty() ? score("--only", only) : score("--only", only, more);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "error U108: bad value of an option (found: \"--only %s\"; expected one or more of %s)\n"
                .formatted(
                    unknown,
                    more.isEmpty()
                        ? "scored, history, ranking, trend, heatmap, contributions, result,"
                            + " with commas between them"
                        : "scored, history, result, with commas between them"));
    assertThat(written()).containsExactly("result.json");
  }
}
