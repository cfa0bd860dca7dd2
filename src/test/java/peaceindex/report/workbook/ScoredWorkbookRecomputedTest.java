package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peaceindex.problem.Lang;
import peaceindex.report.SyntheticFindings;

/**
 * The workbook of a county, in which figures and a whole return are missing, recomputes to the
 * engine's figures in two programs that share no code.
 */
class ScoredWorkbookRecomputedTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Lang.class)
  void poiAndLibreOfficeFindTheEnginesFigures(Lang lang) throws IOException {
    Path file = folder.resolve("scored.xlsx");
    new ScoredWorkbook().write(SyntheticFindings.of(15, 13, lang), file);
    Comparison here = Verification.of(file);
    assertThat(here.differences()).isEmpty();
    Comparison there = LibreOffice.compare(file);
    assertThat(there.differences()).isEmpty();
    assertThat(there.formulas()).isEqualTo(here.formulas());
  }
}
