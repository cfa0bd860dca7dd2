package peaceindex.returns;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Figures;
import peaceindex.panel.Labels;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Privacy;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.returns.Numerals.Numeral;
import peaceindex.sheet.Cells;

/**
 * One cell becomes one figure, or says why not. The stored value and the cell's format decide,
 * never the displayed text; nothing is guessed.
 *
 * <p>A figure is a number, or a text that is nothing but a number and perhaps its measure: 1,234 or
 * 12起, 1.2万, 986‰, 三万五千人. Reckoned is in decimals, so 1.2万 is 12,000 exactly. What a careful
 * colleague would ask about is asked about: 约12, 3-5, (3), 1.2E3, two figures in one cell, a lone 一
 * that may be a dash, a number of cases shown as a percentage, 0.986 where per cent are asked for.
 */
final class FigureReader {

  /**
   * What a cell says of a field.
   *
   * @param value the figure in the field's own unit; {@code NaN} unless the status is {@link
   *     CellStatus#REPORTED}
   * @param problems what is wrong with this very cell; whether the figure is used nevertheless
   *     depends on their severity, which configuration may set
   * @param remarks what is said once a column, of a figure that is used: {@link Code#TEXT_NUMBER},
   *     {@link Code#RECALCULATED}, {@link Code#SCALED}, {@link Code#COMMENTED}
   * @param conversion how it was converted; there if and only if the remarks hold {@link
   *     Code#SCALED}
   */
  record Figure(
      double value,
      CellStatus status,
      List<Problem> problems,
      Set<Code> remarks,
      Optional<Conversion> conversion) {

    static Figure of(double value) {
      return new Figure(value, CellStatus.REPORTED, List.of(), Set.of(), Optional.empty());
    }

    static Figure without(CellStatus status) {
      return new Figure(Double.NaN, status, List.of(), Set.of(), Optional.empty());
    }

    static Figure unusable(Problem problem) {
      return new Figure(
          Double.NaN, CellStatus.UNUSABLE, List.of(problem), Set.of(), Optional.empty());
    }

    boolean isReported() {
      return status == CellStatus.REPORTED;
    }

    /** The same, not to be used because of what is said of it. */
    Figure refused() {
      return new Figure(Double.NaN, CellStatus.UNUSABLE, problems, remarks, conversion);
    }

    private Figure with(Problem problem) {
      List<Problem> all = new ArrayList<>(problems);
      all.add(problem);
      return new Figure(value, status, List.copyOf(all), remarks, conversion);
    }

    private Figure noting(Code remark) {
      SortedSet<Code> all = new TreeSet<>(remarks);
      all.add(remark);
      return new Figure(
          value, status, problems, Collections.unmodifiableSortedSet(all), conversion);
    }

    private Figure without(Code remark) {
      SortedSet<Code> all = new TreeSet<>(remarks);
      all.remove(remark);
      return new Figure(
          value, status, problems, Collections.unmodifiableSortedSet(all), conversion);
    }

    private Figure converted(Conversion how) {
      return new Figure(value, status, problems, Set.of(Code.SCALED), Optional.of(how));
    }
  }

  /**
   * How a figure came into the field's own unit.
   *
   * @param measure the measure in which it is given
   * @param example e.g. 3.5 → 35000
   */
  record Conversion(Text measure, String example) {}

  /** A number that a text names, and the measure behind it, which may be blank. */
  private record Named(BigDecimal number, String measure) {}

  /** The measure holds no digit but one of its own, so 40/36 and 40 10,000人 are no figures. */
  private static final Expression NUMBER =
      new Expression(
          "(¥?)([+-]?(?:(?:[1-9]\\d{0,2}(?:,\\d{3})+|0|[1-9]\\d*)(?:\\.\\d+)?|\\.\\d+))([^\\d.,/].*|)");

  /** Blanks that programs set between groups of digits; a usual blank may part two figures. */
  private static final Expression GROUP_SPACE =
      new Expression("(?<=\\d)[\\u2007\\u2009\\u202F](?=\\d{3}(?!\\d))");

