package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaceindex.panel.Event;
import peaceindex.panel.Frequency;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.ranking.Assessment;
import peaceindex.ranking.Standing;

/**
 * A published kind of scheme by configuration alone: an annual assessment that deducts.
 *
 * <p>Sense of safety below 96 loses 0.25 a point and below 90 0.5 a point, at most 5; a veto −30; a
 * repeated event counts double; the last two of each month lose 0.5; down five places or more loses
 * 1, ten or more 2, up five or more gains 0.5.
 *
 * <p>Work of 0 to 100 makes 95 marks, safety 5. In 2024 unit i has work 90 − i and safety 96, so it
 * is at place i + 1. In November and December of 2025:
 *
 * <pre>
 * unit  work  safety  marks                          events          provisional  place  was
 *  0    60    96      57     + 5          = 62                        62          11      1
 *  1    81.5  96      77.425 + 5          = 82.425                    82.425       6      2
 *  2    88    88      83.6   + 5 − 1.5 − 1 = 86.1                     86.1         3      3
 *  3    87    92      82.65  + 5 − 1      = 86.65                     86.65        2      4
 *  4    86    70      81.7   + 5 − 5 (11.5) = 81.7                    81.7         9      5
 *  5    85    96      80.75  + 5          = 85.75    veto −30         55.75       12      6
 *  6    84    96      79.8   + 5          = 84.8     −1, then −2      81.8         8      7
 *  7    83    96      78.85  + 5          = 83.85                     83.85        4      8
 *  8    82    96      77.9   + 5          = 82.9                      82.9         5      9
 *  9    81    96      76.95  + 5          = 81.95                     81.95        7     10
 * 10    80    96      76     + 5          = 81                        81          10     11
 * 11    95    96      90.25  + 5          = 95.25                     95.25        1     12
 * </pre>
 *
 * Unit 0 falls ten places (−2), unit 5 six (−1), unit 11 rises eleven (+0.5). By work alone units 0
 * and 10 are the last two of both months (−1 each).
 */
class AnnualDeductionSchemeTest {
  private static final String RETURNS =
      """
      fields:
        - {id: work, name: 工作得分, kind: percentage, poolBy: people}
        - {id: safety, name: 群众安全感, kind: percentage, poolBy: people}
        - {id: people, name: 常住人口, kind: population}
      """;

  private static final String MONTHLY =
      """
      id: monthly
      name: 月度指数
      area: 青禾县
      period: month
      children:
        - id: work_score
          name: 工作
          value: work
          polarity: positive
          normalise: {method: goalposts, lower: 0, upper: 100}
      """;

  private static final String ANNUAL =
      """
      id: annual
      name: 年度考核
      area: 青禾县
      period: year
      aggregate: sum
      adjustments:
        rules:
          - {id: veto, name: 一票否决事项, when: veto, effect: points, points: -30}
          - {id: incident, name: 较大案件, when: event, points: -1, repeat: 2}
          - {id: tail, when: lastPlaces, places: 2, points: -0.5, eachPeriodOf: monthly}
          - id: places
            when: rankChange
            against: previous
            steps: [{down: 5, points: -1}, {down: 10, points: -2}, {up: 5, points: 0.5}]
      children:
        - id: work_marks
          name: 工作
          weight: 0.95
          value: work
          polarity: positive
          normalise: {method: goalposts, lower: 0, upper: 100}
        - id: safety_marks
          name: 群众安全感
          value: safety
          polarity: positive
          normalise:
            method: deduction
            full: 5
            most: 5
            steps: [{below: 96, per: 0.25}, {below: 90, per: 0.5}]
      """;

  private static final double[] WORK = {60, 81.5, 88, 87, 86, 85, 84, 83, 82, 81, 80, 95};
  private static final int UNITS = WORK.length;

  @TempDir Path folder;

  private Configuration configuration() throws IOException {
    StringBuilder townships = new StringBuilder("units:\n");
    for (int unit = 0; unit < UNITS; unit++) {
      townships.append("  - {id: u").append(unit).append(", name: 乡镇").append(unit).append("}\n");
    }
    Files.writeString(folder.resolve("townships.yaml"), townships);
    Files.writeString(folder.resolve("returns.yaml"), RETURNS);
    Files.writeString(folder.resolve("index.yaml"), MONTHLY);
    Files.createDirectories(folder.resolve("indices"));
    Files.writeString(folder.resolve("indices/annual.yaml"), ANNUAL);
    ConfigLoader.Loaded loaded = ConfigLoader.load(folder, "config");
    assertThat(loaded.problems().all()).isEmpty();
    return loaded.configuration().orElseThrow();
  }

  private static Panel panel(Configuration configuration) {
    Panel panel = new Panel(configuration.roster(), configuration.returns().fields());
    for (int unit = 0; unit < UNITS; unit++) {
      enter(panel, Period.month(2024, 12), unit, 90 - unit, 96);
      double safety = unit == 2 ? 88 : unit == 3 ? 92 : unit == 4 ? 70 : 96;
      enter(panel, Period.month(2025, 11), unit, WORK[unit], safety);
      enter(panel, Period.month(2025, 12), unit, WORK[unit], safety);
    }
    event(panel, LocalDate.of(2025, 11, 10), 5, "veto");
    event(panel, LocalDate.of(2025, 11, 10), 6, "incident");
    event(panel, LocalDate.of(2025, 12, 1), 6, "incident");
    return panel;
  }

  private static void enter(Panel panel, Period period, int unit, double work, double safety) {
    double[] figures = {work, safety, 1000};
    for (int field = 0; field < figures.length; field++) {
      panel.put(period, unit, field, figures[field], 0);
    }
  }

  private static void event(Panel panel, LocalDate day, int unit, String rule) {
    panel.add(new Event(unit, day, Period.of(day, Frequency.MONTH), rule, 1, 0));
  }

  @Test
  void isWhatTheTableSays() throws IOException {
    Configuration configuration = configuration();
    Standing standing =
        new Assessment(configuration.schemes(), panel(configuration))
            .trend("annual", Frequency.YEAR)
            .at(Period.year(2025))
            .orElseThrow();
    assertThat(IntStream.range(0, UNITS).mapToDouble(standing::provisionalRank).toArray())
        .containsExactly(11, 6, 3, 2, 9, 12, 8, 4, 5, 7, 10, 1);
    assertThat(IntStream.range(0, UNITS).mapToDouble(standing::points).toArray())
        .containsExactly(-3, 0, 0, 0, 0, -31, -3, 0, 0, 0, -1, 0.5);
    assertThat(IntStream.range(0, UNITS).mapToDouble(standing::published).toArray())
        .containsExactly(59, 82.43, 86.1, 86.65, 81.7, 54.75, 81.8, 83.85, 82.9, 81.95, 80, 95.75);
    assertThat(IntStream.range(0, UNITS).mapToDouble(standing::rank).toArray())
        .containsExactly(11, 6, 3, 2, 9, 12, 8, 4, 5, 7, 10, 1);
  }
}
