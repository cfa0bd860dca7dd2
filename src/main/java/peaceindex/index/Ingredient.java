package peaceindex.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;

/**
 * One of the figures that the value of an indicator is made of, and where it came from.
 *
 * @param field number of the field
 * @param figure as it entered the value: of one return, or pooled from several; {@code NaN} where
 *     there is none
 * @param sources what it was made of: one in a base period, of a span one a base period, and where
 *     the unit did not exist yet those of its predecessors; oldest first
 */
public record Ingredient(int field, double figure, List<Source> sources) {

  /**
   * A figure of a return.
   *
   * @param figure {@code NaN} where the status is not {@link CellStatus#REPORTED}
   * @param counted whether it entered the value: a base period in which any figure of the indicator
   *     is missing is left out as a whole
   * @param cell where it stands, or where its lack was found; empty if nothing was sent
   */
  public record Source(
      int unit,
      Period period,
      double figure,
      CellStatus status,
      boolean counted,
      Optional<CellRef> cell) {}

  public Ingredient {
    sources = List.copyOf(sources);
  }

  /** The figures behind an indicator's value; none where it is the score of another index. */
  public static List<Ingredient> of(Indicator indicator, Panel panel, int unit, Period period) {
    if (ScoreOf.of(indicator.value()).isPresent()) {
      return List.of();
    }
    List<Integer> fields =
        indicator.value().variables().stream().map(name -> panel.fields().indexOf(name)).toList();
    List<Period> parts = panel.periods().stream().filter(period::covers).toList();
    boolean isOneReturn = parts.equals(List.of(period)) && panel.roster().isActive(unit, period);
    Pool pool = Pool.ofUnit(panel, unit, parts, fields);
    List<Ingredient> ingredients = new ArrayList<>();
    for (int field : fields) {
      List<Source> sources = new ArrayList<>();
      for (Period part : parts) {
        for (int one : panel.roster().standIns(unit, part)) {
          boolean counted = isOneReturn || pool.holds(one, part);
          sources.add(
              new Source(
                  one,
                  part,
                  panel.value(part, one, field),
                  panel.status(part, one, field),
                  counted,
                  panel.origin(part, one, field)));
        }
      }
      double figure = isOneReturn ? panel.value(period, unit, field) : pool.figure(field);
      ingredients.add(new Ingredient(field, figure, sources));
    }
    return ingredients;
  }
}
