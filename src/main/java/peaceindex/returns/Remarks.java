package peaceindex.returns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import peaceindex.panel.Fields;
import peaceindex.panel.Roster;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.sheet.Cells;

/**
 * Remarks that are made once a column, not once a cell: at the range that holds all the cells, with
 * their number.
 */
final class Remarks {
  private static final int NAMED_FIELDS = 3;

  /** What is remarked of which column. */
  private record Key(Code code, String file, String sheet, int column, Text found) {}

  /** The cells so far. */
  private static final class Range {
    final String example;
    int count;
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom;
    int right;
    final TreeSet<Integer> units = new TreeSet<>();
    final TreeSet<Integer> fields = new TreeSet<>();

    Range(String example) {
      this.example = example;
    }
  }

  private final Roster roster;
  private final Fields fields;
  private final Problems problems;
  private final Map<Key, Range> ranges = new LinkedHashMap<>();

  Remarks(Roster roster, Fields fields, Problems problems) {
    this.roster = roster;
    this.fields = fields;
    this.problems = problems;
  }

  /** Remarks on a cell of a column. */
  void add(
      Code code,
      Cells cells,
      int row,
      int column,
      int unit,
      int field,
      Text found,
      String example) {
    add(
        new Key(code, cells.file(), cells.sheet(), column, found),
        cells,
        row,
        column,
        unit,
        field,
        example);
  }

  /** Remarks on a cell of a sheet. */
  void addToSheet(Code code, Cells cells, int row, int column, int unit, int field) {
    add(
        new Key(code, cells.file(), cells.sheet(), -1, Text.of("")),
        cells,
        row,
        column,
        unit,
        field,
        "");
  }

  private void add(Key key, Cells cells, int row, int column, int unit, int field, String example) {
    Range range = ranges.computeIfAbsent(key, k -> new Range(example));
    int sentRow = cells.sentRow(row, column);
    int sentColumn = cells.sentColumn(row, column);
    range.count++;
    range.top = Math.min(range.top, sentRow);
    range.left = Math.min(range.left, sentColumn);
    range.bottom = Math.max(range.bottom, sentRow);
    range.right = Math.max(range.right, sentColumn);
    if (range.units.size() < 2) {
      range.units.add(unit);
    }
    range.fields.add(field);
  }

  /** Says all remarks, in the order in which the first cell of each was found. */
  void report() {
    ranges.forEach(
        (key, range) -> {
          String first = CellRef.address(range.top, range.left);
          String last = CellRef.address(range.bottom, range.right);
          problems.add(
              Problem.of(
                      key.code(),
                      new CellRef(
                          key.file(), key.sheet(), first.equals(last) ? first : first + ":" + last),
                      "count",
                      range.count,
                      "field",
                      names(range),
                      "found",
                      key.found(),
                      "example",
                      range.example)
                  .about(
                      range.units.size() == 1 ? roster.get(range.units.first()).id() : "",
                      range.fields.size() == 1 ? fields.get(range.fields.first()).id() : ""));
        });
    ranges.clear();
  }

  private Text names(Range range) {
    Text all =
        range.fields.stream()
            .limit(NAMED_FIELDS)
            .map(field -> fields.get(field).name())
            .reduce((a, b) -> a.plus(new Text("、", ", ")).plus(b))
            .orElse(Text.of(""));
    return range.fields.size() > NAMED_FIELDS ? Messages.phrase("remark.more", "fields", all) : all;
  }
}
