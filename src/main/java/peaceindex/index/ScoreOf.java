package peaceindex.index;

import java.util.Optional;
import peaceindex.formula.Formula;

/**
 * A value that is the published score of another index in the same period.
 *
 * @param index id of the other index
 * @param node id of a node of its tree; empty for the index itself
 */
public record ScoreOf(String index, String node) {
  private static final String MARK = "@";

  /** The value as a formula over a column that no field can be called. */
  public Formula value() {
    return new Formula.Variable(MARK + index + MARK + node);
  }

  /** The score that a value is; empty if it is made of fields. */
  public static Optional<ScoreOf> of(Formula value) {
    if (!(value instanceof Formula.Variable variable) || !variable.name().startsWith(MARK)) {
      return Optional.empty();
    }
    String[] parts = variable.name().split(MARK, -1);
    return Optional.of(new ScoreOf(parts[1], parts[2]));
  }
}
