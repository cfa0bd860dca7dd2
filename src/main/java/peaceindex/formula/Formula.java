package peaceindex.formula;

import java.util.List;

/**
 * A step of the method as data: derivation, normalisation or aggregation.
 *
 * <p>A formula is evaluated for every row (unit) of a {@link Frame}. Missing is {@code NaN} and
 * spreads through every operator, except that {@link WeightedMean} leaves missing terms out and
 * re-scales the other weights, and {@link Extreme} over a reference ignores them.
 */
public sealed interface Formula {

  /** A constant of the method itself, such as the 60 and 40 of the efficacy coefficient. */
  record Constant(double value) implements Formula {}

  /** The value of a column in this row: a field, an indicator, a score. */
  record Variable(String name) implements Formula {}

  /** A constant that configuration sets, with the name it has there. */
  record Parameter(String name, double value) implements Formula {}

  /** A statistic of the reference of this row, e.g. the mean of this month's units. */
  record Statistic(Kind kind) implements Formula {
    /** What is asked of the reference; missing values are no part of it. */
    public enum Kind {
      COUNT,
      MIN,
      MAX,
      MEAN,
      /** Standard deviation with n − 1. */
      SD
    }
  }

  /**
   * How many values of the reference of this row are below, or above, {@code x}, compared at 9
   * decimals; no value where the reference is empty.
   */
  record Beyond(Side side, Formula x) implements Formula {
    public enum Side {
      BELOW,
      ABOVE
    }
  }

  /** {@code left operator right}; a quotient whose denominator is 0 has no value. */
  record Binary(Operator operator, Formula left, Formula right) implements Formula {
    public enum Operator {
      ADD,
      SUBTRACT,
      MULTIPLY,
      DIVIDE,
      POWER
    }
  }

  /** A function of one argument; a logarithm of 0 or less has no value. */
  record Unary(Function function, Formula argument) implements Formula {
    public enum Function {
      NEGATE,
      LN,
      LOG10,
      ABS,
      /** The least whole number that is not below; of 9 decimals, so that noise starts no unit. */
      CEILING
    }
  }

  /** The least or the greatest of several. */
  record Extreme(Which which, List<Formula> arguments) implements Formula {
    public enum Which {
      MIN,
      MAX
    }
  }

  /** {@code x} held between {@code low} and {@code high}. */
  record Clamp(Formula x, Formula low, Formula high) implements Formula {}

  /**
   * {@code then} where {@code left} stands to {@code right} as the relation says, else {@code
   * otherwise}; no value where one of the two sides is missing. Both are compared at 9 decimals, as
   * published scores are: in Excel {@code IF(ROUND(a,9)>=ROUND(b,9),…)}.
   */
  record If(Formula left, Relation relation, Formula right, Formula then, Formula otherwise)
      implements Formula {
    public enum Relation {
      EQUAL,
      AT_LEAST
    }
  }

  /**
   * The weighted power mean (Σ wᵢ xᵢᵖ / Σ wᵢ)^(1/p) over the terms that are not missing; with
   * exponent 1 the arithmetic mean, with 0 the geometric mean exp(Σ wᵢ ln xᵢ / Σ wᵢ), and with −∞
   * the minimum, its limit.
   *
   * <p>Missing terms are left out and the weights of the others re-scaled; where the weights left
   * are less than {@code minimumShare} of all, the result is missing. Terms that do not apply are
   * left out and are no part of "all"; a term applies if all its columns do. Terms of weight 0 play
   * no part. A negative term has no mean unless the exponent is 1 or −∞; a term of 0 makes the mean
   * 0 where the exponent is 0 or less.
   */
  record WeightedMean(List<Term> terms, double exponent, double minimumShare) implements Formula {

    private List<Formula> values() {
      return terms.stream().map(Term::value).toList();
    }

    /**
     * One part of the mean.
     *
     * @param stake its weight, not negative: a formula of constants and parameters, so that a
     *     workbook can show where the weight stands
     */
    public record Term(Formula value, Formula stake) {

      public Term(Formula value, double weight) {
        this(value, new Constant(weight));
      }

      /** The weight as a number. */
      public double weight() {
        return stake instanceof Constant constant ? constant.value() : Evaluator.constant(stake);
      }
    }
  }

  static Formula constant(double value) {
    return new Constant(value);
  }

  static Formula add(Formula left, Formula right) {
    return new Binary(Binary.Operator.ADD, left, right);
  }

  static Formula subtract(Formula left, Formula right) {
    return new Binary(Binary.Operator.SUBTRACT, left, right);
  }

  static Formula multiply(Formula left, Formula right) {
    return new Binary(Binary.Operator.MULTIPLY, left, right);
  }

  static Formula divide(Formula left, Formula right) {
    return new Binary(Binary.Operator.DIVIDE, left, right);
  }

  static Formula negate(Formula argument) {
    return new Unary(Unary.Function.NEGATE, argument);
  }

  static Formula least(Formula... arguments) {
    return new Extreme(Extreme.Which.MIN, List.of(arguments));
  }

  static Formula greatest(Formula... arguments) {
    return new Extreme(Extreme.Which.MAX, List.of(arguments));
  }

  static Formula ifEqual(Formula left, Formula right, Formula then, Formula otherwise) {
    return new If(left, If.Relation.EQUAL, right, then, otherwise);
  }

  static Formula ifAtLeast(Formula left, Formula right, Formula then, Formula otherwise) {
    return new If(left, If.Relation.AT_LEAST, right, then, otherwise);
  }

  /** The parts of which this formula is made, left to right. */
  default List<Formula> parts() {
    if (this instanceof Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (this instanceof Unary unary) {
      return List.of(unary.argument());
    }
    if (this instanceof Beyond beyond) {
      return List.of(beyond.x());
    }
    if (this instanceof Extreme extreme) {
      return extreme.arguments();
    }
    if (this instanceof Clamp clamp) {
      return List.of(clamp.x(), clamp.low(), clamp.high());
    }
    if (this instanceof If choice) {
      return List.of(choice.left(), choice.right(), choice.then(), choice.otherwise());
    }
    if (this instanceof WeightedMean mean) {
      return mean.values();
    }
    return List.of();
  }

  /** Whether this formula, or any part of it, is of a kind. */
  default boolean has(Class<? extends Formula> kind) {
    return kind.isInstance(this) || parts().stream().anyMatch(part -> part.has(kind));
  }

  /** The columns this formula reads, each once, in the order of first use. */
  default List<String> variables() {
    var names = new java.util.LinkedHashSet<String>();
    collect(this, names);
    return List.copyOf(names);
  }

  private static void collect(Formula formula, java.util.Set<String> names) {
    if (formula instanceof Variable variable) {
      names.add(variable.name());
    }
    formula.parts().forEach(part -> collect(part, names));
  }
}
