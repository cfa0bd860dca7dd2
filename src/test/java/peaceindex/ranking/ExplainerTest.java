package peaceindex.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.formula.FormulaParser;
import peaceindex.index.Dimension;
import peaceindex.index.IndexDefinition;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Node;
import peaceindex.index.Part;
import peaceindex.index.Polarity;
import peaceindex.index.Reference;
import peaceindex.index.When;
import peaceindex.index.ZeroDenominator;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.MissingRule;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.index.aggregate.Copeland;
import peaceindex.index.aggregate.Geometric;
import peaceindex.index.normalise.Difference;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Lateness;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.panel.Versions;
import peaceindex.problem.Text;
import peaceindex.ranking.Explanation.Account;
import peaceindex.ranking.Explanation.Comparison;
import peaceindex.ranking.Explanation.NoRemedy;
import peaceindex.ranking.Explanation.Remedy;

/**
 * The county that {@code IndexCalculatorTest} works by hand: three units, two dimensions, three
 * indicators; and a month before it in which only 甲 was otherwise: 30 of 40 resolved.
 *
 * <pre>
 *                       甲        乙        丙       mean
 * received / resolved   40/36     20/20     10/5
 * population / crimes   20000/4   10000/6   5000/0
 * satisfaction %        96        90        84
 *
 * resolution rate %     90 → 80   100       50→0     60      weight 1/2
 * crimes per 10 000     2 → 75    6 → 25    0→100    66.67   weight 1/4
 * satisfaction          80        50        20       50      weight 1/4
 * index                 78.75     68.75     30       59.17
 * </pre>
 */
class ExplainerTest {
  private static final Period MONTH = Period.month(2025, 12);
  private static final Period BEFORE = Period.month(2025, 11);
  private static final int RESOLUTION = 2;
  private static final int CRIME = 3;
  private static final int VIEW = 5;
  private static final Offset<Double> EXACT = within(1e-9);
  private static final double[][] COUNTY = {
    {20000, 40, 36, 4, 96}, {10000, 20, 20, 6, 90}, {5000, 10, 5, 0, 84}
  };

  private static final Fields FIELDS =
      new Fields(
          List.of(
              field("pop", FieldKind.POPULATION, ""),
              field("received", FieldKind.COUNT, ""),
              field("resolved", FieldKind.COUNT, "received"),
              field("crimes", FieldKind.COUNT, ""),
              field("satisfaction", FieldKind.PERCENTAGE, "")));

  private static Field field(String id, FieldKind kind, String partOf) {
    return new Field(id, Text.of(id), List.of(), kind, Text.of(""), "", partOf, "");
  }

