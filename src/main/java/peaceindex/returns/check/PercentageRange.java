package peaceindex.returns.check;

import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Figures;
import peaceindex.problem.Code;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/** A percentage lies between 0 and 100. */
final class PercentageRange extends EachFigure {

  @Override
  boolean isWrong(FieldKind kind, double value) {
    return kind == FieldKind.PERCENTAGE && value > 100;
  }

  @Override
  Problem problem(Field field, double value, Place where) {
    return Problem.of(
        Code.PERCENTAGE_RANGE, where, "field", field.name(), "found", Figures.plain(value));
  }
}
