package peaceindex.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read at once, and handed out as if they had been read one after the other. */
class ReadAheadTest {
  @TempDir Path folder;

  /** Small ones in lots, large ones each on its own. */
  @ParameterizedTest(name = "{0} bytes each")
  @ValueSource(longs = {0, 10_000, 1 << 30})
  void filesComeInTheirOrderGoodOrBad(long bytes) throws IOException {
    List<ReadAhead.Asked> asked = new ArrayList<>();
    List<List<String>> expected = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Path file = folder.resolve(i + ".xlsx");
      // Of very different sizes, so that later ones are done before earlier ones.
      String rows = "<row><c><v>" + i + "</v></c></row>" + "<row/>".repeat(i % 7 == 0 ? 50_000 : 1);
      if (i % 5 == 1) {
        Files.writeString(file, "%PDF-1.7");
      } else if (i % 5 != 2) {
        Files.write(file, Parts.rows(rows).zip());
      }
      asked.add(new ReadAhead.Asked(file, "input/" + i + ".xlsx", bytes));
      expected.add(Shown.all(SheetReader.readGenerally(file, "input/" + i + ".xlsx")));
    }
    try (ReadAhead ahead = new ReadAhead(asked)) {
      for (List<String> file : expected) {
        assertThat(Shown.all(ahead.next())).isEqualTo(file);
      }
    }
  }

  /** A thread whose file was given up takes the next one as if nothing had been. */
  @Test
  void aFileThatWasGivenUpHarmsNoOther() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  Guard.begin(
                          () -> {
                            never.await();
                            return "";
                          })
                      .result(0))
          .hasMessage("P113");
      for (int k = 0; k < 5; k++) {
        assertThat(
                Guard.begin(
                        () -> {
                          Guard.checkTime();
                          return "read";
                        })
                    .result())
            .isEqualTo("read");
      }
    }
  }
}
