package peaceindex.returns.check;

import java.util.Optional;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Figures;
import peaceindex.problem.Code;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/** A percentage lies between 0 and 100. */
final class PercentageRange extends EachFigure {

  @Override
  Optional<Problem> judge(Field field, double value, Place where) {
    return field.kind() == FieldKind.PERCENTAGE && value > 100
        ? Optional.of(
            Problem.of(
                Code.PERCENTAGE_RANGE, where, "field", field.name(), "found", Figures.plain(value)))
        : Optional.empty();
  }
}
