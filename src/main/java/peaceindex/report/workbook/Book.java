package peaceindex.report.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import peaceindex.report.Findings;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/** Writes pages to an xlsx file. */
final class Book {
  private final List<Page> pages;
  private final boolean locked;

  /** A page with its table. */
  private record Laid(Page page, Table<?> table, Caption caption) {}

  Book(List<Page> pages) {
    this(pages, false);
  }

  /**
   * @param locked whether its sheets are kept from slips of the hand
   */
  Book(List<Page> pages, boolean locked) {
    this.pages = List.copyOf(pages);
    this.locked = locked;
  }

  void write(Findings findings, Path file) throws IOException {
    Words words = new Words(findings.lang());
    boolean scored = pages.stream().anyMatch(CalculationPage.class::isInstance);
    Formulas formulas = scored ? Formulas.of(findings, words) : Formulas.none(findings, words);
    List<Laid> all = new ArrayList<>();
    for (Page page : pages) {
      if (page.isShown(findings, formulas)) {
        Laid laid =
            new Laid(page, page.table(findings, formulas), Caption.of(page, findings, words));
        all.add(laid);
        if (formulas.isOn()) {
          formulas.place(page.name(), Grid.of(laid.table(), laid.caption(), page::key));
        }
      }
    }
    Xlsx.write(
        file,
        findings.period(),
        findings.lang(),
        (workbook, styles) -> {
          if (locked) {
            workbook.lockAll();
          }
          for (Laid laid : all) {
            laid.page().write(findings, formulas, laid.table(), laid.caption(), workbook, styles);
          }
          if (formulas.isOn()) {
            name(formulas, workbook);
          }
        });
  }

  /** Gives the cells of parameters their names. */
  private static void name(Formulas formulas, WorkbookWriter workbook) {
    Grid grid = formulas.grid("parameters");
    for (Parameters.Entry entry : formulas.parameters().all()) {
      workbook.name(entry.name(), grid.cell(entry.key(), ParametersPage.VALUE));
    }
  }
}
