package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.problem.Lang;
import peaceindex.report.Findings;
import peaceindex.report.PageSettings;
import peaceindex.report.SyntheticFindings;

/** Up to a number of units the workbook holds formulas, beyond it values, and says so. */
class FormulaLimitTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} units, up to {1}")
  @CsvSource({"15, 15, true", "15, 14, false", "15, 0, false", "1, 300, true"})
  void beyondTheLimitStandValues(int units, int upTo, boolean live) throws IOException {
    Findings findings = limited(SyntheticFindings.of(units, 2, Lang.EN), upTo);
    Path file = folder.resolve("scored.xlsx");
    new ScoredWorkbook().write(findings, file);
    assertThat(Verification.of(file).formulas() > 0).isEqualTo(live);
    Opened book = Opened.of(new ScoredWorkbook(), findings, folder);
    assertThat(book.names().contains("Parameters")).isEqualTo(live);
    assertThat(book.text("Scores").contains("hold values and no formulas")).isEqualTo(!live);
  }

  private static Findings limited(Findings of, int upTo) {
    PageSettings page =
        new PageSettings(of.page().organisation(), of.page().signatures(), of.page().slips(), upTo);
    return new Findings(
        of.index(), page, of.panel(), of.trend(), of.period(), of.problems(), of.lang(), of.date());
  }
}
