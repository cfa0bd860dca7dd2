package peaceindex.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import peaceindex.formula.Worked;
import peaceindex.panel.Figures;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;

/**
 * A formula as a person would write it: once with the names of what it reads, once with the numbers
 * filled in. It knows the algebra and no method.
 *
 * <p>With numbers only that is written which decides: of a choice the branch that holds, of a
 * minimum the least, of a mean the terms that are there, and no addend that is 0 or a product with
 * 0. What was decided and is no mere guard of the method stands in {@link #notes}. Figures that are
 * computed are shown with four decimals, others as they are.
 */
final class Spelling {
  private static final int DECIMALS = 4;

  /** How tightly parts hold together; a part that holds less than its place asks gets brackets. */
  private static final int SUM = 1;

  private static final int PRODUCT = 2;
  private static final int POWER = 3;
  private static final int ATOM = 4;

  /** Weights this close to 1 are shares of a whole. */
  private static final double WHOLE = 1e-9;

  private record Piece(String text, int strength) {
    String in(int place) {
      return strength < place ? "(" + text + ")" : text;
    }
  }

  private final Worked worked;
  private final UnaryOperator<String> names;
  private final Lang lang;
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<Statistic.Kind> statistics = new LinkedHashSet<>();

  /**
   * @param names what a column is called
   */
  Spelling(Worked worked, UnaryOperator<String> names, Lang lang) {
    this.worked = worked;
    this.names = names;
    this.lang = lang;
  }

  /** A computed number: at most four decimals, none that say nothing. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "—";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /** Whether {@link #number} says all there is to say. */
  static boolean isExact(double value) {
    return Double.isNaN(value) || Math.abs(Double.parseDouble(number(value)) - value) < 1e-9;
  }

  /** The formula of a value with names, as a clerk would write it. */
  String symbols() {
    return named(worked.formula()).text();
  }

  /** The formula with numbers. */
  String numbers() {
    return filled(worked.formula(), true).text();
  }

  /** The number that it comes to, behind {@code =}, or {@code ≈} where it is rounded. */
  String result() {
    double value = worked.value();
    return (isExact(value) ? "= " : "≈ ") + number(value);
  }

  /** The formula with numbers and what it comes to; a mere number only once. */
  String equation() {
    String numbers = numbers();
    return numbers.equals(number(worked.value()))
        ? "= " + numbers
        : "= " + numbers + " " + result();
  }

  /** What was decided on the way; complete after the numbers were asked for. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (!statistics.isEmpty()) {
      all.add(
          statistics.stream()
              .map(
                  kind ->
                      Messages.say(
                          "explain.statistic." + kind,
                          lang,
                          "value",
                          number(worked.value(new Statistic(kind)))))
              .collect(Collectors.joining(Messages.say("explain.comma", lang))));
    }
    return all;
  }

  // ---- with names

  private Piece named(Formula formula) {
    if (formula instanceof Variable variable) {
      return new Piece(names.apply(variable.name()), ATOM);
    }
    if (formula instanceof Extreme extreme) {
      return call(extreme.which() == Extreme.Which.MIN ? "min" : "max", extreme.arguments());
    }
    return common(formula, this::named);
  }

  private Piece call(String name, List<Formula> arguments) {
    return new Piece(
        arguments.stream()
            .map(argument -> named(argument).text())
            .collect(Collectors.joining(", ", name + "(", ")")),
        ATOM);
  }

  // ---- with numbers

  /**
   * @param outside whether nothing more is done with it, so that its bounds are worth telling
   */
  private Piece filled(Formula formula, boolean outside) {
    if (formula instanceof Variable variable) {
      return literal(worked.value(variable));
    }
    if (formula instanceof Statistic statistic) {
      statistics.add(statistic.kind());
      return literal(worked.value(statistic));
    }
    if (formula instanceof Beyond beyond) {
      notes.add(
          Messages.say(
              "explain.beyond." + beyond.side(),
              lang,
              "value",
              number(worked.value(beyond.x())),
              "count",
              number(worked.value(beyond))));
      return literal(worked.value(beyond));
    }
    if (formula instanceof If choice) {
      return chosen(choice, outside);
    }
    if (formula instanceof Clamp clamp) {
      return held(clamp, outside);
    }
    if (formula instanceof Extreme extreme) {
      return decider(extreme, outside);
    }
    if (formula instanceof WeightedMean mean) {
      return mean(mean);
    }
    if (formula instanceof Binary binary) {
      if (binary.operator() == Binary.Operator.ADD && isNothing(binary.right())) {
        return filled(binary.left(), outside);
      }
      if (binary.operator() == Binary.Operator.ADD && isNothing(binary.left())) {
        return filled(binary.right(), outside);
      }
      if (isSumOfPoints(binary)) {
        return points(worked.value(binary.left()), (WeightedMean) binary.right());
      }
    }
    return common(formula, x -> filled(x, false));
  }

