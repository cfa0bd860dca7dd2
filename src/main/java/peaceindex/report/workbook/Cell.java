package peaceindex.report.workbook;

import java.util.function.Supplier;

/** What stands in one cell, and how it looks. */
public sealed interface Cell {

  Look look();

  /** The same content with another look. */
  Cell with(Look look);

  /** The width it needs on one line, in digits. */
  double width();

  /** A number. */
  record Figure(double value, NumberForm form, Look look) implements Cell {
    @Override
    public Cell with(Look other) {
      return new Figure(value, form, other);
    }

    @Override
    public double width() {
      return form.width(value);
    }
  }

  /** Words, never taken for a formula. */
  record Written(String text, Look look) implements Cell {
    @Override
    public Cell with(Look other) {
      return new Written(text, other);
    }

    @Override
    public double width() {
      return TextWidth.of(text);
    }
  }

  /**
   * Words that lead to another cell of the workbook.
   *
   * @param target such as {@code 'Sheet 1'!C7}
   */
  record Link(String text, String target, Look look) implements Cell {
    @Override
    public Cell with(Look other) {
      return new Link(text, target, other);
    }

    @Override
    public double width() {
      return TextWidth.of(text);
    }
  }

  /**
   * A figure or words that the reader's program works out anew.
   *
   * @param shown what it comes to, for readers that work out nothing
   * @param formula without the leading {@code =}; asked for when the cell is written, as only then
   *     it is known where everything stands
   */
  record Live(Cell shown, Supplier<String> formula) implements Cell {
    @Override
    public Look look() {
      return shown.look();
    }

    @Override
    public Cell with(Look other) {
      return new Live(shown.with(other), formula);
    }

    @Override
    public double width() {
      return shown.width();
    }
  }

  /**
   * Any cell that leads to another one of the workbook, and looks as if it did not.
   *
   * @param target such as {@code 'Sheet 1'!C7}
   */
  record Jump(Cell shown, Supplier<String> target) implements Cell {
    @Override
    public Look look() {
      return shown.look();
    }

    @Override
    public Cell with(Look other) {
      return new Jump(shown.with(other), target);
    }

    @Override
    public double width() {
      return shown.width();
    }
  }

  /** What is seen, without what stands behind it. */
  default Cell seen() {
    if (this instanceof Live live) {
      return live.shown().seen();
    }
    return this instanceof Jump jump ? jump.shown().seen() : this;
  }

  /** Nothing but its borders. */
  record Empty(Look look) implements Cell {
    @Override
    public Cell with(Look other) {
      return new Empty(other);
    }

    @Override
    public double width() {
      return 0;
    }
  }

  /**
   * Nothing yet: a cell to be filled in.
   *
   * @param width of what is awaited
   * @param pattern the number format of what is typed
   */
  record Entry(double width, String pattern, Look look) implements Cell {
    /** What is typed is taken for what it looks like. */
    public static final String ANY = "General";

    /** What is typed stays as it was typed. */
    public static final String TEXT = "@";

    public static final String DATE = "yyyy-mm-dd";

    @Override
    public Cell with(Look other) {
      return new Entry(width, pattern, other);
    }
  }

  /** What stands where there is nothing to compare with. */
  String NOTHING = "/";

  Cell EMPTY = new Empty(Look.WORD);

  /** Numbers from here on are shown with an exponent, lest they fill a line. */
  double HUGE = 1e12;

  /** {@code value}, or {@code instead} where it is missing. */
  static Cell number(double value, NumberForm form, String instead) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return new Written(instead, Look.CENTRED);
    }
    return new Figure(value, Math.abs(value) < HUGE ? form : NumberForm.PLAIN, Look.NUMBER);
  }

  /** {@code value}, or a stroke. */
  static Cell number(double value, NumberForm form) {
    return number(value, form, NOTHING);
  }

  static Cell word(String text) {
    return new Written(SafeText.of(text), Look.WORD);
  }

  static Cell centred(String text) {
    return new Written(SafeText.of(text), Look.CENTRED);
  }

  static Cell note(String text) {
    return new Written(SafeText.of(text), Look.NOTE);
  }

  /** Words that lead to a cell or range on another sheet. */
  static Cell link(String text, String sheet, String cells) {
    return new Link(text, "'" + sheet.replace("'", "''") + "'!" + cells, Look.LINK);
  }

  static Cell caption(String text) {
    return new Written(SafeText.of(text), Look.CAPTION);
  }
}
