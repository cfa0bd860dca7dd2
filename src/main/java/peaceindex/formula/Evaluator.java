package peaceindex.formula;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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

/** Computes a formula for all rows of a frame, a whole column at a time. */
public final class Evaluator {
  /** Weights add up in another order than they were written; a share must not fail by that. */
  private static final double SHARE_SLACK = 1e-12;

  /** One row without columns. */
  private static final Frame ALONE =
      new Frame() {
        @Override
        public int rows() {
          return 1;
        }

        @Override
        public double[] column(String name) {
          throw new IllegalArgumentException("no column " + name);
        }

        @Override
        public Statistics reference(int row) {
          throw new UnsupportedOperationException("no reference");
        }
      };

  private Evaluator() {}

  /** The value of {@code formula} in every row; {@code NaN} where it has none. */
  public static double[] evaluate(Formula formula, Frame frame) {
    if (formula instanceof Constant constant) {
      return filled(frame, constant.value());
    }
    if (formula instanceof Parameter parameter) {
      return filled(frame, parameter.value());
    }
    if (formula instanceof Variable variable) {
      return frame.column(variable.name()).clone();
    }
    if (formula instanceof Statistic statistic) {
      return statistic(statistic.kind(), frame);
    }
    if (formula instanceof Beyond beyond) {
      return beyond(beyond, frame);
    }
    if (formula instanceof Binary binary) {
      return binary(binary, frame);
    }
    if (formula instanceof Unary unary) {
      return unary(unary, frame);
    }
    if (formula instanceof Extreme extreme) {
      return extreme(extreme, frame);
    }
    if (formula instanceof Clamp clamp) {
      return clamp(clamp, frame);
    }
    if (formula instanceof If choice) {
      return choose(choice, frame);
    }
    return weightedMean((WeightedMean) formula, frame);
  }

  /** The value of a formula that reads neither columns nor a reference. */
  public static double constant(Formula formula) {
    return evaluate(formula, ALONE)[0];
  }

  private static double[] filled(Frame frame, double value) {
    double[] column = new double[frame.rows()];
    Arrays.fill(column, value);
    return column;
  }

  private static double[] statistic(Statistic.Kind kind, Frame frame) {
    double[] out = new double[frame.rows()];
    for (int i = 0; i < out.length; i++) {
      Statistics reference = frame.reference(i);
      out[i] =
          switch (kind) {
            case COUNT -> reference.count();
            case MIN -> reference.min();
            case MAX -> reference.max();
            case MEAN -> reference.mean();
            case SD -> reference.sd();
          };
    }
    return out;
  }

  private static double[] beyond(Beyond beyond, Frame frame) {
    double[] out = evaluate(beyond.x(), frame);
    for (int i = 0; i < out.length; i++) {
      if (!Double.isNaN(out[i])) {
        Statistics reference = frame.reference(i);
        int count =
            beyond.side() == Beyond.Side.BELOW ? reference.below(out[i]) : reference.above(out[i]);
        out[i] = reference.count() == 0 ? Double.NaN : count;
      }
    }
    return out;
  }