  private static Piece literal(double value) {
    return new Piece(number(value), value < 0 ? SUM : ATOM);
  }

  /** A product that comes to 0, or a 0 itself: an addend that need not be told. */
  private boolean isNothing(Formula formula) {
    boolean isProduct =
        formula instanceof Binary binary && binary.operator() == Binary.Operator.MULTIPLY;
    return (isProduct || isFixed(formula)) && worked.value(formula) == 0;
  }

  private Piece chosen(If choice, boolean outside) {
    double left = worked.value(choice.left());
    double right = worked.value(choice.right());
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return literal(Double.NaN);
    }
    Formula one = Formula.constant(1);
    Formula zero = Formula.constant(0);
    boolean holds =
        worked.value(new If(choice.left(), choice.relation(), choice.right(), one, zero)) == 1;
    // A method asks whether its denominator is 0; that it is not goes without saying.
    boolean isGuard = choice.left() instanceof Constant || choice.right() instanceof Constant;
    if (holds || !isGuard) {
      notes.add(relation(choice, holds));
    }
    return filled(holds ? choice.then() : choice.otherwise(), outside);
  }

  private String relation(If choice, boolean holds) {
    String sign =
        choice.relation() == If.Relation.EQUAL ? (holds ? " = " : " ≠ ") : (holds ? " ≥ " : " < ");
    return filled(choice.left(), false).text() + sign + filled(choice.right(), false).text();
  }

  private Piece held(Clamp clamp, boolean outside) {
    double x = worked.value(clamp.x());
    if (x < worked.value(clamp.low())) {
      return bound(clamp.x(), clamp.low(), "below", outside);
    }
    if (x > worked.value(clamp.high())) {
      return bound(clamp.x(), clamp.high(), "above", outside);
    }
    return filled(clamp.x(), outside);
  }

  /** A bound in the place of what lies beyond it. */
  private Piece bound(Formula x, Formula bound, String side, boolean outside) {
    double value = worked.value(bound);
    if (outside) {
      notes.add(
          Messages.say(
              "explain.bound." + side,
              lang,
              "formula",
              filled(x, false).text(),
              "value",
              number(worked.value(x)),
              "bound",
              number(value)));
    }
    return literal(value);
  }

  private Piece decider(Extreme extreme, boolean outside) {
    double value = worked.value(extreme);
    List<Formula> arguments = extreme.arguments();
    // Of equals the one that says more than a bound.
    List<Formula> deciding =
        arguments.stream().filter(argument -> worked.value(argument) == value).toList();
    Formula first =
        deciding.stream()
            .filter(argument -> !isFixed(argument))
            .findFirst()
            .orElse(deciding.isEmpty() ? arguments.get(0) : deciding.get(0));
    if (first instanceof Parameter && arguments.size() == 2) {
      Formula other = arguments.get(arguments.get(0) == first ? 1 : 0);
      return bound(other, first, extreme.which() == Extreme.Which.MIN ? "above" : "below", true);
    }
    return filled(first, outside);
  }

  private static boolean isFixed(Formula formula) {
    return formula instanceof Constant || formula instanceof Parameter;
  }

  // ---- both

  private Piece common(Formula formula, Function<Formula, Piece> show) {
    if (formula instanceof Constant constant) {
      return new Piece(Figures.plain(constant.value()), constant.value() < 0 ? SUM : ATOM);
    }
    if (formula instanceof Parameter parameter) {
      return new Piece(Figures.plain(parameter.value()), parameter.value() < 0 ? SUM : ATOM);
    }
    if (formula instanceof Unary unary) {
      return unary(unary, show);
    }
    if (formula instanceof Binary binary) {
      return binary(binary, show);
    }
    return new Piece(
        formula.parts().stream()
            .map(part -> show.apply(part).text())
            .collect(Collectors.joining(", ", "(", ")")),
        ATOM);
  }

  private static Piece unary(Unary unary, Function<Formula, Piece> show) {
    Piece argument = show.apply(unary.argument());
    return switch (unary.function()) {
      case NEGATE -> new Piece("−" + argument.in(POWER), SUM);
      case ABS -> new Piece("|" + argument.text() + "|", ATOM);
      case LN -> new Piece("ln(" + argument.text() + ")", ATOM);
      case LOG10 -> new Piece("lg(" + argument.text() + ")", ATOM);
      case CEILING -> new Piece("⌈" + argument.text() + "⌉", ATOM);
    };
  }

  private static Piece binary(Binary binary, Function<Formula, Piece> show) {
    Piece left = show.apply(binary.left());
    Piece right = show.apply(binary.right());
    return switch (binary.operator()) {
      case ADD -> new Piece(left.in(SUM) + " + " + right.in(PRODUCT), SUM);
      case SUBTRACT -> new Piece(left.in(SUM) + " − " + right.in(PRODUCT), SUM);
      case MULTIPLY -> new Piece(left.in(PRODUCT) + " × " + right.in(PRODUCT), PRODUCT);
      case DIVIDE -> new Piece(left.in(PRODUCT) + " / " + right.in(POWER), PRODUCT);
      case POWER -> new Piece(left.in(ATOM) + "^" + right.in(ATOM), POWER);
    };
  }

  // ---- means

  private List<WeightedMean.Term> present(WeightedMean mean) {
    return mean.terms().stream()
        .filter(term -> term.weight() > 0 && !Double.isNaN(worked.value(term.value())))
        .toList();
  }

  /** {@code (35% × 91.67 + 25% × 80) / 60%}; a denominator of 1 is not told. */
  private Piece mean(WeightedMean of) {
    List<WeightedMean.Term> terms = present(of);
    Function<Formula, Piece> show = x -> filled(x, false);
    if (of.exponent() == Double.NEGATIVE_INFINITY) {
      return new Piece(
          terms.stream()
              .map(term -> show.apply(term.value()).text())
              .collect(Collectors.joining(", ", "min(", ")")),
          ATOM);
    }
    double all = of.terms().stream().mapToDouble(WeightedMean.Term::weight).sum();
    double whole = terms.stream().mapToDouble(WeightedMean.Term::weight).sum();
    boolean shares = Math.abs(all - 1) < WHOLE;
    if (terms.size() == 1) {
      return show.apply(terms.get(0).value());
    }
    boolean isWhole = Math.abs(whole - 1) < WHOLE;
    if (of.exponent() == 0) {
      String product =
          terms.stream()
              .map(t -> show.apply(t.value()).in(ATOM) + "^" + weight(t.weight() / whole, true))
              .collect(Collectors.joining(" × "));
      return new Piece(product, PRODUCT);
    }
    boolean isPower = of.exponent() != 1;
    String power = isPower ? "^" + exponent(of.exponent()) : "";
    String sum =
        terms.stream()
            .map(
                t ->
                    weight(t.weight(), shares)
                        + " × "
                        + show.apply(t.value()).in(isPower ? ATOM : POWER)
                        + power)
            .collect(Collectors.joining(" + "));
    Piece mean =
        isWhole
            ? new Piece(sum, SUM)
            : new Piece("(" + sum + ") / " + weight(whole, shares), PRODUCT);
    return isPower
        ? new Piece("(" + mean.text() + ")^(1/" + exponent(of.exponent()) + ")", POWER)
        : mean;
  }

  private static String exponent(double exponent) {
    return exponent < 0 ? "(" + Figures.plain(exponent) + ")" : Figures.plain(exponent);
  }

  private static String weight(double weight, boolean isShare) {
    return isShare ? number(weight * 100) + "%" : number(weight);
  }

  /** {@code W × mean of xᵢ/fᵢ}: points that are added up, as a sum of points writes itself. */
  private static boolean isSumOfPoints(Binary binary) {
    return binary.operator() == Binary.Operator.MULTIPLY
        && binary.left().variables().isEmpty()
        && binary.right() instanceof WeightedMean mean
        && mean.exponent() == 1
        && mean.terms().stream()
            .allMatch(
                term ->
                    term.value() instanceof Binary share
                        && share.operator() == Binary.Operator.DIVIDE
                        && share.right() instanceof Constant);
  }

  /** The same told as Σ wᵢ xᵢ, times full marks over those of what is there. */
  private Piece points(double whole, WeightedMean mean) {
    List<WeightedMean.Term> terms = present(mean);
    double there = terms.stream().mapToDouble(WeightedMean.Term::weight).sum();
    String sum =
        terms.stream()
            .map(
                term -> {
                  Binary share = (Binary) term.value();
                  double weight = term.weight() / worked.value(share.right());
                  String points = filled(share.left(), false).in(PRODUCT);
                  return Math.abs(weight - 1) < WHOLE ? points : number(weight) + " × " + points;
                })
            .collect(Collectors.joining(" + "));
    return Math.abs(there - whole) < WHOLE
        ? new Piece(sum, SUM)
        : new Piece(number(whole) + " / " + number(there) + " × (" + sum + ")", PRODUCT);
  }
}
