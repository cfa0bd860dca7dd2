package peaceindex.returns;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Labels;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Privacy;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.sheet.Cells;

/**
 * One cell becomes one figure, or says why not. The stored value and the cell's format decide,
 * never the displayed text; nothing is guessed.
 */
final class FigureReader {

  /**
   * What a cell says of a field.
   *
   * @param value the figure; {@code NaN} unless the status is {@link CellStatus#REPORTED}
   */
  record Figure(double value, CellStatus status, Optional<Problem> problem) {
    static Figure of(double value) {
      return new Figure(value, CellStatus.REPORTED, Optional.empty());
    }

    static Figure without(CellStatus status) {
      return new Figure(Double.NaN, status, Optional.empty());
    }

    static Figure unusable(Problem problem) {
      return new Figure(Double.NaN, CellStatus.UNUSABLE, Optional.of(problem));
    }
  }

  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?(?:[1-9]\\d{0,2}(?:,\\d{3})+|0|[1-9]\\d*)(?:\\.\\d+)?|[+-]?\\.\\d+)([^\\d.,].*|)");

  /** What may be quoted of a figure that cannot be read: no words, so no names. */
  private static final Pattern QUOTABLE =
      Pattern.compile("(?!(?:\\D*\\d){7})[\\d.,%+\\-/() ]{1,12}");

  private final Set<String> missing;
  private final Set<String> notApplicable;

  FigureReader(ReturnsLayout layout) {
    this.missing = Vocabulary.keys(layout.missing());
    this.notApplicable = Vocabulary.keys(layout.notApplicable());
  }

  /**
   * Reads a cell.
   *
   * @param cell the cell, or -1 where nothing is
   * @param stale whether the stored results of formulas may be out of date
   */
  Figure read(Cells cells, int cell, Field field, boolean stale) {
    if (cell < 0) {
      return Figure.without(CellStatus.NOT_REPORTED);
    }
    if (cells.is(cell, Cells.Fact.STRUCK)) {
      return Figure.unusable(problem(Code.STRUCK_OUT, cells, cell, field));
    }
    if (stale && cells.is(cell, Cells.Fact.FORMULA)) {
      return Figure.unusable(problem(Code.NO_CACHED_VALUE, cells, cell, field));
    }
    Figure figure = stored(cells, cell, field);
    boolean mention =
        cells.is(cell, Cells.Fact.PARTLY_STRUCK) && figure.status() == CellStatus.REPORTED;
    return mention
        ? new Figure(
            figure.value(),
            figure.status(),
            Optional.of(problem(Code.PARTLY_STRUCK_OUT, cells, cell, field)))
        : figure;
  }

  private static Problem problem(Code code, Cells cells, int cell, Field field) {
    return Problem.of(code, cells.where(cell), "field", field.name());
  }

  private Figure stored(Cells cells, int cell, Field field) {
    return switch (cells.kind(cell)) {
      case NUMBER -> number(cells, cell, field);
      case TEXT -> text(cells, cell, field);
      case DATE -> notANumber(cells, cell, field, Messages.phrase("quote.date"));
      case BOOLEAN -> notANumber(cells, cell, field, Messages.phrase("quote.boolean"));
      case ERROR -> notANumber(cells, cell, field, Messages.phrase("quote.error"));
      case NO_RESULT -> Figure.unusable(problem(Code.NO_CACHED_VALUE, cells, cell, field));
    };
  }

  /** Whether a text is a spelling of "nothing here". */
  boolean isMissingWord(String text) {
    String key = Labels.key(text);
    return key.isEmpty() || missing.contains(key);
  }

  private Figure number(Cells cells, int cell, Field field) {
    double value = cells.number(cell);
    // Eleven digits are a telephone number where cases are counted, but may be an amount in yuan.
    boolean mayBeLong = field.kind() == FieldKind.AMOUNT || field.kind() == FieldKind.NUMBER;
    if (!mayBeLong && Privacy.isPersonal(cells.text(cell))) {
      return Figure.unusable(
          Problem.of(Code.LOOKS_PERSONAL, cells.where(cell), "field", field.name()));
    }
    if (field.kind() != FieldKind.PERCENTAGE) {
      return Figure.of(value);
    }
    if (cells.isPercent(cell)) {
      // By decimals, as 0.9652 × 100 is not 96.52 in binary.
      return Figure.of(BigDecimal.valueOf(value).movePointRight(2).doubleValue());
    }
    return percentage(cells, cell, field, value);
  }

  /** A plain 0.986 may mean 98.6 % or 0.986 %: somebody has to say which. */
  private Figure percentage(Cells cells, int cell, Field field, double value) {
    if (value > 0 && value <= 1) {
      return Figure.unusable(
          Problem.of(
              Code.LOOKS_LIKE_RATIO, cells.where(cell), "field", field.name(), "found", value));
    }
    return Figure.of(value);
  }

  private Figure text(Cells cells, int cell, Field field) {
    String raw = cells.text(cell);
    // NFKC would make 401 of 40① and 402 of 40², and no figure is longer than this.
    if (raw.length() > Vocabulary.LONGEST
        || raw.codePoints().anyMatch(FigureReader::isFootnoteMark)) {
      return notANumber(cells, cell, field, described(raw));
    }
    String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
    if (isMissingWord(text)) {
      return Figure.without(CellStatus.NOT_REPORTED);
    }
    if (notApplicable.contains(Labels.key(text))) {
      return Figure.without(CellStatus.NOT_APPLICABLE);
    }
    if (Privacy.isPersonal(text)) {
      return Figure.unusable(
          Problem.of(Code.LOOKS_PERSONAL, cells.where(cell), "field", field.name()));
    }
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches() || !isMeasure(matcher.group(2), field)) {
      return notANumber(cells, cell, field, quote(text));
    }
    double value = new BigDecimal(matcher.group(1).replace(",", "")).doubleValue();
    Figure figure =
        field.kind() == FieldKind.PERCENTAGE && matcher.group(2).isBlank()
            ? percentage(cells, cell, field, value)
            : Figure.of(value);
    if (figure.status() != CellStatus.REPORTED) {
      return figure;
    }
    return new Figure(
        figure.value(),
        CellStatus.REPORTED,
        Optional.of(Problem.of(Code.TEXT_NUMBER, cells.where(cell), "field", field.name())));
  }

  private static boolean isFootnoteMark(int codePoint) {
    return Character.getType(codePoint) == Character.OTHER_NUMBER;
  }

  /** Whether what follows a number is the field's own unit of measurement, or nothing. */
  private static boolean isMeasure(String rest, Field field) {
    String key = Labels.key(rest);
    return key.isEmpty()
        || key.equals(Labels.key(field.unit().zh()))
        || key.equals(Labels.key(field.unit().en()))
        || (field.kind() == FieldKind.PERCENTAGE && key.equals("%"));
  }

  private static Figure notANumber(Cells cells, int cell, Field field, Text found) {
    return Figure.unusable(
        Problem.of(
            Code.NOT_A_NUMBER,
            cells.where(cell),
            "field",
            field.name(),
            "found",
            found,
            "expected",
            Messages.phrase("expected." + field.kind())));
  }

  /** A stranger's text may hold a name, so it is quoted only if it is figures and signs. */
  private static Text quote(String text) {
    return QUOTABLE.matcher(text).matches()
        ? new Text("“" + text + "”", "\"" + text + "\"")
        : described(text);
  }

  private static Text described(String text) {
    return Messages.phrase("quote.text", "length", text.codePointCount(0, text.length()));
  }
}
