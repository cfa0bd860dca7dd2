package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import peaceindex.report.Findings;

/** For tests elsewhere: does a scored workbook follow from its own formulas? */
public final class LiveFormulas {
  private LiveFormulas() {}

  /**
   * Writes the scored workbook of findings and says how many formulas it has, all of them right.
   */
  public static int recompute(Findings findings, Path file) throws IOException {
    new ScoredWorkbook().write(findings, file);
    return right(Verification.of(file));
  }

  /** The same, recomputed by LibreOffice; skipped where there is none. */
  public static int recomputeElsewhere(Path file) throws IOException {
    return right(LibreOffice.compare(file));
  }

  private static int right(Comparison comparison) {
    List<Comparison.Difference> differences = comparison.differences();
    assertThat(differences.stream().limit(5).toList())
        .as("%d differ", differences.size())
        .isEmpty();
    return comparison.formulas();
  }
}
