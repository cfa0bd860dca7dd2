package peaceindex.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import peaceindex.panel.Field;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Privacy;
import peaceindex.problem.Problem;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.returns.Vocabulary.Label;
import peaceindex.sheet.Cells;

/** Finds and enters the tables of a sheet, one under the other, each with a header of its own. */
final class TableReader {
  /** A figure that was typed as text. */
  private static final Expression NUMERIC = new Expression("\\s*[0-9０-９][0-9０-９,，.]{0,15}\\s*%?");

  /** What stands in the place of a name in a row that numbers the columns. */
  private static final Expression COLUMN_NUMBER =
      new Expression("甲|乙|丙|栏次|序号|编号|[A-Za-zＡ-Ｚ]|[(（]?\\d{1,2}[)）]?|");

  /** What says that a row, not its unit, is of another time. */
  private static final Expression TIME =
      new Expression("累计|同期|上年|去年|前年|上月|上季|上期|同比|环比|全年|(?i:cumulative|last year|last month)");

  private static final int LONGEST_TIME = 20;

  /** What columns are called whose rows are parts of a unit. */
  private static final Expression PARTS =
      new Expression("(?:行政村|自然村|村|村居|社区|村[（(/、]?社区[)）]?|居委会|网格|派出所|司法所|站所|部门|单位)(?:名称)?");

  /** What stands there for the unit as a whole. */
  private static final Expression WHOLE = new Expression("全[镇乡区县街道]+|本级|[-—–/、]+");

  /** How many rows of sub-headings or measures may stand between a header and its units. */
  private static final int LONGEST_GAP = 2;

  /** How many rows of a column are searched for numbers of persons. */
  private static final int SEARCHED_ROWS = 2000;

  private final Desk desk;

  TableReader(Desk desk) {
    this.desk = desk;
  }

  /**
   * The tables of a sheet: of several units by rows, or else by columns; empty if it holds none.
   */
  Optional<Tables> find(Cells cells, Optional<Period> wanted) {
    Table.Search search = new Table.Search(desk.words(), desk.units(), wanted);
    List<Tables.Block> upright = blocks(cells, search);
    if (!upright.isEmpty()) {
      return Optional.of(new Tables(cells, upright, false, false));
    }
    // It takes a column of labels and two of units.
    if (cells.lastColumn() > 1 && cells.canBeTransposed()) {
      Cells turned = cells.transposed();
      List<Tables.Block> lying = blocks(turned, search);
      // Of one unit it is a form.
      if (!lying.isEmpty() && namesSeveral(turned, lying.get(0))) {
        return Optional.of(new Tables(turned, lying, true, false));
      }
    }
    return Optional.empty();
  }

  /**
   * A header over the only row of figures, whose unit is named elsewhere.
   *
   * @param fields how many fields are found otherwise; it has to name more
   */
  Optional<Tables> findOfOneUnit(Cells cells, Optional<Period> wanted, int fields) {
    if (cells.lastColumn() < fields) {
      return Optional.empty();
    }
    Table.Search search = new Table.Search(desk.words(), desk.units(), wanted);
    return Table.ofOneUnit(cells, search)
        .map(table -> new Tables.Block(table, 0, cells.lastRow() + 1))
        .filter(block -> block.table().fields() > fields)
        .filter(block -> rowsOfFigures(cells, block) == 1)
        .map(block -> new Tables(cells, List.of(block), false, true));
  }

  private List<Tables.Block> blocks(Cells cells, Table.Search search) {
    List<Tables.Block> blocks = new ArrayList<>();
    Optional<Table> next = Table.find(cells, 0, search);
    int top = 0;
    while (next.isPresent()) {
      Table table = next.get();
      next = Table.find(cells, table.lastRow() + 1, search);
      int end = next.map(Table::firstRow).orElse(cells.lastRow() + 1);
      int header = nextHeader(cells, table, end);
      if (header < end) {
        // A header that has no label of the unit begins a table all the same.
        next = Table.find(cells, header, search);
        end = header;
      }
      for (Table part : table.sideBySide(cells, end, search)) {
        Tables.Block block = new Tables.Block(part, top, end);
        if (holdsUnits(cells, block)) {
          blocks.add(block);
        }
      }
      top = table.lastRow() + 1;
    }
    return blocks;
  }

  /** The first row below the first unit of a table that is a header; {@code end} if none is. */
  private int nextHeader(Cells cells, Table table, int end) {
    boolean units = false;
    for (int row = next(cells, table.lastRow()); row < end; row = next(cells, row)) {
      if (units && Table.isHeader(cells, row, desk.words())) {
        return row;
      }
      units |= isUnitRow(cells, table, row);
    }
    return end;
  }

