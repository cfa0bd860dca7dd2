package peaceindex.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import peaceindex.formula.Evaluator;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.WeightedMean;
import peaceindex.formula.Frame;
import peaceindex.formula.Statistics;

/**
 * From values to scores: each part of an indicator against its reference, then their weighted mean.
 * A missing value has no score; a part without one gives its weight to the others, as missing
 * indicators do.
 */
final class Normaliser {
  private static final String X = "x";

  /** The formulas of the parts of each indicator, which are the same in all periods. */
  private final Map<Indicator, List<Formula>> formulas = new IdentityHashMap<>();

  /**
   * Scores.
   *
   * @param parts a column for each part
   */
  record Scored(double[][] parts, double[] scores) {}

  /** Columns for a formula. */
  private record Rows(int rows, List<double[]> columns, Statistics[] references) implements Frame {
    @Override
    public double[] column(String name) {
      return columns.get(name.equals(X) ? 0 : Integer.parseInt(name));
    }

    @Override
    public Statistics reference(int row) {
      return references[row];
    }
  }

  /**
   * The scores of {@code values}.
   *
   * @param references of each part, for each row
   * @param minimumShare the share of the parts' weights that must be there
   */
  Scored score(
      Indicator indicator, double[] values, List<Statistics[]> references, double minimumShare) {
    List<Formula> formulas = formulas(indicator);
    double[][] parts = new double[formulas.size()][];
    for (int p = 0; p < parts.length; p++) {
      Rows rows = new Rows(values.length, List.of(values), references.get(p));
      double[] score = Evaluator.evaluate(formulas.get(p), rows);
      for (int row = 0; row < score.length; row++) {
        // Adding 0 makes the -0 of a negative indicator at its bound a plain 0.
        score[row] = Double.isNaN(values[row]) ? Double.NaN : score[row] + 0.0;
      }
      parts[p] = score;
    }
    double[] scores = parts.length == 1 ? parts[0] : blended(indicator, parts, minimumShare);
    return new Scored(parts, scores);
  }

  /** The weighted mean of several parts. */
  private static double[] blended(Indicator indicator, double[][] parts, double minimumShare) {
    List<WeightedMean.Term> terms = new ArrayList<>();
    for (int p = 0; p < parts.length; p++) {
      Formula part = new Formula.Variable(Integer.toString(p));
      terms.add(new WeightedMean.Term(part, indicator.parts().get(p).weight()));
    }
    Rows rows = new Rows(parts[0].length, List.of(parts), new Statistics[0]);
    return Evaluator.evaluate(new WeightedMean(terms, 1, minimumShare), rows);
  }

  private List<Formula> formulas(Indicator indicator) {
    return formulas.computeIfAbsent(indicator, Normaliser::newFormulas);
  }

  private static List<Formula> newFormulas(Indicator indicator) {
    Formula x = new Formula.Variable(X);
    return indicator.parts().stream().map(part -> part.score(x, indicator.polarity())).toList();
  }

  /** The rows of {@code from} where {@code wanted}, written over those of {@code into}. */
  static void take(Scored into, Scored from, java.util.function.IntPredicate wanted) {
    for (int row = 0; row < into.scores.length; row++) {
      if (wanted.test(row)) {
        into.scores[row] = from.scores[row];
        for (int p = 0; p < into.parts.length; p++) {
          into.parts[p][row] = p < from.parts.length ? from.parts[p][row] : Double.NaN;
        }
      }
    }
  }

  /** Room for the scores of {@code rows} rows. */
  static Scored empty(int parts, int rows) {
    double[][] columns = new double[parts][rows];
    for (double[] column : columns) {
      Arrays.fill(column, Double.NaN);
    }
    double[] scores = new double[rows];
    Arrays.fill(scores, Double.NaN);
    return new Scored(columns, scores);
  }
}
