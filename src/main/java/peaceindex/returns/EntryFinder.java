package peaceindex.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peaceindex.panel.Period;
import peaceindex.returns.Form.Entry;
import peaceindex.returns.Vocabulary.Label;
import peaceindex.sheet.Cells;

/**
 * Finds the value beside a label of a form: behind its measure, and under the heading of this
 * period where several figures stand beside it.
 */
final class EntryFinder {
  private static final Expression DATE_LABEL = new Expression("日期|时间|电话|[Dd]ate");

  /** What is passed over in search of a heading: figures, and words in their place. */
  private static final Expression FIGURE_LIKE =
      new Expression("[\\d\\s.,，%％—/-]*(?:[\\u4e00-\\u9fff]|)|无|暂无|不适用|未报|N/A");

  /** Over columns that hold something else than the figure. */
  private static final Expression NO_FIGURE =
      new Expression(
          "代码|编码|行次|序号|编号|权重|分值|满分|得分|任务数|排名|名次|责任|牵头|来源|口径|公式|标准|单位"
              + "|[Cc]ode|[Ww]eight|[Rr]ank|[Ss]core|[Ss]ource");

  /** Over the labels of a form. */
  private static final Expression HEAD_OF_LABELS =
      new Expression("项目|指标|名称|内容|事项|类别|数据|科目|[Ii]tem|[Ii]ndicator|[Ff]ield|[Mm]easure|[Nn]ame");

  private static final Expression SECTION =
      new Expression("\\s*[(（]?第?[一二三四五六七八九十]{1,3}(?:[)）、．.]|部分)");

  private static final Expression ORDINAL = new Expression("\\d{1,3}|序号|编号|[一二三四五六七八九十]{1,3}");

  private static final int LONGEST_ORDINAL = 3;

  private static final int LONGEST_HEADING = 20;
  private static final int WIDEST_FORM = 14;

  private static final int LONGEST_FORM = 300;

  /** A label in the last column of a sheet has nothing beside it. */
  private static final int LAST_COLUMN = 16_383;

  /** How far above a value its heading may stand. */
  private static final int HIGHEST_HEADING = 80;

  private final Cells cells;
  private final Vocabulary words;
  private final Optional<Period> wanted;
  private final int fromRow;

  /** What was found out of whole columns, which every label of a long form would ask anew. */
  private final Map<Integer, Boolean> labelColumns = new HashMap<>();

  /** The column of the label at hand, and what is known of columns beside it. */
  private int labels;

  private Beside beside = new Beside();
  private final Map<Integer, Beside> besides = new HashMap<>();

  /** What is known of the columns beside a column of labels. */
  private static final class Beside {
    final Map<Integer, Boolean> numbers = new HashMap<>();
    final Map<Integer, Boolean> gaps = new HashMap<>();
    final Map<Integer, Above> above = new HashMap<>();
  }

  /**
   * The nearest words over a place of a column.
   *
   * @param end the row up to which they were looked for
   * @param row where they stand, as far down as their cell reaches; -1 if there are none
   * @param heading what they say, if they are a heading
   */
  private record Above(int end, int row, Optional<String> heading) {
    static final Above NOTHING = new Above(0, -1, Optional.empty());
  }

  /**
   * @param wanted the period of the return, as far as folder or file name say it
   * @param fromRow the first row of the form
   */
  EntryFinder(Cells cells, Vocabulary words, Optional<Period> wanted, int fromRow) {
    this.cells = cells;
    this.words = words;
    this.wanted = wanted;
    this.fromRow = fromRow;
  }