  private boolean holdsUnits(Cells cells, Tables.Block block) {
    return firstUnit(cells, block) < block.end();
  }

  /** The first row of a unit; the end of the table if there is none. */
  private int firstUnit(Cells cells, Tables.Block block) {
    int row = next(cells, block.table().lastRow());
    while (row < block.end() && !isUnitRow(cells, block.table(), row)) {
      row = next(cells, row);
    }
    return Math.min(row, block.end());
  }

  private int rowsOfFigures(Cells cells, Tables.Block block) {
    Table table = block.table();
    int count = 0;
    for (int row = next(cells, table.lastRow()); row < block.end(); row = next(cells, row)) {
      if (hasFigures(cells, table, row)
          && !isTotalOrRemark(cells, table, row)
          && !isOfOtherPeriod(cells, table, row)
          && !numbersColumns(cells, table, row)) {
        count++;
      }
    }
    return count;
  }

  private boolean namesSeveral(Cells cells, Tables.Block block) {
    Set<String> names = new HashSet<>();
    boolean anyKnown = false;
    boolean anyStrange = false;
    Table table = block.table();
    for (int row = next(cells, table.lastRow()); row < block.end(); row = next(cells, row)) {
      String name = text(cells, row, table.nameColumn());
      String code = text(cells, row, table.codeColumn());
      if (isUnitRow(cells, table, row) && !(name.isEmpty() && code.isEmpty())) {
        names.add(code + "/" + name);
        boolean known = desk.units().isKnown(code, name);
        anyKnown |= known;
        anyStrange |= !known && !UnitFinder.isAdministrative(name);
      }
    }
    return anyKnown && !anyStrange && names.size() > 1;
  }

  /** The next row that holds anything; behind all rows if there is none. */
  private static int next(Cells cells, int row) {
    int cell = cells.firstInRow(row + 1);
    return cell < cells.size() ? cells.row(cell) : Integer.MAX_VALUE;
  }

