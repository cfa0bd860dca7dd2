package peaceindex.returns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import peaceindex.panel.Field;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;

/** Enters the tables of a sheet, one under the other, each with a header of its own. */
final class TableReader {
  /** A figure that was typed as text. */
  private static final Pattern NUMERIC = Pattern.compile("\\s*[0-9０-９][0-9０-９,，.]{0,15}\\s*");

  private final Desk desk;

  TableReader(Desk desk) {
    this.desk = desk;
  }

  /** Reads a sheet; whether it held a table. */
  boolean read(ReturnFile file, Cells cells) {
    Optional<Table> table = Table.find(cells, 0, desk.words(), desk.units());
    if (table.isEmpty()) {
      return false;
    }
    int before = desk.problems().size();
    int read = 0;
    int top = 0;
    while (table.isPresent()) {
      Table now = table.get();
      table = Table.find(cells, now.lastRow() + 1, desk.words(), desk.units());
      int end = table.map(Table::firstRow).orElse(cells.lastRow() + 1);
      Optional<Period> period =
          desk.periods()
              .require(
                  file,
                  cells.sheet(),
                  cells.texts(top, now.firstRow()),
                  desk.periods().labelled(cells, top, now.firstRow(), desk.words()));
      if (period.isPresent()) {
        read += readRows(file, cells, now, end, period.get());
      }
      top = now.lastRow() + 1;
    }
    return read > 0 || desk.problems().size() > before;
  }

  /** Enters the rows of a table; how many units it had. */
  private int readRows(ReturnFile file, Cells cells, Table table, int end, Period period) {
    Set<Integer> refused = reportDoubled(cells, table);
    reportUnclear(cells, table);
    Map<Integer, Integer> columns = new TreeMap<>();
    table
        .columns()
        .forEach(
            (column, field) -> {
              CellRef where = CellRef.at(cells.file(), cells.sheet(), table.firstRow(), column);
              if (desk.sources().mayComeFrom(file.name(), desk.fields().get(field), where)) {
                columns.put(column, field);
              }
            });
    Map<Integer, Integer> rowOf = new HashMap<>();
    int cell = cells.firstInRow(table.lastRow() + 1);
    while (cell < cells.size() && cells.row(cell) < end) {
      int row = cells.row(cell);
      cell = cells.firstInRow(row + 1);
      int unit = unitOf(cells, table, row);
      if (unit < 0) {
        continue;
      }
      desk.merger().arrived(period, unit);
      Integer before = rowOf.putIfAbsent(unit, row);
      if (before != null) {
        reportUnitTwice(cells, table, row, before);
      }
      for (Map.Entry<Integer, Integer> entry : columns.entrySet()) {
        int column = entry.getKey();
        int field = entry.getValue();
        if (before != null || refused.contains(field)) {
          desk.merger().refuse(cells, row, column, period, unit, field);
        } else {
          desk.merger().enter(cells, row, column, period, unit, field);
        }
      }
    }
    return rowOf.size();
  }

  private void reportUnitTwice(Cells cells, Table table, int row, int before) {
    int column = table.nameColumn() >= 0 ? table.nameColumn() : table.codeColumn();
    desk.problems()
        .add(
            Code.UNIT_TWICE,
            CellRef.at(cells.file(), cells.sheet(), row, column),
            "other",
            CellRef.address(before, column));
  }

  /** The columns whose header says more than the field: whose figures may be of another time. */
  private void reportUnclear(Cells cells, Table table) {
    table
        .unclear()
        .forEach(
            (column, field) -> {
              if (!table.columns().containsValue(field)) {
                desk.problems()
                    .add(
                        Problem.of(
                                Code.LABEL_UNCLEAR,
                                CellRef.at(cells.file(), cells.sheet(), table.lastRow(), column),
                                "field",
                                desk.fields().get(field).name())
                            .about("", desk.fields().get(field).id()));
              }
            });
  }

  /** The fields that have two columns, of which none is used. */
  private Set<Integer> reportDoubled(Cells cells, Table table) {
    Set<Integer> doubled = new HashSet<>();
    table
        .doubled()
        .forEach(
            (column, other) -> {
              int number = table.columns().getOrDefault(other, 0);
              Field field = desk.fields().get(number);
              doubled.add(number);
              desk.problems()
                  .add(
                      Problem.of(
                              Code.FIELD_TWICE,
                              CellRef.at(cells.file(), cells.sheet(), table.lastRow(), column),
                              "field",
                              field.name(),
                              "other",
                              CellRef.address(table.lastRow(), other))
                          .about("", field.id()));
            });
    return doubled;
  }

  /** The unit of a row, or -1 if the row is none of a unit; says so if it should have been. */
  private int unitOf(Cells cells, Table table, int row) {
    String name = text(cells, row, table.nameColumn());
    String code = text(cells, row, table.codeColumn());
    boolean unitRow =
        desk.units().isKnown(code, name)
            || (hasFigures(cells, table, row) && !isTotalOrRemark(cells, table, row));
    if (!unitRow) {
      return -1;
    }
    int nameColumn = table.nameColumn() >= 0 ? table.nameColumn() : table.codeColumn();
    int codeColumn = table.codeColumn() >= 0 ? table.codeColumn() : table.nameColumn();
    return desk.units()
        .require(
            code,
            name,
            CellRef.at(cells.file(), cells.sheet(), row, codeColumn),
            CellRef.at(cells.file(), cells.sheet(), row, nameColumn));
  }

  private static String text(Cells cells, int row, int column) {
    int cell = column < 0 ? -1 : cells.shownAt(row, column);
    return cell < 0 ? "" : cells.text(cell).strip();
  }

  private static boolean hasFigures(Cells cells, Table table, int row) {
    return table.columns().keySet().stream()
        .map(column -> cells.at(row, column))
        .anyMatch(cell -> cell >= 0 && isFigure(cells, cell));
  }

  private static boolean isFigure(Cells cells, int cell) {
    return cells.kind(cell) == Cells.Kind.NUMBER
        || (cells.kind(cell) == Cells.Kind.TEXT && NUMERIC.matcher(cells.text(cell)).matches());
  }

  private boolean isTotalOrRemark(Cells cells, Table table, int row) {
    int firstField = table.columns().keySet().stream().min(Integer::compare).orElse(0);
    int last = Math.max(firstField - 1, Math.max(table.nameColumn(), table.codeColumn()));
    for (int cell = cells.firstInRow(row); cell < cells.firstInRow(row + 1); cell++) {
      String text = cells.text(cell);
      if (cells.column(cell) <= last && !text.isEmpty() && desk.words().isTotalOrRemark(text)) {
        return true;
      }
    }
    return false;
  }
}
