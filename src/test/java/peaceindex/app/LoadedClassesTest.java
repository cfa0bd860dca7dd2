package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does not need it does not load: classes are most of what a short run costs. */
class LoadedClassesTest {
  private static final List<String> DRAWING =
      List.of(
          "java.awt.",
          "sun.java2d.",
          "javax.imageio.",
          "org.jfree.",
          "org.apache.batik.",
          "peaceindex.report.chart.Page",
          "peaceindex.report.chart.RankingChart",
          "peaceindex.report.chart.TrendChart");

  @TempDir Path folder;

  /** The classes that have to do with drawing, of those that a run loads. */
  private List<String> loadedBy(String only) throws IOException, InterruptedException {
    return loadedBy(only, DRAWING);
  }

  private List<String> loadedBy(String only, List<String> beginnings)
      throws IOException, InterruptedException {
    Workspace workspace = Workspace.in(folder);
    workspace.workbook(
        "input/2025-12/月报.xlsx",
        """
        单位名称 | 受理数 | 化解数 | 群众满意度
        青石镇 | 1000 | 900 | 90
        白马镇 | 1000 | 800 | 95
        """);
    Path log = folder.resolve("classes.log");
    Path said = folder.resolve("said.log");
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "-Dfile.encoding=UTF-8",
                Main.class.getName(),
                "score",
                "--no-verify",
                "--only",
                only,
                "--workspace",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).as(Files.readString(said)).isZero();
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(line -> line.replaceFirst("^.* (\\S+) source: .*", "$1"))
          .filter(name -> beginnings.stream().anyMatch(name::startsWith))
          .toList();
    }
  }

  @Test
  void aRunWithoutPicturesLoadsNothingThatDraws() throws Exception {
    assertThat(loadedBy("scored,history,result")).isEmpty();
  }

  @Test
  void oneWithPicturesDoes() throws Exception {
    assertThat(loadedBy("trend.png")).contains("java.awt.Font", "org.jfree.chart.axis.Axis");
  }

  @Test
  void apachePoiIsNotNeededForUsualReturnsAndWorkbooks() throws Exception {
    assertThat(
            loadedBy("scored,history,result", List.of("org.apache.poi.", "org.apache.xmlbeans.")))
        .isEmpty();
  }
}
