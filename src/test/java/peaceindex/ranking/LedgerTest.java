package peaceindex.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.panel.Period;
import peaceindex.problem.Text;

/** Three months on end in red or worse a notice, four a talk, five a further step. */
class LedgerTest {
  private static final RankingRules RULES =
      new RankingRules(
          2,
          TiePolicy.MINIMUM,
          List.of(
              new Band("green", Text.of("green"), 90, Double.POSITIVE_INFINITY, "#000000"),
              new Band("red", Text.of("red"), 80, 90, "#000000"),
              new Band("black", Text.of("black"), Double.NEGATIVE_INFINITY, 80, "#000000")),
          List.of(
              new Escalation(
                  "red",
                  List.of(
                      new Escalation.Step(3, "notice", Text.of("notice")),
                      new Escalation.Step(4, "talk", Text.of("talk")),
                      new Escalation.Step(5, "further", Text.of("further"))))));

  // A month a letter, from January on: g green, r red, b black (worse than red), - no index.
  @ParameterizedTest(name = "{0}: {1} in a row, {2}")
  @CsvSource({
    "g,         0, ''",
    "rr,        2, ''",
    "rrr,       3, 'notice 2025-03'",
    "rrrr,      4, 'notice 2025-03 to 2025-04, talk 2025-04'",
    "rrrrrr,    6, 'notice 2025-03 to 2025-04, talk 2025-04 to 2025-05, further 2025-05'",
    // Worse counts as well.
    "rbr,       3, 'notice 2025-03'",
    // A better month ends the row.
    "rrgr,      1, ''",
    "rrrg,      0, 'notice 2025-03 to 2025-04'",
    "rrrgrrr,   3, 'notice 2025-03 to 2025-04, notice 2025-07'",
    // A month without an index neither counts nor ends it, also at the end.
    "rr-r,      3, 'notice 2025-04'",
    "rrr-,      3, 'notice 2025-03'",
    "rrr-g,     0, 'notice 2025-03 to 2025-05'",
    "r-g-r,     1, ''",
    "---,       0, ''"
  })
  void stepsAreTakenAndLeft(String months, int inARow, String steps) {
    Scoreboard county = Scoreboard.months(2).ranking(RULES);
    Period period = Period.month(2025, 1);
    Period last = period;
    for (char month : months.toCharArray()) {
      double score =
          switch (month) {
            case 'g' -> 95;
            case 'r' -> 85;
            case 'b' -> 50;
            default -> Double.NaN;
          };
      // The second unit makes every month a period.
      county.scores(period, score, 95);
      last = period;
      period = period.next().orElseThrow();
    }
    List<Ledger.Entry> entries = Ledger.of(county.trend(), last).entries();
    if (inARow == 0 && steps.isEmpty()) {
      assertThat(entries).isEmpty();
      return;
    }
    assertThat(entries).hasSize(1);
    Ledger.Entry entry = entries.get(0);
    assertThat(entry.unit()).isZero();
    assertThat(entry.inARow()).isEqualTo(inARow);
    assertThat(entry.steps().stream().map(LedgerTest::show).collect(Collectors.joining(", ")))
        .isEqualTo(steps);
  }

  private static String show(Ledger.Taken taken) {
    return taken.step().id()
        + " "
        + taken.since()
        + taken.until().map(until -> " to " + until).orElse("");
  }
}
