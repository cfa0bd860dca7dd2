package peaceindex.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;

class GuardTest {
  @TempDir Path folder;

  private static String message(Problem problem) {
    return problem.code().id() + " " + Messages.text(problem, Lang.EN);
  }

  private String refusal(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.xlsx"), bytes);
    SheetReader.Result result = SheetReader.read(file, "input/a.xlsx");
    assertThat(result.workbook()).isEmpty();
    return message(result.problem().orElseThrow());
  }

  /**
   * A clerk who formats whole columns leaves a million rows with nothing in them. Read with a
   * builder of rows it would take gigabytes; as a stream next to nothing.
   */
  @Test
  @Timeout(30)
  void formattingDownToTheLastRowIsNothing() throws IOException {
    Path file = folder.resolve("a.xlsx");
    millionFormattedRows(file);
    SheetReader.Result result = SheetReader.read(file, "input/a.xlsx");
    assertThat(result.problem()).isEmpty();
    Cells cells = result.workbook().orElseThrow().sheets().get(0);
    assertThat(Shown.cells(cells)).containsExactly("A1 '青石镇", "A1048576 7");
  }

  static void millionFormattedRows(Path file) throws IOException {
    Parts parts = Parts.rows("");
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (String name :
          List.of(
              "_rels/.rels",
              Parts.WORKBOOK,
              "xl/_rels/workbook.xml.rels",
              Parts.STRINGS,
              Parts.STYLES)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(parts.text(name).getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry(Parts.SHEET));
      write(zip, "<worksheet><sheetData><row><c t='s'><v>0</v></c></row>");
      for (int row = 2; row < 1 << 20; row++) {
        write(zip, "<row r=\"" + row + "\" s=\"3\" customFormat=\"1\">");
        for (char column = 'A'; column <= 'E'; column++) {
          write(zip, "<c r=\"" + column + row + "\" s=\"3\"/>");
        }
        write(zip, "</row>");
      }
      write(zip, "<row r='1048576'><c><v>7</v></c></row></sheetData></worksheet>");
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    assertThat(refusal(Parts.sheet(" ".repeat(40 << 20)).zip()))
        .startsWith("P104")
        .contains("times its packed size");
  }

  @Test
  void thousandsOfFilesInsideAreRefused() throws IOException {
    Parts parts = Parts.rows("");
    IntStream.range(0, Guard.MAX_ENTRIES).forEach(i -> parts.part("xl/media/" + i, ""));
    assertThat(refusal(parts.zip())).startsWith("P104").contains("limit 10000 files inside");
  }

  @Test
  void tooManySheetsAreRefused() throws IOException {
    String sheets = "<sheet name='a' r:id='rId1'/>".repeat(Guard.MAX_SHEETS + 1);
    Parts parts = Parts.rows("");
    parts.part(Parts.WORKBOOK, parts.text(Parts.WORKBOOK).replace("<sheets>", "<sheets>" + sheets));
    assertThat(refusal(parts.zip())).startsWith("P104").contains("1002 sheets");
  }

  @Test
  void anEndlessWorkIsGivenUp() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Guard.begin(
                        () -> {
                          try {
                            while (true) {
                              Guard.checkTime();
                            }
                          } finally {
                            ended.countDown();
                          }
                        })
                    .result(1))
        .isInstanceOf(Refused.class)
        .hasMessage("P113");
    assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void lackOfMemoryIsAProblemOfTheFile() {
    assertThatThrownBy(
            () ->
                Guard.begin(
                        () -> {
                          throw new OutOfMemoryError("as if");
                        })
                    .result())
        .isInstanceOf(Refused.class)
        .hasMessage("P104");
  }

  /** Against the plain scan, on ranges that overlap as none should. */
  @Test
  void mergesAreFoundAsByAScan() {
    Random random = new Random(1);
    List<Cells.Merge> ranges =
        IntStream.range(0, 500)
            .mapToObj(
                i -> {
                  int row = random.nextInt(100);
                  int column = random.nextInt(30);
                  return new Cells.Merge(
                      row, row + random.nextInt(9), column, column + random.nextInt(4));
                })
            .toList();
    Merges merges = new Merges(ranges);
    for (int row = 0; row < 120; row++) {
      for (int column = 0; column < 40; column++) {
        int r = row;
        int c = column;
        assertThat(merges.at(row, column))
            .isEqualTo(
                ranges.stream()
                    .filter(range -> range.holds(r, c))
                    .findFirst()
                    .orElse(new Cells.Merge(r, r, c, c)));
      }
    }
  }

  /** By a scan these would be ten thousand million comparisons. */
  @Test
  @Timeout(10)
  void aHundredThousandMergesAreFoundFast() {
    int rows = 50_000;
    Cells.Merge[] ranges = new Cells.Merge[2 * rows];
    Arrays.setAll(ranges, i -> new Cells.Merge(i / 2, i / 2, i % 2 * 3, i % 2 * 3 + 1));
    Merges merges = new Merges(List.of(ranges));
    for (int row = 0; row < rows; row++) {
      assertThat(merges.at(row, 4).firstColumn()).isEqualTo(3);
      assertThat(merges.at(row, 2).lastColumn()).isEqualTo(2);
    }
  }

  /** Programs may write rows in any order; of two cells at one place the first one counts. */
  @Test
  void cellsAreOrderedHoweverTheyCome() {
    Cells.Builder builder = new Cells.Builder("a", "表1", false);
    builder.text(5, 1, "丙", 0);
    builder.text(2, 3, "乙", 0);
    builder.text(2, 1, "甲", 0);
    builder.text(2, 3, "丁", 0);
    assertThat(Shown.cells(builder.build())).containsExactly("B3 '甲", "D3 '乙", "B6 '丙");
  }
}
