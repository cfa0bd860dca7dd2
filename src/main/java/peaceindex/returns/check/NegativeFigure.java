package peaceindex.returns.check;

import java.util.Optional;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Figures;
import peaceindex.problem.Code;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/** Counts, people, amounts and percentages are not negative. */
final class NegativeFigure extends EachFigure {

  @Override
  Optional<Problem> judge(Field field, double value, Place where) {
    return value < 0 && field.kind() != FieldKind.NUMBER
        ? Optional.of(
            Problem.of(Code.NEGATIVE, where, "field", field.name(), "found", Figures.plain(value)))
        : Optional.empty();
  }
}
