package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;
import static peaceindex.config.Methods.AGGREGATIONS;
import static peaceindex.config.Methods.NORMALISATIONS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.index.normalise.AsIs;
import peaceindex.index.normalise.Borda;
import peaceindex.index.normalise.Deduction;
import peaceindex.index.normalise.Difference;
import peaceindex.index.normalise.DistanceToBest;
import peaceindex.index.normalise.DistanceToTarget;
import peaceindex.index.normalise.Efficacy;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.normalise.PercentileRank;
import peaceindex.index.normalise.PiecewiseLinear;
import peaceindex.index.normalise.Rank;
import peaceindex.index.normalise.RankPoints;
import peaceindex.index.normalise.RankShare;
import peaceindex.index.normalise.RelativeChange;
import peaceindex.index.normalise.StepTable;
import peaceindex.index.normalise.ZScore;
import peaceindex.panel.Period;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import tools.jackson.databind.JsonNode;

/** A method that configuration can name has its words, its place in the schema and its page. */
class MethodsTest {
  private static final Path BASE = Path.of("src/test/resources/peaceindex/config/base");
  private static final Path PAGE = Path.of("docs/method.md");
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @TempDir Path folder;

  static Stream<Methods.Method<?>> all() {
    return Stream.concat(NORMALISATIONS.stream(), AGGREGATIONS.stream());
  }