  /** Smaller whole numbers have fewer digits than any number of a person. */
  private static final double SHORTEST_PERSONAL = 1e9;

  private static final Expression FORMAT = new Expression("\\p{Cf}");
  private static final Expression APART = new Expression("\\d\\s+\\d");
  private static final Expression DIGIT = new Expression("\\d");
  private static final Expression SCALE = new Expression("[万萬亿億]");

  /** A dash on many keyboards, and where figures are written as figures more likely that. */
  private static final String LONE_ONE = "一";

  /** What may be quoted of a figure that cannot be read: no words, so no names. */
  private static final Expression QUOTABLE =
      new Expression("(?!(?:\\D*\\d){7})[\\d.,%‰+\\-/()~≈ ]{1,12}");

  private final ReturnsLayout layout;

  /** Words in the place of a figure, as they are compared; empty as long as nobody writes any. */
  private final Set<String> missing = new HashSet<>();

  private final Set<String> notApplicable = new HashSet<>();

  FigureReader(ReturnsLayout layout) {
    this.layout = layout;
  }

  private void collectWords() {
    if (missing.isEmpty() && notApplicable.isEmpty()) {
      missing.addAll(Vocabulary.keys(layout.missing()));
      notApplicable.addAll(Vocabulary.keys(layout.notApplicable()));
    }
  }

  /**
   * Reads a cell.
   *
   * @param cell the cell, or -1 where nothing is
   * @param headingFactor by what the heading says figures are to be multiplied (10,000 below 万人); 1
   *     if it says nothing. A measure in the cell itself goes before it.
   */
  Figure read(Cells cells, int cell, Field field, BigDecimal headingFactor) {
    if (cell < 0) {
      return Figure.without(CellStatus.NOT_REPORTED);
    }
    if (cells.is(cell, Cells.Fact.STRUCK)) {
      return Figure.unusable(problem(Code.STRUCK_OUT, cells, cell, field));
    }
    Figure figure = stored(cells, cell, field, headingFactor);
    if (!figure.isReported()) {
      return figure;
    }
    if (Double.isInfinite(figure.value())) {
      return notANumber(cells, cell, field, Messages.phrase("quote.error"));
    }
    if (cells.is(cell, Cells.Fact.PARTLY_STRUCK)) {
      // Only text can be struck out in part, so that it is text is no further news.
      figure =
          figure
              .without(Code.TEXT_NUMBER)
              .with(problem(Code.PARTLY_STRUCK_OUT, cells, cell, field));
    }
    if (cells.is(cell, Cells.Fact.RECALCULATED)) {
      figure = figure.noting(Code.RECALCULATED);
    }
    return cells.hasComment(cells.row(cell), cells.column(cell))
        ? figure.noting(Code.COMMENTED)
        : figure;
  }

  private static Problem problem(Code code, Cells cells, int cell, Field field) {
    return Problem.of(code, cells.where(cell), "field", field.name());
  }

  private Figure stored(Cells cells, int cell, Field field, BigDecimal factor) {
    return switch (cells.kind(cell)) {
      case NUMBER -> number(cells, cell, field, factor);
      case TEXT -> text(cells, cell, field, factor);
      case DATE -> notANumber(cells, cell, field, Messages.phrase("quote.date"));
      case BOOLEAN -> notANumber(cells, cell, field, Messages.phrase("quote.boolean"));
      case ERROR -> notANumber(cells, cell, field, Messages.phrase("quote.error"));
      case NO_RESULT -> Figure.unusable(problem(Code.NO_CACHED_VALUE, cells, cell, field));
    };
  }

  /** Whether a text is a spelling of "nothing here". */
  boolean isMissingWord(String text) {
    collectWords();
    String key = Labels.key(text);
    return key.isEmpty() || missing.contains(key);
  }

