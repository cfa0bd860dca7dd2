package peaceindex.report.workbook.excel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Beyond;
import peaceindex.formula.Formula.Binary;
import peaceindex.formula.Formula.Clamp;
import peaceindex.formula.Formula.Constant;
import peaceindex.formula.Formula.Extreme;
import peaceindex.formula.Formula.If;
import peaceindex.formula.Formula.Parameter;
import peaceindex.formula.Formula.Statistic;
import peaceindex.formula.Formula.Unary;
import peaceindex.formula.Formula.Variable;
import peaceindex.formula.Formula.WeightedMean;
import peaceindex.formula.Formula.WeightedMean.Term;

/**
 * A formula of the method as a formula of a spreadsheet.
 *
 * <p>What has no value in the method is an error here, for the caller to catch with {@code
 * IFERROR}; cells without a figure hold a text. Only functions are used that old Excel, WPS,
 * LibreOffice and POI compute rightly, and no array arithmetic.
 */
public final class ExcelFormula {
  /** Programs take 8,192 characters. */
  private static final int LONGEST = 8000;

  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int ATOM = 3;

  /** Weights add up in another order than they were written; a share must not fail by that. */
  private static final String SHARE_SLACK = "1E-12";

  /** Where what a formula reads stands. */
  public interface Places {
    /** The cell of a column in the formula's row. */
    String variable(String name);

    /** The cell, or the name of the cell, that holds a parameter. */
    String parameter(Parameter parameter);

    /** The cell that holds a statistic of the row's reference; there may be none. */
    default String statistic(Statistic.Kind kind) {
      throw new UnprintableException("no reference");
    }

    /** How many figures of the row's reference lie beyond {@code x}; there may be none. */
    default String beyond(Beyond.Side side, Formula x) {
      throw new UnprintableException("no reference");
    }

    /** The cells of the terms of a mean and of their weights, where both lie side by side. */
    default Optional<Ranges> ranges(List<Term> terms) {
      return Optional.empty();
    }

    /** What stands in a cell whose question does not apply. */
    default List<String> notExpected() {
      return List.of();
    }
  }

  /**
   * Two rows of cells.
   *
   * @param values of the terms
   * @param stakes their weights, in the same order
   */
  public record Ranges(String values, String stakes) {}

  private record Piece(String text, int strength) {
    String in(int place) {
      return strength < place ? "(" + text + ")" : text;
    }
  }

  private final Places places;

  private ExcelFormula(Places places) {
    this.places = places;
  }

  /**
   * The formula, without a leading {@code =}.
   *
   * @throws UnprintableException if it is too long, or reads what stands in no cell
   */
  public static String print(Formula formula, Places places) {
    return checked(new ExcelFormula(places).piece(formula).text());
  }

  /**
   * A formula that is short enough.
   *
   * @throws UnprintableException if it is not
   */
  static String checked(String text) {
    if (text.length() > LONGEST) {
      throw new UnprintableException("longer than " + LONGEST);
    }
    return text;
  }

  private Piece piece(Formula formula) {
    if (formula instanceof Constant constant) {
      return literal(constant.value());
    }
    if (formula instanceof Parameter parameter) {
      return new Piece(places.parameter(parameter), ATOM);
    }
    if (formula instanceof Variable variable) {
      return new Piece(places.variable(variable.name()), ATOM);
    }
    if (formula instanceof Statistic statistic) {
      return new Piece(places.statistic(statistic.kind()), ATOM);
    }
    if (formula instanceof Beyond beyond) {
      return new Piece(places.beyond(beyond.side(), beyond.x()), SUM);
    }
    if (formula instanceof Binary binary) {
      return binary(binary);
    }
    if (formula instanceof Unary unary) {
      return unary(unary);
    }
    if (formula instanceof Extreme extreme) {
      return extreme(extreme);
    }
    if (formula instanceof Clamp clamp) {
      return clamp(clamp);
    }
    if (formula instanceof If choice) {
      return choice(choice);
    }
    return mean((WeightedMean) formula);
  }

  private Piece extreme(Extreme extreme) {
    return new Piece(
        (extreme.which() == Extreme.Which.MIN ? "MIN(" : "MAX(")
            + extreme.arguments().stream().map(this::argument).collect(Collectors.joining(","))
            + ")",
        ATOM);
  }

