package peaceindex.returns;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import peaceindex.panel.Frequency;
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
 * of other times (累计, 上年) or samples only the others; all are mentioned. A sheet without any figure
 * (a cover, instructions) is passed over if another one has some.
 */
final class WorkbookReader {

  /** What a sheet holds: tables, or else forms. */
  private record Content(Cells cells, Optional<Tables> tables, List<Form> forms) {}

  /** Sheets that show how a return is to be filled in. */
  private static final Expression SAMPLE =
      new Expression("(?i).{0,4}(?:示例|样表|样例|模板|范例|范本|example|sample|template)表?[\\d()（）]*");

  /** Whether a sheet only shows how something is to be filled in. */
  static boolean isSample(String sheet) {
    return SAMPLE.matcher(sheet).matches();
  }

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
      Optional<Content> found = find(cells, wanted);
      if (found.isPresent()) {
        contents.add(found.get());
      }
    }
    boolean choice = contents.size() > 1;
    for (Content content : choice ? chosen(file, contents, wanted) : contents) {
      if (content.tables().isPresent()) {
        enter(file, content.cells(), content.tables().get());
      } else {
        forms.enter(file, content.cells(), content.forms());
      }
    }
    desk.merger().end();
    for (String hidden : workbook.hidden()) {
      desk.problems().add(Code.HIDDEN_SHEET, CellRef.sheet(file.shown(), hidden));
    }
    return !contents.isEmpty();
  }

  private void enter(ReturnFile file, Cells sent, Tables found) {
    List<String> titles =
        found.tables().stream().flatMap(block -> found.titles(block, sent).stream()).toList();
    boolean isOne = !found.oneUnit() || new UnitNames(desk).agree(file, sent, titles, -1, "");
    if (isOne && !desk.periods().isCumulative(file, sent, titles)) {
      tables.enter(file, found, sent);
    }
  }

  private Optional<Content> find(Cells cells, Optional<Period> wanted) {
    Optional<Tables> found = tables.find(cells, wanted);
    if (found.isPresent()) {
      return Optional.of(new Content(cells, found, List.of()));
    }
    List<Form> asForms = forms.find(cells, wanted);
    int entries = 0;
    for (Form form : asForms) {
      entries += form.entries().size();
    }
    Optional<Tables> ofOneUnit = tables.findOfOneUnit(cells, wanted, entries);
    if (ofOneUnit.isPresent()) {
      return Optional.of(new Content(cells, ofOneUnit, List.of()));
    }
    return entries == 0
        ? Optional.empty()
        : Optional.of(new Content(cells, Optional.empty(), asForms));
  }

  /** Leaves out the sheets that by their names are of another time than the rest. */
  private List<Content> ofThePeriod(
      ReturnFile file, List<Content> contents, Optional<Period> wanted) {
    Set<String> months =
        contents.stream().map(content -> content.cells().sheet().strip()).collect(toSet());
    // Sheets called 1 to 12 are months if all are, and if that of the folder is among them.
    Optional<Period> month =
        months.size() > 1 && months.stream().allMatch(name -> name.matches("0?[1-9]|1[0-2]"))
            ? wanted
                .filter(period -> period.frequency() == Frequency.MONTH)
                .filter(period -> months.stream().anyMatch(name -> isMonth(name, period)))
            : Optional.empty();
    List<Content> present =
        contents.stream()
            .filter(content -> !desk.words().isOtherPeriod(content.cells().sheet(), wanted))
            .filter(content -> !isSample(content.cells().sheet()))
            .filter(content -> month.filter(m -> !isMonth(content.cells().sheet(), m)).isEmpty())
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

  private static boolean isMonth(String name, Period month) {
    return Integer.parseInt(name.strip()) == month.month();
  }

  private List<Content> chosen(ReturnFile file, List<Content> contents, Optional<Period> wanted) {
    return withFigures(ofThePeriod(file, contents, wanted));
  }

  private List<Content> withFigures(List<Content> contents) {
    List<Content> filled = contents.stream().filter(this::holdsFigures).toList();
    return filled.isEmpty() ? contents : filled;
  }

  private boolean holdsFigures(Content content) {
    return content
        .tables()
        .map(found -> tables.holdsFigures(found) || holdsUnreadable(found))
        .orElseGet(() -> forms.holdsFigures(content.cells(), content.forms()));
  }

  /** Whether a unit has something in the place of a figure that is none: 三十五, 12起, an error. */
  private boolean holdsUnreadable(Tables found) {
    Cells cells = found.cells();
    for (Tables.Block block : found.tables()) {
      Table table = block.table();
      int end = cells.firstInRow(block.end());
      for (int cell = cells.firstInRow(table.lastRow() + 1); cell < end; cell++) {
        int row = cells.row(cell);
        if (table.columns().containsKey(cells.column(cell))
            && FormReader.isFigure(cells, cell)
            && (found.oneUnit()
                || desk.units()
                    .isKnown(
                        text(cells, row, table.codeColumn()),
                        text(cells, row, table.nameColumn())))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String text(Cells cells, int row, int column) {
    int cell = column < 0 ? -1 : cells.shownAt(row, column);
    return cell < 0 ? "" : cells.text(cell).strip();
  }
}