  /** Whether a cell is a figure as it stands, of which there is nothing to say. */
  static boolean isUnremarkable(Cells cells, int cell, Field field, BigDecimal factor) {
    return cells.kind(cell) == Cells.Kind.NUMBER
        && !cells.is(cell, Cells.Fact.STRUCK)
        && !cells.is(cell, Cells.Fact.PARTLY_STRUCK)
        && !cells.is(cell, Cells.Fact.RECALCULATED)
        && isPlain(cells, cell, field, factor)
        && !cells.hasComment(cells.row(cell), cells.column(cell));
  }

  /** The figure of which nothing is made; a zero has no sign. */
  static double plain(Cells cells, int cell) {
    return cells.number(cell) + 0.0;
  }

  private Figure number(Cells cells, int cell, Field field, BigDecimal factor) {
    if (isPlain(cells, cell, field, factor)) {
      return Figure.of(plain(cells, cell));
    }
    BigDecimal number = BigDecimal.valueOf(cells.number(cell));
    if (mayBePersonal(number, field)) {
      return Figure.unusable(problem(Code.LOOKS_PERSONAL, cells, cell, field));
    }
    if (!cells.isPercent(cell)) {
      return plain(cells, cell, field, number, factor);
    }
    // By decimals, as 0.9652 × 100 is not 96.52 in binary.
    Optional<BigDecimal> ofRatio = Measure.ofRatio(field);
    return ofRatio.isPresent()
        ? Figure.of(number.multiply(ofRatio.get()).doubleValue())
        : notANumber(cells, cell, field, quote(plain(number.movePointRight(2)) + "%"));
  }

  /** Whether a number is the figure: not scaled, too short for a person's, and no ratio. */
  private static boolean isPlain(Cells cells, int cell, Field field, BigDecimal factor) {
    double number = cells.number(cell);
    boolean mayBeRatio = field.kind() == FieldKind.PERCENTAGE && number > 0 && number <= 1;
    return factor.equals(BigDecimal.ONE)
        && Math.abs(number) < SHORTEST_PERSONAL
        && !mayBeRatio
        && !cells.isPercent(cell);
  }

  /** A number without a measure of its own. */
  private static Figure plain(
      Cells cells, int cell, Field field, BigDecimal number, BigDecimal factor) {
    boolean mayBeRatio = number.signum() > 0 && number.compareTo(BigDecimal.ONE) <= 0;
    // A plain 0.986 may mean 98.6 % or 0.986 %: somebody has to say which.
    Figure figure = converted(number, factor, field);
    return field.kind() == FieldKind.PERCENTAGE && mayBeRatio
        ? figure.with(
            Problem.of(
                Code.LOOKS_LIKE_RATIO,
                cells.where(cell),
                "field",
                field.name(),
                "found",
                number.doubleValue()))
        : figure;
  }

  private static Figure converted(BigDecimal number, BigDecimal factor, Field field) {
    Figure figure = Figure.of(number.multiply(factor).doubleValue());
    return factor.compareTo(BigDecimal.ONE) == 0 || number.signum() == 0
        ? figure
        : figure.converted(
            new Conversion(
                Measure.name(factor, field), plain(number) + " → " + Figures.plain(figure.value)));
  }

  private static String plain(BigDecimal number) {
    return Figures.plain(number.doubleValue());
  }

