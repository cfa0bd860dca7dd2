package peaceindex.formula;

import java.util.ArrayList;
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
    double[] column = column(formula, frame);
    if (column.length != frame.rows()) {
      return filled(frame, column[0]);
    }
    return formula instanceof Variable ? column.clone() : column;
  }

  /** The value of a formula that reads neither columns nor a reference. */
  public static double constant(Formula formula) {
    return column(formula, ALONE)[0];
  }

  /**
   * The values of all rows, or a single one that is that of all of them, such as a constant. Not to
   * be changed: it may be a column of the frame.
   */
  private static double[] column(Formula formula, Frame frame) {
    if (formula instanceof Constant constant) {
      return new double[] {constant.value()};
    }
    if (formula instanceof Parameter parameter) {
      return new double[] {parameter.value()};
    }
    if (formula instanceof Variable variable) {
      return frame.column(variable.name());
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

  private static double[] filled(Frame frame, double value) {
    double[] column = new double[frame.rows()];
    Arrays.fill(column, value);
    return column;
  }

  /** Room for as many values as the longest of some columns has. */
  private static double[] roomFor(double[]... columns) {
    int rows = 1;
    for (double[] column : columns) {
      // A frame without rows has columns of none.
      rows = rows == 1 ? column.length : rows;
    }
    return new double[rows];
  }

  /** What a row number is masked with to be a place in a column, all bits or none. */
  private static int mask(double[] column) {
    return column.length == 1 ? 0 : -1;
  }

  private static double[] statistic(Statistic.Kind kind, Frame frame) {
    int rows = frame.rows();
    double[] out = new double[isJudgedByOne(frame) ? 1 : rows];
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

  /** Whether all rows, of which there are some, have the same reference. */
  private static boolean isJudgedByOne(Frame frame) {
    int rows = frame.rows();
    for (int i = 1; i < rows; i++) {
      if (frame.reference(i) != frame.reference(0)) {
        return false;
      }
    }
    return rows > 0;
  }

  private static double[] beyond(Beyond beyond, Frame frame) {
    double[] x = column(beyond.x(), frame);
    int mask = mask(x);
    double[] out = new double[frame.rows()];
    for (int i = 0; i < out.length; i++) {
      double of = x[i & mask];
      if (Double.isNaN(of)) {
        out[i] = of;
      } else {
        Statistics reference = frame.reference(i);
        int count = beyond.side() == Beyond.Side.BELOW ? reference.below(of) : reference.above(of);
        out[i] = reference.count() == 0 ? Double.NaN : count;
      }
    }
    return out;
  }

  private static double[] binary(Binary binary, Frame frame) {
    double[] left = column(binary.left(), frame);
    double[] right = column(binary.right(), frame);
    int a = mask(left);
    int b = mask(right);
    double[] out = roomFor(left, right);
    switch (binary.operator()) {
      case ADD -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = left[i & a] + right[i & b];
        }
      }
      case SUBTRACT -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = left[i & a] - right[i & b];
        }
      }
      case MULTIPLY -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = left[i & a] * right[i & b];
        }
      }
      case DIVIDE -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = right[i & b] == 0 ? Double.NaN : left[i & a] / right[i & b];
        }
      }
      case POWER -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = finite(StrictMath.pow(left[i & a], right[i & b]));
        }
      }
    }
    return out;
  }

  private static double[] unary(Unary unary, Frame frame) {
    double[] argument = column(unary.argument(), frame);
    double[] out = new double[argument.length];
    for (int i = 0; i < out.length; i++) {
      double x = argument[i];
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
      double[] next = column(argument, frame);
      if (out == null) {
        out = next;
        continue;
      }
      out = extreme(extreme.which(), out, next);
    }
    return out == null ? new double[] {Double.NaN} : out.clone();
  }

  private static double[] extreme(Extreme.Which which, double[] left, double[] right) {
    int a = mask(left);
    int b = mask(right);
    double[] out = roomFor(left, right);
    for (int i = 0; i < out.length; i++) {
      out[i] =
          which == Extreme.Which.MIN
              ? Math.min(left[i & a], right[i & b])
              : Math.max(left[i & a], right[i & b]);
    }
    return out;
  }

  private static double[] clamp(Clamp clamp, Frame frame) {
    double[] x = column(clamp.x(), frame);
    double[] low = column(clamp.low(), frame);
    double[] high = column(clamp.high(), frame);
    int of = mask(x);
    int a = mask(low);
    int b = mask(high);
    double[] out = roomFor(x, low, high);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(low[i & a], Math.min(high[i & b], x[i & of]));
    }
    return out;
  }

  private static double[] choose(If choice, Frame frame) {
    double[] left = column(choice.left(), frame);
    double[] right = column(choice.right(), frame);
    double[] then = column(choice.then(), frame);
    double[] otherwise = column(choice.otherwise(), frame);
    boolean isEqual = choice.relation() == If.Relation.EQUAL;
    int a = mask(left);
    int b = mask(right);
    int c = mask(then);
    int d = mask(otherwise);
    double[] out = roomFor(left, right, then, otherwise);
    for (int i = 0; i < out.length; i++) {
      double one = left[i & a];
      double other = right[i & b];
      if (Double.isNaN(one) || Double.isNaN(other)) {
        out[i] = Double.NaN;
      } else {
        int compared = Noise.compare(one, other);
        boolean holds = isEqual ? compared == 0 : compared >= 0;
        out[i] = holds ? then[i & c] : otherwise[i & d];
      }
    }
    return out;
  }

  private static double[] weightedMean(WeightedMean mean, Frame frame) {
    List<WeightedMean.Term> terms = mean.terms();
    double[][] columns = new double[terms.size()][];
    int[] masks = new int[columns.length];
    double[] weights = new double[columns.length];
    for (int k = 0; k < columns.length; k++) {
      columns[k] = column(terms.get(k).value(), frame);
      masks[k] = mask(columns[k]);
      weights[k] = terms.get(k).weight();
    }
    List<List<String>> read = null;
    double[] out = new double[frame.rows()];
    double[] row = new double[columns.length];
    for (int i = 0; i < out.length; i++) {
      double whole = 0;
      double present = 0;
      for (int k = 0; k < row.length; k++) {
        double x = columns[k][i & masks[k]];
        row[k] = x;
        if (!Double.isNaN(x)) {
          whole += weights[k];
          present += weights[k];
        } else {
          read = read == null ? variables(terms) : read;
          whole += applies(read.get(k), frame, i) ? weights[k] : 0;
        }
      }
      boolean enough = present > 0 && present >= (mean.minimumShare() - SHARE_SLACK) * whole;
      out[i] = enough ? powerMean(row, weights, present, mean.exponent()) : Double.NaN;
    }
    return out;
  }

  /** The columns that each term reads. */
  private static List<List<String>> variables(List<WeightedMean.Term> terms) {
    List<List<String>> read = new ArrayList<>();
    terms.forEach(term -> read.add(term.value().variables()));
    return read;
  }

  private static boolean applies(List<String> columns, Frame frame, int row) {
    for (String column : columns) {
      if (!frame.applies(column, row)) {
        return false;
      }
    }
    return true;
  }

  /** The mean over what is present and has a weight. */
  private static double powerMean(double[] row, double[] weights, double present, double exponent) {
    if (exponent == 1) {
      double sum = 0;
      for (int k = 0; k < row.length; k++) {
        if (!Double.isNaN(row[k]) && weights[k] != 0) {
          sum += weights[k] * row[k];
        }
      }
      return sum / present;
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
}
