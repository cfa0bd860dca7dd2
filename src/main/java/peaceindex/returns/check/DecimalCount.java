package peaceindex.returns.check;

import java.util.Optional;
import peaceindex.panel.Field;
import peaceindex.panel.Figures;
import peaceindex.problem.Code;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/** Cases and people are whole. */
final class DecimalCount extends EachFigure {

  @Override
  Optional<Problem> judge(Field field, double value, Place where) {
    return field.kind().isWhole() && value != Math.rint(value)
        ? Optional.of(
            Problem.of(
                Code.DECIMAL_COUNT, where, "field", field.name(), "found", Figures.plain(value)))
        : Optional.empty();
  }
}