  private static Panel panel(int units) {
    List<Unit> all = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      all.add(new Unit("u" + i, "", Text.of("单位" + i), List.of(), ""));
    }
    return new Panel(new Roster(List.of(), all), FIELDS);
  }

  private static Panel with(Panel panel, Period period, double[]... rows) {
    for (int unit = 0; unit < rows.length; unit++) {
      for (int field = 0; field < rows[unit].length; field++) {
        if (!Double.isNaN(rows[unit][field])) {
          long cell =
              panel.origins().pack("input/" + period + "/u" + unit + ".xlsx", "表", field, 1);
          panel.put(period, unit, field, rows[unit][field], cell);
        }
      }
    }
    return panel;
  }

  private static Panel county() {
    double[][] before = {{20000, 40, 30, 4, 96}, COUNTY[1], COUNTY[2]};
    return with(with(panel(3), BEFORE, before), MONTH, COUNTY);
  }

  private static Indicator indicator(
      String id, double weight, String value, Polarity polarity, Normalisation by, Reference to) {
    return new Indicator(
        id,
        Text.of(id),
        weight,
        value,
        FormulaParser.parse(value, Optional::of).formula().orElseThrow(),
        Text.of(""),
        2,
        polarity,
        List.of(new Part(1, by, to)),
        ZeroDenominator.NOT_APPLICABLE);
  }

  private static IndexTree tree(Aggregation aggregation) {
    return tree(aggregation, 3, new Goalposts(50, 100, true), Reference.UNITS);
  }

  private static IndexTree tree(
      Aggregation aggregation, double safety, Normalisation resolved, Reference to) {
    Goalposts crimes = new Goalposts(0, 8, true);
    Goalposts view = new Goalposts(80, 100, true);
    List<Node> pair =
        List.of(
            indicator(
                "resolution", 2, "resolved / received * 100", Polarity.POSITIVE, resolved, to),
            indicator(
                "crime", 1, "crimes / pop * 10000", Polarity.NEGATIVE, crimes, Reference.UNITS));
    List<Node> one =
        List.of(indicator("view", 7, "satisfaction", Polarity.POSITIVE, view, Reference.UNITS));
    return new IndexTree(
        new Dimension(
            "index",
            Text.of("index"),
            1,
            List.of(
                new Dimension("safety", Text.of("safety"), safety, pair, aggregation, 0.3),
                new Dimension("opinion", Text.of("opinion"), 1, one, aggregation, 0.3)),
            aggregation,
            0.3),
        Text.of(""));
  }

  private static Scheme scheme(Map<Period, IndexTree> trees, Adjustments points) {
    Period always = Period.month(2000, 1);
    return new Scheme(
        new IndexDefinition(
            "index", Text.of("index"), Text.of("county"), Frequency.MONTH, new Versions<>(trees)),
        new Versions<>(Map.of(always, new RankingRules(2, TiePolicy.MINIMUM, List.of()))),
        new Versions<>(Map.of(always, points)),
        Spans.AVERAGED);
  }

  private static Explanation explain(Panel panel, IndexTree tree, Period period, int unit) {
    Scheme scheme = scheme(Map.of(Period.month(2000, 1), tree), Adjustments.NONE);
    return Explainer.explain(new Assessment(List.of(scheme), panel), "index", period, unit, 0);
  }

  private static Account account(Explanation explanation, int node) {
    return explanation.accounts().stream().filter(a -> a.node() == node).findFirst().orElseThrow();
  }

  @Test
  void theScoreOfTheFirstUnitWorkedByHand() {
    Explanation of = explain(county(), tree(new Arithmetic()), MONTH, 0);
    Account resolution = account(of, RESOLUTION);
    assertThat(resolution.value()).isEqualTo(90);
    assertThat(resolution.score()).isCloseTo(80, EXACT);
    assertThat(resolution.weight()).isCloseTo(0.5, EXACT);
    assertThat(resolution.contribution()).isCloseTo(40, EXACT);
    assertThat(resolution.lost()).isCloseTo(-10, EXACT);
    assertThat(resolution.mean()).isCloseTo(60, EXACT);
    assertThat(resolution.ahead()).isCloseTo(10, EXACT);
    assertThat(resolution.derived().orElseThrow().value()).isEqualTo(90);
    assertThat(resolution.parts().get(0).worked().value()).isCloseTo(80, EXACT);
    assertThat(resolution.ingredients())
        .extracting(i -> i.sources().get(0).cell().orElseThrow().show())
        .containsExactly("input/2025-12/u0.xlsx [表!B3]", "input/2025-12/u0.xlsx [表!B2]");

    assertThat(account(of, CRIME).lost()).isCloseTo(-6.25, EXACT);
    assertThat(account(of, VIEW).ahead()).isCloseTo(7.5, EXACT);
    Account safety = account(of, 1);
    assertThat(safety.score()).isCloseTo(235 / 3.0, EXACT);
    assertThat(safety.combined().orElseThrow().value()).isCloseTo(235 / 3.0, EXACT);
    assertThat(safety.lost()).isCloseTo(-16.25, EXACT);
    Account root = account(of, 0);
    assertThat(root.score()).isCloseTo(78.75, EXACT);
    assertThat(root.lost()).isCloseTo(78.75 - 100, EXACT);
    // All units have all indicators: what they are ahead adds up to index − mean.
    assertThat(root.ahead()).isCloseTo(78.75 - (78.75 + 68.75 + 30) / 3, EXACT);
    assertThat(of.prospect().none()).contains(NoRemedy.FIRST);
  }

  /** 30 of 40 was 75 %, 50 points: 30 more at half the weight are 15, and nothing else changed. */
  @Test
  void whatChangedSinceTheMonthBefore() {
    Comparison since = explain(county(), tree(new Arithmetic()), MONTH, 0).comparisons().get(0);
    assertThat(since.then()).isEqualTo(BEFORE);
    assertThat(since.exact()).isCloseTo(15, EXACT);
    assertThat(since.change()).isEqualTo(15);
    assertThat(since.places()).isEqualTo(1);
    assertThat(since.items().get(0).node()).isEqualTo(RESOLUTION);
    assertThat(since.items().get(0).points()).isCloseTo(15, EXACT);
    assertThat(since.items().get(1).points()).isZero();
    assertThat(since.weights() + since.points() + since.rules() + since.rest()).isZero();
  }

  /**
   * Last month safety weighed 1 and not 3: the index was (safety + view)/2 = (175/3 + 80)/2, by the
   * rules of today (3·175/3 + 80)/4.
   */
  @Test
  void aChangeOfRulesIsToldApart() {
    Map<Period, IndexTree> trees =
        Map.of(
            BEFORE,
            tree(new Arithmetic(), 1, new Goalposts(50, 100, true), Reference.UNITS),
            MONTH,
            tree(new Arithmetic()));
    Explanation of =
        Explainer.explain(
            new Assessment(List.of(scheme(trees, Adjustments.NONE)), county()),
            "index",
            MONTH,
            0,
            0);
    Comparison since = of.comparisons().get(0);
    double before = (175 / 3.0 + 80) / 2;
    assertThat(since.otherRules()).isTrue();
    assertThat(since.exact()).isCloseTo(78.75 - before, EXACT);
    assertThat(since.rules()).isCloseTo(63.75 - before, EXACT);
    assertThat(since.items().get(0).points()).isCloseTo(15, EXACT);
    assertThat(since.rest()).isCloseTo(0, EXACT);
  }

  /**
   * 乙 (68.75) is 10 behind 甲 (78.75). Resolution is full. Crimes are worth 3.125 each: 6 are 25
   * points, four fewer are 12.5 more. Satisfaction is worth 1.25 a point: 8 points up to 98.
   */
  @Test
  void theSmallestChangeThatBringsTheSecondUnitUp() {
    Explanation of = explain(county(), tree(new Arithmetic()), MONTH, 1);
    assertThat(of.prospect().above()).contains(0);
    assertThat(of.prospect().gap()).isEqualTo(10);
    List<Remedy> remedies = of.prospect().remedies();
    assertThat(remedies).extracting(Remedy::node).containsExactly(CRIME, VIEW);
    Remedy crimes = remedies.get(0);
    assertThat(crimes.from()).isEqualTo(6);
    assertThat(crimes.to()).isEqualTo(2);
    assertThat(crimes.publishedAfter()).isEqualTo(81.25);
    assertThat(crimes.rankAfter()).isEqualTo(1);
    // Equal at 98: both are first, which is a place up.
    assertThat(remedies.get(1).to()).isEqualTo(98);
    assertThat(remedies.get(1).publishedAfter()).isEqualTo(78.75);
    assertThat(remedies.get(1).cell().orElseThrow().show())
        .isEqualTo("input/2025-12/u1.xlsx [表!B5]");
  }

  /** 丙 is 38.75 behind; all its crimes are solved, and no single figure is worth so much. */
  @Test
  void wherePartsCannotExceedTheirWhole() {
    Explanation of = explain(county(), tree(new Arithmetic()), MONTH, 2);
    Remedy only = of.prospect().remedies().get(0);
    assertThat(of.prospect().remedies()).hasSize(1);
    // 5 of 10 are 0 points, 9 of 10 are 80 and worth 40, 8 of 10 are 60 and worth 30.
    assertThat(only.field()).isEqualTo(2);
    assertThat(only.to()).isEqualTo(9);
    assertThat(only.share()).isEqualTo(0.8);
  }

  @Test
  void whatIsNotAdditiveOrHasNoFormulaSaysSo() {
    Explanation geometric = explain(county(), tree(new Geometric()), MONTH, 0);
    assertThat(geometric.isAdditive()).isFalse();
    assertThat(account(geometric, RESOLUTION).lost()).isNaN();
    assertThat(account(geometric, 0).combined()).isPresent();
    assertThat(geometric.comparisons().get(0).additive()).isFalse();
    assertThat(account(explain(county(), tree(new Copeland()), MONTH, 0), 0).combined()).isEmpty();
  }

  @Test
  void theUnitsOwnPastIsShownWithItsCells() {
    Reference own = new Reference.Figures(Reference.Of.OWN, new When.Previous());
    IndexTree tree = tree(new Arithmetic(), 3, new Difference(80, 1, 0, 100), own);
    var part = account(explain(county(), tree, MONTH, 0), RESOLUTION).parts().get(0);
    assertThat(part.worked().value()).isCloseTo(95, EXACT);
    assertThat(part.past()).hasSize(1);
    assertThat(part.past().get(0).value()).isCloseTo(75, EXACT);
    assertThat(part.past().get(0).ingredients().get(0).sources().get(0).cell().orElseThrow().show())
        .isEqualTo("input/2025-11/u0.xlsx [表!B3]");
  }

  @Test
  void aUnitWithoutAReturnHasNoChangesAndNoProspect() {
    Panel panel = with(with(panel(3), BEFORE, COUNTY), MONTH, COUNTY[0], COUNTY[1]);
    Explanation of = explain(panel, tree(new Arithmetic()), MONTH, 2);
    assertThat(of.comparisons()).isEmpty();
    assertThat(of.prospect().none()).contains(NoRemedy.NOT_RANKED);
    assertThat(account(of, RESOLUTION).status()).isEqualTo(CellStatus.NOT_REPORTED);
  }

  @Test
  void aSpanShowsThePublishedScoresOfItsMonthsAndEveryCell() {
    Explanation of =
        explain(county(), tree(new Arithmetic()), Period.parse("2025-Q4").orElseThrow(), 0);
    Account resolution = account(of, RESOLUTION);
    assertThat(resolution.averaged())
        .extracting(Explanation.Averaged::published)
        .containsExactly(50.0, 80.0);
    assertThat(resolution.ingredients().get(0).sources()).hasSize(2);
    assertThat(of.prospect().none()).contains(NoRemedy.FIRST);
  }

  /**
   * In counties with gaps, points and changing rules: shares add up, changes add up, and every
   * change that is offered brings the unit up when the returns are changed and scored again, while
   * a step less does not.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void sumsAreExactAndOfferedChangesDoWhatTheySay(long seed) {
    Random random = new Random(seed);
    int units = 4 + random.nextInt(5);
    Panel panel = panel(units);
    with(panel, BEFORE, rows(random, units));
    with(panel, MONTH, rows(random, units));
    panel.add(new Lateness(random.nextInt(units), MONTH, true, -1));
    Adjustments points =
        new Adjustments(
            List.of(new MissingRule("missing", Text.of("missing"), -2)),
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY);
    Normalisation method = seed % 3 == 0 ? new MinMax() : new Goalposts(30, 100, true);
    Map<Period, IndexTree> trees =
        Map.of(
            BEFORE, tree(new Arithmetic(), 1 + random.nextInt(4), method, Reference.UNITS),
            MONTH, tree(new Arithmetic(), 3, method, Reference.UNITS));
    Scheme scheme = scheme(trees, points);
    Assessment assessment = new Assessment(List.of(scheme), panel);
    for (int unit = 0; unit < units; unit++) {
      Explanation of = Explainer.explain(assessment, "index", MONTH, unit, 0);
      if (!of.standing().isRanked(unit)) {
        continue;
      }
      Account root = account(of, 0);
      double adds =
          of.standing().tree().indicators().stream()
              .mapToDouble(node -> account(of, node).contribution())
              .sum();
      assertThat(adds).isCloseTo(root.score(), EXACT);
      assertThat(root.score() - root.lost()).isCloseTo(100, EXACT);
      for (Comparison since : of.comparisons()) {
        double items =
            since.items().stream()
                .mapToDouble(item -> Double.isNaN(item.points()) ? 0 : item.points())
                .sum();
        double all = items + since.weights() + since.points() + since.rules();
        assertThat(all).isCloseTo(since.exact(), within(1e-8));
        assertThat(since.rest()).isCloseTo(0, within(1e-8));
      }
      for (Remedy remedy : of.prospect().remedies()) {
        assertThat(remedy.to()).isGreaterThanOrEqualTo(0);
        Standing then = again(scheme, panel, unit, remedy, remedy.to());
        assertThat(then.rank(unit)).isEqualTo(remedy.rankAfter());
        assertThat(then.rank(unit)).isLessThan(of.standing().rank(unit));
        assertThat(then.published(unit)).isEqualTo(remedy.publishedAfter());
        double step = remedy.field() == 4 ? 0.1 : 1;
        double less = remedy.to() - Math.signum(remedy.to() - remedy.from()) * step;
        assertThat(again(scheme, panel, unit, remedy, less).rank(unit))
            .isEqualTo(of.standing().rank(unit));
      }
    }
  }

  private static Standing again(
      Scheme scheme, Panel panel, int unit, Remedy remedy, double figure) {
    Panel changed = panel.with(MONTH, unit, remedy.field(), figure);
    return new Assessment(List.of(scheme), changed)
        .trend("index", Frequency.MONTH)
        .at(MONTH)
        .orElseThrow();
  }

  private static double[][] rows(Random random, int units) {
    double[][] rows = new double[units][];
    for (int unit = 0; unit < units; unit++) {
      int received = random.nextInt(60);
      double satisfaction = 800 + random.nextInt(201);
      rows[unit] =
          new double[] {
            5000 + random.nextInt(40000),
            received,
            received == 0 ? 0 : random.nextInt(received + 1),
            random.nextInt(20),
            random.nextInt(5) == 0 ? Double.NaN : satisfaction / 10
          };
    }
    return rows;
  }
}
