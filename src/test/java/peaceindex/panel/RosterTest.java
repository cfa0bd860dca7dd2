package peaceindex.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.problem.Text;

/** Towns that are merged, split and renamed. */
class RosterTest {

  /** A and B make C in 2025-01; C is divided into D and E in 2026-01; F is renamed in 2025-07. */
  private static final Roster ROSTER =
      new Roster(
          List.of(),
          List.of(
              unit("a", "甲镇", null, "2024-12", List.of()),
              unit("b", "乙镇", null, "2024-12", List.of()),
              unit("c", "甲镇", "2025-01", "2025-12", List.of("a", "b")),
              unit("d", "丁镇", "2026-01", null, List.of("c")),
              unit("e", "戊镇", "2026-01", null, List.of("c")),
              new Unit(
                  "f",
                  "",
                  Text.of("己乡"),
                  List.of(),
                  "",
                  new Lifetime(
                      Optional.empty(),
                      Optional.empty(),
                      List.of(
                          new Lifetime.Renaming(Period.month(2025, 7), Text.of("己镇")),
                          new Lifetime.Renaming(Period.month(2026, 1), Text.of("己街道"))),
                      List.of()),
                  List.of())));

  private static Unit unit(
      String id, String name, String from, String until, List<String> formedFrom) {
    return new Unit(
        id,
        "",
        Text.of(name),
        List.of(),
        "",
        new Lifetime(
            Optional.ofNullable(from).flatMap(Period::parse),
            Optional.ofNullable(until).flatMap(Period::parse),
            List.of(),
            formedFrom),
        List.of());
  }

  private static Period at(String text) {
    return Period.parse(text).orElseThrow();
  }

  private static String ids(List<Integer> units) {
    return units.stream().map(unit -> ROSTER.get(unit).id()).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11, a b f",
    "2024-12, a b f",
    "2025-01, c f",
    "2025-12, c f",
    "2026-01, d e f",
    // of a span counts its end, of a week its Thursday: 2025-W01 is 30 December to 5 January
    "2024, a b f",
    "2025-Q1, c f",
    "2025-H2, c f",
    "2024-W52, a b f",
    "2025-W01, c f",
    "2024-12-T3, a b f",
    "2025-01-T1, c f",
    "all, a b c d e f"
  })
  void existAsLongAsTheirDatesSay(String period, String units) {
    assertThat(ids(ROSTER.active(at(period)))).isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource({
    "a, 2024-06, a",
    "a, 2025-06, ''",
    "c, 2024-06, a b",
    "c, 2025-06, c",
    "c, 2026-06, ''",
    "d, 2026-06, d",
    "d, 2025-06, c",
    "e, 2025-06, c",
    "d, 2024-06, a b",
    "f, 2024-06, f"
  })
  void predecessorsStandInForThoseThatWereNotThereYet(String unit, String period, String units) {
    assertThat(ids(ROSTER.standIns(ROSTER.find(unit), at(period)))).isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06, 己乡",
    "2025-07, 己镇",
    "2025-12, 己镇",
    "2026-01, 己街道",
    "2025-H1, 己乡",
    "2025, 己镇",
    "all, 己街道"
  })
  void aNameHoldsFromItsPeriodOn(String period, String name) {
    int f = ROSTER.find("f");
    assertThat(ROSTER.name(f, at(period)).zh()).isEqualTo(name);
    assertThat(ROSTER.byName(name)).as("understood at any time").isEqualTo(f);
  }

  @ParameterizedTest
  @CsvSource({"2024-12, a", "2025-01, c", "2026-01, ''"})
  void unitsThatNeverMeetMayShareAName(String period, String unit) {
    int found = ROSTER.inPeriod(ROSTER.byName("甲镇"), at(period));
    assertThat(found < 0 ? "" : ROSTER.get(found).id()).isEqualTo(unit);
  }

  @Test
  void pooledFiguresAreSumsAndWeightedMeans() {
    Fields fields =
        new Fields(
            List.of(
                field("people", FieldKind.POPULATION, ""),
                field("cases", FieldKind.COUNT, ""),
                field("sense", FieldKind.PERCENTAGE, "people"),
                field("mark", FieldKind.NUMBER, "")));
    Panel panel = new Panel(ROSTER, fields);
    Period before = at("2024-12");
    double[][] figures = {{1000, 4, 90, 1}, {3000, 6, 94, 2}};
    for (int unit = 0; unit < 2; unit++) {
      for (int field = 0; field < 4; field++) {
        panel.put(before, unit, field, figures[unit][field], Origins.NONE);
      }
    }
    int c = ROSTER.find("c");
    // 4000 people, 10 cases, (1000·90 + 3000·94) / 4000 = 93; a mark of two units is none.
    assertThat(pooled(panel, before, c)).containsExactly(4000, 10, 93, Double.NaN);
    assertThat(pooled(panel, before, 0)).containsExactly(1000, 4, 90, 1);
    // From the one that C was divided into, too.
    assertThat(pooled(panel, before, ROSTER.find("d"))).containsExactly(4000, 10, 93, Double.NaN);
    panel.withdraw(before, 1, 0);
    assertThat(pooled(panel, before, c))
        .as("no weight is guessed")
        .containsExactly(Double.NaN, 10, Double.NaN, Double.NaN);
    assertThat(pooled(panel, at("2026-01"), c)).as("gone").containsOnly(Double.NaN);
  }

  private static double[] pooled(Panel panel, Period period, int unit) {
    double[] figures = new double[panel.fields().size()];
    Arrays.setAll(figures, field -> Lineage.figure(panel, period, unit, field));
    return figures;
  }

  private static Field field(String id, FieldKind kind, String poolBy) {
    return new Field(id, Text.of(id), List.of(), kind, Text.of(""), "", "", poolBy);
  }
}