  private Piece clamp(Clamp clamp) {
    return new Piece(
        "MAX("
            + argument(clamp.low())
            + ",MIN("
            + argument(clamp.high())
            + ","
            + argument(clamp.x())
            + "))",
        ATOM);
  }

  private Piece choice(If choice) {
    String sign = choice.relation() == If.Relation.EQUAL ? "=" : ">=";
    return new Piece(
        "IF("
            + rounded(choice.left())
            + sign
            + rounded(choice.right())
            + ","
            + piece(choice.then()).text()
            + ","
            + piece(choice.otherwise()).text()
            + ")",
        ATOM);
  }

  private static Piece literal(double value) {
    return new Piece(Excel.number(value), value < 0 ? SUM : ATOM);
  }

  /** An argument of a function that would pass over a cell with a text. */
  private String argument(Formula formula) {
    boolean isCell = formula instanceof Variable || formula instanceof Statistic;
    return piece(formula).text() + (isCell ? "+0" : "");
  }

  private String rounded(Formula formula) {
    String text = piece(formula).text();
    return formula instanceof Constant ? text : "ROUND(" + text + ",9)";
  }

  private Piece binary(Binary binary) {
    Piece left = piece(binary.left());
    Piece right = piece(binary.right());
    return switch (binary.operator()) {
      case ADD -> new Piece(left.in(SUM) + "+" + right.in(PRODUCT), SUM);
      case SUBTRACT -> new Piece(left.in(SUM) + "-" + right.in(PRODUCT), SUM);
      case MULTIPLY -> new Piece(left.in(PRODUCT) + "*" + right.in(PRODUCT), PRODUCT);
      case DIVIDE -> new Piece(left.in(PRODUCT) + "/" + right.in(ATOM), PRODUCT);
      // 0 to the power of 0 is 1 to the engine, and an error to some programs.
      case POWER ->
          binary.right() instanceof Constant exponent && exponent.value() != 0
              ? power(left.text(), right.text())
              : new Piece(
                  "IF(" + right.text() + "=0,1," + power(left.text(), right.text()).text() + ")",
                  ATOM);
    };
  }

  private static Piece power(String base, String exponent) {
    return new Piece("POWER(" + base + "," + exponent + ")", ATOM);
  }

  private Piece unary(Unary unary) {
    Piece argument = piece(unary.argument());
    return switch (unary.function()) {
      // 0−x, as programs disagree on what −x^2 is.
      case NEGATE -> new Piece("0-" + argument.in(PRODUCT), SUM);
      case ABS -> new Piece("ABS(" + argument.text() + ")", ATOM);
      case LN -> new Piece("LN(" + argument.text() + ")", ATOM);
      case LOG10 -> new Piece("LOG10(" + argument.text() + ")", ATOM);
      case CEILING -> new Piece("0-INT(0-ROUND(" + argument.text() + ",9))", SUM);
    };
  }

  // ---- means

  private Piece mean(WeightedMean mean) {
    Optional<Ranges> ranges = places.ranges(mean.terms());
    if (ranges.isEmpty() && mean.exponent() != 1) {
      throw new UnprintableException("terms that do not stand side by side");
    }
    String present =
        ranges
            .map(r -> "SUMIF(" + r.values() + "," + Excel.ANY_NUMBER + "," + r.stakes() + ")")
            .orElseGet(() -> bracketed(sum(mean, term -> stake(term).text())));
    Piece value =
        ranges.isPresent() ? power(mean, ranges.get(), present) : arithmetic(mean, present);
    if (mean.minimumShare() <= 0) {
      return value;
    }
    String enough =
        present
            + "<("
            + Excel.number(mean.minimumShare())
            + "-"
            + SHARE_SLACK
            + ")*"
            + whole(mean, ranges);
    return new Piece("IF(" + enough + ",NA()," + value.text() + ")", ATOM);
  }

  /** The weights of all terms whose question applies. */
  private String whole(WeightedMean mean, Optional<Ranges> ranges) {
    List<String> marks = places.notExpected();
    if (ranges.isPresent()) {
      String stakes = ranges.get().stakes();
      String all =
          "SUM("
              + stakes
              + ")"
              + marks.stream()
                  .map(
                      mark ->
                          "-SUMIF("
                              + ranges.get().values()
                              + ","
                              + Excel.text(mark)
                              + ","
                              + stakes
                              + ")")
                  .collect(Collectors.joining());
      return marks.isEmpty() ? all : bracketed(all);
    }
    return bracketed(
        mean.terms().stream().map(term -> applying(term, marks)).collect(Collectors.joining("+")));
  }

