package peaceindex.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import peaceindex.formula.Formula;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.PeriodScores;
import peaceindex.index.shrink.Rate;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.ranking.Explanation.NoRemedy;
import peaceindex.ranking.Explanation.Prospect;
import peaceindex.ranking.Explanation.Remedy;

/**
 * Which change of a single figure would bring a unit up by at least a place, all other figures of
 * all units being as they are.
 *
 * <p>Each figure that a unit can answer for is moved up and down in steps that it could be reported
 * in, and the whole period is scored and ranked again each time; a binary search finds the least
 * number of steps that does it, if the farthest step within the bounds of the figure does. Nobody
 * answers for a population, for what the roster says, or for how many cases there were of which
 * some were solved: of a rate only the numerator is moved.
 */
final class Remedies {
  /** With more units than this it takes longer than somebody waits. */
  static final int MANY_UNITS = 2000;

  /** Figures are reported with no more decimals than this. */
  private static final int MOST_DECIMALS = 2;

  /** A figure without a bound above may double, or grow by this many steps. */
  private static final int SOME_STEPS = 10;

  /** The figure that a search is about, and how it may move. */
  private record Lever(int field, double from, int direction, BigDecimal step, long most) {
    /** The figure after so many steps. */
    double after(long steps) {
      return BigDecimal.valueOf(from)
          .add(step.multiply(BigDecimal.valueOf(direction * steps)))
          .doubleValue();
    }
  }

  private final Assessment assessment;
  private final Scheme scheme;
  private final Trend trend;
  private final Standing standing;
  private final Panel panel;
  private final Period period;
  private final int unit;
  private final Map<Double, Standing> tried = new HashMap<>();

  Remedies(Assessment assessment, Scheme scheme, Trend trend, Standing standing, int unit) {
    this.assessment = assessment;
    this.scheme = scheme;
    this.trend = trend;
    this.standing = standing;
    this.panel = assessment.panel();
    this.period = standing.period();
    this.unit = unit;
  }

  /**
   * @param focus only figures of indicators at or below this node
   */
  Prospect prospect(int focus) {
    Optional<Integer> above = above();
    double gap =
        above.map(other -> standing.published(other) - standing.published(unit)).orElse(Double.NaN);
    Optional<NoRemedy> obstacle = obstacle(above);
    if (obstacle.isPresent()) {
      return new Prospect(above, gap, List.of(), obstacle);
    }
    List<Remedy> remedies = remedies(focus);
    return new Prospect(
        above,
        gap,
        remedies,
        remedies.isEmpty() ? Optional.of(NoRemedy.NOT_BY_ONE_FIGURE) : Optional.empty());
  }

  private Optional<Integer> above() {
    return standing.ranking().stream()
        .filter(other -> standing.rank(other) < standing.rank(unit))
        .max(Comparator.comparingDouble(standing::rank));
  }

  private Optional<NoRemedy> obstacle(Optional<Integer> above) {
    if (!standing.isRanked(unit)) {
      return Optional.of(NoRemedy.NOT_RANKED);
    }
    if (above.isEmpty()) {
      return Optional.of(NoRemedy.FIRST);
    }
    if (!panel.has(period)) {
      return Optional.of(NoRemedy.SPAN);
    }
    if (!scheme.needs().isEmpty()) {
      return Optional.of(NoRemedy.COMPOSED);
    }
    return panel.roster().size() > MANY_UNITS ? Optional.of(NoRemedy.MANY_UNITS) : Optional.empty();
  }

  /** For every indicator the smallest, the smallest of all first. */
  private List<Remedy> remedies(int focus) {
    IndexTree rules = standing.tree().of(panel.roster().get(unit).group());
    List<Remedy> remedies = new ArrayList<>();
    for (int node : rules.indicators()) {
      if (isBelow(rules, node, focus) && rules.weight(node) > 0) {
        levers(rules.indicator(node)).stream()
            .flatMap(lever -> least(node, lever).stream())
            .min(Comparator.comparingDouble(Remedy::share))
            .ifPresent(remedies::add);
      }
    }
    remedies.sort(Comparator.comparingDouble(Remedy::share));
    return remedies;
  }

