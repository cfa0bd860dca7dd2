package peaceindex.returns.check;

import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Figures;
import peaceindex.problem.Code;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/** Counts, people, amounts and percentages are not negative. */
final class NegativeFigure extends EachFigure {

  @Override
  boolean isWrong(FieldKind kind, double value) {
    return value < 0 && kind != FieldKind.NUMBER;
  }

  @Override
  Problem problem(Field field, double value, Place where) {
    return Problem.of(Code.NEGATIVE, where, "field", field.name(), "found", Figures.plain(value));
  }
}
