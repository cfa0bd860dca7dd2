package peaceindex.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.report.Publication.Work;
import peaceindex.report.chart.PicturesUnavailableException;

/** The old files or the new ones, never half; faults are injected, so they happen to root too. */
class PublicationTest {
  @TempDir Path output;

  private final Findings findings = SyntheticFindings.of(1, 1, Lang.ZH);
  private final Problems problems = new Problems();

  /** A report that writes one word, or throws. */
  private record Word(String fileName, String word, Exception fault) implements Report {
    @Override
    public Text title() {
      return Text.of(fileName);
    }

    @Override
    public void write(Findings findings, Path file) throws IOException {
      Files.writeString(file, word.substring(0, word.length() / 2));
      if (fault instanceof IOException e) {
        throw e;
      }
      if (fault instanceof RuntimeException e) {
        throw e;
      }
      Files.writeString(file, word);
    }
  }

  private static Report word(String name, String word) {
    return new Word(name, word, null);
  }

  private Path folder() {
    return output.resolve("2025-12");
  }

  private void publish(Report... reports) throws Delivery.FailedException {
    new Publication(folder(), "output/2025-12")
        .publish(findings, List.of(reports), List.of(), problems);
  }

  private String content(String name) throws IOException {
    return Files.readString(folder().resolve(name));
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> tree = Files.walk(output)) {
      return tree.filter(Files::isRegularFile)
          .map(p -> output.relativize(p).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void replacesTheOldAndLeavesNothingBeside() throws Exception {
    publish(word("scored.xlsx", "old"), word("charts/a.png", "old"), word("result.json", "old"));
    publish(word("scored.xlsx", "new"), word("charts/a.png", "new"), word("result.json", "new"));
    assertThat(everything())
        .containsExactly("2025-12/charts/a.png", "2025-12/result.json", "2025-12/scored.xlsx");
    assertThat(content("scored.xlsx")).isEqualTo("new");
    assertThat(content("charts/a.png")).isEqualTo("new");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new IOException("No space left on device"), Code.DISK_FULL),
        Arguments.of(new IOException("磁盘空间不足。"), Code.DISK_FULL),
        Arguments.of(
            new IllegalStateException(new IOException("No space left on device")), Code.DISK_FULL),
        Arguments.of(new AccessDeniedException("x"), Code.NO_PERMISSION),
        Arguments.of(
            new FileSystemException(
                "x",
                null,
                "The process cannot access the file because it is being used by another process"),
            Code.FILE_HELD_OPEN),
        Arguments.of(
            new FileSystemException("x", null, "另一个程序正在使用此文件，进程无法访问。"), Code.FILE_HELD_OPEN),
        Arguments.of(new IOException("Input/output error"), Code.WRITE_FAILED));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultWhileWritingLeavesTheOld(Exception fault, Code code) throws Exception {
    publish(word("scored.xlsx", "old"), word("result.json", "old"));
    Delivery.FailedException failed =
        catchThrowableOfType(
            Delivery.FailedException.class,
            () -> publish(word("scored.xlsx", "new"), new Word("result.json", "new", fault)));
    assertThat(failed.problem().code()).isEqualTo(code);
    assertThat(failed.problem().where().file()).isEqualTo("output/2025-12/result.json");
    assertThat(content("scored.xlsx")).isEqualTo("old");
    assertThat(content("result.json")).isEqualTo("old");
    assertThat(everything()).hasSize(2);
  }

  @Test
  void resultJsonComesLast() throws Exception {
    publish(word("scored.xlsx", "old"), word("result.json", "old"));
    Publication publication =
        new Publication(
            folder(),
            "output/2025-12",
            new Delivery(
                folder(),
                "output/2025-12",
                (from, to) -> {
                  if (to.endsWith("result.json")) {
                    throw new IOException("power cut");
                  }
                  Files.move(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }));
    Delivery.FailedException failed =
        catchThrowableOfType(
            Delivery.FailedException.class,
            () ->
                publication.publish(
                    findings,
                    List.of(word("scored.xlsx", "new"), word("result.json", "new")),
                    List.of(),
                    problems));
    assertThat(failed.problem().code()).isEqualTo(Code.PARTLY_PUBLISHED);
    assertThat(content("scored.xlsx")).isEqualTo("new");
    assertThat(content("result.json")).isEqualTo("old");
  }

  @Test
  void nothingIsMovedIfOneOldFileCannotBeReplaced() throws Exception {
    publish(word("scored.xlsx", "old"), word("result.json", "old"));
    Files.delete(folder().resolve("result.json"));
    Files.createDirectory(folder().resolve("result.json"));
    Delivery.FailedException failed =
        catchThrowableOfType(
            Delivery.FailedException.class,
            () -> publish(word("scored.xlsx", "new"), word("result.json", "new")));
    assertThat(failed.problem().where().file()).isEqualTo("output/2025-12/result.json");
    assertThat(content("scored.xlsx")).isEqualTo("old");
  }

  @Test
  void withoutPicturesTheRestIsPublished() throws Exception {
    publish(word("charts/a.png", "old"), word("charts/b.png", "old"), word("result.json", "old"));
    RuntimeException fault =
        new PicturesUnavailableException(
            new UnsatisfiedLinkError("no freetype in java.library.path"));
    publish(
        new Word("charts/a.png", "new", fault),
        new Word("charts/b.png", "new", fault),
        word("result.json", "new"));
    assertThat(everything()).containsExactly("2025-12/result.json");
    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).code()).isEqualTo(Code.NO_PICTURES);
  }