  private static double[] binary(Binary binary, Frame frame) {
    double[] left = evaluate(binary.left(), frame);
    double[] right = evaluate(binary.right(), frame);
    for (int i = 0; i < left.length; i++) {
      double a = left[i];
      double b = right[i];
      left[i] =
          switch (binary.operator()) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? Double.NaN : a / b;
            case POWER -> finite(StrictMath.pow(a, b));
          };
    }
    return left;
  }

  private static double[] unary(Unary unary, Frame frame) {
    double[] out = evaluate(unary.argument(), frame);
    for (int i = 0; i < out.length; i++) {
      double x = out[i];
      out[i] =
          switch (unary.function()) {
            case NEGATE -> -x;
            case ABS -> Math.abs(x);
            case LN -> finite(StrictMath.log(x));
            case LOG10 -> finite(StrictMath.log10(x));
            case CEILING -> Math.ceil(Noise.rounded(x));
          };
    }
    return out;
  }

  private static double finite(double x) {
    return Double.isInfinite(x) ? Double.NaN : x;
  }

  private static double[] extreme(Extreme extreme, Frame frame) {
    double[] out = null;
    for (Formula argument : extreme.arguments()) {
      double[] next = evaluate(argument, frame);
      if (out == null) {
        out = next;
        continue;
      }
      for (int i = 0; i < out.length; i++) {
        out[i] =
            extreme.which() == Extreme.Which.MIN
                ? Math.min(out[i], next[i])
                : Math.max(out[i], next[i]);
      }
    }
    return out == null ? filled(frame, Double.NaN) : out;
  }

  private static double[] clamp(Clamp clamp, Frame frame) {
    double[] out = evaluate(clamp.x(), frame);
    double[] low = evaluate(clamp.low(), frame);
    double[] high = evaluate(clamp.high(), frame);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(low[i], Math.min(high[i], out[i]));
    }
    return out;
  }

  private static double[] choose(If choice, Frame frame) {
    double[] left = evaluate(choice.left(), frame);
    double[] right = evaluate(choice.right(), frame);
    double[] then = evaluate(choice.then(), frame);
    double[] otherwise = evaluate(choice.otherwise(), frame);
    for (int i = 0; i < left.length; i++) {
      if (Double.isNaN(left[i]) || Double.isNaN(right[i])) {
        left[i] = Double.NaN;
      } else {
        int compared = Noise.compare(left[i], right[i]);
        boolean holds = choice.relation() == If.Relation.EQUAL ? compared == 0 : compared >= 0;
        left[i] = holds ? then[i] : otherwise[i];
      }
    }
    return left;
  }

  private static double[] weightedMean(WeightedMean mean, Frame frame) {
    List<WeightedMean.Term> terms = mean.terms();
    double[][] columns = new double[terms.size()][];
    for (int k = 0; k < columns.length; k++) {
      columns[k] = evaluate(terms.get(k).value(), frame);
    }
    double[] out = new double[frame.rows()];
    double[] row = new double[columns.length];
    double[] weights = terms.stream().mapToDouble(WeightedMean.Term::weight).toArray();
    for (int i = 0; i < out.length; i++) {
      double whole = 0;
      double present = 0;
      for (int k = 0; k < columns.length; k++) {
        row[k] = columns[k][i];
        if (!Double.isNaN(row[k])) {
          whole += weights[k];
          present += weights[k];
        } else if (applies(terms.get(k).value(), frame, i)) {
          whole += weights[k];
        }
      }
      boolean enough = present > 0 && present >= (mean.minimumShare() - SHARE_SLACK) * whole;
      out[i] = enough ? powerMean(row, weights, present, mean.exponent()) : Double.NaN;
    }
    return out;
  }

  /** The mean over what is present and has a weight. */
  private static double powerMean(double[] row, double[] weights, double present, double exponent) {
    if (exponent == 1) {
      return sum(row, weights, x -> x) / present;
    }
    if (exponent == 0) {
      return StrictMath.exp(sum(row, weights, StrictMath::log) / present);
    }
    double least = least(row, weights);
    if (exponent == Double.NEGATIVE_INFINITY) {
      return least;
    }
    if (least < 0) {
      return Double.NaN;
    }
    // In parts of the largest power, so that no power is too large for a number.
    double unit = exponent > 0 ? -least(negated(row), weights) : least;
    if (unit == 0) {
      return 0;
    }
    double mean = sum(row, weights, x -> StrictMath.pow(x / unit, exponent)) / present;
    return StrictMath.pow(mean, 1 / exponent) * unit;
  }

  private static double sum(double[] row, double[] weights, DoubleUnaryOperator of) {
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      if (!Double.isNaN(row[k]) && weights[k] != 0) {
        sum += weights[k] * of.applyAsDouble(row[k]);
      }
    }
    return sum;
  }

  private static double least(double[] row, double[] weights) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < row.length; k++) {
      if (!Double.isNaN(row[k]) && weights[k] != 0) {
        least = Math.min(least, row[k]);
      }
    }
    return least;
  }

  private static double[] negated(double[] row) {
    return Arrays.stream(row).map(x -> -x).toArray();
  }

  private static boolean applies(Formula term, Frame frame, int row) {
    return term.variables().stream().allMatch(name -> frame.applies(name, row));
  }
}
