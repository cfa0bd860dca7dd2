package peaceindex.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.WeightedMean;
import peaceindex.formula.Statistics;
import peaceindex.formula.Worked;
import peaceindex.index.Dimension;
import peaceindex.index.IndexCalculator;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Ingredient;
import peaceindex.index.Part;
import peaceindex.index.PeriodScores;
import peaceindex.index.Reference;
import peaceindex.index.ScoreOf;
import peaceindex.index.When;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.aggregate.RowWise;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Text;
import peaceindex.ranking.Explanation.Account;
import peaceindex.ranking.Explanation.Averaged;
import peaceindex.ranking.Explanation.OtherScore;
import peaceindex.ranking.Explanation.PartAccount;
import peaceindex.ranking.Explanation.Past;

/** Explains one unit in one period, by the formulas that scored it. */
public final class Explainer {
  /** The column of the value in the formula of a score. */
  public static final String X = "x";

  /** What stands before the number of a node, or of a part, in the formula that combines them. */
  public static final String NODE = "#";

  private final Assessment assessment;
  private final Scheme scheme;
  private final Panel panel;
  private final Trend trend;
  private final Standing standing;
  private final PeriodScores scores;
  private final IndexTree rules;
  private final Balance balance;
  private final int unit;
  private final IndexCalculator calculator;

  private Explainer(Assessment assessment, String index, Period period, int unit) {
    this.assessment = assessment;
    this.scheme = assessment.scheme(index);
    this.panel = assessment.panel();
    this.trend = assessment.trend(index, period.frequency());
    this.standing = trend.at(period).orElseThrow();
    this.scores = standing.scores();
    this.rules = standing.tree().of(panel.roster().get(unit).group());
    this.unit = unit;
    this.balance = new Balance(scores, rules, unit);
    this.calculator = assessment.calculator(scheme, panel);
  }

  /**
   * The explanation.
   *
   * @param period one that has a standing
   * @param focus the node to which it is limited; 0 for the whole index
   */
  public static Explanation explain(
      Assessment assessment, String index, Period period, int unit, int focus) {
    return new Explainer(assessment, index, period, unit).explain(focus);
  }

  private Explanation explain(int focus) {
    double mean = meanBeforePoints();
    List<Account> accounts = new ArrayList<>();
    add(focus, mean, accounts);
    Changes changes = new Changes(trend, standing, unit, calculator);
    Remedies remedies = new Remedies(assessment, scheme, trend, standing, unit);
    return new Explanation(
        unit,
        focus,
        standing,
        trend.movement(standing.period(), unit),
        accounts,
        mean,
        changes.all(),
        remedies.prospect(focus));
  }

  private double meanBeforePoints() {
    return Statistics.of(
            standing.ranking().stream().mapToDouble(scores::indexBeforePoints).toArray())
        .mean();
  }

  private void add(int node, double meanIndex, List<Account> accounts) {
    accounts.add(account(node, meanIndex));
    rules.children(node).forEach(child -> add(child, meanIndex, accounts));
  }

  private Account account(int node, double meanIndex) {
    boolean isIndicator = rules.node(node) instanceof Indicator;
    double score = score(node);
    return new Account(
        node,
        depth(node),
        scores.value(node, unit),
        scores.reportedValue(node, unit),
        scores.shrunkValue(node, unit),
        scores.status(node, unit),
        score,
        rules.full(node),
        node == 0 ? meanIndex : scores.meanScore(node),
        scores.weight(node, unit),
        scores.contribution(node, unit),
        balance.lost(node),
        balance.ahead(node),
        isIndicator ? derived(node) : Optional.empty(),
        isIndicator ? ingredients(node, standing.period()) : List.of(),
        isIndicator ? other(node) : Optional.empty(),
        isIndicator && !scores.isAveraged() ? parts(node) : List.of(),
        aggregation(node),
        combined(node),
        scores.isAveraged() ? averaged(node) : List.of());
  }

  private int depth(int node) {
    return node == 0 ? 0 : depth(rules.parent(node)) + 1;
  }

  private double score(int node) {
    return node == 0 ? scores.indexBeforePoints(unit) : scores.score(node, unit);
  }

  private List<Ingredient> ingredients(int node, Period period) {
    return Ingredient.of(rules.indicator(node), panel, unit, period);
  }

  /** How the value followed from its figures; of an averaged span it did not. */
  private Optional<Worked> derived(int node) {
    List<Ingredient> ingredients = ingredients(node, standing.period());
    boolean complete = ingredients.stream().noneMatch(of -> Double.isNaN(of.figure()));
    if (ingredients.isEmpty() || !complete || scores.isAveraged()) {
      return Optional.empty();
    }
    Map<String, Double> columns = new HashMap<>();
    ingredients.forEach(of -> columns.put(panel.fields().get(of.field()).id(), of.figure()));
    return Optional.of(new Worked(rules.indicator(node).guardedValue(), columns));
  }

