package peaceindex.returns;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import peaceindex.panel.Field;
import peaceindex.panel.Fields;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;

/** Enters the tables of a sheet, one under the other, each with a header of its own. */
final class TableReader {
  private final Fields fields;
  private final Vocabulary words;
  private final UnitFinder units;
  private final PeriodFinder periods;
  private final Sources sources;
  private final Merger merger;
  private final Problems problems;

  TableReader(
      Fields fields,
      Vocabulary words,
      UnitFinder units,
      PeriodFinder periods,
      Sources sources,
      Merger merger,
      Problems problems) {
    this.fields = fields;
    this.words = words;
    this.units = units;
    this.periods = periods;
    this.sources = sources;
    this.merger = merger;
    this.problems = problems;
  }

  /** Reads a sheet; whether it held a table. */
  boolean read(ReturnFile file, Cells cells) {
    Optional<Table> table = Table.find(cells, 0, words);
    if (table.isEmpty() || isForm(cells, table.get())) {
      return false;
    }
    int top = 0;
    while (table.isPresent()) {
      Table now = table.get();
      table = Table.find(cells, now.lastRow() + 1, words);
      int end = table.map(Table::firstRow).orElse(cells.lastRow() + 1);
      List<String> titles = cells.texts(top, now.firstRow());
      Optional<Period> period = periods.require(file, cells.sheet(), titles, Optional.empty());
      if (period.isPresent()) {
        readRows(file, cells, now, end, period.get());
      }
      top = now.lastRow() + 1;
    }
    return true;
  }

  /** In a form the unit stands to the right of its label, so the label heads no column. */
  private boolean isForm(Cells cells, Table table) {
    int column = table.nameColumn() >= 0 ? table.nameColumn() : table.codeColumn();
    for (int row = table.firstRow(); row <= table.lastRow(); row++) {
      int cell = cells.at(row, cells.mergeAt(row, column).lastColumn() + 1);
      if (cell >= 0 && units.find(cells.text(cell)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private void readRows(ReturnFile file, Cells cells, Table table, int end, Period period) {
    Set<Integer> doubled = reportDoubled(cells, table);
    Map<Integer, Integer> columns = new TreeMap<>();
    table
        .columns()
        .forEach(
            (column, field) -> {
              CellRef where = CellRef.at(cells.file(), cells.sheet(), table.firstRow(), column);
              if (sources.mayComeFrom(file.name(), fields.get(field), where)) {
                columns.put(column, field);
              }
            });
    for (int row = table.lastRow() + 1; row < end; row++) {
      int unit = unitOf(cells, table, row);
      if (unit < 0) {
        continue;
      }
      merger.arrived(period, unit);
      for (Map.Entry<Integer, Integer> entry : columns.entrySet()) {
        int column = entry.getKey();
        int field = entry.getValue();
        if (doubled.contains(field)) {
          merger.refuse(cells, row, column, period, unit, field);
        } else {
          merger.enter(cells, row, column, period, unit, field);
        }
      }
    }
  }

  /** The fields that have two columns, of which none is used. */
  private Set<Integer> reportDoubled(Cells cells, Table table) {
    Set<Integer> doubled = new HashSet<>();
    table
        .doubled()
        .forEach(
            (column, other) -> {
              int number = table.columns().getOrDefault(other, 0);
              Field field = fields.get(number);
              doubled.add(number);
              problems.add(
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
        units.isKnown(code, name)
            || (hasFigures(cells, table, row) && !isTotalOrRemark(cells, table, row));
    if (!unitRow) {
      return -1;
    }
    int nameColumn = table.nameColumn() >= 0 ? table.nameColumn() : table.codeColumn();
    int codeColumn = table.codeColumn() >= 0 ? table.codeColumn() : table.nameColumn();
    return units.require(
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
        .anyMatch(cell -> cell >= 0 && cells.kind(cell) == Cells.Kind.NUMBER);
  }

  private boolean isTotalOrRemark(Cells cells, Table table, int row) {
    int firstField = table.columns().keySet().stream().min(Integer::compare).orElse(0);
    int last = Math.max(firstField - 1, Math.max(table.nameColumn(), table.codeColumn()));
    for (int cell = cells.firstInRow(row); cell < cells.firstInRow(row + 1); cell++) {
      String text = cells.text(cell);
      if (cells.column(cell) <= last && !text.isEmpty() && words.isTotalOrRemark(text)) {
        return true;
      }
    }
    return false;
  }
}