  /** The entry that begins at a cell; empty if the cell is no label with a value beside it. */
  Optional<Entry> entry(int cell, String text) {
    int row = cells.row(cell);
    Optional<String> group = groupBeside(cell);
    // Groups may run down the side, and only they tell two equal labels apart.
    Label label =
        group.isPresent()
            ? words.label(List.of(group.get(), text), wanted)
            : words.label(List.of(text), wanted);
    if (label.isNone()) {
      return Optional.empty();
    }
    int column = cells.mergeAt(row, cells.column(cell)).lastColumn() + 1;
    labels = cells.column(cell);
    beside = besides.computeIfAbsent(labels, of -> new Beside());
    if (cells.at(row, column) < 0
        && heading(row, column).isEmpty()
        && beside.gaps.computeIfAbsent(column, this::isGap)) {
      column++;
    }
    int value = cells.at(row, column);
    if (value >= 0 && cells.kind(value) == Cells.Kind.TEXT && !beginsWithFigure(value)) {
      Label measured = label.measured(cells.text(value), words.field(label.field()));
      if (measured.clear() || isMeasureColumn(value)) {
        // A column of its own says in what the field is measured.
        label = label.clear() ? measured : label;
        column = cells.mergeAt(row, column).lastColumn() + 1;
        value = cells.at(row, column);
      }
    }
    if (column > LAST_COLUMN || (value < 0 && isSection(cell))) {
      return Optional.empty();
    }
    boolean headsColumn =
        value < 0
            ? isNumber(
                cells.at(cells.mergeAt(row, cells.column(cell)).lastRow() + 1, cells.column(cell)))
            : cells.kind(value) == Cells.Kind.TEXT && !words.label(cells.text(value)).isNone();
    if (headsColumn) {
      return Optional.empty();
    }
    return Optional.of(valued(cell, label, row, column));
  }

  /** Whether a numbered line stands alone in its row: 一、矛盾纠纷化解 heads what follows. */
  private boolean isSection(int cell) {
    int row = cells.row(cell);
    return SECTION.matcher(cells.text(cell)).lookingAt()
        && cells.firstInRow(row + 1) - cells.firstInRow(row) == 1;
  }

  /** Whether a column is blank beside every label of a column, and the next one is not. */
  private boolean isGap(int column) {
    boolean filled = false;
    for (int row = 0; row <= Math.min(cells.lastRow(), LONGEST_FORM); row++) {
      int cell = cells.at(row, labels);
      if (cell >= 0
          && cells.kind(cell) == Cells.Kind.TEXT
          && !words.label(cells.text(cell)).isNone()) {
        if (cells.at(row, column) >= 0) {
          return false;
        }
        filled |= isNumber(cells.at(row, column + 1));
      }
    }
    return filled;
  }

  /** Whether the heading over a cell says that measures stand below it. */
  private boolean isMeasureColumn(int cell) {
    return heading(cells.row(cell), cells.column(cell))
        .filter(text -> text.strip().matches("(?:计量)?单位|Units?|Measure"))
        .isPresent();
  }

  /**
   * The entry with its value: under the one heading that says 本月, blank or not, else the first that
   * no heading says to be of another time; if a second number remains, it is not clear which is
   * meant.
   */
  private Entry valued(int cell, Label label, int row, int firstColumn) {
    List<Integer> present = new ArrayList<>();
    List<Integer> unsaid = new ArrayList<>();
    int headed = 0;
    boolean anyOther = false;
    for (int column : valueColumns(row, firstColumn)) {
      Optional<String> heading = heading(row, column);
      if (heading.isPresent() && isPresent(heading.get())) {
        present.add(column);
      } else if (heading.isPresent() && isOther(heading.get())) {
        anyOther = true;
      } else if (heading.isEmpty() ? column == firstColumn || cells.at(row, column) >= 0 : true) {
        unsaid.add(column);
        boolean counts =
            heading.isPresent() && beside.numbers.computeIfAbsent(column, this::holdsNumbers);
        headed += counts ? 1 : 0;
      }
    }
    List<Integer> choice = present.isEmpty() ? unsaid : present;
    int numbers = 0;
    for (int column : choice) {
      numbers += isNumber(cells.at(row, column)) ? 1 : 0;
    }
    boolean unclear =
        (present.isEmpty() ? headed > 1 : present.size() > 1)
            || (numbers > 1 && isNumber(cells.at(row, choice.get(0))))
            || (choice.isEmpty() && anyOther);
    int column = choice.isEmpty() ? firstColumn : choice.get(0);
    Optional<String> heading = heading(row, column);
    Label measured = heading.isPresent() ? words.underHeading(label, heading.get()) : label;
    Label clear = measured(measured, row, column);
    return new Entry(cell, unclear ? clear.unclear() : clear, row, column);
  }

