package peaceindex.formula;

import java.util.Map;
import java.util.Set;

/**
 * A formula with the numbers of one row: what a person would work on paper.
 *
 * @param columns the value of every column it reads, {@code NaN} where missing
 * @param notApplicable the columns whose question does not apply in this row
 * @param reference the figures against which the value is judged; empty ones where it asks for none
 */
public record Worked(
    Formula formula, Map<String, Double> columns, Set<String> notApplicable, Statistics reference) {

  public Worked {
    columns = Map.copyOf(columns);
    notApplicable = Set.copyOf(notApplicable);
  }

  /** A formula that asks for no reference, all of whose questions apply. */
  public Worked(Formula formula, Map<String, Double> columns) {
    this(formula, columns, Set.of(), Statistics.of(new double[0]));
  }

  /** What the whole comes to; {@code NaN} where it has no value. */
  public double value() {
    return value(formula);
  }

  /** What a part of the formula comes to with the same numbers. */
  public double value(Formula part) {
    return Evaluator.evaluate(part, new Row())[0];
  }

  /** The only row. */
  private final class Row implements Frame {
    @Override
    public int rows() {
      return 1;
    }

    @Override
    public double[] column(String name) {
      Double value = columns.get(name);
      if (value == null) {
        throw new IllegalArgumentException("no column " + name);
      }
      return new double[] {value};
    }

    @Override
    public boolean applies(String column, int row) {
      return !notApplicable.contains(column);
    }

    @Override
    public Statistics reference(int row) {
      return reference;
    }
  }
}
