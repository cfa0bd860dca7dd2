package peaceindex.report.workbook;

import java.util.List;
import peaceindex.index.PeriodScores;
import peaceindex.ranking.Standing;
import peaceindex.report.workbook.excel.Excel;

/**
 * What each part of the index adds to it, as formulas: the index before points, shared out among
 * the parts i by wᵢ sᵢ / Σ wⱼ sⱼ over those that have a score. So the weights of missing parts need
 * not be shared out anew. Where the index is no mean or sum of its parts, or one of another kind,
 * there are no such formulas.
 */
final class Contributions {
  private static final double SAME = 1e-9;

  private final Formulas formulas;
  private final Standing standing;
  private final PeriodScores exact;
  private final List<Integer> parts;

  Contributions(Formulas formulas) {
    this.formulas = formulas;
    this.standing = formulas.standing();
    this.exact = standing.scores();
    this.parts = formulas.tree().children(0);
  }

  /** Whether the formulas give what the engine says the parts add. */
  boolean isAny() {
    return formulas.isOn()
        && formulas.tree().isAdditive()
        && !exact.isAveraged()
        && standing.ranking().stream().allMatch(this::isShared);
  }

  /** Whether the index of a unit is shared out as the formulas do. */
  private boolean isShared(int unit) {
    String group = formulas.group(unit);
    double[] weights = new double[parts.size()];
    double all = 0;
    for (int p = 0; p < weights.length; p++) {
      weights[p] = formulas.parameters().weight(parts.get(p), group).value();
      double added = weights[p] * score(parts.get(p), unit);
      all += Double.isNaN(added) ? 0 : added;
    }
    double index = exact.indexBeforePoints(unit);
    for (int p = 0; p < weights.length; p++) {
      double score = score(parts.get(p), unit);
      double shared = all == 0 ? 0 : index * weights[p] * score / all;
      boolean same = Math.abs(of(parts.get(p), unit) - shared) <= SAME;
      if (!same && !Double.isNaN(score)) {
        return false;
      }
    }
    return true;
  }

  /** What a part adds to a unit's index; {@code NaN} if it has no score. */
  double of(int part, int unit) {
    return Double.isNaN(score(part, unit)) || Double.isNaN(exact.indexBeforePoints(unit))
        ? Double.NaN
        : exact.contribution(part, unit);
  }

  private double score(int part, int unit) {
    return exact.scores(part)[unit];
  }

  /** The same as a formula on the page of calculation. */
  String formula(int part, UnitRow row) {
    Grid here = formulas.grid("calculation");
    String group = formulas.group(row.unit());
    Object weights = CalculationPage.weights(formulas.tree().groups().contains(group) ? group : "");
    String column = CalculationPage.node(part);
    String first = CalculationPage.node(parts.get(0));
    String last = CalculationPage.node(parts.get(parts.size() - 1));
    // A product of two ranges takes words for 0.
    String all =
        "SUMPRODUCT("
            + here.across(weights, first, last)
            + ","
            + here.across(row.key(), first, last)
            + ")";
    String index =
        here.here(
            row.key(),
            here.hasColumn(CalculationPage.node(0))
                ? CalculationPage.node(0)
                : CalculationPage.INDEX);
    String score = here.here(row.key(), column);
    String shared =
        "IF("
            + all
            + "=0,0,"
            + index
            + "*"
            + here.here(weights, column)
            + "*"
            + score
            + "/"
            + all
            + ")";
    return Excel.ifNumber(index, Excel.ifNumber(score, shared, ""), "");
  }
}
