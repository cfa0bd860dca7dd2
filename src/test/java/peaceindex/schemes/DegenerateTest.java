package peaceindex.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.ranking.Ledger;
import peaceindex.ranking.NotRanked;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;

/**
 * What comes of returns in which there is nothing to tell apart, nobody to compare with or nothing
 * at all: a defined result, through the whole calculation from the files on.
 */
class DegenerateTest {
  private static final Period JANUARY = Period.month(2025, 1);
  private static final Period FEBRUARY = Period.month(2025, 2);

  @TempDir Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Units 甲镇, 乙镇 and so on, fields {@code x} and {@code y}, and an index of these rules. */
  private void county(int units, String rules) throws IOException {
    StringBuilder roster = new StringBuilder("groups: [{id: g, name: 组}]\nunits:\n");
    for (int u = 0; u < units; u++) {
      roster.append(String.format("  - {id: u%d, name: %s镇, group: g}%n", u, "甲乙丙丁".charAt(u)));
    }
    write("config/townships.yaml", roster.toString());
    write(
        "config/returns.yaml",
        """
        fields:
          - {id: x, name: 数一, kind: amount}
          - {id: y, name: 数二, kind: amount}
        """);
    write("config/index.yaml", "id: i\nname: 指数\narea: 县\nperiod: month\n" + rules);
  }

  private static String indicator(String normalise) {
    return "children:\n  - {id: n, name: 指标, value: x, polarity: positive, normalise: "
        + normalise
        + "}\n";
  }

  private void figures(Period period, String... figures) throws IOException {
    StringBuilder text = new StringBuilder("单位名称,数一,数二\n");
    for (int u = 0; u < figures.length; u++) {
      text.append("甲乙丙丁".charAt(u)).append("镇,").append(figures[u]).append(",7\n");
    }
    write("input/" + period + "/月报.csv", text.toString());
  }

  private Trend trend() throws IOException {
    return County.read(folder).assessment().trend("i", Frequency.MONTH);
  }

  private static double[] published(Standing standing) {
    double[] out = new double[standing.units()];
    Arrays.setAll(out, standing::published);
    return out;
  }

  private static double[] ranks(Standing standing) {
    double[] out = new double[standing.units()];
    Arrays.setAll(out, standing::rank);
    return out;
  }