  private static boolean isBelow(IndexTree tree, int node, int focus) {
    int at = node;
    while (at > focus) {
      at = tree.parent(at);
    }
    return at == focus;
  }

  private List<Lever> levers(Indicator indicator) {
    Formula answered = Rate.of(indicator.value()).map(Rate::numerator).orElse(indicator.value());
    List<Lever> levers = new ArrayList<>();
    for (String name : answered.variables()) {
      int number = panel.fields().indexOf(name);
      Field field = panel.fields().get(number);
      boolean answers = !field.isFromRoster() && field.kind() != FieldKind.POPULATION;
      if (answers && panel.status(period, unit, number) == CellStatus.REPORTED) {
        levers.add(lever(number, field, 1));
        levers.add(lever(number, field, -1));
      }
    }
    return levers.stream().filter(lever -> lever.most() > 0).toList();
  }

  private Lever lever(int number, Field field, int direction) {
    double from = panel.value(period, unit, number);
    BigDecimal step = BigDecimal.ONE.movePointLeft(decimals(number, field));
    double room =
        direction > 0 ? highest(field, from, step) - from : from - lowest(number, field, from);
    long most = (long) Math.floor(BigDecimal.valueOf(Math.max(0, room)).divide(step).doubleValue());
    return new Lever(number, from, direction, step, most);
  }

  /** As many decimals as the figures of this field have, but at least one where they may have. */
  private int decimals(int number, Field field) {
    if (field.kind().isWhole()) {
      return 0;
    }
    int most =
        Arrays.stream(panel.column(period, number))
            .filter(x -> !Double.isNaN(x))
            .mapToInt(x -> BigDecimal.valueOf(x).stripTrailingZeros().scale())
            .max()
            .orElse(1);
    return Math.max(1, Math.min(MOST_DECIMALS, most));
  }

  private double highest(Field field, double from, BigDecimal step) {
    int whole = field.partOf().isEmpty() ? -1 : panel.fields().indexOf(field.partOf());
    double some = from + Math.max(Math.abs(from), SOME_STEPS * step.doubleValue());
    double most = field.kind() == FieldKind.PERCENTAGE ? 100 : some;
    double of = whole < 0 ? Double.NaN : panel.value(period, unit, whole);
    return Double.isNaN(of) ? most : of;
  }

  private double lowest(int number, Field field, double from) {
    if (field.kind() == FieldKind.NUMBER) {
      return from - Math.max(Math.abs(from), 1);
    }
    double least = 0;
    for (int part = 0; part < panel.fields().size(); part++) {
      if (panel.fields().get(part).partOf().equals(field.id()) && part != number) {
        double of = panel.value(period, unit, part);
        least = Double.isNaN(of) ? least : Math.max(least, of);
      }
    }
    return least;
  }

  /** The fewest steps that bring the unit up. */
  private Optional<Remedy> least(int node, Lever lever) {
    tried.clear();
    LongPredicate up = steps -> again(lever, steps).rank(unit) < standing.rank(unit);
    if (!up.test(lever.most())) {
      return Optional.empty();
    }
    long enough = lever.most();
    long tooFew = 0;
    while (enough - tooFew > 1) {
      long middle = (enough + tooFew) >>> 1;
      if (up.test(middle)) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    Standing then = again(lever, enough);
    PeriodScores before = standing.scores();
    return Optional.of(
        new Remedy(
            node,
            lever.field(),
            panel.origin(period, unit, lever.field()),
            lever.from(),
            lever.after(enough),
            enough / (double) lever.most(),
            before.value(node, unit),
            then.scores().value(node, unit),
            before.score(node, unit),
            then.scores().score(node, unit),
            then.published(unit),
            then.rank(unit)));
  }

  /** Who would stand where if the figure were so many steps from what it is. */
  private Standing again(Lever lever, long steps) {
    return tried.computeIfAbsent(
        lever.after(steps),
        figure -> {
          Panel changed = panel.with(period, unit, lever.field(), figure);
          return trend
              .stand(assessment.calculator(scheme, changed).calculate(period, standing.tree()))
              .orElseThrow();
        });
  }
}
