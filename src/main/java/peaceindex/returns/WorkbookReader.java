package peaceindex.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Text;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;
import peaceindex.sheet.Workbook;

/**
 * Enters a workbook: finds what each sheet holds, chooses the sheets that are meant, and enters
 * them.
 *
 * <p>Of a workbook with a sheet a month only the sheet of the month is read, and of one with sheets
 * of other times (累计, 上年) only the others; both are mentioned. A sheet without any figure (a cover,
 * instructions) is passed over if another one has some.
 */
final class WorkbookReader {

  /** What a sheet holds: tables, or else forms. */
  private record Content(Cells cells, Optional<Tables> tables, List<Form> forms) {}

  private final Desk desk;
  private final TableReader tables;
  private final FormReader forms;

  WorkbookReader(Desk desk) {
    this.desk = desk;
    this.tables = new TableReader(desk);
    this.forms = new FormReader(desk);
  }

  /** Enters a workbook; whether it held anything. */
  boolean read(ReturnFile file, Workbook workbook) {
    Optional<Period> wanted = desk.periods().wanted(file);
    List<Content> contents = new ArrayList<>();
    for (Cells cells : workbook.sheets()) {
      find(cells, wanted).ifPresent(contents::add);
    }
    List<Content> chosen = withFigures(ofThePeriod(file, contents, wanted));
    for (Content content : chosen) {
      content
          .tables()
          .ifPresentOrElse(
              found -> tables.enter(file, found, content.cells()),
              () -> forms.enter(file, content.cells(), content.forms()));
    }
    desk.merger().end();
    for (String hidden : workbook.hidden()) {
      desk.problems().add(Code.HIDDEN_SHEET, CellRef.sheet(file.shown(), hidden));
    }
    return !contents.isEmpty();
  }

  private Optional<Content> find(Cells cells, Optional<Period> wanted) {
    Optional<Tables> found = tables.find(cells, wanted);
    if (found.isPresent()) {
      return Optional.of(new Content(cells, found, List.of()));
    }
    List<Form> asForms = forms.find(cells, wanted);
    int entries = asForms.stream().mapToInt(form -> form.entries().size()).sum();
    Optional<Tables> ofOneUnit = tables.findOfOneUnit(cells, wanted);
    if (ofOneUnit.map(Tables::fields).orElse(0) > entries) {
      return Optional.of(new Content(cells, ofOneUnit, List.of()));
    }
    return entries == 0
        ? Optional.empty()
        : Optional.of(new Content(cells, Optional.empty(), asForms));
  }

  /** Leaves out the sheets that by their names are of another time than the rest. */
  private List<Content> ofThePeriod(
      ReturnFile file, List<Content> contents, Optional<Period> wanted) {
    List<Content> present =
        contents.stream()
            .filter(content -> !desk.words().isOtherPeriod(content.cells().sheet(), wanted))
            .toList();
    if (present.isEmpty()) {
      return contents;
    }
    for (Content content : contents) {
      if (!present.contains(content)) {
        desk.problems()
            .add(
                Code.SHEET_OF_OTHER_PERIOD,
                CellRef.sheet(file.shown(), content.cells().sheet()),
                "found",
                Text.of(content.cells().sheet()));
      }
    }
    return present;
  }

  private List<Content> withFigures(List<Content> contents) {
    List<Content> filled = contents.stream().filter(this::holdsFigures).toList();
    return filled.isEmpty() ? contents : filled;
  }

  private boolean holdsFigures(Content content) {
    return content
        .tables()
        .map(tables::holdsFigures)
        .orElseGet(() -> forms.holdsFigures(content.cells(), content.forms()));
  }
}
