package peaceindex.schemes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A scheme of assessment made from a seed and written as configuration: any methods in any tree,
 * groups, versions, values made ready, points beside the score. Nothing in it is meant to be
 * sensible; whatever configuration accepts must keep to the invariants.
 *
 * <p>Fields {@code f0} to {@code f4} are positive wherever they are scored alone, {@code f5} to
 * {@code f7} negative.
 */
final class RandomScheme {
  static final int FIELDS = 8;
  private static final int POSITIVE = 5;

  /** Every normalisation of the configuration, but for steps and reference. */
  static final List<String> NORMALISATIONS =
      List.of(
          "method: asIs",
          "method: goalposts, lower: 5, upper: 30",
          "method: goalposts, lower: 5, upper: 30, clamp: false",
          "method: efficacy, lower: 5, upper: 30",
          "method: minMax",
          "method: minMax, from: 20, to: 80, clamp: true",
          "method: zScore, mean: 50, sd: 10",
          "method: rank",
          "method: percentileRank",
          "method: rankShare",
          "method: borda",
          "method: distanceToTarget, target: 25",
          "method: distanceToBest",
          "method: stepTable",
          "method: piecewiseLinear",
          "method: deduction",
          "method: rankPoints, per: 3",
          "method: relativeChange",
          "method: difference, factor: 2");

  /** Every aggregation of the configuration. */
  static final List<String> AGGREGATIONS =
      List.of(
          "{method: arithmetic}",
          "{method: geometric}",
          "{method: harmonic}",
          "{method: generalisedMean, exponent: 2}",
          "{method: sum}",
          "{method: minimum}",
          "{method: mazziottaPareto}",
          "{method: copeland}",
          "{method: topsis}");

  private static final List<String> REFERENCES =
      List.of(
          "{of: units}",
          "{of: group}",
          "{of: own, when: previous}",
          "{of: own, when: yearEarlier}",
          "{of: own, when: lastYear}",
          "{of: own, when: lastYears, years: 3}",
          "{of: units, when: lastYear}",
          "{of: group, when: previous}",
          "{of: units, when: all}",
          "{of: units, when: 2024-02}",
          "{of: county, when: lastYear}",
          "{target: 17}");

  /** Those that do not change when a unit's figure of this period changes. */
  static final List<String> FIXED =
      REFERENCES.stream()
          .filter(r -> r.contains("target") || (r.contains("when") && !r.contains("all")))
          .toList();

  private static final Set<String> ALONE =
      Set.of("asIs", "goalposts", "efficacy", "stepTable", "piecewiseLinear", "deduction");

  private static final List<String> PREPARED =
      List.of(
          "",
          "",
          "",
          ", impute: {method: carryForward, periods: 2}",
          ", impute: {method: ownMean, periods: 3}",
          ", impute: {method: groupMean}",
          ", treat: {method: winsorise, skewness: 0.5, kurtosis: -2}");

  /** What a scheme may be made of. */
  record Choice(
      List<String> normalisations,
      List<String> references,
      List<String> aggregations,
      boolean prepared,
      boolean byGroup,
      boolean quotients) {

    static final Choice ALL =
        new Choice(NORMALISATIONS, REFERENCES, AGGREGATIONS, true, true, true);
  }

  private final Random random;
  private final Choice choice;
  private final boolean groups;
  private int leaf;

  /**
   * @param groups whether the roster has groups {@code a} and {@code b}
   */
  RandomScheme(Random random, Choice choice, boolean groups) {
    this.random = random;
    this.choice = choice;
    this.groups = groups;
  }

  static String returns() {
    return "sense: {jumpFactor: 0, jumpPoints: 0}\nfields:\n"
        + IntStream.range(0, FIELDS)
            .mapToObj(f -> "  - {id: f" + f + ", name: 数" + f + ", kind: amount}\n")
            .collect(Collectors.joining());
  }

  /** The roster with its units in the given order. */
  static String townships(List<Integer> order, boolean groups) {
    return (groups ? "groups: [{id: a, name: 甲组}, {id: b, name: 乙组}]\n" : "")
        + "units:\n"
        + order.stream()
            .map(
                u ->
                    "  - {id: u"
                        + u
                        + ", name: 第"
                        + (char) ('甲' + u)
                        + "镇"
                        + (groups ? ", group: " + (u % 2 == 0 ? "a" : "b") : "")
                        + "}\n")
            .collect(Collectors.joining());
  }

