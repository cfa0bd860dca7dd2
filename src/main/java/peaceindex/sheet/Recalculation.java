package peaceindex.sheet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.ptg.Area3DPtg;
import org.apache.poi.ss.formula.ptg.AreaPtg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.ConcatPtg;
import org.apache.poi.ss.formula.ptg.OperandPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPtg;
import org.apache.poi.ss.formula.ptg.RefPtg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.ss.formula.ptg.ValueOperatorPtg;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import peaceindex.sheet.Cells.Kind;
import peaceindex.sheet.FormulaSheet.State;

/**
 * Finds the results of formulas that have none, or none to be trusted: first what a formula depends
 * on, then itself. What cannot be calculated for certain ({@link FormulaRules}) stays without a
 * result, and so does everything that depends on it, on a struck-out cell, or on itself.
 *
 * <p>Excel makes 0 of a blank cell. In a sum that is right, but a formula that only hands on what
 * is in another cell has no result here where nothing is in it: missing is not zero.
 *
 * <p>Workbooks beyond the bounds keep their formulas without results. No formula brings a file
 * down.
 */
final class Recalculation {
  /** Cells of all sheets, hidden ones too. The return of a nation's units is within. */
  static final int MAX_CELLS = 2_000_000;

  static final int MAX_FORMULAS = 100_000;

  /** Places looked at for all formulas together; what the calculator does in some seconds. */
  private static final long MAX_VISITS = 30_000_000;

  /** Longer than Excel lets a formula be. */
  static final int MAX_CHARACTERS = 8_192;

  /** Reads the workbook once more, with its formulas. */
  interface Reading {
    void into(FormulaBook book) throws IOException, XMLStreamException;
  }

  /** A formula under way. */
  private static final class Work {
    final int sheet;
    final int cell;
    final Ptg[] tokens;

    /** What it waits for, as sheet and cell. */
    final List<int[]> needs;

    int done;

    Work(int sheet, int cell, Ptg[] tokens, List<int[]> needs) {
      this.sheet = sheet;
      this.cell = cell;
      this.tokens = tokens;
      this.needs = needs;
    }
  }

  private final FormulaBook book;
  private final WorkbookEvaluator evaluator;
  private final int lastRow;
  private long visits;

  private Recalculation(FormulaBook book) {
    this.book = book;
    this.evaluator = new WorkbookEvaluator(book, IStabilityClassifier.TOTALLY_IMMUTABLE, null);
    this.lastRow = book.sheets().stream().mapToInt(s -> s.cells().lastRow()).max().orElse(0);
  }

  /**
   * The visible sheets with the results that could be found.
   *
   * @param read the visible sheets, in which formulas to be calculated have no result; they are
   *     returned as they are if there are none, or more than the bounds allow
   */
  static List<Cells> of(List<Cells> read, FormulaBook book, Reading reading) {
    long cells = read.stream().mapToLong(Cells::size).sum();
    long asked = read.stream().mapToLong(Recalculation::countAsked).sum();
    if (asked == 0 || asked > MAX_FORMULAS || cells > MAX_CELLS) {
      return read;
    }
    try {
      reading.into(book);
      new Recalculation(book).run();
      return book.sheets().stream()
          .filter(sheet -> !sheet.isHidden())
          .sorted(Comparator.comparingInt(FormulaSheet::tab))
          .map(FormulaSheet::calculated)
          .toList();
    } catch (IOException | XMLStreamException | RuntimeException e) {
      // What was read without formulas stands, unless time is up for the file.
      Guard.checkTime();
      return read;
    }
  }

  private static long countAsked(Cells cells) {
    long count = 0;
    for (int cell = 0; cell < cells.size(); cell++) {
      count += cells.kind(cell) == Kind.NO_RESULT ? 1 : 0;
    }
    return count;
  }

  private void run() {
    for (int sheet = 0; sheet < book.sheets().size(); sheet++) {
      FormulaSheet formulas = book.sheets().get(sheet);
      // Of a hidden sheet only what others need.
      for (int cell = 0; cell < formulas.cells().size() && !formulas.isHidden(); cell++) {
        if (formulas.state(cell) == State.ASKED) {
          settle(sheet, cell);
        }
      }
    }
  }

  /** Without recursion, as chains of formulas may be as long as a sheet. */
  private void settle(int sheet, int cell) {
    Deque<Work> under = new ArrayDeque<>();
    begin(sheet, cell, under);
    while (!under.isEmpty()) {
      Work work = under.peek();
      FormulaSheet formulas = book.sheets().get(work.sheet);
      if (work.done == work.needs.size()) {
        under.pop();
        calculate(formulas, work);
        continue;
      }
      int[] need = work.needs.get(work.done);
      switch (book.sheets().get(need[0]).state(need[1])) {
        case ASKED -> begin(need[0], need[1], under);
        case FOUND, KNOWN -> work.done++;
        // Begun and not done: the formula depends on itself.
        case BEGUN, REFUSED -> {
          under.pop();
          formulas.state(work.cell, State.REFUSED);
        }
      }
    }
  }

  private void begin(int sheet, int cell, Deque<Work> under) {
    Guard.checkTime();
    FormulaSheet formulas = book.sheets().get(sheet);
    Work work = prepare(formulas, sheet, cell);
    if (work == null) {
      formulas.state(cell, State.REFUSED);
    } else {
      formulas.state(cell, State.BEGUN);
      under.push(work);
    }
  }

