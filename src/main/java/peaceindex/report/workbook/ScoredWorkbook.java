package peaceindex.report.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.report.Findings;
import peaceindex.report.Report;

/** The workbook of one period: from the ranking that is hung up back to the figures reported. */
public final class ScoredWorkbook implements Report {
  private static final List<Page> PAGES =
      List.of(
          new RankingPage(),
          new AdjustmentsPage(),
          new LedgerPage(),
          new ScoresPage(),
          new CalculationPage(),
          new ReferencesPage(),
          new ParametersPage(),
          new ValuesPage(),
          new PreparedPage(),
          new DataPage(),
          new MovementPage(),
          new TrendPage(),
          new ChartsPage(),
          new ChartDataPage(),
          new ProblemsPage(),
          new MethodPage(),
          new SourcesPage());

  @Override
  public String fileName() {
    return "scored.xlsx";
  }

  @Override
  public Text title() {
    return Messages.phrase("book.file.scored");
  }

  @Override
  public void write(Findings findings, Path file) throws IOException {
    new Book(PAGES, true).write(findings, file);
  }

  @Override
  public List<Problem> verify(Path file, String shown) throws IOException {
    return Verification.of(file).problems(shown);
  }
}