  /** An index with one version for 2024 and another from February 2025 on. */
  String index() {
    return "id: i\nname: 指数\narea: 县\nperiod: month\nmissing: {minimumShare: "
        + pick(List.of("0", "0.4", "0.6"))
        + "}\nties: "
        + pick(List.of("minimum", "dense", "average"))
        + """

        bands:
          - {id: good, name: 好, from: 40, colour: "#2E7D32"}
          - {id: bad, name: 差, to: 40, colour: "#C62828"}
        versions:
        """
        + version("2024-01")
        + version("2025-02");
  }

  /** The same with points beside the score. */
  String indexWithPoints() {
    return index()
        + """
        adjustments:
          most: {penalty: 25}
          rules:
            - {id: case, name: 案件, when: event, points: -1.5, repeat: 2, most: 6}
            - {id: praise, name: 表彰, when: event, points: 2, counts: year}
            - {id: grave, name: 重大事故, when: veto, effect: lastPlace}
            - {id: last, when: lastPlaces, places: 2, points: -0.5}
            - {id: moves, when: rankChange, against: previous, steps: [{down: 1, points: -1}, {up: 2, points: 0.5}]}
        """;
  }

  private String version(String from) {
    StringBuilder text = new StringBuilder();
    text.append("  - from: ").append(from).append("\n");
    text.append("    aggregate: ").append(pick(choice.aggregations)).append("\n");
    text.append("    children:\n");
    leaf = 0;
    for (int d = 0; d < 1 + random.nextInt(3); d++) {
      if (random.nextInt(4) == 0) {
        text.append("      - ").append(indicator()).append("\n");
        continue;
      }
      text.append("      - id: d").append(d).append("\n");
      text.append("        name: 维度").append(d).append("\n");
      text.append("        weight: ").append(weight()).append("\n");
      text.append("        aggregate: ").append(pick(choice.aggregations)).append("\n");
      text.append("        children:\n");
      for (int c = 0; c < 1 + random.nextInt(3); c++) {
        text.append("          - ").append(indicator()).append("\n");
      }
    }
    return text.toString();
  }

  /** Whether more of a field is better. */
  static boolean isPositive(int field) {
    return field < POSITIVE;
  }

  private String indicator() {
    int field = random.nextInt(FIELDS);
    boolean positive = isPositive(field);
    boolean quotient = choice.quotients && random.nextInt(3) == 0;
    String value = "f" + field + (quotient ? " / f" + (field + 1) % FIELDS + " * 20" : "");
    String byGroup =
        groups && choice.byGroup && random.nextInt(3) == 0
            ? ", byGroup: {b: {weight: " + weight() + ", normalise: " + normalise(positive) + "}}"
            : "";
    String id = "x" + leaf++;
    return "{id: "
        + id
        + ", name: 指标"
        + id
        + ", weight: "
        + weight()
        + ", value: \""
        + value
        + "\", polarity: "
        + (positive ? "positive" : "negative")
        + ", normalise: "
        + normalise(positive)
        + (choice.prepared ? pick(PREPARED) : "")
        + byGroup
        + "}";
  }

  private String normalise(boolean positive) {
    if (random.nextInt(3) > 0) {
      return part(positive, "");
    }
    return IntStream.range(0, 2)
        .mapToObj(p -> part(positive, ", weight: " + weight()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String part(boolean positive, String more) {
    String method = pick(choice.normalisations);
    String reference = pick(choice.references);
    while (!groups && reference.contains("group")) {
      reference = pick(choice.references);
    }
    return "{" + method + ladder(method, positive) + reference(method, reference) + more + "}";
  }

  /** The steps of methods that have some, which run from the better to the worse end. */
  private static String ladder(String method, boolean positive) {
    return switch (method) {
      case "method: stepTable" ->
          positive
              ? ", steps: [{from: 25, score: 100}, {from: 12, score: 60}, {score: 20}]"
              : ", steps: [{to: 10, score: 100}, {to: 22, score: 60}, {score: 20}]";
      case "method: piecewiseLinear" ->
          positive
              ? ", points: [{at: 5, score: 0}, {at: 15, score: 70}, {at: 35, score: 100}]"
              : ", points: [{at: 5, score: 100}, {at: 15, score: 70}, {at: 35, score: 0}]";
      case "method: deduction" ->
          positive
              ? ", steps: [{below: 30, per: 1}, {below: 15, per: 3}], most: 60"
              : ", steps: [{above: 10, per: 1}, {above: 25, per: 3}], most: 60";
      default -> "";
    };
  }

  /** Methods that do not look at others have no reference. */
  private static String reference(String method, String reference) {
    return ALONE.contains(method.replaceFirst("method: (\\w+).*", "$1"))
        ? ""
        : ", reference: " + reference;
  }

  private String weight() {
    return pick(List.of("1", "2", "0.5", "30"));
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** The numbers from 0 in any order. */
  static List<Integer> shuffled(int count, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(order, random);
    return order;
  }
}
