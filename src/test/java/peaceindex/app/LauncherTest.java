package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher with a small program in place of ours: that the archive of its classes is made, is
 * used, is made anew when it must be, and is never heard of.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String MAIN =
      """
      package peaceindex.app;
      public class Main {
        public static void main(String[] args) { System.out.println("%s"); }
      }
      """;
  private static final String REHEARSAL =
      """
      package peaceindex.app;
      class Rehearsal {
        public static void main(String[] args) {
          System.out.println("rehearsed");
          Main.main(args);
          System.exit(%d);
        }
      }
      """;

  @TempDir Path home;

  private record Run(int code, String out, String err, boolean shared) {}

  @BeforeEach
  void layOut() throws Exception {
    Files.copy(Path.of("peace-index"), home.resolve("peace-index"));
    Files.createDirectories(home.resolve("target"));
    program("hello", 0);
  }

  private void program(String says, int rehearsalEndsWith) throws Exception {
    Path classes = Files.createDirectories(home.resolve("classes"));
    Path main = Files.writeString(classes.resolve("Main.java"), MAIN.formatted(says));
    Path rehearsal =
        Files.writeString(
            classes.resolve("Rehearsal.java"), REHEARSAL.formatted(rehearsalEndsWith));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), main.toString(), rehearsal.toString());
    assertThat(failed).isZero();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "peaceindex.app.Main");
    try (OutputStream out = Files.newOutputStream(home.resolve("target/peace-index.jar"));
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (String name : List.of("Main", "Rehearsal")) {
        jar.putNextEntry(new JarEntry("peaceindex/app/" + name + ".class"));
        jar.write(Files.readAllBytes(classes.resolve("peaceindex/app/" + name + ".class")));
        jar.closeEntry();
      }
    }
  }

  private Process start(Path log, Path out, Path err) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", home.resolve("peace-index").toString());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PEACE_INDEX_JAVA_OPTS", "-Xlog:class+load:file=" + log);
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  private Run run() throws Exception {
    Path log = home.resolve("log");
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    int code = start(log, out, err).waitFor();
    boolean shared =
        Files.readString(log).contains("peaceindex.app.Main source: shared objects file (top)");
    return new Run(code, Files.readString(out), Files.readString(err), shared);
  }

  private List<String> archives(String folder) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains(".jsa"))
          .sorted()
          .toList();
    }
  }

  @Test
  void anArchiveIsMadeOnceAndUsed() throws Exception {
    assertThat(run()).isEqualTo(new Run(0, "hello\n", "", true));
    List<String> made = archives("target");
    assertThat(made).hasSize(1);
    assertThat(made.get(0)).matches("peace-index-\\d+-\\d+\\.jsa");
    var time = Files.getLastModifiedTime(home.resolve("target").resolve(made.get(0)));
    assertThat(run()).isEqualTo(new Run(0, "hello\n", "", true));
    assertThat(Files.getLastModifiedTime(home.resolve("target").resolve(made.get(0))))
        .isEqualTo(time);
  }

  @Test
  void aNewJarHasANewArchiveAndTheOldOneGoes() throws Exception {
    run();
    List<String> first = archives("target");
    Thread.sleep(1100);
    program("hello again", 0);
    assertThat(run()).isEqualTo(new Run(0, "hello again\n", "", true));
    assertThat(archives("target")).hasSize(1).doesNotContainAnyElementsOf(first);
  }

  @Test
  void aRehearsalThatFailsIsNotRepeatedAndNotHeardOf() throws Exception {
    program("hello", 3);
    assertThat(run()).isEqualTo(new Run(0, "hello\n", "", false));
    assertThat(archives("target")).hasSize(1).allMatch(name -> name.endsWith(".making"));
    Path making = home.resolve("target").resolve(archives("target").get(0));
    assertThat(making).isEmptyDirectory();
    assertThat(run()).isEqualTo(new Run(0, "hello\n", "", false));
  }

  @Test
  void aBrokenArchiveIsLeftAsideAndOneCutShortMadeAnew() throws Exception {
    run();
    Path archive = home.resolve("target").resolve(archives("target").get(0));
    byte[] whole = Files.readAllBytes(archive);
    Files.delete(archive);
    Files.write(archive, new byte[whole.length]);
    assertThat(run()).isEqualTo(new Run(0, "hello\n", "", false));
    for (int length : List.of(0, 7, whole.length / 2)) {
      Files.delete(archive);
      Files.write(archive, Arrays.copyOf(whole, length));
      assertThat(run()).isEqualTo(new Run(0, "hello\n", "", true));
      archive = home.resolve("target").resolve(archives("target").get(0));
      assertThat(archives("target")).hasSize(1);
    }
  }

  @Test
  void severalAtOnceMakeOneArchive() throws Exception {
    List<Process> running = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      running.add(start(home.resolve("log" + i), home.resolve("out" + i), home.resolve("err" + i)));
    }
    for (int i = 0; i < 4; i++) {
      assertThat(running.get(i).waitFor()).isZero();
      assertThat(home.resolve("out" + i)).hasContent("hello");
      assertThat(home.resolve("err" + i)).isEmptyFile();
    }
    assertThat(archives("target")).hasSize(1).allMatch(name -> name.endsWith(".jsa"));
  }

  @Test
  void whereTheJarLiesIsNotWritableTheCacheIs() throws Exception {
    Path target = home.resolve("target");
    try {
      assertThat(target.toFile().setWritable(false)).isTrue();
      assumeFalse(Files.isWritable(target), "root may write everywhere");
      assertThat(run()).isEqualTo(new Run(0, "hello\n", "", true));
      assertThat(archives("cache/peace-index")).hasSize(1);
      Files.delete(home.resolve("cache/peace-index").resolve(archives("cache/peace-index").get(0)));
      assertThat(home.resolve("cache/peace-index").toFile().setWritable(false)).isTrue();
      assertThat(run()).isEqualTo(new Run(0, "hello\n", "", false));
    } finally {
      target.toFile().setWritable(true);
      home.resolve("cache/peace-index").toFile().setWritable(true);
    }
  }

  @Test
  void rehearsalScoresTheReturnsThatItBrings() throws Exception {
    assertThat(Rehearsal.run(home.resolve("workspace"))).isEqualTo(ExitCode.ERRORS_IN_RETURNS);
    assertThat(home.resolve("workspace/output/2025-12"))
        .isDirectoryContaining("glob:**scored.xlsx")
        .isDirectoryContaining("glob:**charts");
  }
}