  static Stream<Methods.Method<?>> normalisations() {
    return Stream.of(NORMALISATIONS.toArray(Methods.Method[]::new));
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasItsWordsInBothLanguages(Methods.Method<?> method) {
    assertThat(method.title().zh()).containsPattern("\\p{IsHan}");
    assertThat(method.title().en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    for (Lang lang : Lang.values()) {
      Set<String> keys = Messages.keys(lang);
      assertThat(keys).contains("book.method." + method.type().getSimpleName());
      assertWords(method.parameters(), "book.parameter.", keys);
    }
  }

  private static void assertWords(
      List<Methods.Parameter> parameters, String prefix, Set<String> keys) {
    for (Methods.Parameter parameter : parameters) {
      assertThat(keys).contains(prefix + parameter.name());
      if (!prefix.equals("book.parameter.")) {
        assertThat(Messages.argumentsOf(prefix + parameter.name(), Lang.ZH)).contains("value");
      }
      if (parameter.kind() == Methods.Kind.LINES) {
        assertWords(parameter.ofLine(), prefix + parameter.name() + ".", keys);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("normalisations")
  void hasItsPlaceInTheSchema(Methods.Method<?> method) {
    JsonNode branches = Schemas.json("index").at("/$defs/part/allOf");
    List<JsonNode> own =
        branches
            .valueStream()
            .filter(b -> b.at("/if/properties/method/const").asString().equals(method.name()))
            .toList();
    assertThat(own).hasSize(1);
    assertProperties(own.get(0).get("then"), method.parameters());
  }

  private static void assertProperties(JsonNode schema, List<Methods.Parameter> parameters) {
    for (Methods.Parameter parameter : parameters) {
      JsonNode property = schema.get("properties").get(parameter.name());
      assertThat(property.path("description").asString("")).as(parameter.name()).contains(" / ");
      boolean required =
          schema.get("required").valueStream().anyMatch(r -> r.asString().equals(parameter.name()));
      assertThat(required).as(parameter.name()).isNotEqualTo(parameter.isOptional());
      if (parameter.kind() == Methods.Kind.LINES) {
        assertProperties(property.get("items"), parameter.ofLine());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasItsSectionInTheManual(Methods.Method<?> method) throws IOException {
    assertThat(Files.readAllLines(PAGE)).contains("## " + method.name());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("written")
  void isReadAsItIsWritten(String polarity, String written, Normalisation expected)
      throws IOException {
    for (String document : List.of("returns.yaml", "townships.yaml")) {
      Files.copy(BASE.resolve(document), folder.resolve(document));
    }
    Files.writeString(
        folder.resolve("index.yaml"),
        """
        id: peace
        name: 平安指数
        area: 青禾县
        period: none
        children:
          - id: resolved_rate
            name: 化解率
            value: 化解数 / 受理数 * 100
            polarity: %s
            normalise: {method: %s}
        """
            .formatted(polarity, written));
    ConfigLoader.Loaded loaded = ConfigLoader.load(folder, "config");
    assertThat(loaded.problems().all()).isEmpty();
    assertThat(
            loaded
                .configuration()
                .orElseThrow()
                .index()
                .trees()
                .at(Period.parse("all").orElseThrow())
                .orElseThrow()
                .indicator(1)
                .parts()
                .get(0)
                .normalisation())
        .isEqualTo(expected);
  }

  static Stream<Arguments> written() {
    return Stream.of(
        Arguments.of("positive", "asIs", new AsIs(100)),
        Arguments.of("negative", "asIs, full: 10", new AsIs(10)),
        Arguments.of("positive", "goalposts, lower: 70, upper: 100", new Goalposts(70, 100, true)),
        Arguments.of(
            "positive", "efficacy, lower: 70, upper: 100", new Efficacy(70, 100, 60, 40, false)),
        Arguments.of(
            "negative",
            "efficacy, lower: 70, upper: 100, base: 50, span: 50, clamp: true",
            new Efficacy(70, 100, 50, 50, true)),
        Arguments.of("positive", "minMax", new MinMax(0, 100, false)),
        Arguments.of("positive", "minMax, from: 60, to: 90, clamp: true", new MinMax(60, 90, true)),
        Arguments.of("positive", "zScore", new ZScore(0, 1)),
        Arguments.of("positive", "zScore, mean: 50, sd: 10", new ZScore(50, 10)),
        Arguments.of("positive", "rank", new Rank()),
        Arguments.of("positive", "percentileRank", new PercentileRank()),
        Arguments.of("positive", "rankShare", new RankShare()),
        Arguments.of("positive", "borda", new Borda()),
        Arguments.of("positive", "distanceToTarget", new DistanceToTarget(NONE, false)),
        Arguments.of(
            "positive",
            "distanceToTarget, target: 96, clamp: true",
            new DistanceToTarget(OptionalDouble.of(96), true)),
        Arguments.of("positive", "distanceToBest", new DistanceToBest(false)),
        Arguments.of(
            "positive",
            "stepTable, steps: [{from: 95, score: 100}, {from: 90, score: 80}, {score: 60}]",
            new StepTable(
                List.of(
                    new StepTable.Step(OptionalDouble.of(95), NONE, 100),
                    new StepTable.Step(OptionalDouble.of(90), NONE, 80),
                    new StepTable.Step(NONE, NONE, 60)))),
        Arguments.of(
            "negative",
            "stepTable, steps: [{to: 2, score: 100}, {score: 60}]",
            new StepTable(
                List.of(
                    new StepTable.Step(NONE, OptionalDouble.of(2), 100),
                    new StepTable.Step(NONE, NONE, 60)))),
        Arguments.of(
            "positive",
            "piecewiseLinear, points: [{at: 80, score: 60}, {at: 95, score: 100}]",
            new PiecewiseLinear(
                List.of(new PiecewiseLinear.Point(80, 60), new PiecewiseLinear.Point(95, 100)))),
        Arguments.of(
            "positive",
            "deduction, steps: [{below: 96, per: 0.25}, {below: 90, per: 0.5}], most: 5",
            new Deduction(
                100,
                List.of(
                    new Deduction.Step(OptionalDouble.of(96), NONE, 0.25),
                    new Deduction.Step(OptionalDouble.of(90), NONE, 0.5)),
                OptionalDouble.of(5),
                0,
                false,
                false)),
        Arguments.of(
            "negative",
            "deduction, full: 20, floor: 2, whole: true, started: true,"
                + " steps: [{above: 0, per: 1}]",
            new Deduction(
                20,
                List.of(new Deduction.Step(NONE, OptionalDouble.of(0), 1)),
                NONE,
                2,
                true,
                true)),
        Arguments.of("positive", "rankPoints, per: 0.5", new RankPoints(100, 0.5, 0)),
        Arguments.of("positive", "relativeChange", new RelativeChange(80, 1, 0, 100)),
        Arguments.of("positive", "difference, factor: 1.5", new Difference(80, 1.5, 0, 100)));
  }

  @Test
  void everyMethodIsWrittenOnce() {
    assertThat(written().map(a -> a.get()[2].getClass().getSimpleName()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            NORMALISATIONS.stream().map(method -> method.type().getSimpleName()).toList());
  }
}