  private boolean isPresent(String heading) {
    return words.isPresent(heading)
        || wanted.filter(period -> PeriodText.names(heading, period)).isPresent();
  }

  /** Whether what stands under a heading is no figure of this period, or no figure at all. */
  private boolean isOther(String heading) {
    return words.isOtherPeriod(heading, wanted)
        || words.isRemark(heading)
        || NO_FIGURE.matcher(heading).find();
  }

  /** The label with the measure that stands behind its value: 4 | 万人. */
  private Label measured(Label label, int row, int column) {
    int behind = cells.at(row, cells.mergeAt(row, column).lastColumn() + 1);
    if (behind < 0 || cells.kind(behind) != Cells.Kind.TEXT || beginsWithFigure(behind)) {
      return label;
    }
    Label measured = label.measured(cells.text(behind), words.field(label.field()));
    return measured.clear() ? measured : label;
  }

  private boolean beginsWithFigure(int cell) {
    String text = cells.text(cell).strip();
    int first = !text.isEmpty() && "-+（(".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    return first < text.length() && isDigit(text.charAt(first));
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  /** Whether a number stands in a column beside any label. */
  private boolean holdsNumbers(int column) {
    for (int row = fromRow; row <= Math.min(cells.lastRow(), fromRow + LONGEST_FORM); row++) {
      if (isNumber(cells.at(row, column)) && isLabel(cells.at(row, labels))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a column holds labels, in whatever row. */
  private boolean holdsLabels(int column) {
    for (int row = fromRow; row <= Math.min(cells.lastRow(), fromRow + LONGEST_FORM); row++) {
      if (isLabel(cells.at(row, column))) {
        return true;
      }
    }
    return false;
  }

  private boolean isLabel(int cell) {
    return cell >= 0
        && cells.kind(cell) == Cells.Kind.TEXT
        && !words.label(cells.text(cell)).isNone();
  }

  /** What stands left of a label, if it is neither a label nor the value of one. */
  private Optional<String> groupBeside(int cell) {
    int row = cells.row(cell);
    int column = cells.column(cell) - 1;
    int group = column < 0 ? -1 : cells.shownAt(row, column);
    if (group < 0 || cells.kind(group) != Cells.Kind.TEXT || isLabel(group) || isOrdinal(group)) {
      return Optional.empty();
    }
    int before = cells.column(group) == 0 ? -1 : cells.shownAt(row, cells.column(group) - 1);
    boolean value = before >= 0 && isLabel(before);
    return value ? Optional.empty() : Optional.of(cells.text(group));
  }

  /**
   * The columns right of a label that may hold its value, up to the next label: those that hold
   * something in this row, and those under a heading.
   */
  private List<Integer> valueColumns(int row, int firstColumn) {
    List<Integer> columns = new ArrayList<>(List.of(firstColumn));
    int label = cells.at(row, cells.mergeAt(row, firstColumn - 1).firstColumn());
    int first = label < 0 ? firstColumn : cells.column(label);
    boolean numbered = first > 0 && isOrdinal(cells.at(row, first - 1));
    int lastColumn = Math.min(firstColumn + WIDEST_FORM, cells.lastColumn());
    for (int column = firstColumn + 1; column <= lastColumn; column++) {
      int cell = cells.at(row, column);
      if (cell < 0 && labelColumns.computeIfAbsent(column, this::holdsLabels)) {
        // Another pair begins here, in other rows.
        break;
      }
      boolean text = cell >= 0 && cells.kind(cell) == Cells.Kind.TEXT;
      boolean headed = heading(row, column).isPresent();
      boolean next =
          text
              && (isLabel(cell)
                  || (!headed && !beginsWithFigure(cell) && isNumber(cells.at(row, column + 1))));
      if (next) {
        int last = columns.get(columns.size() - 1);
        if (numbered && last > firstColumn && last == column - 1) {
          // It numbers the next pair.
          columns.remove(columns.size() - 1);
        }
        break;
      }
      if (cell >= 0 || headed) {
        columns.add(column);
      }
    }
    return columns;
  }

  /**
   * The heading over a place: the nearest words above that are no figure, or a year or a day, if
   * they are short and stand in a row of headings and not in that of another label.
   */
  private Optional<String> heading(int row, int column) {
    Above found = beside.above.getOrDefault(column, Above.NOTHING);
    if (found.end() != row) {
      Above known = found.end() < row ? found : Above.NOTHING;
      found = above(row, column, Math.max(fromRow, known.end()));
      if (found.row() < 0) {
        found = new Above(row, known.row(), known.heading());
      }
      beside.above.put(column, found);
    }
    return found.row() >= row - HIGHEST_HEADING ? found.heading() : Optional.empty();
  }

  /** The nearest words over a place, no higher than {@code firstRow}. */
  private Above above(int row, int column, int firstRow) {
    for (int above = row - 1; above >= Math.max(firstRow, row - HIGHEST_HEADING); above--) {
      int cell = cells.shownAt(above, column);
      Optional<String> text = cell < 0 ? Optional.empty() : words(cell);
      if (text.isPresent()) {
        boolean heads = text.get().length() <= LONGEST_HEADING && isRowOfHeadings(cell);
        return new Above(row, above, heads ? text : Optional.empty());
      }
    }
    return new Above(row, -1, Optional.empty());
  }

  /** What a cell says if it may be a heading. */
  private Optional<String> words(int cell) {
    return switch (cells.kind(cell)) {
      case TEXT ->
          mayBeFigure(cells.text(cell)) && FIGURE_LIKE.matcher(cells.text(cell)).matches()
              ? Optional.empty()
              : Optional.of(cells.text(cell));
      case DATE -> isBesideLabel(cell) ? Optional.empty() : Optional.of(month(cells.date(cell)));
      case NUMBER ->
          !isYear(cells.number(cell)) || isBesideLabel(cell)
              ? Optional.empty()
              : Optional.of(cells.text(cell) + "年");
      default -> Optional.empty();
    };
  }

  private boolean isBesideLabel(int cell) {
    return isLabel(cells.shownAt(cells.row(cell), labels));
  }

  /** Whether a text is no more than three words, or begins like {@link #FIGURE_LIKE}. */
  private static boolean mayBeFigure(String text) {
    return text.length() <= 3 || text.charAt(0) < 0x4E00 || text.charAt(0) > 0x9FFF;
  }

  private static boolean isYear(double number) {
    return number >= 1900 && number < 2100 && number == Math.rint(number);
  }

  private static String month(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月";
  }

  /** Whether a cell stands beside the heading of the labels, or over labels that have none. */
  private boolean isRowOfHeadings(int cell) {
    int row = cells.row(cell);
    if (cells.firstInRow(row + 1) - cells.firstInRow(row) == 1) {
      return false;
    }
    int first = cells.shownAt(row, labels);
    if (first < 0 || first == cell) {
      return first < 0;
    }
    String label = cells.text(first).strip().replaceFirst("[:：]$", "");
    boolean entry = words.isUnit(label) || words.isPeriod(label) || isDateLabel(label);
    return !entry
        && (HEAD_OF_LABELS.matcher(label).find()
            || cells.texts(row, row + 1).stream().anyMatch(words::isPresent));
  }

  /** Whether a day or a telephone number stands beside a label, but no figure and no heading. */
  static boolean isDateLabel(String label) {
    return label.length() <= Vocabulary.LONGEST && DATE_LABEL.matcher(label).find();
  }

  /** Whether a cell numbers a row, or heads such cells. */
  private boolean isOrdinal(int cell) {
    String text = cell < 0 ? "" : cells.text(cell).strip();
    return text.length() <= LONGEST_ORDINAL && ORDINAL.matcher(text).matches();
  }

  private boolean isNumber(int cell) {
    return cell >= 0 && cells.kind(cell) == Cells.Kind.NUMBER;
  }
}
