package peaceindex.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.index.adjust.Adjustment;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.Severity;
import peaceindex.ranking.Assessment;
import peaceindex.ranking.Band;
import peaceindex.ranking.Ledger;
import peaceindex.ranking.Published;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;

/**
 * Schemes as counties publish them, each a whole workspace: what its page {@code worked.md} has
 * worked by hand is what the program publishes from its configuration and its returns.
 */
class SchemesTest {
  private static final Path SCHEMES = Path.of("src/test/resources/peaceindex/schemes");
  private static final String NONE = "—";

  static Stream<String> schemes() throws IOException {
    try (Stream<Path> folders = Files.list(SCHEMES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemes")
  void whatIsWorkedByHandIsPublished(String scheme) throws IOException {
    County county = County.read(SCHEMES.resolve(scheme));
    assertThat(county.problems().all().stream().filter(p -> p.severity() == Severity.ERROR))
        .as("a unit that did not report is the only error there may be")
        .allMatch(problem -> problem.code() == Code.UNIT_MISSING);
    Assessment assessment = county.assessment();
    List<WorkedPage.Line> lines = WorkedPage.read(SCHEMES.resolve(scheme).resolve("worked.md"));
    assertThat(lines).isNotEmpty();
    SoftAssertions all = new SoftAssertions();
    for (WorkedPage.Line line : lines) {
      String index =
          line.index().isEmpty() ? county.configuration().schemes().get(0).id() : line.index();
      Trend trend = assessment.trend(index, line.period().frequency());
      line.figures()
          .forEach(
              (what, expected) ->
                  check(all, county.panel(), trend, line, what, plain(expected), index));
    }
    all.assertAll();
  }

  private static void check(
      SoftAssertions all,
      Panel panel,
      Trend trend,
      WorkedPage.Line line,
      String what,
      String expected,
      String index) {
    if (!what.equals("why")) {
      int unit = panel.roster().find(line.unit());
      assertThat(unit).as(line.unit()).isNotNegative();
      all.assertThat(found(trend, line.period(), unit, what))
          .as("%s %s %s: %s", index, line.period(), line.unit(), what)
          .isEqualTo(expected);
    }
  }

  /** What is published, in the spelling of the page. */
  private static String found(Trend trend, Period period, int unit, String what) {
    Standing standing = trend.at(period).orElseThrow();
    String[] words = what.split(" ");
    return switch (what) {
      case "index" -> show(standing.published(unit));
      case "before points" -> show(standing.publishedBeforePoints(unit));
      case "provisional" -> show(standing.provisional(unit));
      case "rank" -> show(standing.rank(unit));
      case "group rank" -> show(standing.groupRank(unit));
      case "band" -> standing.band(unit).map(Band::id).orElse(NONE);
      case "points" -> show(standing.points(unit));
      case "change" -> show(trend.movement(period, unit).index());
      case "year change" -> show(trend.movement(period, unit).yearIndex());
      case "in a row" -> entry(trend, period, unit).map(e -> "" + e.inARow()).orElse("0");
      case "step" ->
          entry(trend, period, unit)
              .flatMap(Ledger.Entry::current)
              .map(taken -> taken.step().id() + " since " + taken.since())
              .orElse(NONE);
      case "earlier steps" ->
          entry(trend, period, unit).stream()
              .flatMap(entry -> entry.earlier().stream())
              .map(t -> t.step().id() + " " + t.since() + " to " + t.until().orElseThrow())
              .collect(Collectors.joining(", "));
      default ->
          switch (words[0]) {
            case "score" -> show(standing.published(node(standing, words[1]), unit));
            // Values are not rounded when they are published, but binary noise is no difference.
            case "value" ->
                show(Published.of(standing.scores().value(node(standing, words[1]), unit), 9));
            case "points" -> show(points(standing, unit, words[2]));
            default -> throw new IllegalArgumentException(what);
          };
    };
  }

  private static Optional<Ledger.Entry> entry(Trend trend, Period period, int unit) {
    return Ledger.of(trend, period).entries().stream().filter(e -> e.unit() == unit).findFirst();
  }

  private static int node(Standing standing, String id) {
    int node = standing.tree().find(id);
    assertThat(node).as(id).isNotNegative();
    return node;
  }

  private static double points(Standing standing, int unit, String rule) {
    return standing.adjustments().stream()
        .filter(line -> line.unit() == unit && line.rule().equals(rule))
        .mapToDouble(Adjustment::points)
        .sum();
  }

  private static String show(double number) {
    return Double.isNaN(number) ? NONE : plain(BigDecimal.valueOf(number).toPlainString());
  }

  /** 5.50 and 5.5 are the same; words stay as they are. */
  private static String plain(String text) {
    return text.matches("-?[0-9.]+")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }
}