  private @Nullable Work prepare(FormulaSheet formulas, int sheet, int cell) {
    try {
      Ptg[] tokens = formulas.tokens(book, sheet, cell);
      if (!FormulaRules.allow(tokens)) {
        return null;
      }
      boolean cut = !FormulaRules.countsBlanks(tokens);
      List<int[]> needs = new ArrayList<>();
      for (int i = 0; i < tokens.length; i++) {
        if (tokens[i] instanceof AreaPtgBase area && cut && area.getLastRow() > lastRow) {
          tokens[i] = cut(area);
        }
        if (!need(tokens[i], sheet, needs)) {
          return null;
        }
      }
      return new Work(sheet, cell, tokens, needs);
    } catch (RuntimeException | StackOverflowError e) {
      // Not a formula that POI understands.
      return null;
    }
  }

  /** A range without the rows below all cells: whole columns have a million. */
  private Ptg cut(AreaPtgBase area) {
    AreaPtgBase copy = (AreaPtgBase) ((OperandPtg) area).copy();
    copy.setLastRow(Math.max(lastRow, area.getFirstRow()));
    return copy;
  }

  /** Enters the formulas at which a token looks; whether it may look there. */
  private boolean need(Ptg token, int own, List<int[]> needs) {
    if (token instanceof RefPtgBase at) {
      return need(
          sheetOf(token, own), at.getRow(), at.getRow(), at.getColumn(), at.getColumn(), needs);
    }
    return !(token instanceof AreaPtgBase area)
        || need(
            sheetOf(token, own),
            area.getFirstRow(),
            area.getLastRow(),
            area.getFirstColumn(),
            area.getLastColumn(),
            needs);
  }

  private int sheetOf(Ptg token, int own) {
    if (token instanceof RefPtg || token instanceof AreaPtg) {
      return own;
    }
    return token instanceof Ref3DPtg at
        ? book.sheetOf(at.getExternSheetIndex())
        : book.sheetOf(((Area3DPtg) token).getExternSheetIndex());
  }

  private boolean need(
      int sheet, int firstRow, int endRow, int firstColumn, int endColumn, List<int[]> needs) {
    // POI looks at every place of a range, filled or not.
    visits += (long) (endRow - firstRow + 1) * (endColumn - firstColumn + 1);
    if (sheet < 0 || endRow < firstRow || endColumn < firstColumn || visits > MAX_VISITS) {
      return false;
    }
    FormulaSheet formulas = book.sheets().get(sheet);
    if (!formulas.isClearOfArrays(new CellRangeAddress(firstRow, endRow, firstColumn, endColumn))) {
      return false;
    }
    Cells cells = formulas.cells();
    boolean single = firstRow == endRow && firstColumn == endColumn;
    int from = single ? cells.at(firstRow, firstColumn) : cells.firstInRow(firstRow);
    int end = single ? from + 1 : cells.firstInRow(endRow + 1);
    for (int cell = Math.max(0, from); cell < end; cell++) {
      int column = cells.column(cell);
      if (column < firstColumn || column > endColumn) {
        visits++;
        continue;
      }
      if (!formulas.isUsable(cell)) {
        return false;
      }
      if (formulas.state(cell) != State.KNOWN && formulas.state(cell) != State.FOUND) {
        needs.add(new int[] {sheet, cell});
      }
    }
    return true;
  }

  private void calculate(FormulaSheet formulas, Work work) {
    try {
      ValueEval result = evaluate(formulas, work.cell, work.tokens);
      if (isKept(result) && !isBlank(result, formulas, work)) {
        formulas.found(work.cell, result);
        return;
      }
    } catch (RuntimeException | StackOverflowError e) {
      // Not a formula that POI can calculate.
    }
    formulas.state(work.cell, State.REFUSED);
  }

  private ValueEval evaluate(FormulaSheet formulas, int cell, Ptg[] tokens) {
    book.current(tokens);
    evaluator.clearAllCachedResultValues();
    return evaluator.evaluate(new FormulaSheet.Evaluated(formulas, cell));
  }

  private static boolean isKept(ValueEval result) {
    return (result instanceof NumberEval number && Double.isFinite(number.getNumberValue()))
        || (result instanceof StringEval text
            && text.getStringValue().length() <= Guard.MAX_CHARACTERS)
        || (result instanceof ErrorEval && result != ErrorEval.CIRCULAR_REF_ERROR)
        || result instanceof BoolEval;
  }

  /** A 0 that is the blank of another cell: joined to a text it is no text at all. */
  private boolean isBlank(ValueEval result, FormulaSheet formulas, Work work) {
    boolean mayBe =
        result instanceof NumberEval number
            && number.getNumberValue() == 0
            && !(work.tokens[work.tokens.length - 1] instanceof ValueOperatorPtg);
    if (!mayBe) {
      return false;
    }
    Ptg[] joined = Arrays.copyOf(work.tokens, work.tokens.length + 2);
    joined[joined.length - 2] = new StringPtg("");
    joined[joined.length - 1] = ConcatPtg.instance;
    return evaluate(formulas, work.cell, joined) instanceof StringEval text
        && text.getStringValue().isEmpty();
  }
}
