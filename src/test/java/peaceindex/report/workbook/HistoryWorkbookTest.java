package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaceindex.panel.Period;
import peaceindex.problem.Lang;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.SyntheticFindings;

class HistoryWorkbookTest {
  private static final int HEAD = 4;
  private static final int NOTES = 2;

  @TempDir Path folder;

  private Opened opened(Findings findings) throws IOException {
    return Opened.of(new HistoryWorkbook(), findings, folder);
  }

  @Test
  void oneRowForEachUnitAndPeriod() throws IOException {
    Findings findings = SyntheticFindings.of(15, 24, Lang.ZH);
    Opened book = opened(findings);
    assertThat(book.names()).containsExactly("历史");
    assertThat(book.rows("历史")).hasSize(HEAD + 15 * 24 + NOTES);
    Standing standing = findings.standing();
    List<Object> row = book.row("历史", "2025-12", "990121002", "西屏街道");
    assertThat(row.subList(3, 9))
        .containsExactly(
            "街道",
            standing.scores().index(2),
            standing.published(2),
            standing.rank(2),
            standing.groupRank(2),
            standing.band(2).orElseThrow().name().zh());
    assertThat(row.get(13)).isEqualTo(standing.published(1, 2));
    assertThat(row.get(14)).isEqualTo(standing.published(2, 2));
  }

  @Test
  void unrankedUnitsAreThereWithTheReason() throws IOException {
    Opened book = opened(SyntheticFindings.of(15, 2, Lang.EN));
    assertThat(book.row("History", "2025-12", "990121011", "Unit 12"))
        .contains("/", "n.r.", "no return arrived");
  }

  @Test
  void endsAtThePublishedPeriod() throws IOException {
    Findings findings = SyntheticFindings.of(15, 24, Lang.ZH);
    Opened book = opened(Varied.at(findings, Period.month(2025, 3)));
    assertThat(book.rows("历史")).hasSize(HEAD + 15 * 15 + NOTES);
    assertThat(book.text("历史")).contains("2025-03").doesNotContain("2025-04");
  }

  @Test
  void nodesOfAllVersionsHaveAColumn() throws IOException {
    Findings findings = Varied.withNewRules(SyntheticFindings.of(15, 3, Lang.ZH));
    Opened book = opened(findings);
    List<Object> now = book.row("历史", "2025-12", "990121002");
    List<Object> before = book.row("历史", "2025-11", "990121002");
    int dropped = 13 + 15 - 1;
    assertThat(book.rows("历史").get(3).get(dropped)).isEqualTo("平安建设知晓率");
    assertThat(now.get(dropped)).isEqualTo("");
    Standing then = findings.trend().at(Period.month(2025, 11)).orElseThrow();
    assertThat(before.get(dropped)).isEqualTo(then.published(then.tree().find("i11"), 2));
  }

  @Test
  void canBeFiltered() throws IOException {
    Opened book = opened(SyntheticFindings.of(15, 2, Lang.ZH));
    assertThat(book.sheet("历史").getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A4:AC34");
    assertThat(book.sheet("历史").getPaneInformation().isFreezePane()).isTrue();
  }
}