  /** Three units that all report 20; and one alone that does. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{method: asIs}                                                | 20    | 20",
        "{method: goalposts, lower: 10, upper: 30}                     | 50    | 50",
        "{method: efficacy, lower: 10, upper: 30}                      | 80    | 80",
        "{method: minMax}                                              | 100   | 100",
        "{method: minMax, from: 20, to: 80}                            | 80    | 80",
        "{method: zScore, mean: 50, sd: 10}                            | 50    | 50",
        "{method: rank}                                                | 1     | 1",
        "{method: percentileRank}                                      | 0     | 100",
        "{method: rankShare}                                           | 33.33 | 100",
        "{method: borda}                                               | 0     | 0",
        "{method: distanceToTarget, target: 25}                        | 0     | 0",
        "{method: distanceToTarget, target: 20}                        | 100   | 100",
        "{method: distanceToBest}                                      | 100   | 100",
        "{method: stepTable, steps: [{from: 20, score: 90}, {score: 0}]} | 90  | 90",
        "{method: piecewiseLinear, points: [{at: 0, score: 0}, {at: 40, score: 100}]} | 50 | 50",
        "{method: deduction, steps: [{below: 30, per: 2}]}             | 80    | 80",
        "{method: rankPoints, per: 3}                                  | 100   | 100",
        "{method: relativeChange}                                      | 80    | 80",
        "{method: difference, factor: 2}                               | 80    | 80"
      })
  void noRangeAndOneUnitOnly(String normalise, double ofThree, double alone) throws IOException {
    county(3, indicator(normalise));
    figures(JANUARY, "20", "20", "20");
    Standing three = trend().at(JANUARY).orElseThrow();
    assertThat(published(three)).containsExactly(ofThree, ofThree, ofThree);
    assertThat(ranks(three)).containsExactly(1, 1, 1);
    county(1, indicator(normalise));
    figures(JANUARY, "20");
    Standing one = trend().at(JANUARY).orElseThrow();
    assertThat(published(one)).containsExactly(alone);
    assertThat(ranks(one)).containsExactly(1);
  }

  /** In the first month of all there is no past, and what needs one has no score. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{of: own, when: previous}",
        "{of: own, when: yearEarlier}",
        "{of: own, when: lastYear}",
        "{of: own, when: lastYears, years: 3}",
        "{of: own, when: 2024-12}",
        "{of: units, when: previous}",
        "{of: units, when: lastYear}",
        "{of: group, when: yearEarlier}",
        "{of: group, when: 2024}",
        "{of: county, when: lastYear}",
        "{of: county, when: lastYears, years: 2}"
      })
  void anEmptyPast(String reference) throws IOException {
    for (String method :
        List.of(
            "minMax",
            "zScore",
            "rank",
            "percentileRank",
            "rankShare",
            "borda",
            "distanceToTarget",
            "distanceToBest",
            "rankPoints, per: 1",
            "relativeChange",
            "difference, factor: 1")) {
      county(2, indicator("{method: " + method + ", reference: " + reference + "}"));
      figures(JANUARY, "20", "30");
      Standing standing = trend().at(JANUARY).orElseThrow();
      assertThat(published(standing)).as(method).containsOnly(Double.NaN);
      assertThat(standing.notRanked()).as(method).containsOnlyKeys(0, 1);
    }
  }

  static Stream<String> aggregations() {
    return RandomScheme.AGGREGATIONS.stream();
  }

  private static String tree(String aggregation) {
    return "aggregate: "
        + aggregation
        + """

        bands: [{id: good, name: 好, from: 40, colour: "#2E7D32"}, {id: bad, name: 差, to: 40, colour: "#C62828"}]
        escalation: {band: bad, steps: [{after: 1, id: s, name: 提醒}]}
        adjustments:
          rules:
            - {id: last, when: lastPlaces, places: 1, points: -5}
            - {id: moves, when: rankChange, against: previous, steps: [{down: 1, points: -1}]}
        children:
          - {id: a, name: 甲项, value: x, polarity: positive, normalise: {method: minMax}}
          - {id: b, name: 乙项, value: y, polarity: negative, normalise: {method: rank}, impute: {method: groupMean}, treat: {method: winsorise}}
        """;
  }

  /** Where all are equal everywhere, all share the first place, and nobody is last. */
  @ParameterizedTest
  @MethodSource("aggregations")
  void tiesEverywhere(String aggregation) throws IOException {
    county(4, tree(aggregation));
    figures(JANUARY, "20", "20", "20", "20");
    Standing standing = trend().at(JANUARY).orElseThrow();
    assertThat(ranks(standing)).containsExactly(1, 1, 1, 1);
    assertThat(published(standing)).containsOnly(standing.published(0));
    assertThat(standing.adjustments()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("aggregations")
  void oneUnitOnly(String aggregation) throws IOException {
    county(1, tree(aggregation));
    figures(JANUARY, "20");
    Standing standing = trend().at(JANUARY).orElseThrow();
    assertThat(ranks(standing)).containsExactly(1);
    assertThat(standing.points(0)).isZero();
  }

  /** Nobody is ranked, whatever is said about who was missing what; a mean of nobody is none. */
  @ParameterizedTest
  @MethodSource("aggregations")
  void allMissing(String aggregation) throws IOException {
    county(3, tree(aggregation).replace("value: y", "value: x"));
    figures(JANUARY, "", "", "");
    Standing standing = trend().at(JANUARY).orElseThrow();
    assertThat(standing.ranking()).isEmpty();
    assertThat(standing.publishedMean()).isNaN();
    assertThat(standing.publishedPooled(0)).isNaN();
    assertThat(standing.notRanked())
        .isEqualTo(
            Map.of(
                0,
                NotRanked.NOTHING_USABLE,
                1,
                NotRanked.NOTHING_USABLE,
                2,
                NotRanked.NOTHING_USABLE));
  }

  /** A unit of which nothing ever came has no rank in any period, and stand-ins give it none. */
  @ParameterizedTest
  @MethodSource("aggregations")
  void aUnitThatNeverReported(String aggregation) throws IOException {
    county(3, tree(aggregation));
    figures(JANUARY, "20", "30");
    figures(FEBRUARY, "40", "30");
    Trend trend = trend();
    for (Period period : trend.periods()) {
      Standing standing = trend.at(period).orElseThrow();
      assertThat(standing.notRanked()).isEqualTo(Map.of(2, NotRanked.NO_RETURN));
      assertThat(standing.rank(2)).isNaN();
      assertThat(standing.points(2)).isZero();
      assertThat(standing.band(2)).isEmpty();
      assertThat(trend.movement(period, 2).periodsScored()).isZero();
      assertThat(Ledger.of(trend, period).entries()).noneMatch(entry -> entry.unit() == 2);
    }
  }

  /** January was before the rules: it has figures to compare with, and no standing. */
  @Test
  void aPeriodWithoutRules() throws IOException {
    county(
        2,
        "versions:\n  - from: 2025-02\n    "
            + indicator("{method: relativeChange, reference: {of: own, when: previous}}")
                .replace("\n", "\n    ")
                .stripTrailing()
            + "\n");
    figures(JANUARY, "20", "40");
    figures(FEBRUARY, "22", "30");
    Trend trend = trend();
    assertThat(trend.periods()).containsExactly(FEBRUARY);
    assertThat(trend.at(JANUARY)).isEqualTo(Optional.empty());
    // 10 % more and 25 % less
    assertThat(published(trend.at(FEBRUARY).orElseThrow())).containsExactly(90, 55);
  }
}
