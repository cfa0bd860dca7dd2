package peaceindex.report.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.report.Findings;
import peaceindex.report.Report;

/** All published figures of all periods in one list, to be filtered or to be fed to other tools. */
public final class HistoryWorkbook implements Report {
  private static final List<Page> PAGES = List.of(new HistoryPage());

  @Override
  public String fileName() {
    return "history.xlsx";
  }

  @Override
  public Text title() {
    return Messages.phrase("book.file.history");
  }

  @Override
  public void write(Findings findings, Path file) throws IOException {
    new Book(PAGES).write(findings, file);
  }
}
