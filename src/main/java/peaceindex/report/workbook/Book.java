package peaceindex.report.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import peaceindex.report.Findings;

/** Writes pages to an xlsx file. */
final class Book {
  private final List<Page> pages;

  Book(List<Page> pages) {
    this.pages = List.copyOf(pages);
  }

  void write(Findings findings, Path file) throws IOException {
    Words words = new Words(findings.lang());
    Xlsx.write(
        file,
        findings.period(),
        findings.lang(),
        (workbook, styles) -> {
          for (Page page : pages) {
            if (page.isShown(findings)) {
              TableSheet.write(page, findings, words, workbook, styles);
            }
          }
        });
  }
}