  /** Whether any field of any unit is filled in. */
  boolean holdsFigures(Tables tables) {
    Cells cells = tables.cells();
    for (Tables.Block block : tables.tables()) {
      Table table = block.table();
      for (int row = next(cells, table.lastRow()); row < block.end(); row = next(cells, row)) {
        if (hasFigures(cells, table, row) && (tables.oneUnit() || isUnitRow(cells, table, row))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Enters the tables of a sheet. */
  void enter(ReturnFile file, Tables tables, Cells sent) {
    Cells cells = tables.cells();
    for (Tables.Block block : tables.tables()) {
      Table table = block.table();
      List<String> titles = tables.titles(block, sent);
      Optional<String> labelled =
          tables.turned()
              ? desk.periods().labelled(sent, 0, table.unitColumn(), desk.words())
              : desk.periods().labelled(cells, block.top(), table.firstRow(), desk.words());
      desk.periods()
          .require(file, cells.sheet(), titles, labelled)
          .ifPresent(period -> enter(file, cells, block, period, tables.oneUnit(), titles));
    }
  }

  private void enter(
      ReturnFile file,
      Cells cells,
      Tables.Block block,
      Period period,
      boolean oneUnit,
      List<String> titles) {
    Table table = block.table();
    Set<Integer> refused = reportDoubled(cells, table);
    reportUnclear(cells, table);
    reportPersonal(cells, block);
    SortedMap<Integer, Label> supplied = suppliedColumns(file, cells, table, titles);
    int[] columns = new int[supplied.size()];
    Label[] labels = new Label[supplied.size()];
    int count = 0;
    for (Map.Entry<Integer, Label> entry : supplied.entrySet()) {
      columns[count] = entry.getKey();
      labels[count++] = entry.getValue();
    }
    Map<Integer, Integer> rowOf = new HashMap<>();
    Sums sums = new Sums(desk, cells, supplied, period);
    for (int row = next(cells, table.lastRow()); row < block.end(); row = next(cells, row)) {
      if (!oneUnit && !isUnitRow(cells, table, row)) {
        Optional<String> total = totalLabel(cells, table, row);
        if (total.isPresent()) {
          sums.total(row, total.get());
        }
        continue;
      }
      int named = oneUnit ? unitOfAll(file, cells, table, row, titles) : unitOf(cells, table, row);
      int unit = named < 0 ? named : active(cells, table, row, named, period);
      double[] figures = sums.part(row, unit);
      if (unit < 0) {
        continue;
      }
      desk.merger().arrived(cells, period, unit);
      Integer before = rowOf.putIfAbsent(unit, row);
      if (before != null) {
        boolean equal = areEqual(cells, supplied, before, row);
        Code code = equal ? Code.UNIT_REPEATED : Code.UNIT_TWICE;
        boolean isError = report(code, unit, cells, table, row, before).isError();
        if (equal && !isError) {
          continue;
        }
      }
      for (int c = 0; c < columns.length; c++) {
        int column = columns[c];
        Label label = labels[c];
        if (before != null || refused.contains(label.field())) {
          desk.merger().refuse(cells, row, column, period, unit, label.field());
        } else if (isShared(cells, table, row, column)) {
          reportShared(cells, row, column, unit, label.field());
          desk.merger().refuse(cells, row, column, period, unit, label.field());
        } else {
          figures[c] = desk.merger().enter(cells, row, column, period, unit, label);
        }
      }
    }
    sums.report();
  }

  /** The unit of a row if it exists in a period, or -1 after saying that it does not. */
  private int active(Cells cells, Table table, int row, int unit, Period period) {
    return desk.units()
        .requireActive(unit, period, () -> cells.where(row, Math.max(0, table.unitColumn())));
  }

  /** The columns whose fields this file may supply, with the measure that a note above may give. */
  private SortedMap<Integer, Label> suppliedColumns(
      ReturnFile file, Cells cells, Table table, List<String> titles) {
    SortedMap<Integer, Label> columns = new TreeMap<>();
    String note = Vocabulary.noteAmong(titles);
    for (Map.Entry<Integer, Label> entry : table.columns().entrySet()) {
      Field field = desk.fields().get(entry.getValue().field());
      Supplier<CellRef> where = () -> cells.where(table.firstRow(), entry.getKey());
      if (desk.sources().mayComeFrom(file.name(), field, where)) {
        columns.put(entry.getKey(), desk.words().underNote(entry.getValue(), note));
      }
    }
    return columns;
  }

  /** Whether a figure stands in a cell that is merged over the rows of several units. */
  private static boolean isShared(Cells cells, Table table, int row, int column) {
    if (!cells.isMerged(row, column)) {
      return false;
    }
    Cells.Merge figure = cells.mergeAt(row, column);
    if (figure.firstRow() == figure.lastRow() || cells.shownAt(row, column) < 0) {
      return false;
    }
    Cells.Merge unit = cells.mergeAt(row, table.unitColumn());
    return figure.firstRow() < unit.firstRow() || figure.lastRow() > unit.lastRow();
  }

  private void reportShared(Cells cells, int row, int column, int unit, int field) {
    desk.problems()
        .add(
            Problem.of(
                    Code.FIGURE_SHARED,
                    cells.where(row, column),
                    "field",
                    desk.fields().get(field).name())
                .about(desk.units().idOf(unit), desk.fields().get(field).id()));
  }

  /** Whether two rows of one unit say the same. */
  private boolean areEqual(Cells cells, Map<Integer, Label> columns, int row, int other) {
    return columns.entrySet().stream()
        .allMatch(
            entry -> desk.merger().areEqual(cells, entry.getKey(), row, other, entry.getValue()));
  }

  private Problem report(Code code, int unit, Cells cells, Table table, int row, int before) {
    int column = Math.max(0, table.unitColumn());
    return desk.problems()
        .add(
            Problem.of(code, cells.where(row, column), "other", cells.where(before, column).cell())
                .about(desk.units().idOf(unit)));
  }

  /** The columns whose header says more than the field: whose figures may be of another time. */
  private void reportUnclear(Cells cells, Table table) {
    Set<Integer> clear = new HashSet<>();
    table.columns().values().forEach(label -> clear.add(label.field()));
    table
        .unclear()
        .forEach(
            (column, field) -> {
              if (!clear.contains(field)) {
                desk.problems()
                    .add(
                        Problem.of(
                                Code.LABEL_UNCLEAR,
                                cells.where(table.lastRow(), column),
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
              Label label = table.columns().getOrDefault(other, Label.NONE);
              Field field = desk.fields().get(label.field());
              doubled.add(label.field());
              desk.problems()
                  .add(
                      Problem.of(
                              Code.FIELD_TWICE,
                              cells.where(table.lastRow(), column),
                              "field",
                              field.name(),
                              "other",
                              cells.where(table.lastRow(), other).cell())
                          .about("", field.id()));
            });
    return doubled;
  }

  /** The columns of data of persons, by their heading or by what stands in them. */
  private void reportPersonal(Cells cells, Tables.Block block) {
    Table table = block.table();
    int first = firstUnit(cells, block);
    int firstUnit = first < block.end() ? first : table.lastRow() + 1;
    table
        .headings(cells, Math.min(firstUnit, table.lastRow() + 1 + LONGEST_GAP))
        .forEach(
            (column, headings) -> {
              boolean known =
                  table.columns().containsKey(column)
                      || table.unclear().containsKey(column)
                      || table.doubled().containsKey(column)
                      || column == table.nameColumn()
                      || column == table.codeColumn();
              if (!known && !headings.isEmpty()) {
                reportPersonal(cells, block, column, headings);
              }
            });
  }

  private void reportPersonal(Cells cells, Tables.Block block, int column, List<Integer> headings) {
    Optional<Integer> telling =
        headings.stream().filter(cell -> desk.words().isPersonal(cells.text(cell))).findFirst();
    boolean remark = headings.stream().anyMatch(cell -> desk.words().isRemark(cells.text(cell)));
    if (telling.isPresent() || (!remark && holdsPersonal(cells, block, column))) {
      desk.problems()
          .add(
              Code.PERSONAL_COLUMN,
              cells.where(telling.orElse(headings.get(0))),
              "found",
              Messages.phrase(telling.isPresent() ? "personal.heading" : "personal.content"));
    }
  }

  private static boolean holdsPersonal(Cells cells, Tables.Block block, int column) {
    int end = Math.min(block.end(), block.table().lastRow() + SEARCHED_ROWS);
    for (int row = block.table().lastRow() + 1; row < end; row++) {
      int cell = cells.at(row, column);
      if (cell >= 0
          && cells.text(cell).length() <= Vocabulary.LONGEST
          && Privacy.isPersonal(cells.text(cell))) {
        return true;
      }
    }
    return false;
  }

  /** The unit of the only row; it is named above the table or by the file. */
  private int unitOfAll(ReturnFile file, Cells cells, Table table, int row, List<String> titles) {
    if (!hasFigures(cells, table, row)
        || isTotalOrRemark(cells, table, row)
        || isOfOtherPeriod(cells, table, row)
        || numbersColumns(cells, table, row)) {
      return -1;
    }
    int unit = desk.units().named(titles, cells.sheet(), file.name());
    Supplier<CellRef> sheet = () -> CellRef.sheet(cells.file(), cells.sheet());
    return unit >= 0 ? unit : desk.units().require("", "", sheet, sheet);
  }

  /** The unit of a row, or -1 after saying why there is none. */
  private int unitOf(Cells cells, Table table, int row) {
    int unit = namedIn(cells, table, row);
    int end = table.firstField();
    for (int column = table.firstColumn(); unit >= 0 && column < end; column++) {
      int cell = cells.shownAt(row, column);
      if (cell < 0
          || column == table.nameColumn()
          || column == table.codeColumn()
          || cells.kind(cell) != Cells.Kind.TEXT) {
        continue;
      }
      String text = cells.text(cell).strip();
      int other = desk.units().find(text);
      boolean part = other < 0 && namesParts(cells, table, column) && !isWhole(text);
      if (part || (other >= 0 && other != unit)) {
        desk.units().refusePart(cells.where(row, column), text, unit);
        return -1;
      }
    }
    return unit;
  }

  /** Whether a column beside the unit is one of its villages or offices. */
  private static boolean namesParts(Cells cells, Table table, int column) {
    return table.headings(cells, table.lastRow() + 1).getOrDefault(column, List.of()).stream()
        .anyMatch(cell -> PARTS.matcher(cells.text(cell).strip()).matches());
  }

  /** Whether a word in the place of a part stands for the whole unit, or is a measure. */
  private boolean isWhole(String text) {
    return desk.words().isTotalOrRemark(text)
        || desk.words().isMeasureOfAny(text)
        || WHOLE.matcher(text).matches();
  }

  private int namedIn(Cells cells, Table table, int row) {
    int nameColumn = table.nameColumn() >= 0 ? table.nameColumn() : table.codeColumn();
    int codeColumn = table.codeColumn() >= 0 ? table.codeColumn() : table.nameColumn();
    return desk.units()
        .require(
            text(cells, row, table.codeColumn()),
            text(cells, row, table.nameColumn()),
            () -> cells.where(row, codeColumn),
            () -> cells.where(row, nameColumn));
  }

  /** Whether a row is of a unit, on the roster or not: no total, remark or number of columns. */
  private boolean isUnitRow(Cells cells, Table table, int row) {
    String name = text(cells, row, table.nameColumn());
    String code = text(cells, row, table.codeColumn());
    if (isOfOtherPeriod(cells, table, row)) {
      return false;
    }
    return desk.units().isKnown(code, name)
        || (!Form.isSignOff(name)
            && hasFigures(cells, table, row)
            && !isTotalOrRemark(cells, table, row)
            && !numbersColumns(cells, table, row));
  }

  /** Whether a word beside the unit, left of its figures, says that the row is of another time. */
  private static boolean isOfOtherPeriod(Cells cells, Table table, int row) {
    int end = table.firstField();
    for (int column = table.firstColumn(); column < end; column++) {
      int cell = cells.shownAt(row, column);
      if (cell >= 0
          && column != table.nameColumn()
          && column != table.codeColumn()
          && cells.kind(cell) == Cells.Kind.TEXT
          && cells.text(cell).length() <= LONGEST_TIME
          && (TIME.matcher(cells.text(cell)).find()
              || table
                  .wanted()
                  .filter(wanted -> PeriodText.namesOther(cells.text(cell), wanted))
                  .isPresent())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row under the header numbers its columns: 甲 | 1 | 2 | 3. */
  private boolean numbersColumns(Cells cells, Table table, int row) {
    int unitColumn = table.unitColumn();
    String name = text(cells, row, unitColumn);
    // Without a column of units the only row of figures may well be 2 | 3 | 4.
    if (!COLUMN_NUMBER.matcher(name).matches()
        || (unitColumn < 0 && !figuresFollow(cells, table, row))) {
      return false;
    }
    double before = Double.NaN;
    int steps = 0;
    for (int column : table.columns().keySet()) {
      int cell = cells.at(row, column);
      String text = cell < 0 ? "" : cells.text(cell).replaceAll("[()（）\\s]", "");
      if (!text.matches("[0-9]{1,3}")) {
        return false;
      }
      double number = Double.parseDouble(text);
      if (!Double.isNaN(before) && number <= before) {
        return false;
      }
      steps += number == before + 1 ? 1 : 0;
      before = number;
    }
    return table.columns().size() > 1 && steps * 2 >= table.columns().size() - 1;
  }

  private boolean figuresFollow(Cells cells, Table table, int row) {
    int next = cells.firstInRow(row + 1);
    return next < cells.size() && hasFigures(cells, table, cells.row(next));
  }

  private static String text(Cells cells, int row, int column) {
    int cell = column < 0 ? -1 : cells.shownAt(row, column);
    return cell < 0 ? "" : cells.text(cell).strip();
  }

  private boolean hasFigures(Cells cells, Table table, int row) {
    for (Map.Entry<Integer, Label> entry : table.columns().entrySet()) {
      if (isFigure(cells, row, entry.getKey(), entry.getValue())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cell holds a figure, or what was to be one: 12起, 三十五, a formula that failed. */
  private boolean isFigure(Cells cells, int row, int column, Label label) {
    int cell = cells.at(row, column);
    return cell >= 0
        && switch (cells.kind(cell)) {
          case NUMBER, ERROR, NO_RESULT -> true;
          case TEXT ->
              NUMERIC.matcher(cells.text(cell)).matches()
                  || (!desk.words().isMeasureOfAny(cells.text(cell))
                      && desk.merger().figure(cells, row, column, label).isReported());
          case DATE, BOOLEAN -> false;
        };
  }

  /** Whether a word only begins like that of a remark, as the unit 注溪镇 does. */
  private boolean beginsLikeRemark(String text) {
    if (!desk.words().isRemark(text) || desk.words().isSum(text)) {
      return false;
    }
    int end = 1;
    while (end < text.length() && !desk.words().isRemark(text.substring(0, end))) {
      end++;
    }
    return end < text.length()
        && Character.isLetter(text.charAt(end))
        && UnitFinder.isAdministrative(text);
  }

  private boolean isTotalOrRemark(Cells cells, Table table, int row) {
    return totalLabel(cells, table, row).isPresent();
  }

  /** What calls a row a total or a remark, left of its figures. */
  private Optional<String> totalLabel(Cells cells, Table table, int row) {
    int firstField = table.firstField();
    int last = Math.max(firstField - 1, table.unitColumn());
    for (int cell = cells.firstInRow(row); cell < cells.firstInRow(row + 1); cell++) {
      String text = cells.text(cell);
      if (cells.column(cell) >= table.firstColumn()
          && cells.column(cell) <= last
          && !text.isEmpty()
          && desk.words().isTotalOrRemark(text)
          && !beginsLikeRemark(text)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }
}