  private String applying(Term term, List<String> marks) {
    String stake = stake(term).in(PRODUCT);
    String none =
        own(term.value())
            .distinct()
            .flatMap(
                name -> marks.stream().map(mark -> places.variable(name) + "=" + Excel.text(mark)))
            .collect(Collectors.joining(","));
    return none.isEmpty() ? stake : "IF(OR(" + none + "),0," + stake + ")";
  }

  private Piece arithmetic(WeightedMean mean, String present) {
    String sum = sum(mean, term -> stake(term).in(PRODUCT) + "*" + piece(term.value()).in(PRODUCT));
    return new Piece(bracketed(sum) + "/" + present, PRODUCT);
  }

  private Piece power(WeightedMean mean, Ranges ranges, String present) {
    double exponent = mean.exponent();
    if (exponent == 1) {
      return new Piece(
          "SUMPRODUCT(" + ranges.values() + "," + ranges.stakes() + ")/" + present, PRODUCT);
    }
    if (exponent == Double.NEGATIVE_INFINITY) {
      return new Piece(least(mean, present), ATOM);
    }
    String power = Excel.number(exponent);
    String value =
        exponent == 0
            ? "EXP(" + bracketed(positive(mean, x -> "LN(" + x + ")")) + "/" + present + ")"
            : "POWER("
                + bracketed(positive(mean, x -> "POWER(" + x + "," + power + ")"))
                + "/"
                + present
                + ",1/("
                + power
                + "))";
    String notNegative = exponent > 0 ? value : unlessAny(ranges, "0", "0", value);
    return new Piece(unlessAny(ranges, "\"<0\"", "NA()", notNegative), ATOM);
  }

  /** {@code value}, but {@code instead} where a term that counts meets a criterion. */
  private static String unlessAny(Ranges ranges, String criterion, String instead, String value) {
    return "IF(SUMIF("
        + ranges.values()
        + ","
        + criterion
        + ","
        + ranges.stakes()
        + ")>0,"
        + instead
        + ","
        + value
        + ")";
  }

  /** Σ wᵢ f(xᵢ) over the terms above 0; others are dealt with before, or add nothing. */
  private String positive(WeightedMean mean, Function<String, String> of) {
    return mean.terms().stream()
        .map(
            term -> {
              String x = piece(term.value()).text();
              String addend = stake(term).in(PRODUCT) + "*" + of.apply(x);
              return "IF(ISNUMBER(" + x + "),IF(" + x + ">0," + addend + ",0),0)";
            })
        .collect(Collectors.joining("+"));
  }

  private String least(WeightedMean mean, String present) {
    String all =
        mean.terms().stream()
            .map(
                term -> {
                  String x = piece(term.value()).text();
                  return "IF(ISNUMBER("
                      + x
                      + "),IF("
                      + stake(term).text()
                      + ">0,"
                      + x
                      + ",1E+300),1E+300)";
                })
            .collect(Collectors.joining(","));
    return "IF(" + present + "<=0,NA(),MIN(" + all + "))";
  }

  /** A sum over the terms that have a figure. */
  private String sum(WeightedMean mean, Function<Term, String> addend) {
    return mean.terms().stream()
        .map(
            term -> {
              List<String> cells = own(term.value()).map(places::variable).distinct().toList();
              String there =
                  cells.size() == 1
                      ? "ISNUMBER(" + cells.get(0) + ")"
                      : "COUNT(" + String.join(",", cells) + ")=" + cells.size();
              return "IF(" + there + "," + addend.apply(term) + ",0)";
            })
        .collect(Collectors.joining("+"));
  }

  /** The columns without which a formula has no value: a mean within it does with fewer. */
  private static Stream<String> own(Formula formula) {
    if (formula instanceof Variable variable) {
      return Stream.of(variable.name());
    }
    return formula instanceof WeightedMean
        ? Stream.empty()
        : formula.parts().stream().flatMap(ExcelFormula::own);
  }

  private Piece stake(Term term) {
    return piece(term.stake());
  }

  private static String bracketed(String sum) {
    return "(" + sum + ")";
  }
}