  private Figure text(Cells cells, int cell, Field field, BigDecimal factor) {
    String raw = cells.text(cell);
    // NFKC would make 401 of 40① and 402 of 40², and no figure is longer than this.
    if (raw.length() > Vocabulary.LONGEST
        || raw.codePoints().anyMatch(FigureReader::isFootnoteMark)) {
      return notANumber(cells, cell, field, described(raw));
    }
    String text = folded(raw);
    if (isMissingWord(text)) {
      return Figure.without(CellStatus.NOT_REPORTED);
    }
    if (notApplicable.contains(Labels.key(text))) {
      return Figure.without(CellStatus.NOT_APPLICABLE);
    }
    boolean scaled = Measure.isScaled(field) || factor.compareTo(BigDecimal.ONE) != 0;
    Optional<Named> found =
        inFigures(text, field)
            .or(() -> APART.matcher(text).find() ? Optional.empty() : inWords(text, field, scaled));
    if (found.isEmpty()) {
      return Privacy.isPersonal(text)
          ? Figure.unusable(problem(Code.LOOKS_PERSONAL, cells, cell, field))
          : notANumber(cells, cell, field, quote(text));
    }
    BigDecimal number = found.get().number();
    boolean typedAsOne = isWhole(number) && Privacy.isPersonal(text);
    if (typedAsOne || mayBePersonal(number, field)) {
      return Figure.unusable(problem(Code.LOOKS_PERSONAL, cells, cell, field));
    }
    // That the measure is one of the field's was seen to when it was found.
    Figure figure =
        Measure.factor(found.get().measure(), field)
            .map(own -> converted(number, own, field))
            .orElseGet(() -> plain(cells, cell, field, number, factor));
    // Where something is struck out only a text can be left, and more is said than that.
    return figure.isReported() && !cells.is(cell, Cells.Fact.PARTLY_STRUCK)
        ? figure.noting(Code.TEXT_NUMBER)
        : figure;
  }

  /** A text in one form: no full-width or zero-width characters, one minus, one group separator. */
  private static String folded(String raw) {
    String grouped = GROUP_SPACE.matcher(FORMAT.matcher(raw).replaceAll("")).replaceAll(",");
    return Normalizer.normalize(grouped, Normalizer.Form.NFKC).replace('\u2212', '-').strip();
  }

  private static boolean isFootnoteMark(int codePoint) {
    return Character.getType(codePoint) == Character.OTHER_NUMBER;
  }

  /** 1,234.5 and perhaps a measure; ¥ is one too. */
  private static Optional<Named> inFigures(String text, Field field) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String rest = matcher.group(3).strip();
    String measure = matcher.group(1).isEmpty() || rest.endsWith("元") ? rest : rest + "元";
    BigDecimal number = new BigDecimal(matcher.group(2).replace(",", ""));
    return isMeasure(measure, field) ? Optional.of(new Named(number, measure)) : Optional.empty();
  }

  /**
   * 三万五千人, 百分之九十八. Where figures are given in 万, by the heading or the field, 三万五千 may mean either;
   * 三万 is read as 3 and its measure, like 3万.
   */
  private static Optional<Named> inWords(String text, Field field, boolean scaled) {
    String key = Labels.key(text);
    if (key.equals(LONE_ONE)) {
      return Optional.empty();
    }
    for (int end = key.length(); end > 0; end--) {
      String words = key.substring(0, end);
      String rest = key.substring(end);
      Optional<Numeral> numeral = Numerals.read(words);
      if (numeral.isEmpty()) {
        continue;
      }
      String share = numeral.get().measure();
      String measure = share.isEmpty() ? rest : share;
      boolean either = scaled && rest.isEmpty() && SCALE.matcher(words).find();
      if (!either && (share.isEmpty() || rest.isEmpty()) && isMeasure(measure, field)) {
        return Optional.of(new Named(numeral.get().number(), measure));
      }
    }
    return Optional.empty();
  }

  private static boolean isMeasure(String text, Field field) {
    Optional<BigDecimal> factor = Measure.factor(text, field);
    boolean scalesByFigures =
        DIGIT.matcher(text).find()
            && factor.filter(f -> f.compareTo(BigDecimal.ONE) != 0).isPresent();
    return text.isBlank() || (factor.isPresent() && !scalesByFigures);
  }

  /**
   * Eleven digits are a telephone number where cases are counted, but may be an amount in yuan, and
   * are nothing of the kind behind a decimal point.
   */
  private static boolean mayBePersonal(BigDecimal number, Field field) {
    boolean mayBeLong = field.kind() == FieldKind.AMOUNT || field.kind() == FieldKind.NUMBER;
    return !mayBeLong
        && isWhole(number)
        && Privacy.isPersonal(number.stripTrailingZeros().toPlainString());
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
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
