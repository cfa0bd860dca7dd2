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
    List<double[]> columns = new ArrayList<>();
    List<WeightedMean.Term> terms = new ArrayList<>();
    for (int p = 0; p < indicator.parts().size(); p++) {
      Part part = indicator.parts().get(p);
      Formula formula = formulas.get(p);
      Rows rows = new Rows(values.length, List.of(values), references.get(p));
      double[] score = Evaluator.evaluate(formula, rows);
      for (int row = 0; row < score.length; row++) {
        // Adding 0 makes the -0 of a negative indicator at its bound a plain 0.
        score[row] = Double.isNaN(values[row]) ? Double.NaN : score[row] + 0.0;
      }
      columns.add(score);
      terms.add(new WeightedMean.Term(new Formula.Variable(Integer.toString(p)), part.weight()));
    }
    double[][] parts = columns.toArray(double[][]::new);
    if (parts.length == 1) {
      return new Scored(parts, parts[0]);
    }
    Rows rows = new Rows(values.length, columns, new Statistics[0]);
    return new Scored(parts, Evaluator.evaluate(new WeightedMean(terms, 1, minimumShare), rows));
  }

  private List<Formula> formulas(Indicator indicator) {
    List<Formula> known = formulas.get(indicator);
    if (known == null) {
      known = new ArrayList<>();
      for (Part part : indicator.parts()) {
        known.add(part.score(new Formula.Variable(X), indicator.polarity()));
      }
      formulas.put(indicator, known);
    }
    return known;
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
