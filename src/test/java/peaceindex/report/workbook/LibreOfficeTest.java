package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaceindex.report.workbook.LibreOffice.Change;
import peaceindex.report.workbook.LibreOffice.Recomputed;

/** The proof by LibreOffice can fail, and it follows a change as a clerk makes it. */
class LibreOfficeTest {
  @TempDir Path folder;

  @Test
  void aWrongFigureBesideAFormulaIsFound() throws IOException {
    Path file =
        new LiveBook(
                """
                rank!A1 : =data!A1*2 -> 6
                rank!A2 : =data!A1*2 -> 7
                rank!A3 : =RANK(data!A1,data!A$1:A$2,0) -> 2
                rank!A4 : =IF(data!A2>3,"好","差") -> "好"
                rank!A5 : =IF(data!A2>3,"好","差") -> "差"
                rank!A6 : =data!A1/0 -> 0
                rank!A7 : =data!A1=3 -> TRUE
                rank!A8 : ="" -> ""
                rank!A9 : =1/3 -> 0.3333333333333333
                data!A1 : 3
                data!A2 : 4
                """)
            .write(folder.resolve("book.xlsx"));
    Comparison compared = LibreOffice.compare(file);
    assertThat(compared.differences())
        .extracting(Comparison.Difference::cell)
        .containsExactly("A2", "A5", "A6");
    assertThat(compared.formulas()).isEqualTo(9);
  }

  @Test
  void itComputesACountyAsPoiDoes() throws IOException {
    Path file = LiveCounty.write(60, folder.resolve("county.xlsx"));
    Comparison compared = LibreOffice.compare(file);
    assertThat(compared.differences()).isEmpty();
    assertThat(compared.formulas()).isEqualTo(60 * 20 + 12 * 4);
    assertThat(Verification.of(file).differences()).isEmpty();
  }

  @Test
  void aChangedParameterMovesWhatRestsOnIt() throws IOException {
    Path file = LiveCounty.write(15, folder.resolve("county.xlsx"));
    Recomputed before = LibreOffice.recompute(file);
    Recomputed after =
        LibreOffice.recompute(file, new Change("par", "C2", 1e6), new Change("par", "C3", 0));
    assertThat(before.number("norm", "C2")).isEqualTo(after.number("norm", "C2"));
    assertThat(before.number("score", "C2")).isNotEqualTo(after.number("score", "C2"));
    assertThat(before.at("rank", "F2")).isEqualTo(new Computed.Words("poor"));
    assertThat(after.at("rank", "F2")).isEqualTo(new Computed.Words("good"));
    // The first indicator counts for nearly everything: the best in it leads.
    assertThat(after.number("rank", "D" + best(after))).isEqualTo(1);
  }

  private static int best(Recomputed county) {
    int best = 2;
    for (int row = 2; row <= 16; row++) {
      boolean better = county.number("norm", "C" + row) > county.number("norm", "C" + best);
      best = better && row != 4 ? row : best;
    }
    return best;
  }

  @Test
  void onlyCellsThatAreThereAndHoldNoFormulaAreChanged() throws IOException {
    Path file = LiveCounty.write(3, folder.resolve("county.xlsx"));
    for (Change wrong :
        new Change[] {
          new Change("par", "Z99", 1), new Change("nowhere", "A1", 1), new Change("score", "C2", 1)
        }) {
      assertThatThrownBy(() -> LibreOffice.recompute(file, wrong))
          .as(wrong.toString())
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
