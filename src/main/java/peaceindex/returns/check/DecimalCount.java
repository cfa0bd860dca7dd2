package peaceindex.returns.check;

import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Figures;
import peaceindex.problem.Code;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/** Cases and people are whole. */
final class DecimalCount extends EachFigure {

  @Override
  boolean isWrong(FieldKind kind, double value) {
    return kind.isWhole() && value != Math.rint(value);
  }

  @Override
  Problem problem(Field field, double value, Place where) {
    return Problem.of(
        Code.DECIMAL_COUNT, where, "field", field.name(), "found", Figures.plain(value));
  }
}