  /** What a second publication leaves of the slips of the first, and of files beside them. */
  @ParameterizedTest(name = "then {0}, changed {1}")
  @CsvSource({
    "a b, '', a b mine",
    "a, '', a mine",
    "c, '', c mine",
    "'', '', mine",
    // Who changed a file, owns it; but a new one of the same name replaces it.
    "a, b, a b mine",
    "a, a, a mine"
  })
  void slipsThatAreNotWrittenAgainGoAway(String then, String changed, String left)
      throws Exception {
    publish(word("slips/a", "old"), word("slips/b", "old"), word("result.json", "old"));
    Files.writeString(folder().resolve("slips/mine"), "old");
    if (!changed.isEmpty()) {
      Files.writeString(folder().resolve("slips/" + changed), "my own words");
    }
    List<Report> reports = new ArrayList<>();
    for (String name : then.split(" ")) {
      if (!name.isEmpty()) {
        reports.add(word("slips/" + name, "new"));
      }
    }
    reports.add(word("result.json", "new"));
    publish(reports.toArray(Report[]::new));
    assertThat(everything().stream().filter(name -> !name.endsWith("/.slips")))
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of("2025-12/result.json"),
                    Stream.of(left.split(" ")).map(name -> "2025-12/slips/" + name))
                .toList());
    for (Report report : reports) {
      assertThat(content(report.fileName())).isEqualTo("new");
    }
  }

  @Test
  void aFailedPublicationLeavesTheOldSlipsAndTheirList() throws Exception {
    publish(word("slips/a", "old"), word("slips/b", "old"), word("result.json", "old"));
    assertThat(
            catchThrowableOfType(
                Delivery.FailedException.class,
                () ->
                    publish(
                        word("slips/a", "new"), new Word("result.json", "new", new IOException()))))
        .isNotNull();
    assertThat(content("slips/a")).isEqualTo("old");
    publish(word("result.json", "new"));
    assertThat(everything()).containsExactly("2025-12/result.json");
  }

  @Test
  void chartsLeftOutTakeTheirOldFilesAlong() throws Exception {
    publish(word("charts/a.png", "old"), word("result.json", "old"));
    new Publication(folder(), "output/2025-12")
        .publish(
            findings,
            List.of(word("result.json", "new")),
            List.of(word("charts/a.png", "")),
            problems);
    assertThat(everything()).containsExactly("2025-12/result.json");
  }

  /** A report whose file computes something else than the findings say. */
  private record Wrong(String fileName) implements Report {
    @Override
    public Text title() {
      return Text.of(fileName);
    }

    @Override
    public void write(Findings findings, Path file) throws IOException {
      Files.writeString(file, "new");
    }

    @Override
    public List<Problem> verify(Path file, String shown) throws IOException {
      assertThat(Files.readString(file)).isEqualTo("new");
      return Stream.of("B2", "B3")
          .map(cell -> Problem.of(Code.RECALCULATION_DIFFERS, new CellRef(shown, "排名", cell)))
          .toList();
    }
  }

  @Test
  void aReportThatComputesSomethingElseIsNotPublishedAndNothingIsReplaced() throws Exception {
    publish(word("a.xlsx", "old"), word("scored.xlsx", "old"), word("result.json", "old"));
    Report[] reports = {
      word("a.xlsx", "new"), new Wrong("scored.xlsx"), word("result.json", "new")
    };
    Delivery.FailedException failed =
        catchThrowableOfType(
            Delivery.FailedException.class,
            () ->
                new Publication(folder(), "output/2025-12")
                    .verified()
                    .publish(findings, List.of(reports), List.of(), problems));
    assertThat(failed.problems())
        .extracting(problem -> problem.where().show())
        .containsExactly(
            "output/2025-12/scored.xlsx [排名!B2]", "output/2025-12/scored.xlsx [排名!B3]");
    for (String name : List.of("a.xlsx", "scored.xlsx", "result.json")) {
      assertThat(content(name)).isEqualTo("old");
    }
    assertThat(everything()).hasSize(3);

    publish(reports);
    assertThat(content("scored.xlsx")).as("unverified").isEqualTo("new");
  }

  @Test
  void tellsWhatItDoes() throws Exception {
    List<Publication.Work> works = new ArrayList<>();
    Report picture =
        new Report() {
          @Override
          public String fileName() {
            return "charts/a.png";
          }

          @Override
          public Text title() {
            return Text.of("a");
          }

          @Override
          public void write(Findings findings, Path file) throws IOException {
            Files.writeString(file, "picture");
          }

          @Override
          public boolean isPicture() {
            return true;
          }
        };
    new Publication(folder(), "output/2025-12")
        .watchedBy(works::add)
        .verified()
        .publish(findings, List.of(word("scored.xlsx", "new"), picture), List.of(), problems);
    assertThat(works).containsExactly(Work.WRITE, Work.VERIFY, Work.DRAW, Work.VERIFY, Work.WRITE);
  }
}
