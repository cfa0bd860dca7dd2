package peaceindex.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.FormulaParsingWorkbook;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import peaceindex.sheet.Cells.Fact;
import peaceindex.sheet.Cells.Kind;

/**
 * A sheet as formulas see it: its cells, and the formulas whose results are to be found. A cell
 * that has its result, stored or found, is like any other.
 */
final class FormulaSheet implements EvaluationSheet {

  /** How far a cell's result is known. */
  enum State {
    /** No formula, or one whose stored result is taken. */
    KNOWN,
    /** A formula to be calculated. */
    ASKED,
    /** One that is being calculated, with what it depends on. */
    BEGUN,
    FOUND,
    /** A formula that has no result one may rely on. */
    REFUSED
  }

  /** The steps of a formula, in the order in which they are done. */
  interface Tokens {
    /** What POI makes of the formula at a place; throws whatever it likes if it is none. */
    Ptg[] of(FormulaParsingWorkbook book, int sheet, int row, int column);
  }

  /** A formula that fills a range, or a table of what-ifs: none that is calculated. */
  record Filling(CellRangeAddress range) implements Tokens {
    @Override
    public Ptg[] of(FormulaParsingWorkbook book, int sheet, int row, int column) {
      return new Ptg[0];
    }
  }

  private record Formula(Tokens tokens, NumberFormats format) {}

  /** Figures do not hang on a longer text. */
  private static final int LONGEST_TEXT = 1_000;

  /** Ranges filled by one formula; a return has none. */
  private static final int MAX_ARRAYS = 100;

  private final int tab;
  private final String name;
  private boolean hidden;
  private final Cells.Builder builder;
  private final int limit;
  private final Map<Long, Formula> formulas = new HashMap<>();
  private final Map<String, Tokens> shared = new HashMap<>();
  private final List<CellRangeAddress> arrays = new ArrayList<>();

  // From close() on.
  private Cells cells;
  private State[] states = {};
  private @Nullable ValueEval[] results = {};

  /**
   * @param limit of formulas
   */
  FormulaSheet(int tab, String name, boolean hidden, Cells.Builder builder, int limit) {
    this.limit = limit;
    this.tab = tab;
    this.name = name;
    this.hidden = hidden;
    this.builder = builder;
    this.cells = builder.build();
  }

  Cells.Builder builder() {
    return builder;
  }

  int tab() {
    return tab;
  }

  String name() {
    return name;
  }

  boolean isHidden() {
    return hidden;
  }

  /** Declares that it is no sheet of cells after all. */
  void hide() {
    hidden = true;
  }

  Cells cells() {
    return cells;
  }

  /** Declares a formula; its cell is added to the builder as one without a result. */
  void formula(int row, int column, Tokens tokens, NumberFormats format) {
    formulas.putIfAbsent(Cells.place(row, column), new Formula(tokens, format));
    bound(formulas.size(), limit);
    if (tokens instanceof Filling filling && filling.range.getNumberOfCells() > 1) {
      arrays.add(filling.range);
      bound(arrays.size(), MAX_ARRAYS);
    }
  }

  private static void bound(int found, int limit) {
    if (found > limit) {
      throw Refused.tooLarge("bound.cells", found, limit);
    }
  }

  int formulas() {
    return formulas.size();
  }

  /** Declares a formula that several cells share. */
  void share(String id, Tokens tokens) {
    shared.putIfAbsent(id, tokens);
    bound(shared.size(), limit);
  }

  /** A formula that several cells share, which may be declared later. */
  Tokens shared(String id) {
    return (book, sheet, row, column) ->
        Objects.requireNonNull(shared.get(id), "no such formula").of(book, sheet, row, column);
  }

  /** Whether a range holds none of what one formula fills, be it there or not. */
  boolean isClearOfArrays(CellRangeAddress range) {
    return arrays.stream().noneMatch(range::intersects);
  }

  /** Ends the reading of the sheet. */
  void close() {
    cells = builder.build();
    states = new State[cells.size()];
    results = new ValueEval[cells.size()];
    Arrays.fill(states, State.KNOWN);
    for (int cell = 0; cell < states.length; cell++) {
      int row = cells.row(cell);
      int column = cells.column(cell);
      if (arrays.stream().anyMatch(range -> range.isInRange(row, column))) {
        states[cell] = State.REFUSED;
      } else if (cells.kind(cell) == Kind.NO_RESULT) {
        states[cell] = formulas.containsKey(Cells.place(row, column)) ? State.ASKED : State.REFUSED;
      }
    }
  }

  State state(int cell) {
    return states[cell];
  }

  void state(int cell, State state) {
    states[cell] = state;
  }

