package peaceindex.report.workbook;

import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/** What a formula results in. */
sealed interface Computed {

  /** A number; NaN is none, see {@link Nothing}. */
  record Figure(double value) implements Computed {
    @Override
    public Text shown() {
      return Text.of(String.valueOf(value));
    }
  }

  /** A text, such as the mark of a missing figure. */
  record Words(String value) implements Computed {
    /** Longer ones are not of this program's making, and of no use in one line. */
    private static final int SHOWN = 40;

    @Override
    public Text shown() {
      String start = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
      return new Text("“" + start + "”", "\"" + start + "\"");
    }
  }

  /** True or false. */
  record Truth(boolean value) implements Computed {
    @Override
    public Text shown() {
      return Text.of(value ? "TRUE" : "FALSE");
    }
  }

  /** An error such as {@code #DIV/0!}; one is never right, not even where another stands. */
  record Fault(String error) implements Computed {
    @Override
    public Text shown() {
      return Text.of(error);
    }
  }

  /** No result; says why. */
  record Nothing(Text why) implements Computed {
    @Override
    public Text shown() {
      return why;
    }
  }

  /** The result in words, for a message. */
  Text shown();

  /**
   * How far a result is from another: of two numbers |x − y| / max(1, |x|), where x is this one;
   * otherwise 0 if they are the same, and infinite if not. Errors and no results are the same as
   * nothing.
   */
  default double distance(Computed other) {
    if (this instanceof Figure x && other instanceof Figure y) {
      double distance = Math.abs(x.value - y.value) / Math.max(1, Math.abs(x.value));
      return Double.isFinite(distance) ? distance : Double.POSITIVE_INFINITY;
    }
    boolean known = this instanceof Words || this instanceof Truth;
    return known && equals(other) ? 0 : Double.POSITIVE_INFINITY;
  }

  /** What is written in a cell; where there is a formula, the result beside it. */
  static Computed written(XSSFCell cell) {
    CTCell written = cell.getCTCell();
    String value = written.isSetV() ? written.getV() : "";
    return switch (written.getT().intValue()) {
      // An empty text is written without a value.
      case STCellType.INT_STR, STCellType.INT_S, STCellType.INT_INLINE_STR ->
          new Words(cell.getStringCellValue());
      case STCellType.INT_B -> new Truth(value.equals("1"));
      case STCellType.INT_E -> new Fault(value);
      default ->
          value.isEmpty()
              ? new Nothing(Messages.phrase("verify.nothing"))
              : new Figure(Double.parseDouble(value));
    };
  }

  /** An error by its number in a workbook. */
  static Computed fault(byte number) {
    return new Fault(FormulaError.forInt(number).getString());
  }
}