  private Optional<OtherScore> other(int node) {
    return ScoreOf.of(rules.indicator(node).value())
        .map(
            score -> {
              Scheme of = assessment.scheme(score.index());
              return new OtherScore(
                  score.index(),
                  of.index().name(),
                  score.node().isEmpty() ? Optional.empty() : nodeName(of, score.node()),
                  standing.period());
            });
  }

  private Optional<Text> nodeName(Scheme of, String id) {
    return of.index()
        .trees()
        .at(standing.period())
        .filter(tree -> tree.find(id) >= 0)
        .map(tree -> tree.node(tree.find(id)).name());
  }

  private List<PartAccount> parts(int node) {
    if (!scores.status(node, unit).hasFigure()
        && scores.status(node, unit) != CellStatus.NO_REFERENCE) {
      return List.of();
    }
    Indicator indicator = rules.indicator(node);
    Period now = standing.period();
    List<PartAccount> accounts = new ArrayList<>();
    for (int p = 0; p < indicator.parts().size(); p++) {
      Part part = indicator.parts().get(p);
      Reference reference = part.reference();
      Formula formula = part.score(new Formula.Variable(X), indicator.polarity());
      boolean asks = part.normalisation().isRelative();
      Statistics against =
          asks
              ? calculator.reference(standing.tree(), node, reference, now, unit)
              : Statistics.of(new double[0]);
      List<Period> periods = asks ? calculator.periods(reference, now) : List.of();
      accounts.add(
          new PartAccount(
              part,
              scores.partScore(node, p, unit),
              new Worked(formula, Map.of(X, scores.value(node, unit)), Set.of(), against),
              periods,
              isOwn(reference)
                  ? periods.stream().map(then -> past(node, then)).toList()
                  : List.of()));
    }
    return accounts;
  }

  private static boolean isOwn(Reference reference) {
    return reference instanceof Reference.Figures figures && figures.of() == Reference.Of.OWN;
  }

  private Past past(int node, Period then) {
    Reference own = new Reference.Figures(Reference.Of.OWN, new When.At(then));
    double value = calculator.reference(standing.tree(), node, own, standing.period(), unit).mean();
    return new Past(then, value, ingredients(node, then));
  }

  private Optional<Aggregation> aggregation(int node) {
    return rules.node(node) instanceof Dimension dimension
        ? Optional.of(dimension.aggregation())
        : Optional.empty();
  }

  private Optional<Worked> combined(int node) {
    if (scores.isAveraged() || Double.isNaN(score(node))) {
      return Optional.empty();
    }
    if (rules.node(node) instanceof Indicator indicator) {
      return indicator.parts().size() > 1
          ? Optional.of(blended(node, indicator))
          : Optional.empty();
    }
    Dimension dimension = (Dimension) rules.node(node);
    return dimension.aggregation() instanceof RowWise method
        ? Optional.of(aggregated(node, method, dimension.minimumShare()))
        : Optional.empty();
  }

  private Worked aggregated(int node, RowWise method, double minimumShare) {
    Map<String, Double> columns = new HashMap<>();
    Set<String> notApplicable = new HashSet<>();
    for (int child : rules.children(node)) {
      String column = IndexTree.column(child);
      columns.put(column, scores.score(child, unit));
      if (!scores.status(child, unit).isExpected()) {
        notApplicable.add(column);
      }
    }
    return new Worked(
        method.combine(rules.parts(node), minimumShare),
        columns,
        notApplicable,
        Statistics.of(new double[0]));
  }

  private Worked blended(int node, Indicator indicator) {
    double whole = indicator.parts().stream().mapToDouble(Part::weight).sum();
    List<WeightedMean.Term> terms = new ArrayList<>();
    Map<String, Double> columns = new HashMap<>();
    for (int p = 0; p < indicator.parts().size(); p++) {
      String column = NODE + p;
      double share = indicator.parts().get(p).weight() / whole;
      terms.add(new WeightedMean.Term(new Formula.Variable(column), share));
      columns.put(column, scores.partScore(node, p, unit));
    }
    return new Worked(new WeightedMean(terms, 1, 0), columns);
  }

  /** The published scores of the base periods, as the mean has them. */
  private List<Averaged> averaged(int node) {
    Trend base = assessment.trend(scheme.id(), scheme.index().frequency());
    String id = rules.node(node).id();
    return base.periods().stream()
        .filter(standing.period()::covers)
        .flatMap(period -> base.at(period).stream())
        .flatMap(
            then ->
                IntStream.of(node == 0 ? 0 : then.tree().find(id))
                    .filter(there -> there >= 0)
                    .mapToObj(there -> new Averaged(then.period(), then.published(there, unit))))
        .filter(piece -> !Double.isNaN(piece.published()))
        .toList();
  }
}
