package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.ranking.TiePolicy;

/** A column measured by its ends is as wide as one measured cell by cell. */
class ExtentTest {
  private static final double WIDEST = 20;

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isAsWideAsItsWidestCell(long seed) {
    Random random = new Random(seed);
    List<NumberForm> forms =
        List.of(
            NumberForm.fixed(random.nextInt(12)),
            NumberForm.change(2),
            NumberForm.PLAIN,
            NumberForm.SHARE,
            NumberForm.places(TiePolicy.MINIMUM),
            NumberForm.fixed(2).marked("估"));
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int kind = random.nextInt(forms.size() + 2);
      cells.add(
          kind < forms.size()
              ? Cell.number(
                  random.nextGaussian() * Math.pow(10, random.nextInt(7)), forms.get(kind))
              : Cell.word("安".repeat(random.nextInt(12)) + "a".repeat(kind)));
    }
    Extent extent = new Extent(WIDEST);
    cells.forEach(extent::include);
    double widest = cells.stream().mapToDouble(Cell::width).max().orElseThrow();
    assertThat(extent.width()).isEqualTo(Math.min(WIDEST, widest));
  }
}