  /**
   * Whether a formula may use a cell: not if it is withdrawn, or if its value is not kept, or if
   * its text might be taken for a pattern that takes ages to compare.
   */
  boolean isUsable(int cell) {
    String text =
        results[cell] instanceof StringEval found
            ? found.getStringValue()
            : cells.kind(cell) == Kind.TEXT ? cells.text(cell) : "";
    return text.length() <= LONGEST_TEXT
        && text.indexOf('*') < 0
        && states[cell] != State.REFUSED
        && !cells.is(cell, Fact.STRUCK)
        && !cells.is(cell, Fact.PARTLY_STRUCK)
        && cells.kind(cell) != Kind.BOOLEAN;
  }

  Ptg[] tokens(FormulaParsingWorkbook book, int sheet, int cell) {
    Formula formula = formulas.get(Cells.place(cells.row(cell), cells.column(cell)));
    return formula == null
        ? new Ptg[0]
        : formula.tokens.of(book, sheet, cells.row(cell), cells.column(cell));
  }

  void found(int cell, ValueEval result) {
    results[cell] = result;
    states[cell] = State.FOUND;
  }

  /** The cells with what was found; blank texts are gone, as no other reader keeps them. */
  Cells calculated() {
    for (int cell = 0; cell < states.length; cell++) {
      ValueEval result = results[cell];
      if (result instanceof NumberEval number) {
        Formula formula = formulas.get(Cells.place(cells.row(cell), cells.column(cell)));
        builder.revise(
            cell,
            number.getNumberValue(),
            formula == null ? NumberFormats.GENERAL : formula.format);
      } else if (result instanceof StringEval text) {
        builder.revise(cell, Kind.TEXT, text.getStringValue());
      } else if (result instanceof ErrorEval) {
        builder.revise(cell, Kind.ERROR, "");
      } else if (result != null) {
        builder.revise(cell, Kind.BOOLEAN, "");
      } else if (states[cell] == State.REFUSED) {
        builder.revise(cell, Kind.NO_RESULT, "");
      }
    }
    builder.dropBlanks();
    return builder.build();
  }

  @Override
  public @Nullable EvaluationCell getCell(int row, int column) {
    int cell = cells.at(row, column);
    return cell < 0 ? null : new Evaluated(this, cell);
  }

  @Override
  public void clearAllCachedResultValues() {
    // There are none but those that were found.
  }

  @Override
  public int getLastRowNum() {
    return cells.lastRow();
  }

  @Override
  public boolean isRowHidden(int row) {
    return cells.isRowHidden(row);
  }

  /** A cell as POI wants to see it. */
  record Evaluated(FormulaSheet sheet, int cell) implements EvaluationCell {
    @Override
    public Object getIdentityKey() {
      return this;
    }

    @Override
    public EvaluationSheet getSheet() {
      return sheet;
    }

    @Override
    public int getRowIndex() {
      return sheet.cells.row(cell);
    }

    @Override
    public int getColumnIndex() {
      return sheet.cells.column(cell);
    }

    @Override
    public CellType getCellType() {
      ValueEval result = sheet.results[cell];
      if (result == null) {
        return sheet.states[cell] == State.KNOWN ? stored() : CellType.FORMULA;
      }
      return result instanceof NumberEval
          ? CellType.NUMERIC
          : result instanceof StringEval
              ? CellType.STRING
              : result instanceof ErrorEval ? CellType.ERROR : CellType.BOOLEAN;
    }

    private CellType stored() {
      return switch (sheet.cells.kind(cell)) {
        case NUMBER, DATE -> CellType.NUMERIC;
        case TEXT -> CellType.STRING;
        case BOOLEAN -> CellType.BOOLEAN;
        case ERROR -> CellType.ERROR;
        case NO_RESULT -> CellType.BLANK;
      };
    }

    @Override
    public double getNumericCellValue() {
      return sheet.results[cell] instanceof NumberEval number
          ? number.getNumberValue()
          : sheet.cells.number(cell);
    }

    @Override
    public String getStringCellValue() {
      return sheet.results[cell] instanceof StringEval text
          ? text.getStringValue()
          : sheet.cells.text(cell);
    }

    @Override
    public boolean getBooleanCellValue() {
      return sheet.results[cell] == BoolEval.TRUE;
    }

    /** Which error a stored one is, is not kept; found ones are passed on as they are. */
    @Override
    public int getErrorCellValue() {
      return sheet.results[cell] instanceof ErrorEval error
          ? error.getErrorCode()
          : ErrorEval.VALUE_INVALID.getErrorCode();
    }

    @Override
    public CellRangeAddress getArrayFormulaRange() {
      return new CellRangeAddress(getRowIndex(), getRowIndex(), getColumnIndex(), getColumnIndex());
    }

    @Override
    public boolean isPartOfArrayFormulaGroup() {
      return false;
    }

    @Override
    public CellType getCachedFormulaResultType() {
      return getCellType();
    }
  }
}
